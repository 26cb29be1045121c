import type { Advice } from '../checklist/moments.ts';
import type { Opened, suggestions } from '../conversation/conversation.ts';
import type { Topic } from '../conversation/plan.ts';
import type { Ask, Colleague, Confirmation, PersonId, Reference, WayOfChecking } from '../meetings/ask.ts';
import type { FamilyTexts } from '../meetings/joining/text-message.ts';
import type { Approver, Decision } from '../policy/decision.ts';
import type { Kind } from '../policy/kind.ts';
import type { Status } from '../register/entry.ts';
import type { Line } from '../register/line.ts';

/** What each card shows, as data. `bot/cards/card.ts` draws them; nothing here knows Adaptive Cards. */

/** Which draft a card belongs to and how old the card is; travels in every button. */
export type Live = { readonly draftId: string; readonly revision: number };

/** The verbs of every button we make (Action.Execute). The first four belong to no draft. */
export const verbs = [
  'arrange',
  'form',
  'my meetings',
  'help',
  'answer',
  'keep',
  'add guest',
  'change',
  'back',
  'send',
  'cancel',
] as const;
export type Verb = (typeof verbs)[number];

/** A line of what has been understood so far: our label, somebody's words. */
export type Known = { readonly label: string; readonly value: string };

export type GuestFields = {
  readonly name: string;
  readonly role: string;
  readonly agency: string;
  readonly address: string;
  /** What is wrong with this guest, in our words; empty when nothing is. */
  readonly faults: readonly string[];
};

/** Starts are UTC, ISO 8601. */
export type Asked =
  | { readonly about: 'kind'; readonly kinds: readonly KindChoice[] }
  | { readonly about: 'urgency' }
  | { readonly about: 'year'; readonly year: string }
  | {
      readonly about: 'colleagues';
      readonly colleagues: readonly Colleague[];
      readonly chosen: readonly PersonId[];
      /** Purpose and length as they will be unless they are typed over; `null` where they have questions of their own. */
      readonly usual: { readonly purpose: string; readonly minutes: string } | null;
    }
  | { readonly about: 'child attends' }
  | { readonly about: 'child'; readonly initials: string; readonly year: string }
  | { readonly about: 'purpose' }
  | {
      readonly about: 'second adult';
      readonly candidates: readonly Colleague[];
      readonly offered: 'of that name' | (typeof suggestions)[number];
      readonly colleagues: readonly Colleague[];
    }
  /** `usual`: the length that most meetings of this kind have. */
  | { readonly about: 'length'; readonly usual: number | null }
  | {
      readonly about: 'when';
      /** What may have been meant; not looked up. */
      readonly meant: readonly string[];
      /** The colleagues whose calendars were looked into, besides the host. */
      readonly others: readonly string[];
      /** When host and colleagues are all free. */
      readonly free: readonly string[];
      /** The start that was asked for, when it is taken and may be kept all the same. */
      readonly keep: string | null;
      /** What the law or the school asks about the date, a sentence each. */
      readonly notice: readonly string[];
      readonly date: string;
      readonly time: string;
    }
  | {
      readonly about: 'guests';
      readonly guests: readonly GuestFields[];
      readonly canAdd: boolean;
      /** Professionals met before, to be ticked; the places of those who are. */
      readonly book: readonly Met[];
      readonly picked: readonly number[];
      /** Whether the register could be read for it. */
      readonly bookRead: boolean;
    }
  | { readonly about: 'change'; readonly topics: readonly Topic[] };

/** The field of the address book. */
export const bookId = 'met-before';

/** Somebody whom the school has met before, by their place in what was offered. */
export type Met = { readonly place: number; readonly name: string; readonly role: string; readonly agency: string };

/** A kind of meeting as a button, in the school's own words. */
export type KindChoice = { readonly kind: Kind; readonly title: string };

/** The fields of the one-form card, and what is beside each. */
export const fields = ['initials', 'year', 'purpose', 'person', 'minutes', 'date', 'time'] as const;
export type Field = (typeof fields)[number];

export type QuestionView = {
  readonly card: 'question';
  readonly live: Live;
  readonly kind: Kind | null;
  readonly asked: Asked;
  readonly known: readonly Known[];
  /** What the person should read first: what was wrong, or that a card was out of date. */
  readonly notes: readonly string[];
};

