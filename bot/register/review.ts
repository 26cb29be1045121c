import { z } from 'zod';
import { Colleague, Purpose } from '../meetings/ask.ts';
import { approvers, Clause } from '../policy/decision.ts';

/** Why a meeting that stands has to be looked at again, as the register keeps it. */

export const reviewWhys = [
  'host left',
  'second adult left',
  'take part withdrawn',
  'be recorded withdrawn',
  'share information withdrawn',
  'be contacted directly withdrawn',
  'agency changed',
  'policy refuses',
  'policy asks',
  'policy wants a yes',
] as const;
export type ReviewWhy = (typeof reviewWhys)[number];

/** `detail`: which guest by number, which rule; never a name. `of`: whose look it needs. Times are UTC. */
export const ReviewReason = z.object({
  why: z.enum(reviewWhys),
  detail: z.string().max(200),
  because: z.array(Clause),
  of: z.array(z.enum(approvers)).min(1),
  since: z.iso.datetime(),
  /** Whether those who are to look at it, and the host, have heard of it. */
  told: z.boolean(),
  /** `words`: why it may stand all the same, in the reviewer's own. */
  dismissed: z.object({ by: Colleague, at: z.iso.datetime(), words: Purpose }).nullable(),
});
export type ReviewReason = z.infer<typeof ReviewReason>;

export const Review = z.object({ reasons: z.array(ReviewReason).min(1) });
export type Review = z.infer<typeof Review>;
