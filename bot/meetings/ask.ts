import { z } from 'zod';

/**
 * What a member of staff asks for, in the school's words, and the limits every door (chat, card, tab, register row) holds it to.
 * A value of these types has been parsed: no control characters, no line breaks, no address that is not one.
 */

/** Line breaks would let a field write mail headers or a second card line; bidi overrides would let it read as something else. */
export const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !hidden.test(text), 'one line of plain text');

/** Tags, links, templates: nobody needs them to say who comes and why, and whoever reads them later may not show them as text. */
export const markup = /[<>`{}[\]|\\]|\*\*|__|~~/;
const words = (longest: number) => line(longest).refine((text) => !markup.test(text), 'plain words');

export const PersonId = z.guid().brand<'PersonId'>();
/** An Entra object id: the only name of a person that Graph never confuses with another. */
export type PersonId = z.infer<typeof PersonId>;

export const Reference = z
  .string()
  .regex(/^TAC-[0-9A-HJKMNP-TV-Z]{8}$/)
  .brand<'Reference'>();
/** What people quote on the phone: the kind and eight characters without the confusable I, L, O and U. */
export type Reference = z.infer<typeof Reference>;

export const Initials = z
  .string()
  .regex(/^[A-Z]{2,3}$/)
  .brand<'Initials'>();
/** Two or three capitals. The register never holds a child's name. */
export type Initials = z.infer<typeof Initials>;

export const SchoolYear = z
  .enum(['N', 'R', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13'])
  .brand<'SchoolYear'>();
/** N nursery, R reception, then 1 to 13. */
export type SchoolYear = z.infer<typeof SchoolYear>;

export const Address = z.email().max(254).toLowerCase().brand<'Address'>();
/** A mail address, in lower case. */
export type Address = z.infer<typeof Address>;

export const Colleague = z.object({ id: PersonId, name: line(120), address: Address });
/** A member of staff, as the directory has them. */
export type Colleague = z.infer<typeof Colleague>;

export const Guest = z.object({ name: words(80), role: words(60), agency: words(80), address: Address });
/** Any outsider: parent, carer, nurse, social worker. A parent's agency is `Family`. */
export type Guest = z.infer<typeof Guest>;

export const Purpose = words(200);

export const Minutes = z.int().min(15).max(180).multipleOf(5);

export const Ask = z.object({
  kind: z.literal('tac'),
  child: z.object({ initials: Initials, year: SchoolYear }),
  purpose: Purpose,
  /** UTC, ISO 8601, to the minute: `2026-11-24T15:15:00Z`. */
  start: z.iso.datetime(),
  minutes: Minutes,
  host: Colleague,
  secondAdult: Colleague,
  guests: z.array(Guest).min(1).max(20),
});
/** A complete request for a Team Around the Child meeting; nothing is left to ask, nothing is decided yet. */
export type Ask = z.infer<typeof Ask>;
