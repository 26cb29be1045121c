import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import type { Known } from '../cards/view.ts';
import { dayInWords, lengthInWords, startInWords, timeInWords } from '../cards/words/dates.ts';
import { kindWords } from '../cards/words/kinds.ts';
import { around, labels, placeWords, yearInWords } from '../cards/words/questions.ts';
import { Ask, type Colleague, isFamily } from '../meetings/ask.ts';
import type { Kind } from '../policy/kind.ts';
import type { Calendars, Draft, Heard } from './conversation.ts';
import { hasChild, hasSecondAdult, minutesOf, plans, purposeOf, type Topic } from './plan.ts';

/** A draft fills up answer by answer, and becomes an `Ask` through `complete` and in no other way. */

const notLooked: Calendars = { found: 'not looked' };

export const begin = (id: string, kind: Kind | null = null): Draft => ({
  id,
  revision: 0,
  kind,
  place: 'teams',
  urgent: false,
  reason: null,
  initials: null,
  year: null,
  purpose: null,
  secondAdult: null,
  colleagues: [],
  minutes: null,
  when: { known: 'nothing' },
  calendars: notLooked,
  mentioned: [],
  guests: [],
  childAttends: null,
});

/** What the calendars said holds for one start, one length and these colleagues; with any of them changed they are asked again. */
export const withStart = (draft: Draft, when: Heard): Draft => ({ ...draft, when, calendars: notLooked });
export const withMinutes = (draft: Draft, minutes: number): Draft => ({ ...draft, minutes, calendars: notLooked });
export const withAdult = (draft: Draft, secondAdult: Colleague): Draft => ({
  ...draft,
  secondAdult,
  calendars: notLooked,
});
export const withColleagues = (draft: Draft, colleagues: readonly Colleague[]): Draft => ({
  ...draft,
  colleagues: [...colleagues],
  calendars: notLooked,
});
/** What was said for another kind is kept, as far as the new one asks it. */
export const withKind = (draft: Draft, kind: Kind): Draft =>
  kind === draft.kind ? draft : { ...draft, kind, calendars: notLooked };

const answered: Readonly<Record<Topic, (draft: Draft) => boolean>> = {
  kind: ({ kind }) => kind !== null,
  urgency: ({ urgent, reason }) => !urgent || reason !== null,
  child: ({ initials, year }) => initials !== null && year !== null,
  year: ({ year }) => year !== null,
  purpose: (draft) => purposeOf(draft) !== null,
  'second adult': ({ secondAdult }) => secondAdult !== null,
  colleagues: ({ colleagues }) => colleagues.length > 0,
  length: (draft) => minutesOf(draft) !== null,
  when: ({ when, calendars }) => when.known === 'start' && calendars.found !== 'not looked',
  guests: ({ kind, guests }) => guests.length > 0 && !(kind === 'professional' && guests.some(isFamily)),
  'child attends': ({ childAttends }) => childAttends !== null,
};

/** Every question that is still open, in order. */
export function openTopics(draft: Draft): readonly Topic[] {
  const asked: readonly Topic[] = ['kind', 'urgency', ...(draft.kind === null ? [] : plans[draft.kind].asks)];
  return asked.filter((topic) => !answered[topic](draft));
}

/** The first of them; `null` when none is. */
export const openTopic = (draft: Draft): Topic | null => openTopics(draft)[0] ?? null;

/** Nothing has been said of it yet, beyond its kind. */
export const isBlank = (draft: Draft): boolean =>
  isDeepStrictEqual({ ...draft, revision: 0, kind: null }, begin(draft.id));

/** Besides the second adult: nobody comes twice. */
export const otherColleagues = ({ kind, secondAdult, colleagues }: Draft): readonly Colleague[] =>
  hasSecondAdult(kind) ? colleagues.filter(({ id }) => id !== secondAdult?.id) : colleagues;

/** Everybody who comes from the school, the host first. */
export function comingFromSchool(draft: Draft, host: Colleague): readonly Colleague[] {
  const secondAdult = hasSecondAdult(draft.kind) && draft.secondAdult !== null ? [draft.secondAdult] : [];
  return [host, ...secondAdult, ...otherColleagues(draft)];
}

/** Microsoft answers for twenty calendars at a time (https://learn.microsoft.com/graph/api/calendar-getschedule). */
export const mostCalendars = 20;

/** Whose calendars are looked into. */
export const concerned = (draft: Draft, host: Colleague): readonly Colleague[] =>
  comingFromSchool(draft, host).slice(0, mostCalendars);

/** @returns the ask, parsed, with nothing ticked yet, or `null` while anything is missing */
export function complete(draft: Draft, host: Colleague): Ask | null {
  if (openTopic(draft) !== null || draft.when.known !== 'start') return null;
  const { kind, initials, year, secondAdult, guests, place, urgent, reason, childAttends } = draft;
  const ask = {
    kind,
    child: { initials, year },
    year,
    purpose: purposeOf(draft),
    start: draft.when.start,
    minutes: minutesOf(draft),
    host,
    secondAdult,
    colleagues: otherColleagues(draft),
    guests,
    place,
    confirmed: [],
    urgent: urgent ? { reason } : null,
    childAttends: childAttends ?? false,
  };
  // Each kind's own schema takes what that kind has, and leaves the rest.
  return Ask.safeParse(ask).data ?? null;
}

/** What is known so far, for the top of every question. */
export function knownSoFar(draft: Draft): readonly Known[] {
  const { kind, initials, year, minutes, place, reason, childAttends } = draft;
  const secondAdult = hasSecondAdult(kind) ? draft.secondAdult : null;
  const child = [initials, year === null ? null : yearInWords(year)].filter((part) => part !== null).join(', ');
  const attends = childAttends === null ? '' : childAttends ? around.yes : around.no;
  return [
    { label: labels.kind, value: kind === null ? '' : kindWords[kind].title },
    { label: labels.place, value: place === 'teams' ? '' : placeWords[place] },
    { label: labels.urgency, value: reason ?? '' },
    { label: hasChild(kind) ? labels.child : labels.year, value: child },
    { label: labels.purpose, value: draft.purpose ?? '' },
    { label: labels['second adult'], value: secondAdult?.name ?? '' },
    { label: labels.colleagues, value: few(otherColleagues(draft).map(({ name }) => name)) },
    { label: labels.length, value: minutes === null ? '' : lengthInWords(minutes) },
    { label: labels.when, value: whenInWords(draft.when) },
    { label: labels.guests, value: guestsInWords(draft) },
    { label: labels['child attends'], value: attends },
  ].filter(({ value }) => value !== '');
}

function guestsInWords({ guests, mentioned }: Draft): string {
  if (guests.length > 0) return few(guests.map(({ name }) => name));
  return mentioned.length === 0 ? '' : `${few(mentioned.map(({ role }) => role))} (${around.detailsToCome})`;
}

const few = (people: readonly string[]): string =>
  (people.length > 6 ? [...people.slice(0, 5), around.andMore(people.length - 5)] : people).join(', ');

function whenInWords(heard: Heard): string {
  if (heard.known === 'start') return startInWords(heard.start);
  if (heard.known !== 'part') return '';
  const day = heard.day === null ? '' : dayInWords(Temporal.PlainDate.from(heard.day));
  const time = heard.time === null ? '' : timeInWords(Temporal.PlainTime.from(heard.time));
  return [day, time].filter((part) => part !== '').join(', ');
}
