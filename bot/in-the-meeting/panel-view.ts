import { concernSays } from '../cards/words/concerns.ts';
import { notSaid } from '../cards/words/held.ts';
import type { Checklist } from '../checklist/moments.ts';
import { type Concern, canRaiseConcern, takesPart } from '../concerns/concern.ts';
import { maySayHeld } from '../held/held.ts';
import type { Caller } from '../identity/caller.ts';
import type { Attendance } from '../register/attendance.ts';
import { type Entry, isOver, moment, type Outcome } from '../register/entry.ts';
import { type Kept, standing } from '../register/kept.ts';
import { statusWords } from '../views/in-words.ts';
import { meetingSummary } from '../views/meeting.ts';
import { type Ability, readerOf, runsIt } from '../views/rights.ts';
import { type OnRoll, rollOf } from './roll.ts';

/** What the panel beside a call shows of its meeting. Pure. A field a reader may not see is absent. All times are UTC, ISO 8601. */

export type TicksView = {
  readonly ticks: readonly { readonly line: string; readonly says: string; readonly ticked: boolean }[];
  /** How many lines of this moment need something typed; they are answered on the checklist in chat. */
  readonly inChat: number;
};

/** `says`: whether the safeguarding lead was told, in a sentence. `at`: when it was raised. */
export type ConcernView = { readonly at: string; readonly told: Concern['told']; readonly says: string };

export type PanelView = {
  readonly reference: string;
  readonly kind: string;
  readonly child?: string;
  readonly start: string;
  readonly end: string;
  readonly host: string;
  /** The server's clock: what counts down must not depend on the device's. */
  readonly now: string;
  /** Why the meeting is not simply going on; absent when it is. */
  readonly notice?: string;
  /** By when the meeting is to be locked; `null` where no pack says so. */
  readonly lockAt: string | null;
  readonly roll?: readonly OnRoll[];
  /** What is ticked as it starts, and when it is over; absent for those who do not run it. */
  readonly script?: TicksView;
  readonly after?: TicksView;
  /** The reader's own newest one. */
  readonly concern: ConcernView | null;
  /** Whether it took place, as far as anybody said. */
  readonly outcome: { readonly state: Outcome['state']; readonly minutes?: number };
  readonly minutes: number;
  readonly can: {
    readonly noteRoll: Ability;
    readonly tick: Ability;
    readonly raiseConcern: Ability;
    readonly sayHeld: Ability;
  };
};

/** A meeting somebody may mean, where the chat does not say which it is. */
export type Choice = Pick<PanelView, 'reference' | 'kind' | 'child' | 'start' | 'end'>;

/** What the panel's own page is answered first. */
export type InTheMeeting = { readonly meeting: PanelView | null; readonly choices: readonly Choice[] };

export function choiceOf(listed: Parameters<typeof meetingSummary>[0]): Choice {
  const { reference, kind, child, start, end } = meetingSummary(listed);
  return { reference, kind, ...(child !== undefined && { child }), start, end };
}

/** What stands in the register beside the row. */
export type Beside = {
  readonly attendance: readonly Attendance[];
  readonly kept: readonly Kept[];
  readonly concern: Concern | null;
  readonly lists: Checklist;
  readonly lockAfterMinutes: number | null;
};

/** Who may open the panel at all: staff who take part, and whoever may read the record. */
export const mayOpenPanel = (entry: Entry, caller: Caller): boolean =>
  takesPart(entry, caller) || readerOf(entry, caller) !== null;

/** Whether somebody may note who came and tick: the host and the second adult, while the meeting is one. */
export function mayRun(entry: Entry, caller: Caller): Ability {
  const reader = readerOf(entry, caller);
  if (reader === null || !runsIt(reader)) return { may: false, why: 'The host and the second adult do this.' };
  if (isOver[entry.status]) return { may: false, why: 'This meeting does not take place.' };
  return { may: true };
}

/** @param now for the clock that counts down */
export function panelView(
  entry: Entry,
  { attendance, kept, concern, lists, lockAfterMinutes }: Beside,
  { caller, now }: { readonly caller: Caller; readonly now: Date },
): PanelView {
  const { reference, kind, child, start, end, host } = meetingSummary(entry);
  const run = mayRun(entry, caller);
  const reader = readerOf(entry, caller);
  return {
    ...{ reference, kind, start, end, host },
    ...(child !== undefined && { child }),
    now: moment(now),
    ...(entry.status !== 'arranged' && { notice: statusWords[entry.status] }),
    lockAt:
      lockAfterMinutes === null ? null : moment(new Date(Date.parse(entry.ask.start) + lockAfterMinutes * 60_000)),
    ...(reader !== null && reader !== 'approver' && { roll: rollOf(entry, { attendance, kept }) }),
    ...(run.may && { script: ticksView(lists.start, kept), after: ticksView(lists.after, kept) }),
    concern: concern && concernView(concern),
    outcome: { state: entry.outcome.state, ...(entry.outcome.state === 'held' && { minutes: entry.outcome.minutes }) },
    minutes: entry.ask.minutes,
    can: {
      noteRoll: run,
      tick: run,
      raiseConcern: canRaiseConcern(entry, caller),
      sayHeld: canSayHeld(entry, caller, now),
    },
  };
}

function canSayHeld(entry: Entry, caller: Caller, now: Date): Ability {
  const may = maySayHeld(entry, caller, now);
  return may.may ? may : { may: false, why: notSaid[may.why] };
}

export const concernView = (concern: Concern): ConcernView => ({
  at: concern.at,
  told: concern.told,
  says: concernSays(concern),
});

function ticksView({ todo }: Checklist['start'], kept: readonly Kept[]): TicksView {
  const stands = standing(kept);
  const ticks = todo.filter(({ keeps }) => keeps === 'tick');
  return {
    ticks: ticks.map(({ name, says }) => ({ line: name, says, ticked: stands.has(name) })),
    inChat: todo.length - ticks.length,
  };
}
