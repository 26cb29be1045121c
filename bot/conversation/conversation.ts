import { z } from 'zod';
import type { View } from '../cards/view.ts';
import type { Advice } from '../checklist/moments.ts';
import type { FailureKind } from '../failure.ts';
import {
  Address,
  Ask,
  Colleague,
  Guest,
  Initials,
  Minutes,
  PersonId,
  Purpose,
  places,
  Reference,
  SchoolYear,
} from '../meetings/ask.ts';
import { Decision } from '../policy/decision.ts';
import type { Fact } from '../policy/fact.ts';
import { type Kind, kinds } from '../policy/kind.ts';
import type { School } from '../policy/school.ts';
import type { Line } from '../register/line.ts';

/**
 * What one person's chat with Chaperone remembers, hears and answers. `converse` (converse.ts) is the function over these types.
 * Memory lies in a blob as JSON, so it is parsed on the way in like everything else.
 */

const Utc = z.iso.datetime();
const Day = z.iso.date();
const TimeOfDay = z.string().regex(/^\d{2}:\d{2}$/);

/** Somebody the first line mentioned by what they are; the details are asked for later. */
export const Mentioned = z.object({ role: z.string().max(60), agency: z.string().max(80) });
export type Mentioned = z.infer<typeof Mentioned>;

/** How far the start is known. Days and times of day are as the clock on a wall in London shows them; `start` is UTC. */
export const Heard = z.discriminatedUnion('known', [
  z.object({ known: z.literal('nothing') }),
  z.object({ known: z.literal('start'), start: Utc }),
  z.object({
    known: z.literal('part'),
    day: Day.nullable(),
    /** The time of day that was said; `null` with bounds or a hint when only a part of the day was. */
    time: TimeOfDay.nullable(),
    around: TimeOfDay.nullable(),
    earliest: TimeOfDay.nullable(),
    latest: TimeOfDay.nullable(),
  }),
  /** Something was said that cannot be taken as it stands: why, in our words, and what may have been meant. */
  z.object({
    known: z.literal('unclear'),
    why: z.string().max(400),
    perhaps: z.array(Utc).max(3),
    /** The day, when only the time of day was not clear. */
    day: Day.nullable(),
    near: Utc.nullable(),
  }),
]);
export type Heard = z.infer<typeof Heard>;

/** What the calendars of the host and the colleagues said of the start; forgotten whenever start, length or colleagues change. */
export const Calendars = z.discriminatedUnion('found', [
  z.object({ found: z.literal('not looked') }),
  z.object({ found: z.literal('free') }),
  z.object({ found: z.literal('busy, kept'), who: z.array(z.string()).min(1) }),
  z.object({ found: z.literal('unreadable') }),
]);
export type Calendars = z.infer<typeof Calendars>;

/** A meeting being put together. Becomes an `Ask` only through `complete` (draft.ts). */
export const Draft = z.object({
  id: z.guid(),
  /** Goes up with every card that replaces the one before it, so that an older card can be told from the current one. */
  revision: z.int().nonnegative(),
  kind: z.enum(kinds).nullable(),
  place: z.enum(places),
  /** The first line called it urgent; then a reason is asked for. */
  urgent: z.boolean(),
  reason: Purpose.nullable(),
  initials: Initials.nullable(),
  year: SchoolYear.nullable(),
  /** `null` until somebody said it; some kinds have a usual one (plan.ts). The same goes for the length. */
  purpose: Purpose.nullable(),
  secondAdult: Colleague.nullable(),
  colleagues: z.array(Colleague).max(60),
  minutes: Minutes.nullable(),
  when: Heard,
  calendars: Calendars,
  mentioned: z.array(Mentioned).max(20),
  guests: z.array(Guest).max(20),
  childAttends: z.boolean().nullable(),
});
export type Draft = z.infer<typeof Draft>;

/**
 * Which colleagues are offered as second adult: who is free then; who may be, their calendars being unreadable; who was before,
 * while the start is not known.
 */
export const suggestions = ['free then', 'perhaps free', 'before'] as const;

