import { en } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import { months, weekdays } from '../../cards/words/dates.ts';
import { when } from '../../cards/words/when.ts';
import { type Day, inLondon, type Moment } from '../../london.ts';

/**
 * Reads which day a phrase means. Our own readers stand in front of chrono-node for what it reads silently wrong
 * ("Tuesday week", "a week on Monday", "Tuesday fortnight" a week or more early; "Thursday 5th" with the 5th ignored)
 * and for dates that cannot be; chrono reads the rest ("the day after tomorrow", "in 40 minutes", "in three weeks").
 */

export type DayRead =
  | { readonly said: 'nothing' }
  | { readonly said: 'day'; readonly day: Day }
  | { readonly said: 'moment'; readonly moment: Moment }
  /** Not to be taken as it stands; `days` are what may have been meant. */
  | { readonly said: 'either'; readonly days: readonly Day[]; readonly why: string };

const W = '(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?';
const M = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?';
const N = '(?:the )?(\\d{1,2})(?:st|nd|rd|th)?';
const count = '(a|one|two|three|four|five|six|[1-9])';
const base = `(?:(today|tomorrow|day after tomorrow)|(?:this |coming |the )?${W})`;

const nothing: DayRead = { said: 'nothing' };
const on = (day: Day): DayRead => ({ said: 'day', day });
const either = (days: readonly Day[], why?: string): DayRead => ({
  said: 'either',
  days,
  why: why ?? when.whichDay(days),
});

const weekdayNumber = (said: string): number => weekdays.findIndex((name) => name.toLowerCase().startsWith(said)) + 1;
const monthNumber = (said: string): number => months.findIndex((name) => name.toLowerCase().startsWith(said)) + 1;
const howMany = (said: string): number =>
  said === 'a' ? 1 : ['one', 'two', 'three', 'four', 'five', 'six'].indexOf(said) + 1 || Number(said);

/** The next such weekday after today: never today itself. */
const coming = (weekday: number, today: Day): Day => today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });

/** A weekday by itself; on that very weekday it may be today or in a week. */
function bareWeekday(weekday: number, today: Day): readonly Day[] {
  return weekday === today.dayOfWeek ? [today, today.add({ days: 7 })] : [coming(weekday, today)];
}

const oneOrAsk = (days: readonly Day[]): DayRead => {
  const [only, second] = days;
  return only !== undefined && second === undefined ? on(only) : either(days);
};

/** "a week on Monday", "Tuesday week", "Tuesday fortnight": so many weeks after the weekday that is coming. */
function weeksAfter(weeks: number, relative: string | undefined, weekday: string | undefined, today: Day): DayRead {
  const ahead = { today: 0, tomorrow: 1, 'day after tomorrow': 2 }[relative ?? ''];
  const days = ahead === undefined ? bareWeekday(weekdayNumber(weekday ?? '?'), today) : [today.add({ days: ahead })];
  return oneOrAsk(days.map((day) => day.add({ weeks })));
}

/** "next Friday" said on a Wednesday is this week's to some and next week's to others; at the weekend it always is. */
function nextWeekday(weekday: number, today: Day): DayRead {
  const day = coming(weekday, today);
  const plain = today.dayOfWeek < 6 && weekday <= today.dayOfWeek;
  return plain ? on(day) : either([day, day.add({ weeks: 1 })]);
}

function thisWeekday(weekday: number, today: Day): DayRead {
  const day = today.add({ days: weekday - today.dayOfWeek });
  return weekday < today.dayOfWeek ? either([day.add({ weeks: 1 })], when.dayPast(day)) : on(day);
}

type Named = { readonly day: number; readonly month: number; readonly year: number | null; readonly weekday: number };

/** A date by its numbers. Without a year the next one; unless that is most of a year away, which was probably not meant. */
function calendarDate({ day, month, year, weekday }: Named, today: Day): DayRead {
  if (month < 1 || month > 12 || day < 1 || day > 31) return swapped(day, month, today);
  const exact =
    dateOrNull(year ?? today.year, month, day) ?? (year === null ? dateOrNull(today.year + 1, month, day) : null);
  if (exact === null) {
    const last = Temporal.PlainDate.from({ year: year ?? today.year, month, day });
    return either([forward(last, today)], when.noSuchDay(day, month, forward(last, today)));
  }
  const date = year === null ? forward(exact, today) : exact;
  if (weekday > 0 && weekday !== date.dayOfWeek) return mismatch(date, weekday, today);
  const passed = year === null && today.until(date).days > 183 ? [date] : [];
  if (passed.length > 0 && exact.year === today.year)
    return either(passed, `${when.dayPast(exact)} ${when.whichDay(passed)}`);
  return today.until(date).days > 366 ? either([], when.farAhead) : on(date);
}

