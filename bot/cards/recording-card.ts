import { allAgreedToRecording, type Standing } from '../agreeing/ledger.ts';
import type { Recording, Reference } from '../meetings/ask.ts';
import type { Decision } from '../policy/decision.ts';
import type { Statement } from '../register/agreements.ts';
import type { Entry } from '../register/entry.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  bullets,
  button,
  type Element,
  faultLine,
  heading,
  hint,
  literal,
  subheading,
  table,
} from './elements.ts';
import { agreed } from './words/agreements.ts';
import { listInWords } from './words/approvers.ts';
import { dateInWords, startInWords } from './words/dates.ts';
import { labels } from './words/questions.ts';
import { recording as words } from './words/recording.ts';

/** The verbs of the buttons about a recording; each carries the reference of a meeting, and no draft. */
export const recordingVerbs = ['recording', 'open recording', 'close recording'] as const;
export type RecordingVerb = (typeof recordingVerbs)[number];

export type RecordingView = {
  readonly entry: Entry;
  readonly standings: readonly Standing[];
  readonly statements: readonly Statement[];
  /** What was filled in before, as far as it can be shown again. */
  readonly chosen: Partial<Recording>;
  readonly fault: string | null;
  /** Where policy stands in the way. */
  readonly refused: Pick<Decision, 'because' | 'instead'> | null;
};

/** What a recording needs and what of it is missing, with the two fields that open it; of an open one, what it is for and the button that closes it. */
export function recordingCard(view: RecordingView): AdaptiveCardJson {
  const { entry } = view;
  const { reference, ask } = entry;
  const about = [
    { label: words.reference, value: reference },
    { label: labels.when, value: startInWords(ask.start) },
  ];
  if (ask.recording !== null) return openCard(reference, [...about, ...recordingRows(ask.recording)]);
  const { fault, refused, chosen } = view;
  return adaptiveCard(
    [
      heading(refused === null ? words.title : words.refusedTitle),
      ...(fault === null ? [] : [faultLine(fault)]),
      ...(refused === null ? [hint(words.hint), ...bullets(words.needs)] : why(refused)),
      ...table(about),
      ...whoAgreed(view),
      { type: 'Input.Text', id: 'purpose', label: words.purpose, maxLength: 200, ...text(chosen.purpose) },
      { type: 'Input.Date', id: 'deleteOn', label: words.deleteOn, ...text(chosen.deleteOn) },
    ],
    [
      button({ title: words.open, verb: 'open recording', data: { reference }, inputs: 'auto', style: 'positive' }),
      button({ title: agreed.button(reference), verb: 'agreements', data: { reference } }),
    ],
  );
}

const openCard = (reference: Reference, rows: Parameters<typeof table>[0]): AdaptiveCardJson =>
  adaptiveCard(
    [heading(words.openTitle), ...table(rows)],
    [button({ title: words.close, verb: 'close recording', data: { reference }, style: 'destructive' })],
  );

const recordingRows = ({ purpose, deleteOn }: Recording) => [
  { label: words.purpose, value: purpose },
  { label: words.deleteOn, value: dateInWords(deleteOn) },
];

const text = (value: string | undefined) => (value === undefined ? {} : { value });

function whoAgreed({ entry, standings, statements }: RecordingView): readonly Element[] {
  if (allAgreedToRecording(entry, statements)) return [hint(words.all)];
  const missing = standings.filter(({ agreed: stands }) => stands['be recorded']?.says !== 'given');
  const names = listInWords(missing.map(({ guest }) => guest.name));
  return [subheading(words.notYet), ...(names === '' ? [hint(agreed.forTheChild)] : [literal(names)])];
}

const why = ({ because, instead }: NonNullable<RecordingView['refused']>): readonly Element[] => [
  subheading(words.because),
  ...because.map(({ id, says }) => literal({ text: `${id} `, look: { weight: 'bolder' } }, says)),
  ...(instead.length === 0 ? [] : [subheading(words.instead), ...bullets(instead)]),
];
