import { Temporal } from 'temporal-polyfill';
import type { Heard } from './conversation.ts';
import type { Wanted } from './free-times.ts';
import { type Day, inLondon, isWeekend, type Moment, onTheClock, toUtc } from './london.ts';

/** Where to look for free times, from what is known of the start. */

/** After lessons: when most teachers can come. Only where to begin looking when no time of day was said. */
const afterLessons = '15:15';

/** @returns `near` is what was wished for; `from` and `to` bound what may be suggested and what calendars are read for; all UTC */
export function wish(heard: Heard, now: Date): Omit<Wanted, 'minutes'> {
  const near = nearest(heard, now);
  const [earliest, latest] =
    heard.known === 'part' && heard.day !== null ? [heard.earliest, heard.latest] : [null, null];
  const day = near.toPlainDate();
  const from = earliest === null ? startOf(day.subtract({ days: 4 })) : (moment(day, earliest) ?? startOf(day));
  const to = latest === null ? startOf(day.add({ days: 8 })) : (moment(day, latest) ?? startOf(day.add({ days: 1 })));
  const here = inLondon(now).round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  const later = Temporal.ZonedDateTime.compare(from, here) < 0 ? here : from;
  return {
    near: toUtc(near),
    from: toUtc(later),
    to: toUtc(Temporal.ZonedDateTime.compare(to, later) > 0 ? to : later.add({ days: 8 })),
  };
}

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
