import { Temporal } from 'temporal-polyfill';

/** Every time that a person sees or says is London's; every time that is kept or sent is UTC. This file is the only border. */

export const zone = 'Europe/London';

export type Day = Temporal.PlainDate;
export type Moment = Temporal.ZonedDateTime;

/** @param utc an instant, ISO 8601 with `Z` */
export function inLondon(utc: string | Date): Moment {
  return Temporal.Instant.from(typeof utc === 'string' ? utc : utc.toISOString()).toZonedDateTimeISO(zone);
}

/** UTC to the second, as the register and Graph take it: `2026-12-01T15:15:00Z`. */
export function toUtc(moment: Moment): string {
  return moment.toInstant().toString({ smallestUnit: 'second' });
}

/** What the London clock makes of a date and a time of day: in spring an hour is left out, in autumn one comes twice. */
export type OnTheClock =
  | { readonly is: 'once'; readonly moment: Moment }
  | { readonly is: 'never' }
  | { readonly is: 'twice'; readonly moments: readonly [Moment, Moment] };

/** @param time of day as `HH:MM`, London */
export function onTheClock(day: Day, time: string): OnTheClock {
  const wall = day.toPlainDateTime(time);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.equals(later)) return { is: 'once', moment: earlier };
  if (earlier.toPlainDateTime().equals(wall)) return { is: 'twice', moments: [earlier, later] };
  return { is: 'never' };
}

/** Monday 1 to Sunday 7; the day's name is `words/dates.ts`' matter. */
export const isWeekend = (day: { readonly dayOfWeek: number }): boolean => day.dayOfWeek > 5;