/** What the current card asks, with all that is needed to draw that card again. */
export const Question = z.discriminatedUnion('about', [
  z.object({ about: z.literal('kind') }),
  z.object({ about: z.literal('urgency') }),
  z.object({ about: z.literal('child') }),
  z.object({ about: z.literal('year') }),
  z.object({ about: z.literal('purpose') }),
  z.object({ about: z.literal('colleagues') }),
  z.object({ about: z.literal('child attends') }),
  z.object({
    about: z.literal('second adult'),
    candidates: z.array(PersonId).max(10),
    /** Why these are offered. A memory that was written before anybody was offered has those of the name that was said. */
    offered: z.enum(['of that name', ...suggestions]).default('of that name'),
  }),
  z.object({ about: z.literal('length') }),
  z.object({
    about: z.literal('when'),
    calendars: z.enum(['read', 'unreadable', 'not looked']),
    /** Readings of what was said that may have been meant. */
    meant: z.array(Utc).max(3),
    /** Starts at which the host and the colleagues whose calendars were read are all free. */
    free: z.array(Utc).max(3),
    /** Names of the colleagues who are busy at the start that was asked for. */
    busy: z.array(z.string()).max(20),
  }),
  z.object({
    about: z.literal('guests'),
    rows: z.int().min(1).max(20),
    /** Professionals met before, who can be ticked: each by its place. */
    book: z.array(Guest).max(15).default([]),
    /** Whether the register could be read for it. */
    bookRead: z.boolean().default(true),
  }),
  z.object({ about: z.literal('everything') }),
  /** All that is missing of an urgent meeting; `rows` for guests. */
  z.object({ about: z.literal('urgent'), rows: z.int().min(1).max(20) }),
  /** Which answer to change. */
  z.object({ about: z.literal('change') }),
]);
export type Question = z.infer<typeof Question>;

/** A draft that is over: so that an old card says what became of it. */
export const Ended = z.discriminatedUnion('how', [
  z.object({ how: z.literal('sent'), draftId: z.guid(), reference: Reference }),
  z.object({ how: z.literal('cancelled'), draftId: z.guid() }),
]);
export type Ended = z.infer<typeof Ended>;

const past = z.array(Ended).max(10);
const notes = z.array(z.string());

/** `finding times`, `opening book`, `finding colleagues`, `deciding` and `sending` last only until the shell answers the intent that came with them. */
export const Memory = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle'), past }),
  z.object({ state: z.literal('asking'), past, draft: Draft, question: Question }),
  z.object({
    state: z.literal('finding times'),
    past,
    draft: Draft,
    from: Utc,
    to: Utc,
    /** `check`: a start that is free needs no question. `ask`: the person wants to be asked. */
    lookingTo: z.enum(['check', 'ask']),
    notes,
  }),
  z.object({ state: z.literal('opening book'), past, draft: Draft, notes }),
  z.object({ state: z.literal('finding colleagues'), past, draft: Draft, notes }),
  z.object({
    state: z.literal('deciding'),
    past,
    draft: Draft,
    ask: Ask,
    /** The decision on which the host pressed the review's button, having ticked all it asked; `null` before any review. */
    pressed: Decision.nullable(),
    notes,
  }),
  /** What is sent is exactly the ask that was shown. */
  z.object({
    state: z.literal('reviewing'),
    past,
    draft: Draft,
    ask: Ask,
    decision: Decision,
    /** The guests' addresses that the school has not met before. */
    newAddresses: z.array(Address).max(20).default([]),
  }),
  z.object({ state: z.literal('sending'), past, draft: Draft, ask: Ask, decision: Decision }),
]);
export type Memory = z.infer<typeof Memory>;

/** The memory of somebody who never spoke to us, or whose memory cannot be read. */
export const nothingYet: Memory = { state: 'idle', past: [] };

/** One stretch of one person's calendar that is not free; UTC. */
export type Busy = { readonly person: PersonId; readonly from: string; readonly to: string };

/** What `my meetings` shows of a row of the register. */
export type MeetingLine = Pick<Line, 'reference' | 'status' | 'ask'>;

