import { Temporal } from 'temporal-polyfill';
import { type Day, toUtc, zone } from '../../bot/london.ts';
import type { School } from '../../bot/policy/school.ts';
import { type Weighed, weigh } from './chance.ts';

/** A day on which the school is open, and the September its school year began in. */
export type SchoolDay = {
  readonly date: string;
  readonly autumn: number;
  /** Milliseconds since 1970 of midnight in London. */
  readonly midnight: number;
};

const years = 5;
// 52 weeks: the same weekday, a day or two off by the date, as terms are.
const year = 364;
const busy: Readonly<Record<number, number>> = { 1: 0.9, 2: 1.2, 3: 1, 4: 1.3, 5: 0.6 };

/**
 * The school's days from five school years back to the end of the next term, weighed: Thursdays are full and Fridays are not, every year
 * is somewhat busier than the one before, and the further ahead, the less is arranged yet.
 */
export function schoolDays({ terms, holidays }: Pick<School, 'terms' | 'holidays'>, now: Date): Weighed<SchoolDay> {
  const today = Temporal.PlainDate.from(now.toISOString().slice(0, 10));
  const days: [SchoolDay, number][] = [];
  for (let back = years; back >= 0; back -= 1) {
    const closed = new Set(holidays.map((day) => earlier(day, back).toString()));
    for (const { from, to } of terms)
      for (let day = earlier(from, back); !isAfter(day, earlier(to, back)); day = day.add({ days: 1 })) {
        const ahead = today.until(day).days;
        if (day.dayOfWeek > 5 || closed.has(day.toString()) || ahead > 90) continue;
        const growth = 1 - back * 0.06;
        const weight = (busy[day.dayOfWeek] ?? 0) * (ahead > 0 ? Math.exp(-ahead / 15) : growth);
        days.push([{ date: day.toString(), autumn: autumnOf(day), midnight: midnight(day) }, weight]);
      }
  }
  return weigh(days);
}

const earlier = (date: string, back: number): Day => Temporal.PlainDate.from(date).subtract({ days: back * year });
const isAfter = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) > 0;
const autumnOf = (day: Day) => (day.month >= 9 ? day.year : day.year - 1);
// No clock is changed on a school day.
const midnight = (day: Day) => Date.parse(toUtc(day.toZonedDateTime(zone)));