const dateOrNull = (year: number, month: number, day: number): Day | null => {
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date : null;
};

const forward = (date: Day, today: Day): Day =>
  Temporal.PlainDate.compare(date, today) < 0 ? date.add({ years: 1 }) : date;

/** 12/25 cannot be a British date; the American one is a guess to offer, not to take. */
function swapped(day: number, month: number, today: Day): DayRead {
  const other = day >= 1 && day <= 12 && month >= 1 && month <= 31 ? dateOrNull(today.year, day, month) : null;
  if (other === null) return either([], when.noSuchDate);
  const perhaps = forward(other, today);
  return either([perhaps], when.dayFirst(perhaps));
}

/** "Tuesday 2 December" when the 2nd is a Wednesday: the date, or the nearest Tuesdays to it. */
function mismatch(date: Day, weekday: number, today: Day): DayRead {
  const after = coming(weekday, date);
  const near = [after.subtract({ weeks: 1 }), after].filter((day) => Temporal.PlainDate.compare(day, today) >= 0);
  return either([date, ...near], when.weekdayDiffers(date, weekday, near));
}

/** "the 24th", "Thursday 5th": this month's, or the next month's that has one. */
function dayOfMonth(day: number, weekday: number, today: Day): DayRead {
  if (day < 1 || day > 31) return either([], when.noSuchDate);
  const ahead = [0, 1, 2].map((months) => {
    const month = today.with({ day: 1 }).add({ months });
    return dateOrNull(month.year, month.month, day);
  });
  const date = ahead.find((found) => found !== null && Temporal.PlainDate.compare(found, today) >= 0) ?? null;
  if (date === null) return either([], when.noSuchDate);
  if (weekday > 0 && weekday !== date.dayOfWeek) return mismatch(date, weekday, today);
  const skipped = ahead.slice(0, ahead.indexOf(date)).some((found) => found === null);
  return skipped ? either([date]) : on(date);
}

/** "Tuesday 11" is the 11th if that is a Tuesday; else it may be an hour, and is asked. */
function weekdayAndNumber(number: number, weekday: number, today: Day): DayRead {
  const read = dayOfMonth(number, weekday, today);
  return read.said === 'day' ? read : either(bareWeekday(weekday, today).slice(0, 1), when.dayOrHour(number));
}

const fullYear = (said: string | undefined): number | null =>
  said === undefined ? null : said.length === 2 ? 2000 + Number(said) : Number(said);

type Pattern = { readonly finds: RegExp; readonly reads: (match: RegExpMatchArray, today: Day) => DayRead };