/** What the register shows of a person's own meetings; `unreadable`: how many of them somebody has edited out of shape. */
export type Mine = { readonly lines: readonly MeetingLine[]; readonly unreadable: number };

/** What reaches the conversation: what the person said or tapped, and the shell's answers to our intents. */
export type Input =
  | { readonly kind: 'said'; readonly text: string }
  /** An Action.Execute: its verb, and its data with the card's inputs merged in. Unparsed. */
  | { readonly kind: 'tapped'; readonly verb: string; readonly data: unknown }
  /** Answers `find times`: everything busy of all the people asked for, or that it could not be read. */
  | { readonly kind: 'times'; readonly busy: Fact<readonly Busy[]> }
  /** Answers `open address book`. */
  | { readonly kind: 'book'; readonly people: Fact<readonly Guest[]> }
  /** Answers `suggest second adult`: in the order they are offered, and never the host. */
  | {
      readonly kind: 'suggested';
      readonly offered: (typeof suggestions)[number];
      readonly people: readonly PersonId[];
    }
  /** Answers `review`; the guests' addresses that the school has not met before beside it, as far as that is known. */
  | { readonly kind: 'decided'; readonly decision: Decision; readonly newAddresses: readonly Address[] }
  /** Answer `schedule`: the row is in the register, or it is not. */
  | Opened
  /** `wrong`: what ICT has to put right, where it is known. */
  | { readonly kind: 'not opened'; readonly failure: FailureKind; readonly wrong?: string | undefined }
  /** Answers `list mine`. */
  | { readonly kind: 'mine'; readonly meetings: Fact<Mine> };

/**
 * The row is in the register. `arranging`: it is made in Teams now. `waiting`: somebody has to say yes first, and has been asked.
 * `written down`: it is held elsewhere, and nothing else happens.
 */
export type Opened = { readonly kind: 'opened'; readonly reference: Reference } & (
  | { readonly how: 'arranging' | 'written down' }
  /** The names of those who may say yes and have been asked; empty when they could not be looked up just now. */
  | { readonly how: 'waiting'; readonly approvers: readonly string[] }
);

/** What the shell knows before it asks us. */
export type Surroundings = {
  readonly host: Colleague;
  /** All staff; the host may be among them. */
  readonly colleagues: Fact<readonly Colleague[]>;
  /** Lower case, the pupils' domain included; sub-domains count as the school's too. */
  readonly schoolDomains: readonly string[];
  /** What this school calls things; as in its settings file. */
  readonly words: School['words'];
  /** What the packs advise while a meeting of this kind is arranged, blanks filled in. */
  readonly adviceFor: (kind: Kind) => readonly Advice[];
  /** Where the register opens inside Teams. */
  readonly tabUrl: string;
  /** A fresh UUID for a draft that may begin in this turn. */
  readonly newId: string;
};

/** What the shell is to do next, answering with the input named beside each. */
export type Intent =
  /** → `times`. Busy stretches of these people between two UTC instants. */
  | { readonly do: 'find times'; readonly from: string; readonly to: string; readonly people: readonly Colleague[] }
  /** → `book`. Professionals whom this school has met before. */
  | { readonly do: 'open address book' }
  /** → `suggested`. `start`: UTC, `null` while it is not known. */
  | { readonly do: 'suggest second adult'; readonly start: string | null; readonly minutes: number }
  /** → `decided`. */
  | { readonly do: 'review'; readonly ask: Ask }
  /** → `opened` or `not opened`. The same draftId always means the same meeting, however often it comes. */
  | { readonly do: 'schedule'; readonly ask: Ask; readonly draftId: string }
  /** → `mine`. */
  | { readonly do: 'list mine' };

/** Text is plain (`textFormat: 'plain'`) and carries nothing a person typed; cards are data until `bot/cards` draws them. */
export type Reply = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'card'; readonly view: View };

/**
 * What comes of one input. The shell does `intent`, if any, and comes back with its answer and this memory; the replies of
 * all rounds are sent in order. After a tap there is at most one card in them: it takes the tapped card's place.
 */
export type Turn = { readonly memory: Memory; readonly replies: readonly Reply[]; readonly intent: Intent | null };
