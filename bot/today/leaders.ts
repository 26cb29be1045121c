import { mayAuthorise } from '../authorising/authorise.ts';
import { whys } from '../cards/words/reviewing.ts';
import type { Caller } from '../identity/caller.ts';
import type { Entry, Listed } from '../register/entry.ts';
import type { Some } from '../register/some.ts';
import { type MeetingSummary, meetingSummary } from '../views/meeting.ts';
import { readerOf } from '../views/rights.ts';
import { midnight } from './days.ts';
import { inNumbers } from './outside.ts';

/** What waits for senior leaders: their yes, a second look, a look afterwards; and today in numbers. Pure. */

/** `atLeast`: there may be more than were counted. `since`: the oldest, UTC; absent when there is none. */
type Count = { readonly count: number; readonly atLeast: boolean };
export type LeadersView = {
  readonly waiting: Count & { readonly since?: string };
  readonly review: Count & { readonly rows: readonly (MeetingSummary & { readonly why: readonly string[] })[] };
  /** `by`: until when it is to be looked at; UTC. */
  readonly afterwards: Count & {
    readonly rows: readonly (MeetingSummary & { readonly by: string; readonly late: boolean })[];
  };
  /** A few words each: `12 meetings`, `9 with people from outside`. */
  readonly numbers: readonly string[];
};

/** How many of each are shown; the register has the rest. */
export const mostRows = 5;

export type LeadersFacts = {
  readonly pending: Some<Entry>;
  readonly toReview: Some<Listed>;
  readonly toLookAt: Some<Listed>;
  readonly days: Some<Listed>;
};

export function leadersView(
  { pending, toReview, toLookAt, days }: LeadersFacts,
  { caller, now }: { caller: Caller; now: Date },
): LeadersView & { presses: boolean } {
  const mine = (row: Listed) => readerOf(row, caller) !== null;
  const theirs = pending.rows.filter((entry) => mine(entry) && mayAuthorise(entry, caller, now).may);
  const review = toReview.rows.filter(mine);
  const afterwards = toLookAt.rows.filter(mine).flatMap((row) => lookOf(row, now));
  const today = days.rows.filter(({ ask }) => ask.start < midnight(now, 1)).filter(mine);
  const since = theirs.map(askedAt).toSorted()[0];
  return {
    presses: theirs.length > 0 || review.length > 0 || afterwards.some(({ late }) => late),
    waiting: { count: theirs.length, atLeast: pending.more, ...(since !== undefined && { since }) },
    review: {
      count: review.length,
      atLeast: toReview.more,
      rows: review.slice(0, mostRows).map((row) => ({ ...meetingSummary(row), why: openWhys(row) })),
    },
    afterwards: { count: afterwards.length, atLeast: toLookAt.more, rows: afterwards.slice(0, mostRows) },
    numbers: inNumbers(today),
  };
}

/** When the yes was asked for: of a change, when it was. UTC. */
export const askedAt = ({ amendment, decision }: Pick<Entry, 'amendment' | 'decision'>): string =>
  amendment?.came.to === 'open' ? amendment.at : decision.decidedAt;

const openWhys = ({ review }: Listed): readonly string[] => [
  ...new Set((review?.reasons ?? []).filter(({ dismissed }) => dismissed === null).map(({ why }) => whys[why])),
];

function lookOf(row: Listed, now: Date) {
  if (row.aftercare.state !== 'due') return [];
  const { by } = row.aftercare;
  return [{ ...meetingSummary(row), by, late: Date.parse(by) <= now.getTime() }];
}
