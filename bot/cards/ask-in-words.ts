import { lastDayForPapers } from '../conversation/wish.ts';
import {
  type Ask,
  type AskWithoutGuests,
  type Colleague,
  childOf,
  guestsOf,
  pupilAttends,
  secondAdultOf,
} from '../meetings/ask.ts';
import { type Element, hint, literal } from './elements.ts';
import type { Known } from './view.ts';
import { listInWords } from './words/approvers.ts';
import { dayInWords, lengthInWords, spanInWords } from './words/dates.ts';
import { kindWords } from './words/kinds.ts';
import { around, labels, placeWords, yearInWords } from './words/questions.ts';
import { recordingInWords } from './words/recording.ts';
import { review } from './words/review.ts';

/** The meeting in the words of the cards, the guests left out; a kind has rows only for what it has. */
export function askInWords(ask: AskWithoutGuests): readonly Known[] {
  const child = childOf(ask);
  const papers = lastDayForPapers(ask.kind, ask.start);
  return [
    { label: labels.kind, value: kindWords[ask.kind].title },
    { label: labels.place, value: ask.place === 'teams' ? '' : placeWords[ask.place] },
    { label: labels.urgency, value: ask.urgent?.reason ?? '' },
    { label: labels.child, value: child === null ? '' : `${child.initials}, ${yearInWords(child.year)}` },
    { label: labels.year, value: 'year' in ask ? yearInWords(ask.year) : '' },
    { label: labels.purpose, value: ask.purpose },
    { label: labels.when, value: spanInWords(ask.start, ask.minutes) },
    { label: labels.length, value: lengthInWords(ask.minutes) },
    { label: labels.papers, value: papers === null ? '' : dayInWords(papers) },
    { label: labels['second adult'], value: secondAdultOf(ask)?.name ?? '' },
    { label: labels.colleagues, value: few(ask.colleagues) },
    { label: labels.recording, value: ask.recording === null ? '' : recordingInWords(ask.recording) },
    { label: labels['child attends'], value: pupilAttends(ask) && ask.kind !== 'class' ? around.yes : '' },
  ].filter(({ value }) => value !== '');
}

const mostNames = 12;

const few = (colleagues: readonly Colleague[]): string => {
  const more = colleagues.length - mostNames;
  const names = colleagues.slice(0, mostNames).map(({ name }) => name);
  return listInWords(more > 0 ? [...names, around.others(more)] : names);
};

const bold = (text: string) => ({ text, look: { weight: 'bolder' } }) as const;

/** Everybody who comes, with what they get; of a meeting held elsewhere, nobody gets anything from Chaperone. */
export function whoGetsWhat(ask: Ask): readonly Element[] {
  const teams = ask.place === 'teams';
  const adult = secondAdultOf(ask);
  const guests = guestsOf(ask);
  return [
    literal(bold('You'), teams ? `: ${review.hostGets(adult !== null)}.` : ''),
    ...(adult === null ? [] : [literal(bold(adult.name), teams ? `: ${review.secondAdultGets}.` : '')]),
    ...colleaguesGet(ask),
    ...guests.map(({ name, role, agency, address }) => literal(bold(name), ` (${role}, ${agency}), ${address}`)),
    ...(guests.length > 0 && teams ? [hint(review.guestsGet)] : []),
  ];
}

function colleaguesGet({ kind, colleagues, place }: Ask): readonly Element[] {
  if (colleagues.length === 0) return [];
  const get = review.colleaguesGet[kind === 'staff' || kind === 'governors' ? 'presenting' : 'attending'];
  return [literal(bold(few(colleagues)), place === 'teams' ? `: ${get}.` : '')];
}
