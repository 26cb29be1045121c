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
  .regex(/^[A-Z]{3}-[0-9A-HJKMNP-TV-Z]{8}$/)
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

/** How the host made sure of an address before anything was first sent to it. Schools read these words in the Guests list. */
export const waysOfChecking = ['by phone', 'school records', 'in person', 'agency website'] as const;
export type WayOfChecking = (typeof waysOfChecking)[number];

export const Guest = z.object({
  name: words(80),
  role: words(60),
  agency: words(80),
  address: Address,
  /** Absent where the school had met the address before. */
  checked: z.enum(waysOfChecking).optional(),
});
/** Any outsider: parent, carer, nurse, social worker. A parent's agency is `Family`. */
export type Guest = z.infer<typeof Guest>;

export const Purpose = words(200);

export const Minutes = z.int().min(15).max(180).multipleOf(5);

/**
 * What the host has to say yes to before a request may go on, where policy asks: each is one tick on the review card, the first a choice.
 * Who ticked it and when stands in the register.
 */
export const confirmations = [
  /** How each new address was checked: of each guest it stands in `checked`, and nothing else answers this. */
  'addresses checked',
  /** An address that looks much like another is the right one all the same. */
  'look-alike address is right',
  /** Writing to this family in this way puts nobody at risk. */
  'contact is safe',
  /** Nobody on the list was held back from meetings by SLT. */
  'nobody held back',
  /** The family was offered to meet in another way. */
  'alternative offered',
  /** The family was offered to meet in person first. */
  'in person offered',
  /** The family chose to take part online, and gave their address for it. */
  'family opted in',
  /** A parent agreed that the child takes part. */
  'permission given',
  /** A parent or trusted adult stays with the child, as the pack asks. */
  'adult with the child',
  /** A video meeting with a pupil is needed and nothing less would do. */
  'video is needed',
  /** Papers went out, or will by the date shown. */
  'papers in time',
  /** Host and second adult have practised with colleagues. */
  'rehearsed',
  /** The time outside school hours suits everyone. */
  'time agreed',
  /** Nothing sensitive is shared where the meeting is held elsewhere. */
  'nothing sensitive',
  /** Procedure, safeguarding and security of the other platform have been settled. */
  'other platform settled',
] as const;
export type Confirmation = (typeof confirmations)[number];

/** Where it takes place. Chaperone makes Teams meetings; whatever is held elsewhere is written down and never made. */
export const places = ['teams', 'zoom', 'phone', 'in person'] as const;
export type Place = (typeof places)[number];

/** What a recording is for, and the day it is deleted (London). */
export const Recording = z.object({ purpose: Purpose, deleteOn: z.iso.date() });
export type Recording = z.infer<typeof Recording>;

const every = {
  purpose: Purpose,
  /** UTC, ISO 8601, to the minute: `2026-11-24T15:15:00Z`. */
  start: z.iso.datetime(),
  minutes: Minutes,
  host: Colleague,
  place: z.enum(places),
  /** Staff who come besides the host and the second adult. */
  colleagues: z.array(Colleague).max(60),
  confirmed: z.array(z.enum(confirmations)),
  /** Why it cannot wait: an urgent welfare meeting waives notice and prior authorisation, and no safeguard. */
  urgent: z.object({ reason: Purpose }).nullable(),
  /** `null`: the host is not to record. Only ever asked for of a meeting that stands. */
  recording: Recording.nullable().default(null),
};
const withSecondAdult = { ...every, secondAdult: Colleague };
const withGuests = { guests: z.array(Guest).min(1).max(20) };
const child = z.object({ initials: Initials, year: SchoolYear });

const staff = z.object({ kind: z.literal('staff'), ...every, colleagues: z.array(Colleague).min(1).max(60) });
const governors = z.object({ kind: z.literal('governors'), ...withSecondAdult });
/** About one child, who may take part (`childAttends`). */
const aboutChild = z.object({
  kind: z.enum(['tac', 'annual-review', 'parent']),
  ...withSecondAdult,
  child,
  childAttends: z.boolean(),
});
const professional = z.object({ kind: z.literal('professional'), ...withSecondAdult, child });
/** With one child. The family's addresses are the guests'. */
const focus = z.object({ kind: z.literal('focus'), ...withSecondAdult, child });
/** With a group of pupils of one year. The families' addresses are the guests'. */
const classSession = z.object({ kind: z.literal('class'), ...withSecondAdult, year: SchoolYear });

/** A complete request for a meeting; nothing is left to ask, nothing is decided yet. */
export const Ask = z.discriminatedUnion('kind', [
  staff,
  governors.extend(withGuests),
  aboutChild.extend(withGuests),
  professional.extend(withGuests),
  focus.extend(withGuests),
  classSession.extend(withGuests),
]);
export type Ask = z.infer<typeof Ask>;

/** The same as a page of the register lists it: the guests stand in a list of their own. Every `Ask` is one. */
export const AskWithoutGuests = z.discriminatedUnion('kind', [
  staff,
  governors,
  aboutChild,
  professional,
  focus,
  classSession,
]);
export type AskWithoutGuests = z.infer<typeof AskWithoutGuests>;

/** What is the same to ask of every kind; `null` and empty where the kind has none. Pure. */
export const childOf = (ask: AskWithoutGuests) => ('child' in ask ? ask.child : null);
export const secondAdultOf = (ask: AskWithoutGuests) => ('secondAdult' in ask ? ask.secondAdult : null);
export const guestsOf = (ask: Ask): readonly Guest[] => ('guests' in ask ? ask.guests : []);
/** Whether a pupil is on the call. */
export const pupilAttends = (ask: AskWithoutGuests): boolean =>
  ask.kind === 'focus' || ask.kind === 'class' || ('childAttends' in ask && ask.childAttends);
/** Whether a guest belongs to the child's family: a parent's agency is `Family`. */
export const isFamily = ({ agency }: Guest): boolean => agency.toLowerCase() === 'family';
