import { type Day, inLondon, type Moment, toUtc, zone } from '../london.ts';
import type { Ask } from '../meetings/ask.ts';
import type { School } from './school.ts';

/** When a meeting takes place by the clock on the school's wall, and what its calendar says of that day. Pure. */

/** Today's date in London, `2026-11-18`. */
export const todayOf = (now: Date): string => inLondon(now).toPlainDate().toString();

/** The day of a meeting in London, `2026-12-08`. */
export const dayOf = ({ start }: Ask): string => inLondon(start).toPlainDate().toString();

/** The same day so many months later. */
export const monthsAfter = ({ start }: Ask, months: number): string =>
  inLondon(start).toPlainDate().add({ months }).toString();

/** @returns London days from today to the day of the meeting; negative when it is past */
export function daysAhead({ start }: Ask, now: Date): number {
  return inLondon(now).toPlainDate().until(inLondon(start).toPlainDate(), { largestUnit: 'days' }).days;
}

/** @returns hours from now to the start, with their fraction; negative when it is past */
export const hoursAhead = ({ start }: Ask, now: Date): number => (Date.parse(start) - now.getTime()) / 3_600_000;

/** Whether the whole meeting lies between two times of one London day, `HH:MM` each. */
export function liesWithin({ start, minutes }: Ask, hours: { readonly from: string; readonly to: string }): boolean {
  const begins = inLondon(start);
  const ends = begins.add({ minutes });
  const clock = (moment: Moment) => moment.toPlainTime().toString({ smallestUnit: 'second' });
  const sameDay = begins.toPlainDate().equals(ends.toPlainDate());
  return sameDay && clock(begins) >= `${hours.from}:00` && clock(ends) <= `${hours.to}:00`;
}

/** A weekday in one of the school's terms that is no holiday; a half-term is the gap between two terms. */
export const isSchoolDay = ({ start }: Ask, school: Calendar): boolean =>
  isInTerm(inLondon(start).toPlainDate(), school);

type Calendar = Pick<School, 'terms' | 'holidays'>;

const isWorkingDay = (day: Day, { holidays }: Calendar): boolean =>
  day.dayOfWeek <= 5 && !holidays.includes(day.toString());

const isInTerm = (day: Day, school: Calendar): boolean =>
  isWorkingDay(day, school) && school.terms.some(({ from, to }) => from <= day.toString() && day.toString() <= to);

/**
 * When the school closes on its next school day; in the holidays, when that is more than a week off, on the next weekday that is no
 * bank holiday. UTC.
 */
export function endOfNextWorkingDay(now: Date, school: Calendar & Pick<School, 'hours'>): string {
  const today = inLondon(now).toPlainDate();
  const ahead = Array.from({ length: 14 }, (_, index) => today.add({ days: index + 1 }));
  const day =
    ahead.slice(0, 7).find((each) => isInTerm(each, school)) ??
    ahead.find((each) => isWorkingDay(each, school)) ??
    today.add({ days: 1 });
  return toUtc(day.toZonedDateTime({ timeZone: zone, plainTime: school.hours.to }));
}
