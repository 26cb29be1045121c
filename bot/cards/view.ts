import type { Ask, Colleague, PersonId, Reference } from '../meetings/ask.ts';
import type { Decision } from '../policy/decision.ts';
import type { Listed, Status } from '../register/entry.ts';

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
  | { readonly about: 'child'; readonly initials: string; readonly year: string }
  | { readonly about: 'purpose' }
  | {
      readonly about: 'second adult';
      readonly candidates: readonly Colleague[];
      readonly colleagues: readonly Colleague[];
    }
  | { readonly about: 'length' }
  | {
      readonly about: 'when';
      /** What may have been meant; not looked up. */
      readonly meant: readonly string[];
      readonly secondAdult: string;
      /** When host and second adult are both free. */
      readonly free: readonly string[];
      /** The start that was asked for, when it is taken and may be kept all the same. */
      readonly keep: string | null;
      readonly date: string;
      readonly time: string;
    }
  | { readonly about: 'guests'; readonly guests: readonly GuestFields[]; readonly canAdd: boolean }
  | { readonly about: 'change' };

/** The fields of the one-form card, and what is beside each. */
export const fields = ['initials', 'year', 'purpose', 'person', 'minutes', 'date', 'time'] as const;
export type Field = (typeof fields)[number];

export type QuestionView = {
  readonly card: 'question';
  readonly live: Live;
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

export type ReviewView = {
  readonly card: 'review';
  readonly live: Live;
  readonly ask: Ask;
  readonly decision: Decision;
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
};

export type MeetingsView = {
  readonly card: 'meetings';
  readonly host: PersonId;
  readonly meetings: readonly Pick<Listed, 'reference' | 'status' | 'ask'>[];
  /** How many more there are than are shown. */
  readonly more: number;
  readonly tabUrl: string;
};

export type SentView = {
  readonly card: 'sent';
  readonly reference: Reference;
  readonly ask: Ask;
  readonly tabUrl: string;
};

/** A card whose work is over, or that greets: our words only. */
export type PlainView = { readonly card: 'help' } | { readonly card: 'cancelled' };

export type OutcomeView = {
  readonly card: 'outcome';
  readonly reference: Reference;
  readonly status: Exclude<Status, 'arranging'>;
  readonly ask: Ask;
  /** Our sentence of what happened and what to do next, as of `bot/failure.ts`; empty when arranged. */
  readonly say: string;
  readonly tabUrl: string;
};

/** For the safeguarding lead: neither the child's initials nor any guest. */
export type AlertView = {
  readonly card: 'alert';
  readonly reference: Reference;
  readonly host: string;
  readonly start: string;
  readonly minutes: number;
  readonly tabUrl: string;
};

export type View = QuestionView | FormView | ReviewView | MeetingsView | SentView | PlainView | OutcomeView | AlertView;