/** In this order: the first that is found is read, so the longer phrases come first. */
const patterns: readonly Pattern[] = [
  {
    finds: new RegExp(`\\b(?:${count} weeks?|(a )?(fortnight|week)) (?:on |from |after )?(?:the )?${base}\\b`),
    reads: ([, number, , unit, relative, weekday], today) =>
      weeksAfter(number === undefined ? (unit === 'fortnight' ? 2 : 1) : howMany(number), relative, weekday, today),
  },
  {
    finds: new RegExp(
      `\\b(next )?${base},? (week|fortnight|${count} weeks)(?! ?\\d|s?\\b ?(?:commencing|beginning))\\b`,
    ),
    reads: ([, next, relative, weekday, unit, number], today) => {
      const weeks = number === undefined ? (unit === 'fortnight' ? 2 : 1) : howMany(number);
      if (next === undefined) return weeksAfter(weeks, relative, weekday, today);
      const day = coming(weekdayNumber(weekday ?? '?'), today).add({ weeks });
      return either([day, day.add({ weeks: 1 })]);
    },
  },
  {
    finds: /\bin (?:a fortnight|a fortnights|a fortnight's)(?: time)?\b|\ba fortnight'?s? time\b/,
    reads: (_, today) => on(today.add({ weeks: 2 })),
  },
  {
    finds: /\b(\d{4})-(\d{2})-(\d{2})\b/,
    reads: ([, year, month, day], today) =>
      calendarDate({ day: Number(day), month: Number(month), year: Number(year), weekday: 0 }, today),
  },
  {
    finds: new RegExp(
      `(?:\\b${W},? )?(?:the )?(?<![\\d/.-])\\b(\\d{1,2})([/.-])(\\d{1,2})(?:\\3(\\d{4}|\\d{2}))?(?![\\d/])`,
    ),
    reads: ([, weekday, day, , month, year], today) =>
      calendarDate(
        { day: Number(day), month: Number(month), year: fullYear(year), weekday: weekdayNumber(weekday ?? '?') },
        today,
      ),
  },
  {
    finds: new RegExp(`(?:\\b${W},? )?\\b${N} (?:of )?${M}(?:,? ((?:19|20|21)\\d{2}))?\\b`),
    reads: ([, weekday, day, month = '', year], today) =>
      calendarDate(
        { day: Number(day), month: monthNumber(month), year: fullYear(year), weekday: weekdayNumber(weekday ?? '?') },
        today,
      ),
  },
  {
    finds: new RegExp(`(?:\\b${W},? )?\\b${M} ${N}(?:,? ((?:19|20|21)\\d{2}))?\\b`),
    reads: ([, weekday, month = '', day, year], today) =>
      calendarDate(
        { day: Number(day), month: monthNumber(month), year: fullYear(year), weekday: weekdayNumber(weekday ?? '?') },
        today,
      ),
  },
  {
    finds: new RegExp(`(?:\\b${W},? )?(?:on )?(?:the )?\\b(\\d{1,2})(?:st|nd|rd|th)\\b`),
    reads: ([, weekday, day], today) => dayOfMonth(Number(day), weekdayNumber(weekday ?? '?'), today),
  },
  {
    finds: new RegExp(`\\b${W},? (\\d{1,2})\\b`),
    reads: ([, weekday = '', day], today) => weekdayAndNumber(Number(day), weekdayNumber(weekday), today),
  },
  {
    finds: new RegExp(`\\bnext ${W}\\b`),
    reads: ([, weekday = ''], today) => nextWeekday(weekdayNumber(weekday), today),
  },
  {
    finds: new RegExp(`\\bthis ${W}\\b`),
    reads: ([, weekday = ''], today) => thisWeekday(weekdayNumber(weekday), today),
  },
  {
    finds: /\b(?:half[ -]?term|term|holidays?|inset|christmas|easter|bank holiday)\b/,
    reads: () => either([], when.schoolCalendar),
  },
  {
    finds:
      /\b(?:beginning|start|middle|end|early|late|mid) (?:of|in)\b(?: (?:the )?[a-z]+)?|\b(?:next|this|some ?time this|the week after next) (?:week|month|half)\b|\bweek ?end\b/,
    reads: () => either([], when.vagueDay),
  },
  {
    finds: new RegExp(`\\b${W}\\b`),
    reads: ([, weekday = ''], today) => oneOrAsk(bareWeekday(weekdayNumber(weekday), today)),
  },
];

/** chrono gets what is left; only a day it is certain of counts, a guessed one ("next week") is asked about. */
function byChrono(text: string, now: Moment): { day: DayRead; rest: string } {
  const reference = { instant: new Date(now.epochMilliseconds), timezone: now.offsetNanoseconds / 6e10 };
  const [found, second] = en.GB.parse(text, reference, { forwardDate: true });
  if (found === undefined) return { day: nothing, rest: text };
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found.text.length)}`;
  if (second !== undefined || found.end != null) return { day: either([], when.severalDays), rest };
  const of = (part: 'year' | 'month' | 'day' | 'hour' | 'minute'): number => found.start.get(part) ?? 0;
  const day = Temporal.PlainDate.from({ year: of('year'), month: of('month'), day: of('day') });
  if (!found.start.isCertain('day')) return { day: either([], when.vagueDay), rest };
  if (!found.start.isCertain('hour')) return { day: on(day), rest };
  const instant = Temporal.Instant.fromEpochMilliseconds(found.start.date().getTime());
  return { day: { said: 'moment', moment: instant.toZonedDateTimeISO(now).round({ smallestUnit: 'minute' }) }, rest };
}

function first(text: string, now: Moment): { day: DayRead; rest: string } {
  for (const { finds, reads } of patterns) {
    const match = finds.exec(text);
    if (match === null) continue;
    return {
      day: reads(match, now.toPlainDate()),
      rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`,
    };
  }
  return byChrono(text, now);
}

/**
 * @param text a phrase in lower case, the time of day already taken out
 * @param now the phrase is read as said then
 * @returns the day, and the phrase without the words that said it
 */
export function readDay(text: string, now: Date): { readonly day: DayRead; readonly rest: string } {
  const found = first(text, inLondon(now));
  if (found.day.said === 'nothing') return found;
  const another = first(found.rest, inLondon(now));
  if (another.day.said === 'nothing') return found;
  return { day: either([], when.severalDays), rest: another.rest };
}
