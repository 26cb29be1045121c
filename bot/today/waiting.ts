import { mayAuthorise } from '../authorising/authorise.ts';
import type { Caller } from '../identity/caller.ts';
import type { Entry } from '../register/entry.ts';
import type { Some } from '../register/some.ts';

/** How much waits for somebody's yes, and since when. Pure. */

/** `atLeast`: there may be more than were counted. */
export type Count = { readonly count: number; readonly atLeast: boolean };
/** `since`: when the oldest was asked for, UTC; absent when nothing waits. */
export type WaitingView = { readonly waiting: Count & { readonly since?: string } };

export function waitingView(
  pending: Some<Entry>,
  { caller, now }: { caller: Caller; now: Date },
): WaitingView & { presses: boolean } {
  // Whoever may decide it may read it.
  const theirs = pending.rows.filter((entry) => mayAuthorise(entry, caller, now).may);
  const since = theirs.map(askedAt).toSorted()[0];
  return {
    presses: theirs.length > 0,
    waiting: { count: theirs.length, atLeast: pending.more, ...(since !== undefined && { since }) },
  };
}

/** When the yes was asked for: of a change, when it was. UTC. */
export const askedAt = ({ amendment, decision }: Pick<Entry, 'amendment' | 'decision'>): string =>
  amendment?.came.to === 'open' ? amendment.at : decision.decidedAt;
