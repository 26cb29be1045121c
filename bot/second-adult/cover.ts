import { z } from 'zod';
import { Colleague } from '../meetings/ask.ts';

/**
 * Whether the second adult of a meeting comes, as its row keeps it. Whatever is about to be sent is written here first. Times are UTC.
 */

const Utc = z.iso.datetime();
/** In Chaperone's card, or in Outlook. */
const How = z.enum(['tap', 'calendar']);

/**
 * Somebody who was asked to stand in. `being asked`: about to be sent a card. `not put in place`: said yes, and policy or Teams
 * would not have them.
 */
export const StandIn = z.object({
  person: Colleague,
  /** When they were asked, or answered. */
  at: Utc,
  says: z.enum(['being asked', 'nothing', 'no', 'yes', 'not put in place']),
});
export type StandIn = z.infer<typeof StandIn>;

export const Cover = z.object({
  /** The second adult this is about; once the meeting has another, it is about nobody any more. */
  of: Colleague,
  state: z.discriminatedUnion('is', [
    z.object({ is: z.literal('being asked'), at: Utc }),
    z.object({ is: z.literal('asked'), at: Utc, reminded: z.int().nonnegative() }),
    z.object({ is: z.literal('accepted'), at: Utc, how: How }),
    z.object({ is: z.literal('declined'), at: Utc, how: How }),
  ]),
  standIns: z.array(StandIn),
  /** Everybody who is free has been asked. */
  nobodyLeft: z.boolean(),
  /** Since when it is on hold, or about to be. */
  heldSince: Utc.nullable(),
});
export type Cover = z.infer<typeof Cover>;
