import { Temporal } from 'temporal-polyfill';
import { type Day, inLondon } from '../london.ts';
import type { SchoolYear } from '../meetings/ask.ts';
import type { Keep } from '../policy/retention.ts';

/** Until when a meeting is kept. Pure; days are London's. */

/** By its beginning in September. August counts to the one that is coming: people already speak of its year groups then. */
export const schoolYearOf = ({ year, month }: Pick<Day, 'year' | 'month'>): number => (month >= 8 ? year : year - 1);

const years: readonly string[] = ['N', 'R', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13'];

/** The last day on which somebody of a year group can have been born: Reception are those who turn five by the end of August. */
export function latestBirth(group: SchoolYear, schoolYear: number): Day {
  const number = years.indexOf(group) - 1;
  return Temporal.PlainDate.from({ year: schoolYear - number - 4, month: 8, day: 31 });
}

/**
 * The last day on which it is kept.
 * @param meeting `start` UTC; `year` of the pupil, `null` where none was said
 * @returns `null`: for good, because nobody can work out when it is over
 */
export function keptUntil(
  keep: Keep,
  meeting: { readonly start: string; readonly year: SchoolYear | null },
): Day | null {
  const day = inLondon(meeting.start).toPlainDate();
  if (keep.from === 'the meeting') return day.add({ years: keep.years });
  return meeting.year && latestBirth(meeting.year, schoolYearOf(day)).add({ years: keep.years });
}

/** Whether its time is over: from the day after the last one it is kept. */
export function isTimeOver(keep: Keep, meeting: Parameters<typeof keptUntil>[1], now: Date): boolean {
  const last = keptUntil(keep, meeting);
  return last !== null && Temporal.PlainDate.compare(last, inLondon(now).toPlainDate()) < 0;
}
