import { z } from 'zod';
import { Minutes } from '../meetings/ask.ts';

/**
 * A change as somebody put it, before it is held against the meeting: typed, or out of the fields of a card. It travels in the data of
 * our buttons, and whoever presses one may have invented it, so it is parsed, read and decided on again each time.
 */

const said = z.object({ said: z.string().max(2000) });
const field = z
  .string()
  .catch('')
  .transform((text) => text.slice(0, 300));

export const GuestRow = z.object({ name: field, role: field, agency: field, address: field });
export type GuestRow = z.infer<typeof GuestRow>;

export const Wanted = z.discriminatedUnion('to', [
  z.object({
    to: z.literal('move'),
    when: z.union([
      /** As typed: "Thursday 3.15pm", "4pm", "tomorrow, 30 mins". */
      said,
      /** UTC and minutes, as an earlier card read it. */
      z.object({ start: z.iso.datetime(), minutes: Minutes }),
      /** A card's own fields, as a clock in London shows them. */
      z.object({ date: field, time: field, minutes: field }),
    ]),
  }),
  z.object({
    to: z.literal('add guests'),
    guests: z.union([said, z.object({ rows: z.array(GuestRow).max(20) })]),
  }),
  /** A guest's name, role or address. */
  z.object({ to: z.literal('remove guest'), said: z.string().max(300) }),
  /** A colleague's name, or object id. */
  z.object({ to: z.literal('change second adult'), said: z.string().max(300) }),
  z.object({ to: z.literal('change host'), said: z.string().max(300) }),
]);
export type Wanted = z.infer<typeof Wanted>;
