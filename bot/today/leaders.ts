import { whys } from '../cards/words/reviewing.ts';
import type { Caller } from '../identity/caller.ts';
import type { Listed } from '../register/entry.ts';
import type { Some } from '../register/some.ts';
import { type MeetingSummary, meetingSummary } from '../views/meeting.ts';
import { readerOf } from '../views/rights.ts';
import { midnight } from './days.ts';
import { inNumbers } from './outside.ts';
import type { Count } from './waiting.ts';

/** What senior leaders look at: what needs review, what was urgent; and today in numbers. Pure. */

export type LeadersView = {
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
  readonly toReview: Some<Listed>;
  readonly toLookAt: Some<Listed>;
  readonly days: Some<Listed>;
};

export function leadersView(
  { toReview, toLookAt, days }: LeadersFacts,
  { caller, now }: { caller: Caller; now: Date },
): LeadersView & { presses: boolean } {
  const mine = (row: Listed) => readerOf(row, caller) !== null;
  const review = toReview.rows.filter(mine);
  const afterwards = toLookAt.rows.filter(mine).flatMap((row) => lookOf(row, now));
  const today = days.rows.filter(({ ask }) => ask.start < midnight(now, 1)).filter(mine);
  return {
    presses: review.length > 0 || afterwards.some(({ late }) => late),
    review: {
      count: review.length,
      atLeast: toReview.more,
      rows: review.slice(0, mostRows).map((row) => ({ ...meetingSummary(row), why: openWhys(row) })),
    },
    afterwards: { count: afterwards.length, atLeast: toLookAt.more, rows: afterwards.slice(0, mostRows) },
    numbers: inNumbers(today),
  };
}

const openWhys = ({ review }: Listed): readonly string[] => [
  ...new Set((review?.reasons ?? []).filter(({ dismissed }) => dismissed === null).map(({ why }) => whys[why])),
];

function lookOf(row: Listed, now: Date) {
  if (row.aftercare.state !== 'due') return [];
  const { by } = row.aftercare;
  return [{ ...meetingSummary(row), by, late: Date.parse(by) <= now.getTime() }];
}
