import { whys } from '../cards/words/reviewing.ts';
import type { Entry } from '../register/entry.ts';
import { keyOf } from './reasons.ts';

/** What a reader of the tab sees of a meeting that needs review. Pure. */

/** `dismissed`: who let it stand all the same, when and why; their own words. */
export type ReviewView = {
  readonly says: string;
  /** What the word of a reviewer about it names. */
  readonly key: string;
  readonly since: string;
  readonly dismissed?: { readonly by: string; readonly at: string; readonly words: string };
};

export function reviewView({ review }: Entry): { review?: readonly ReviewView[] } {
  if (review === null) return {};
  return {
    review: review.reasons.map(({ why, detail, since, dismissed }) => ({
      says: whys[why],
      key: keyOf({ why, detail }),
      since,
      ...(dismissed && { dismissed: { by: dismissed.by.name, at: dismissed.at, words: dismissed.words } }),
    })),
  };
}
