import type { AftercareVerb } from './aftercare-card.ts';
import type { AgreementVerb } from './agreements-card.ts';
import type { ApprovalVerb } from './authorisation-card.ts';
import type { ChangeVerb } from './change-card.ts';
import type { ChecklistVerb } from './checklist-card.ts';
import type { ConcernVerb } from './concern-card.ts';
import type { RecordingVerb } from './recording-card.ts';
import type { ReviewVerb } from './reviewing-card.ts';
import type { SecondAdultVerb } from './second-adult-card.ts';
import type { Known, Live, Verb } from './view.ts';
import { help } from './words/review.ts';

/**
 * The few Adaptive Card elements we use (https://adaptivecards.io/explorer). Two rules hold in all of them:
 * a TextBlock carries our own fixed words only, because Teams reads Markdown and `{{DATE()}}` in it;
 * whatever anybody typed, and every name, goes into TextRuns, which show text as it is.
 */

export type Element = Readonly<Record<string, unknown>>;
/** An Adaptive Card 1.5 as JSON. */
export type AdaptiveCardJson = Readonly<Record<string, unknown>>;

export const heading = (text: string): Element => ({
  type: 'TextBlock',
  text,
  wrap: true,
  size: 'medium',
  weight: 'bolder',
  style: 'heading',
});

export const subheading = (text: string): Element => ({
  type: 'TextBlock',
  text,
  wrap: true,
  weight: 'bolder',
  spacing: 'medium',
});

export const hint = (text: string): Element => ({
  type: 'TextBlock',
  text,
  wrap: true,
  isSubtle: true,
  spacing: 'small',
});

/** A name of the directory's where only a title can stand, which Teams reads Markdown in: without the signs that would mean something. */
export const asTitle = (name: string): string => name.replace(/[[\]{}<>*_`~|\\$#!]/g, '');

export type Look = {
  readonly weight?: 'bolder';
  readonly color?: 'attention' | 'warning' | 'good';
  readonly isSubtle?: true;
};

// Only DATE and TIME behind two braces mean anything in a run; cut between the braces, they mean nothing and look the same.
const runs = (text: string, look: Look): readonly Element[] =>
  text.split(/(?<=[{$])(?=\{)/).map((piece) => ({ type: 'TextRun', text: piece, ...look }));

export type Words = string | { readonly text: string; readonly look: Look };

/** A paragraph that shows exactly what it is given. */
export const literal = (...words: readonly Words[]): Element => ({
  type: 'RichTextBlock',
  spacing: 'small',
  inlines: words.flatMap((word) => (typeof word === 'string' ? runs(word, {}) : runs(word.text, word.look))),
});

export const bullets = (lines: readonly string[]): readonly Element[] => lines.map((line) => literal(`• ${line}`));

/** What the person should read first. */
export const notesBox = (notes: readonly string[]): readonly Element[] =>
  notes.length === 0
    ? []
    : [{ type: 'Container', style: 'accent', items: notes.map((note) => literal(note)), bleed: false }];

export const warningsBox = (title: string, warnings: readonly string[]): readonly Element[] =>
  warnings.length === 0
    ? []
    : [{ type: 'Container', style: 'warning', items: [subheading(title), ...bullets(warnings)] }];

/** Beside a field that was not right. */
export const faultLine = (text: string): Element => ({
  ...literal({ text, look: { color: 'attention', weight: 'bolder' } }),
  spacing: 'medium',
});

/** Label and value in two columns, narrow enough for a phone. */
export const table = (rows: readonly Known[]): readonly Element[] =>
  rows.map(({ label, value }) => ({
    type: 'ColumnSet',
    spacing: 'small',
    columns: [
      {
        type: 'Column',
        width: '96px',
        items: [{ type: 'TextBlock', text: label, wrap: true, isSubtle: true, spacing: 'small' }],
      },
      { type: 'Column', width: 'stretch', items: [literal(value)] },
    ],
  }));

type Button = {
  readonly title: string;
  readonly verb:
    | Verb
    | ApprovalVerb
    | AgreementVerb
    | ChangeVerb
    | ChecklistVerb
    | AftercareVerb
    | ConcernVerb
    | RecordingVerb
    | ReviewVerb
    | SecondAdultVerb;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly style?: 'positive' | 'destructive';
  /** Whether what was filled in goes with it. */
  readonly inputs?: 'auto' | 'none';
};

export const button = ({ title, verb, data = {}, style, inputs = 'none' }: Button): Element => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  associatedInputs: inputs,
  ...(style && { style }),
});

/** A button of a draft's card. The draft and the revision come last: nothing can stand in their place. */
export const liveButton = (live: Live, one: Button): Element => button({ ...one, data: { ...one.data, ...live } });

/** @param wide how many fit side by side on a phone */
export const buttonRows = (actions: readonly Element[], wide: number): readonly Element[] =>
  Array.from({ length: Math.ceil(actions.length / wide) }, (_, row) => ({
    type: 'ActionSet',
    spacing: 'small',
    actions: actions.slice(row * wide, (row + 1) * wide),
  }));

export const link = (title: string, url: string): Element => ({ type: 'Action.OpenUrl', title, url });

export const adaptiveCard = (body: readonly Element[], actions: readonly Element[] = []): AdaptiveCardJson => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: help.fallback,
  body,
  ...(actions.length > 0 && { actions }),
});

/** Shown when its button is pressed, and hidden again. */
export const folded = (id: string, title: string, items: readonly Element[]): readonly Element[] =>
  foldedTogether([{ id, title, items }]);

/** Several of them, their buttons side by side. */
export const foldedTogether = (
  folds: readonly { readonly id: string; readonly title: string; readonly items: readonly Element[] }[],
): readonly Element[] => [
  {
    type: 'ActionSet',
    actions: folds.map(({ id, title }) => ({ type: 'Action.ToggleVisibility', title, targetElements: [id] })),
  },
  ...folds.map(({ id, items }) => ({ type: 'Container', id, isVisible: false, items })),
];

/**
 * A card may have 28 KB in all (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages, older pages).
 * What a school's own pack adds to a card is cut at less, as the channel adds something of its own.
 */
export const fits = (card: AdaptiveCardJson): boolean =>
  new TextEncoder().encode(JSON.stringify(card)).length <= mostBytes;
const mostBytes = 26_000;