export type FormView = {
  readonly card: 'form';
  readonly live: Live;
  readonly values: Readonly<Record<Field, string>>;
  readonly faults: Readonly<Partial<Record<Field, string>>>;
  readonly colleagues: readonly Colleague[];
  readonly notes: readonly string[];
};

/** What can be wrong on the card of an urgent meeting, a guest's own fields apart. */
export type UrgentField = Field | 'reason' | 'people' | 'guests';

export type UrgentView = {
  readonly card: 'urgent';
  readonly live: Live;
  readonly kind: Kind | null;
  readonly known: readonly Known[];
  /** What is missing; nothing else is asked. */
  readonly asks: readonly Topic[];
  readonly values: Readonly<Record<Field, string>>;
  readonly faults: Readonly<Partial<Record<UrgentField, string>>>;
  readonly colleagues: readonly Colleague[];
  readonly chosen: readonly PersonId[];
  readonly guests: readonly GuestFields[];
  readonly notes: readonly string[];
};

/** The field of a tick on the review: what it confirms, as one word. */
export const tickId = (confirmation: Confirmation): string => `tick-${confirmation.replaceAll(' ', '-')}`;

/** The field of the choice how the new addresses were checked. */
export const checkedId = 'addresses-checked';

export type ReviewView = {
  readonly card: 'review';
  readonly live: Live;
  readonly ask: Ask;
  readonly decision: Decision;
  /** Of what the decision asks the host to confirm: what was ticked already on the card before this one. */
  readonly ticked: readonly Confirmation[];
  /** How the new addresses were checked, when that was answered on the card before this one. */
  readonly checked: WayOfChecking | null;
  /** The names of those whose addresses the school has not met before; empty when that is not known. */
  readonly newGuests: readonly string[];
  readonly warnings: readonly string[];
  /** What the packs advise while arranging, the first few. */
  readonly advice: readonly Advice[];
  readonly notes: readonly string[];
};

export type MeetingsView = {
  readonly card: 'meetings';
  readonly host: PersonId;
  readonly meetings: readonly Pick<Line, 'reference' | 'status' | 'ask'>[];
  /** How many more there are than are shown. */
  readonly more: number;
  readonly tabUrl: string;
};

export type SentView = {
  readonly card: 'sent';
  readonly reference: Reference;
  readonly how: Opened['how'];
  /** Who has been asked to say yes, by name, and on behalf of which groups; empty when nobody has to. */
  readonly approvers: readonly string[];
  readonly of: readonly Approver[];
  readonly ask: Ask;
  readonly tabUrl: string;
};

/** A card whose work is over, or that greets: our words only. `tac` is what this school calls a TAC. */
export type PlainView = { readonly card: 'help'; readonly tac: string } | { readonly card: 'cancelled' };

export type OutcomeView = {
  readonly card: 'outcome';
  readonly reference: Reference;
  readonly status: Exclude<Status, 'arranging' | 'waiting' | 'held elsewhere'>;
  readonly ask: Ask;
  /** Our sentence of what happened and what to do next, as of `bot/failure.ts`; empty when arranged. */
  readonly say: string;
  /** The invitation as text messages, for each of the family by itself; empty when there are none, or nothing was arranged. */
  readonly texts: readonly FamilyTexts[];
  readonly tabUrl: string;
};

/** `say`: what changed, or why it did not. */
export type ChangedView = {
  readonly reference: Reference;
  readonly ask: Ask;
  readonly made: boolean;
  readonly say: string;
  /** Text messages for the family; empty when they need none. */
  readonly texts: OutcomeView['texts'];
  readonly tabUrl: string;
};

/** For the safeguarding lead: neither the child's initials nor any guest. */
export type AlertView = {
  readonly card: 'alert';
  /** What happened: it was called off, or ended with a link that may still be open. */
  readonly why: 'called off' | 'link open';
  readonly reference: Reference;
  readonly host: string;
  readonly start: string;
  readonly minutes: number;
  readonly tabUrl: string;
};

export type View =
  | QuestionView
  | FormView
  | UrgentView
  | ReviewView
  | MeetingsView
  | SentView
  | PlainView
  | OutcomeView
  | AlertView;
