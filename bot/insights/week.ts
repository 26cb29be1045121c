import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { inLondon, toUtc, zone } from '../london.ts';

/** Weeks as the school's wall calendar has them: Monday to Sunday, London. Pure. */

/** A week by its Monday, `2026-11-16`: so weeks sort as texts, and ISO's week 53 is nobody's trouble. */
export const Week = z.iso.date().brand<'Week'>();
export type Week = z.infer<typeof Week>;

/** @param day `2026-11-18` */
export function weekOfDay(day: string): Week {
  const date = Temporal.PlainDate.from(day);
  return Week.parse(date.subtract({ days: date.dayOfWeek - 1 }).toString());
}

/** @param at an instant, ISO 8601 with `Z` */
export const weekOf = (at: string): Week => weekOfDay(inLondon(at).toPlainDate().toString());

export const weekAfter = (week: Week): Week => Week.parse(Temporal.PlainDate.from(week).add({ days: 7 }).toString());

/** UTC: from Monday's midnight in London until the next Monday's. */
export const spanOf = (week: Week): { readonly from: string; readonly to: string } => ({
  from: midnight(week),
  to: midnight(weekAfter(week)),
});

const midnight = (day: string): string => toUtc(Temporal.PlainDate.from(day).toZonedDateTime(zone));

/** Every week from the one to the other, both included, newest first. */
export function weeksBetween(first: Week, last: Week): readonly Week[] {
  const weeks: Week[] = [];
  for (let week = first; week <= last; week = weekAfter(week)) weeks.unshift(week);
  return weeks;
}
