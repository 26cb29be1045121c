import { Temporal } from 'temporal-polyfill';
import { toUtc, zone } from '../../bot/london.ts';
import { type Ask, type Confirmation, guestsOf, isFamily } from '../../bot/meetings/ask.ts';
import { decide } from '../../bot/policy/decide.ts';
import type { Decision } from '../../bot/policy/decision.ts';
import { known } from '../../bot/policy/fact.ts';
import type { Policy } from '../../bot/policy/policy.ts';
import type { Situation } from '../../bot/policy/predicates.ts';
import type { School } from '../../bot/policy/school.ts';

/** What the school's policy says of a request that is in good order, and what its host confirmed to get there. */
export type Decided = { readonly confirmed: readonly Confirmation[]; readonly decision: Decision };

/**
 * Policy decides once for all requests of one sort: two that differ in names and dates alone are allowed by the same clauses.
 * @returns `null` when policy would refuse that sort of meeting
 */
export function openDecisions(school: School) {
  const decided = new Map<string, Decided | null>();
  return (ask: Ask, policy: Policy, at: Date): Decided | null => {
    const sort = sortOf(ask, policy);
    const there = decided.get(sort);
    const found = there === undefined ? askPolicy(onAnUsualDay(ask, school), { policy, school }) : there;
    decided.set(sort, found);
    return found && { ...found, decision: { ...found.decision, decidedAt: at.toISOString() } };
  };
}

function sortOf(ask: Ask, policy: Policy): string {
  const guests = guestsOf(ask);
  const family = guests.filter(isFamily).length;
  const attends = 'childAttends' in ask && ask.childAttends;
  return JSON.stringify([
    policy.packs.map(({ pack }) => pack.id),
    ask.kind,
    attends,
    ask.place,
    ask.minutes,
    ask.urgent !== null,
    Math.min(family, 2),
    guests.length > family,
  ]);
}

type Under = { readonly policy: Policy; readonly school: School };

/** The calendar of the settings is this year's; what was decided years ago was decided by the calendar of its own. */
function onAnUsualDay(ask: Ask, { terms }: School): Ask {
  const tuesday = Temporal.PlainDate.from(terms[0]?.from ?? '2026-09-03');
  const day = tuesday.add({ days: 21 + ((9 - tuesday.dayOfWeek) % 7) });
  return { ...ask, start: toUtc(day.toZonedDateTime({ timeZone: zone, plainTime: '10:00' })) };
}
const noticeDays = 14;

/** Says yes to whatever is asked, until nothing is. */
function askPolicy(ask: Ask, { policy, school }: Under): Decided | null {
  const now = new Date(Date.parse(ask.start) - noticeDays * 86_400_000);
  let confirmed: readonly Confirmation[] = [];
  for (let round = 0; round < 5; round += 1) {
    const situation = { ask: { ...ask, confirmed: [...confirmed] }, facts: allWell(ask), school, now };
    const decision = decide(situation, policy);
    if (decision.verdict === 'refuse') return null;
    if (decision.verdict !== 'ask') return { confirmed, decision };
    confirmed = [...confirmed, ...decision.questions.map(({ asks }) => asks)];
  }
  return null;
}

const allWell = (ask: Ask): Situation['facts'] => ({
  hostIsStaff: known(true),
  hostMayOrganise: known(true),
  secondAdultIsStaff: known(true),
  colleaguesAreStaff: known(true),
  guests: known(guestsOf(ask).map(() => 'outsider')),
  guestsMet: known(guestsOf(ask).map(() => true)),
  recordingAgreed: known(true),
});
