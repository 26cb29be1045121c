import { Temporal } from 'temporal-polyfill';
import { type Day, inLondon, isWeekend, type Moment, toUtc, zone } from '../london.ts';
import type { Busy } from './conversation.ts';

/** The hours in which a meeting is suggested, Monday to Friday, London; it ends by the last. Anybody may still ask for others. */
const opens = Temporal.PlainTime.from('08:30');
const closes = Temporal.PlainTime.from('17:00');
const grid = 15;

export type Wanted = {
  readonly minutes: number;
  /** UTC; the suggestions nearest to it are taken. */
  readonly near: string;
  /** UTC; the stretch the calendars were read for. Nothing outside it is known, so nothing outside it is suggested. */
  readonly from: string;
  readonly to: string;
};

/**
 * Three starts at which nobody of `busy` is busy for the whole length, in order of time.
 * @param busy everything that is not free in the calendars of all concerned
 * @returns UTC starts on a grid of 15 minutes in school hours, never before `now`
 */
export function freeTimes(busy: readonly Busy[], wanted: Wanted, now: Date): readonly string[] {
  const near = Date.parse(wanted.near);
  const distance = (start: string) => Math.abs(Date.parse(start) - near);
  const earliest = Math.max(Date.parse(wanted.from), now.getTime() + 1);
  return schoolDays(wanted)
    .flatMap((day) => startsOn(day, wanted.minutes))
    .map(toUtc)
    .filter((start) => Date.parse(start) >= earliest && endOf(start, wanted.minutes) <= Date.parse(wanted.to))
    .filter((start) => !busy.some((stretch) => overlaps(stretch, start, wanted.minutes)))
    .sort((one, other) => distance(one) - distance(other) || Date.parse(one) - Date.parse(other))
    .slice(0, 3)
    .sort();
}

/** @param start UTC */
export const overlaps = (busy: Busy, start: string, minutes: number): boolean =>
  Date.parse(busy.from) < endOf(start, minutes) && Date.parse(busy.to) > Date.parse(start);

const endOf = (start: string, minutes: number): number => Date.parse(start) + minutes * 60_000;

function schoolDays({ from, to }: Wanted): readonly Day[] {
  const first = inLondon(from).toPlainDate();
  const days = Math.min(first.until(inLondon(to).toPlainDate()).days, 62);
  return Array.from({ length: Math.max(days, 0) + 1 }, (_, index) => first.add({ days: index })).filter(
    (day) => !isWeekend(day),
  );
}

function startsOn(day: Day, minutes: number): readonly Moment[] {
  const room = opens.until(closes).total('minutes') - minutes;
  return Array.from({ length: Math.max(0, Math.floor(room / grid) + 1) }, (_, index) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: opens.add({ minutes: index * grid }) }),
  );
}
