import { Temporal } from 'temporal-polyfill';
import { type Day, inLondon, isWeekend, type Moment, onTheClock, toUtc } from '../london.ts';
import type { Kind } from '../policy/kind.ts';
import type { Draft, Heard } from './conversation.ts';
import type { Wanted } from './free-times.ts';

/** Where to look for free times, from what is known of the start. */

/** After lessons: when most teachers can come. Only where to begin looking when no time of day was said. */
const afterLessons = '15:15';

/**
 * Parents have two weeks' notice of an annual review, and the papers two weeks before (SEND Code of Practice 9.176). Whether a date
 * is refused is policy's to say; this is where to look, and what is said when the date is asked.
 */
const noticeDays = 14;

/** The first day that leaves time for notice and papers, when the invitation goes today; `null` for the kinds without. */
export const firstSafeDay = ({ kind }: Draft, now: Date): Day | null =>
  kind === 'annual-review' ? inLondon(now).toPlainDate().add({ days: noticeDays }) : null;

/** The last day for notice and papers of an annual review that starts then; `null` for the kinds without. @param start UTC */
export const lastDayForPapers = (kind: Kind | null, start: string): Day | null =>
  kind === 'annual-review' ? inLondon(start).toPlainDate().subtract({ days: noticeDays }) : null;

/** @returns `near` is what was wished for; `from` and `to` bound what may be suggested and what calendars are read for; all UTC */
export function wish(draft: Draft, now: Date): Omit<Wanted, 'minutes'> {
  const { when: heard } = draft;
  const safe = firstSafeDay(draft, now);
  const near = noEarlier(nearest(heard, now), safe === null ? null : (moment(safe, afterLessons) ?? startOf(safe)));
  const [earliest, latest] =
    heard.known === 'part' && heard.day !== null ? [heard.earliest, heard.latest] : [null, null];
  const day = near.toPlainDate();
  const from = earliest === null ? startOf(day.subtract({ days: 4 })) : (moment(day, earliest) ?? startOf(day));
  const to = latest === null ? startOf(day.add({ days: 8 })) : (moment(day, latest) ?? startOf(day.add({ days: 1 })));
  const here = inLondon(now).round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  const later = noEarlier(noEarlier(from, here), safe === null ? null : startOf(safe));
  return {
    near: toUtc(near),
    from: toUtc(later),
    to: toUtc(Temporal.ZonedDateTime.compare(to, later) > 0 ? to : later.add({ days: 8 })),
  };
}

const noEarlier = (one: Moment, bound: Moment | null): Moment =>
  bound !== null && Temporal.ZonedDateTime.compare(one, bound) < 0 ? bound : one;

function nearest(heard: Heard, now: Date): Moment {
  const tomorrow = nextSchoolDay(inLondon(now).toPlainDate());
  const fallback = moment(tomorrow, afterLessons) ?? startOf(tomorrow);
  switch (heard.known) {
    case 'start':
      return inLondon(heard.start);
    case 'unclear':
      return heard.perhaps[0] !== undefined
        ? inLondon(heard.perhaps[0])
        : heard.near === null
          ? fallback
          : inLondon(heard.near);
    case 'part': {
      const day = heard.day === null ? tomorrow : Temporal.PlainDate.from(heard.day);
      return moment(day, heard.time ?? heard.around ?? afterLessons) ?? startOf(day);
    }
    case 'nothing':
      return fallback;
  }
}

function nextSchoolDay(today: Day): Day {
  const day = today.add({ days: 1 });
  return isWeekend(day) ? nextSchoolDay(day) : day;
}

const startOf = (day: Day): Moment => day.toZonedDateTime('Europe/London');

function moment(day: Day, time: string): Moment | null {
  const clock = onTheClock(day, time);
  return clock.is === 'once' ? clock.moment : null;
}
