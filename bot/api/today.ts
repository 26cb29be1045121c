import { setTimeout as wait } from 'node:timers/promises';
import { notHad } from '../cards/words/today.ts';
import type { Examination } from '../doctor/line.ts';
import { Failure } from '../failure.ts';
import { type Fact, known, unknown } from '../policy/fact.ts';
import { moment } from '../register/entry.ts';
import { dpoView, ictView } from '../today/checks.ts';
import { midnight } from '../today/days.ts';
import { leadersView } from '../today/leaders.ts';
import { daysAhead, daysBack, mineView, mostMeetings } from '../today/mine.ts';
import { outsideView } from '../today/outside.ts';
import { inOrderOfUrgency, type PartName, partsFor, type Today, type TodayPart } from '../today/parts.ts';
import { waitingView } from '../today/waiting.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forCaller } from './door.ts';

/** What the day asks of whoever looks: each part for whom it is meant, and none of them blanked by another's trouble. */

export const todayRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  { method: 'GET', path: '/api/today', handle: forCaller(world, (asked) => today(world, asked)) },
];

const minute = 60_000;
/** A whole school's meetings of two days; SharePoint gives so many at once. */
const mostOfTwoDays = 200;
const mostThatWait = 50;
/** A meeting is at most three hours long: what began then may still be going on. */
const longest = 180 * minute;
const late = 30 * minute;

async function today(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const now = world.now();
  const read = reading(world, now, asked);
  const parts = await Promise.all(partsFor(asked.caller).map((part) => orWhyNot(world, part, read[part])));
  const view: Today = { at: now.toISOString(), name: asked.caller.name, parts: inOrderOfUrgency(parts) };
  return answer(view);
}

/** How each part is come by. What two parts need is read once. */
function reading(world: ApiWorld, now: Date, { caller }: Asked): Readonly<Record<PartName, () => Promise<TodayPart>>> {
  const { register } = world;
  const from = now.toISOString();
  const days = once(() =>
    register.some({ by: 'start', of: null, from: midnight(now), to: midnight(now, 2) }, mostOfTwoDays),
  );
  const toLookAt = once(() => register.some({ by: 'aftercare due' }, mostThatWait));
  const around = { caller, now };
  return {
    safeguarding: async () => {
      const [both, urgent] = await Promise.all([days(), toLookAt()]);
      return { part: 'safeguarding', state: 'known', ...outsideView(both, urgent, around) };
    },
    waiting: async () => {
      const pending = await register.someWhole({ by: 'pending', from }, mostThatWait);
      return { part: 'waiting', state: 'known', ...waitingView(pending, around) };
    },
    leaders: async () => {
      const [toReview, urgent, both] = await Promise.all([
        register.some({ by: 'status', status: 'needs review', from }, mostThatWait),
        toLookAt(),
        days(),
      ]);
      return { part: 'leaders', state: 'known', ...leadersView({ toReview, toLookAt: urgent, days: both }, around) };
    },
    mine: async () => ({ part: 'mine', state: 'known', ...mineView(await ownFacts(world, now, caller.id), around) }),
    ict: async () => {
      const [overdue, both, health, installation, lists] = await Promise.all([
        asFact(world, () =>
          register.some({ by: 'next check', before: moment(new Date(now.getTime() - late)) }, mostThatWait),
        ),
        asFact(world, days),
        asFact(world, world.health),
        examined(world),
        register.lists(),
      ]);
      const facts = { lists, overdue, days: both, health, installation };
      return { part: 'ict', state: 'known', ...ictView(facts, { ...world, now }) };
    },
    'data protection': async () => {
      const oldest = await asFact(world, () => register.oldestStart());
      return { part: 'data protection', state: 'known', ...dpoView(oldest, { ...world, now }) };
    },
  };
}

async function ownFacts(world: ApiWorld, now: Date, of: Asked['caller']['id']) {
  const { register, checklistOf } = world;
  const from = moment(new Date(now.getTime() - longest));
  const [next, before] = await Promise.all([
    register.someWhole({ by: 'start', of, from, to: midnight(now, daysAhead + 1) }, 2 * mostMeetings),
    register.some({ by: 'start', of, from: midnight(now, -daysBack), to: moment(now) }, 2 * mostMeetings),
  ]);
  const references = next.rows.slice(0, mostMeetings).map(({ reference }) => reference);
  const [kept, statements] = await Promise.all([
    asFact(world, () => register.keptOfEach(references)),
    asFact(world, () => register.agreementsOfEach(references)),
  ]);
  return { next, before, kept, statements, checklistOf };
}

const shortly = 5000;

/** The day does not wait for all that the doctor looks at; what was found stands there on the next look. */
async function examined(world: ApiWorld): Promise<Fact<Examination>> {
  const read = await asFact(world, () => Promise.race([world.doctor.examine(), wait(shortly, null, { ref: false })]));
  if (!read.known) return read;
  return read.value === null ? unknown('what Microsoft 365 is like') : known(read.value);
}

async function orWhyNot(world: ApiWorld, part: PartName, read: () => Promise<TodayPart>): Promise<TodayPart> {
  try {
    return await read();
  } catch (fault) {
    world.report(fault);
    return { part, state: 'unknown', why: whyNot(fault) };
  }
}

async function asFact<T>({ report }: ApiWorld, read: () => Promise<T>): Promise<Fact<T>> {
  try {
    return known(await read());
  } catch (fault) {
    report(fault);
    return unknown(whyNot(fault));
  }
}

function whyNot(fault: unknown): string {
  if (!(fault instanceof Failure)) return notHad.other;
  if (fault.kind === 'register missing') return notHad.missing;
  return fault.kind === 'register unreadable' ? notHad.unreadable : notHad.register;
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => (reading ??= read());
}
