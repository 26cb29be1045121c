import { Temporal } from 'temporal-polyfill';
import type { Known } from '../cards/view.ts';
import { dayInWords, lengthInWords, startInWords, timeInWords } from '../cards/words/dates.ts';
import { around, labels, yearInWords } from '../cards/words/questions.ts';
import { Ask, type Colleague } from '../meetings/ask.ts';
import type { Calendars, Draft, Heard, Question } from './conversation.ts';

/** A draft fills up answer by answer, and becomes an `Ask` through `complete` and in no other way. */

const notLooked: Calendars = { found: 'not looked' };

export const begin = (id: string): Draft => ({
  id,
  revision: 0,
  initials: null,
  year: null,
  purpose: null,
  secondAdult: null,
  minutes: null,
  when: { known: 'nothing' },
  calendars: notLooked,
  mentioned: [],
  guests: [],
});

/** What the calendars said holds for one start, one length and one colleague; with any of them changed they are asked again. */
export const withStart = (draft: Draft, when: Heard): Draft => ({ ...draft, when, calendars: notLooked });
export const withMinutes = (draft: Draft, minutes: number): Draft => ({ ...draft, minutes, calendars: notLooked });
export const withAdult = (draft: Draft, secondAdult: Colleague): Draft => ({
  ...draft,
  secondAdult,
  calendars: notLooked,
});

/** The six questions, in the order they are asked. */
export const topics = [
  'child',
  'purpose',
  'second adult',
  'length',
  'when',
  'guests',
] as const satisfies readonly Question['about'][];
export type Topic = (typeof topics)[number];

const answered: Readonly<Record<Topic, (draft: Draft) => boolean>> = {
  child: ({ initials, year }) => initials !== null && year !== null,
  purpose: ({ purpose }) => purpose !== null,
  'second adult': ({ secondAdult }) => secondAdult !== null,
  length: ({ minutes }) => minutes !== null,
  when: ({ when, calendars }) => when.known === 'start' && calendars.found !== 'not looked',
  guests: ({ guests }) => guests.length > 0,
};

/** The first question that is still open; `null` when none is. */
export const openTopic = (draft: Draft): Topic | null => topics.find((topic) => !answered[topic](draft)) ?? null;

/** Nothing has been said of it yet. */
export const isBlank = (draft: Draft): boolean =>
  topics.every((topic) => !answered[topic](draft)) && draft.mentioned.length === 0 && draft.initials === null;

/** @returns the ask, parsed, or `null` while anything is missing */
export function complete(draft: Draft, host: Colleague): Ask | null {
  if (openTopic(draft) !== null || draft.when.known !== 'start') return null;
  const { initials, year, purpose, minutes, secondAdult, guests } = draft;
  const ask = {
    kind: 'tac',
    child: { initials, year },
    purpose,
    start: draft.when.start,
    minutes,
    host,
    secondAdult,
    guests,
  };
  return Ask.safeParse(ask).data ?? null;
}

/** What is known so far, for the top of every question. */
export function knownSoFar(draft: Draft): readonly Known[] {
  const { initials, year, purpose, secondAdult, minutes, guests, mentioned } = draft;
  const child = [initials, year === null ? null : yearInWords(year)].filter((part) => part !== null).join(', ');
  const all = guests.length > 0 ? guests.map(({ name }) => name) : mentioned.map(({ role }) => role);
  const people = all.length > 6 ? [...all.slice(0, 5), around.andMore(all.length - 5)] : all;
  const toCome = guests.length === 0 && mentioned.length > 0 ? ` (${around.detailsToCome})` : '';
  return [
    { label: labels.child, value: child },
    { label: labels.purpose, value: purpose ?? '' },
    { label: labels['second adult'], value: secondAdult?.name ?? '' },
    { label: labels.length, value: minutes === null ? '' : lengthInWords(minutes) },
    { label: labels.when, value: whenInWords(draft.when) },
    { label: labels.guests, value: people.join(', ') + toCome },
  ].filter(({ value }) => value !== '');
}

function whenInWords(heard: Heard): string {
  if (heard.known === 'start') return startInWords(heard.start);
  if (heard.known !== 'part') return '';
  const day = heard.day === null ? '' : dayInWords(Temporal.PlainDate.from(heard.day));
  const time = heard.time === null ? '' : timeInWords(Temporal.PlainTime.from(heard.time));
  return [day, time].filter((part) => part !== '').join(', ');
}
