import { type Day, inLondon, type Moment } from '../../london.ts';

/** Dates and times as British staff read them: `Tuesday 1 December 2026, 3.15pm (UK time, GMT)`. */

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdayName = (dayOfWeek: number): string => weekdays[dayOfWeek - 1] ?? '';
export const monthName = (month: number): string => months[month - 1] ?? '';

/** `Tuesday 1 December 2026` */
export const dayInWords = (day: Day | Moment): string =>
  `${weekdayName(day.dayOfWeek)} ${day.day} ${monthName(day.month)} ${day.year}`;

/** `20 November 2026` @param date `2026-11-20` */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${monthName(month ?? 0)} ${year}`;
}

/** `3.15pm`, `9am`, `12 noon` */
export function timeInWords({ hour, minute }: { readonly hour: number; readonly minute: number }): string {
  if (minute === 0 && hour === 12) return '12 noon';
  if (minute === 0 && hour === 0) return '12 midnight';
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** GMT or BST, whichever London keeps then. */
export const zoneInWords = (moment: Moment): string => (moment.offsetNanoseconds === 0 ? 'GMT' : 'BST');

/** `Tuesday 1 December 2026, 3.15pm (UK time, GMT)` @param utc ISO 8601 */
export function startInWords(utc: string): string {
  const moment = inLondon(utc);
  return `${dayInWords(moment)}, ${timeInWords(moment)} (UK time, ${zoneInWords(moment)})`;
}

/** `Tuesday 1 December 2026, 3.15pm to 4pm (UK time, GMT)` @param utc ISO 8601 */
export function spanInWords(utc: string, minutes: number): string {
  const from = inLondon(utc);
  const to = from.add({ minutes });
  return `${dayInWords(from)}, ${timeInWords(from)} to ${timeInWords(to)} (UK time, ${zoneInWords(from)})`;
}

/** For a button: `Tue 1 Dec, 3.15pm`, with the zone only on the day the clocks change. */
export function startOnButton(utc: string): string {
  const moment = inLondon(utc);
  const zoneMatters = moment.hoursInDay !== 24 ? ` ${zoneInWords(moment)}` : '';
  const day = `${weekdayName(moment.dayOfWeek).slice(0, 3)} ${moment.day} ${monthName(moment.month).slice(0, 3)}`;
  return `${day}, ${timeInWords(moment)}${zoneMatters}`;
}

/** `45 minutes`, `1 hour`, `1 hour 30 minutes` */
export function lengthInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours && `${hours} hour${hours > 1 ? 's' : ''}`, rest && `${rest} minutes`];
  return parts.filter(Boolean).join(' ');
}
