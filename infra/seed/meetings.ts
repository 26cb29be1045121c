import type { Ask, Reference } from '../../bot/meetings/ask.ts';
import { referenceOf } from '../../bot/meetings/reference.ts';
import { type Entry, moment, type Status, stands } from '../../bot/register/entry.ts';
import { dueAt } from '../../bot/sentinel/due.ts';
import { type Chance, openChance } from './chance.ts';
import { schoolDays } from './days.ts';
import { openDecisions } from './decisions.ts';
import { drawOutsiders } from './outsiders.ts';
import { drawAsk } from './requests.ts';
import type { Policies } from './school.ts';
import { drawStaff, type Staff } from './staff.ts';
import { drawStatus, type Story, tell, wantsYes } from './stories.ts';

export type SeededSchool = {
  readonly staff: Staff;
  /** As many as were asked for, by the day they were drawn for. */
  readonly meetings: Iterable<Story>;
};

export type Wanted = {
  readonly count: number;
  readonly seed: number;
  readonly now: Date;
  readonly policies: Policies;
  /** As the server's own setting. */
  readonly claimSeconds: number;
};

const day = 86_400_000;
// Of a hundred meetings a year, some are about the same child.
const meetingsForAChild = 100;

/** The same school every time for the same number, moment and policies. */
export function drawSchool(wanted: Wanted): SeededSchool {
  const people = openChance(`staff ${wanted.seed}`);
  const staff = drawStaff(people);
  return { staff, meetings: draw(openChance(`meetings ${wanted.seed}`), staff, wanted) };
}

function* draw(chance: Chance, staff: Staff, wanted: Wanted): Generator<Story> {
  const { count, now, policies, claimSeconds } = wanted;
  const days = schoolDays(policies.school, now);
  const size = Math.max(30, Math.round(count / meetingsForAChild));
  const outsiders = drawOutsiders(openChance(`outsiders ${wanted.seed}`), size);
  const decide = openDecisions(policies.school);
  const taken = new Set<Reference>();
  const around = { now: () => now, claimSeconds, school: policies.school, policy: policies.now };
  const due = (entry: Entry): Entry => (stands(entry) ? { ...entry, nextCheck: dueAt(entry, around) } : entry);
  // Until the one that takes its place is drawn.
  const held: { moved: Story | null } = { moved: null };
  // As they took place: a register grows by its newest.
  const inOrder = Array.from({ length: count }, () => chance.weighed(days)).toSorted((a, b) => a.midnight - b.midnight);
  for (let made = 0; made < count; ) {
    const before: Entry | null = held.moved?.entry ?? null;
    const drawn: Ask = before
      ? aWeekLater(before.ask)
      : drawAsk(chance, { staff, outsiders }, inOrder[made] ?? chance.weighed(days));
    const asked = askedFor(chance, drawn, now);
    const wish: Status = before === null ? drawStatus(chance, drawn, now) : 'arranged';
    const status: Status = wish === 'moved' && made + 1 >= count ? 'arranged' : wish;
    const policy = wantsYes(chance, status) ? policies.withLeaders : policies.now;
    const decided = decide(drawn, policy, new Date(asked));
    // What policy refuses never comes to the register.
    if (decided === null || (needsYes(status) && decided.decision.verdict !== 'authorise')) continue;
    const ask = { ...drawn, confirmed: [...decided.confirmed] };
    const reference = newReference(ask, { seed: wanted.seed, made, taken });
    const story = tell(chance, status, { reference, ask, decision: decided.decision, asked, now, staff });
    made += 1;
    if (held.moved) yield movedTo(held.moved, reference);
    held.moved = status === 'moved' ? story : null;
    if (status !== 'moved') yield { ...story, entry: due({ ...story.entry, replaces: before?.reference ?? null }) };
  }
}

const aWeekLater = (ask: Ask): Ask => ({
  ...ask,
  start: moment(new Date(Date.parse(ask.start) + 7 * day)),
  confirmed: [],
});

/** The old one, once its place has been taken. */
function movedTo(story: Story, replacedBy: Reference): Story {
  const { entry, events } = story;
  const at = (events.at(-1)?.at ?? 0) + 60_000;
  const last: Story['events'] = [
    { event: 'change asked', by: entry.ask.host, at, detail: replacedBy },
    { event: 'link retired', by: null, at: at + 1_000 },
    { event: 'moved', by: null, at: at + 2_000, detail: replacedBy },
  ];
  return { ...story, entry: { ...entry, replacedBy }, events: [...events, ...last] };
}

const needsYes = (status: Entry['status']) => status === 'waiting' || status === 'refused';

/** Some days or weeks before, by day; of what is ahead, before now. */
function askedFor(chance: Chance, { start, urgent }: Ask, now: Date): number {
  const ahead = urgent === null ? chance.between(4, 28) * day : chance.between(2, 5) * 3_600_000;
  const at = Date.parse(start) - ahead;
  return Math.floor(Math.min(at, now.getTime() - chance.between(20, 10 * 24 * 60) * 60_000) / 1000) * 1000;
}

type Among = { readonly seed: number; readonly made: number; readonly taken: Set<Reference> };

function newReference(ask: Ask, { seed, made, taken }: Among): Reference {
  for (let attempt = 0; ; attempt += 1) {
    const reference = referenceOf(`seed ${seed}/${made}`, ask, attempt);
    if (taken.has(reference)) continue;
    taken.add(reference);
    return reference;
  }
}
