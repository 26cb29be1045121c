import type { Said } from '../agreeing/agree.ts';
import type { Standing } from '../agreeing/ledger.ts';
import { pupilAttends, type Reference } from '../meetings/ask.ts';
import { agreements, ways } from '../register/agreements.ts';
import { type Entry, stands } from '../register/entry.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  asTitle,
  button,
  type Element,
  faultLine,
  heading,
  hint,
  link,
  literal,
  notesBox,
  subheading,
  table,
} from './elements.ts';
import { agreed, agreementInWords, standingInWords, wayOnItsOwn } from './words/agreements.ts';
import { startInWords } from './words/dates.ts';
import { buttons, labels } from './words/questions.ts';
import { recording } from './words/recording.ts';

/** The verbs of the buttons about agreements; each carries the reference of a meeting, and no draft. */
export const agreementVerbs = ['agreements', 'agreement given', 'agreement withdrawn'] as const;
export type AgreementVerb = (typeof agreementVerbs)[number];

export type AgreementsView = {
  readonly entry: Entry;
  readonly standings: readonly Standing[];
  /** That it is written down, or what was wrong with what was filled in. */
  readonly note: { readonly is: 'done' | 'fault'; readonly says: string } | null;
  /** What was filled in before, as far as it can be shown again. */
  readonly chosen: Partial<Said>;
  /** London. */
  readonly today: string;
  readonly tabUrl: string;
};

/** For host and second adult: each guest with the four agreements as they stand, and one form to write one down or take it back. */
export function agreementsCard(view: AgreementsView): AdaptiveCardJson {
  const { entry, standings, note, tabUrl } = view;
  const { reference, ask } = entry;
  const each = standings.length > mostInLines ? inOneParagraph : inLines;
  return adaptiveCard(
    [
      heading(agreed.title),
      ...(note?.is === 'done' ? notesBox([note.says]) : []),
      ...(note?.is === 'fault' ? [faultLine(note.says)] : []),
      hint(agreed.what),
      hint(agreed.noBasis),
      ...(pupilAttends(ask) ? [hint(agreed.forTheChild)] : []),
      ...table([
        { label: agreed.reference, value: reference },
        { label: labels.when, value: startInWords(ask.start) },
      ]),
      ...standings.map((standing) => ({ type: 'Container', separator: true, items: each(standing) })),
      subheading(agreed.writeDown),
      ...form(view),
    ],
    [
      say(reference, 'agreement given', agreed.given, 'positive'),
      say(reference, 'agreement withdrawn', agreed.withdrawn),
      button({ title: buttons.mine, verb: 'my meetings' }),
      ...(ask.place === 'teams' && stands(entry)
        ? [button({ title: recording.button, verb: 'recording', data: { reference } })]
        : []),
      link(buttons.register, tabUrl),
    ],
  );
}

// Twenty guests with every agreement on a line of its own are more than a card can carry.
const mostInLines = 6;
const bold = (text: string) => ({ text, look: { weight: 'bolder' } }) as const;

function inLines(standing: Standing): readonly Element[] {
  const { guest } = standing;
  const lines = standingInWords(standing).map((line) => literal(line));
  return [literal(bold(guest.name), ` (${guest.role}, ${guest.agency})`), ...lines];
}

const inOneParagraph = (standing: Standing): readonly Element[] => [
  literal(bold(standing.guest.name), ` (${standing.guest.role}): ${standingInWords(standing).join(' ')}`),
];

function form({ standings, chosen, today }: AgreementsView): readonly Element[] {
  const people = standings.map(({ guest, key }) => ({
    title: `${asTitle(guest.name)}, ${asTitle(guest.role)}`,
    value: key,
  }));
  // Who was chosen before may have been taken off the list since.
  const chosenGuest = people.find(({ value }, _, { length }) => length === 1 || value === chosen.guest)?.value;
  return [
    choose('guest', agreed.guest, people, chosenGuest),
    choose(
      'agreement',
      agreed.agreement,
      agreements.map((one) => ({ title: agreementInWords[one], value: one })),
      chosen.agreement,
    ),
    choose(
      'how',
      agreed.how,
      ways.map((way) => ({ title: wayOnItsOwn[way], value: way })),
      chosen.how,
    ),
    { type: 'Input.Date', id: 'on', label: agreed.on, value: chosen.on ?? today, max: today },
  ];
}

const choose = (id: string, label: string, choices: readonly Element[], value: string | undefined): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  placeholder: agreed.choose,
  style: 'compact',
  choices,
  ...(value !== undefined && { value }),
});

const say = (reference: Reference, verb: AgreementVerb, title: string, style?: 'positive'): Element =>
  button({ title, verb, data: { reference }, inputs: 'auto', ...(style && { style }) });
