import { outcomeInWords } from '../cards/words/held.ts';
import type { Entry, Outcome } from '../register/entry.ts';

/** What a reader sees of whether a meeting took place. Pure. `reason`: why it did not, in the words of whoever said so. */
export type OutcomeView = {
  readonly state: Outcome['state'];
  readonly says: string;
  readonly by?: string;
  readonly at?: string;
  readonly reason?: string;
};

export function outcomeView({ outcome }: Pick<Entry, 'outcome'>): OutcomeView {
  const says = outcomeInWords(outcome);
  if (outcome.state === 'not said') return { state: outcome.state, says };
  const { state, by, at } = outcome;
  const reason = outcome.state === 'not held' && outcome.reason !== null ? { reason: outcome.reason } : {};
  return { state, says, by: by.name, at, ...reason };
}
