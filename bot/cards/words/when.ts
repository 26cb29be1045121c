import type { Day, Moment } from '../../london.ts';
import { dayInWords, monthName, timeInWords, weekdayName, zoneInWords } from './dates.ts';

/** What is said when a date or time was heard that cannot be taken as it stands. The cards offer what may have been meant. */

const listed = (days: readonly Day[]): string => days.map(dayInWords).join(' or ');

export const when = {
  unread: 'I could not read a date in that. Something like “Tuesday week 3.15pm” or “1 December at 9.30am” works.',
  dayMissing: 'Which day is that?',
  timeMissing: (day: Day) => `At what time on ${dayInWords(day)}?`,
  nearly: (moment: Moment) =>
    `I read that as ${dayInWords(moment)}, ${timeInWords(moment)}, but did not understand all of it. Is it right?`,
  nearlyDay: (day: Day) =>
    `I read that as ${dayInWords(day)}, but did not understand all of it. Please give date and time.`,
  partly: 'I did not understand all of that. Please give one date and one time.',
  severalDays: 'I can see more than one day in that. Please give one date and one time.',
  severalTimes: 'I can see more than one time in that. Please give one.',

  whichDay: (days: readonly Day[]) => `Do you mean ${listed(days)}?`,
  weekdayDiffers: (date: Day, said: number, near: readonly Day[]) =>
    `${date.day} ${monthName(date.month)} is a ${weekdayName(date.dayOfWeek)}, not a ${weekdayName(said)}. Do you mean ${listed([date, ...near])}?`,
  noSuchDay: (day: number, month: number, perhaps: Day) =>
    `There is no ${day} ${monthName(month)}. Do you mean ${dayInWords(perhaps)}?`,
  noSuchDate: 'There is no such date. British dates are day first: 5/12 is 5 December.',
  dayFirst: (perhaps: Day) =>
    `British dates are day first, and there is no such date. Do you mean ${dayInWords(perhaps)}?`,
  dayOrHour: (day: number) => `Is ${day} the day of the month or the hour? Please give date and time.`,
  dateOrTime: 'Is that a date or a time? Please give both.',
  vagueDay: 'I need one day. Which date would you like?',
  schoolCalendar: 'I do not know your school’s term dates. Which date would you like?',
  farAhead: 'That is more than a year away. Please give a date within a year.',

  period: 'I do not know when that period is at your school. At what time?',
  schoolTime: 'I do not know when that is at your school. At what time?',
  partOfDay: 'At what time exactly?',
  earlyOrLate: 'Is that in the morning or in the evening?',
  clockOrSpan:
    'Is that a clock time, such as ten to four, or from one hour to another? Please give the time it starts.',
  noSuchTime: 'There is no such time on the clock. Please give a time such as 3.15pm.',
  night: (moment: Moment) => `${timeInWords(moment)} is in the night. Is that what you mean?`,

  past: (moment: Moment) => `${dayInWords(moment)}, ${timeInWords(moment)} has passed.`,
  dayPast: (day: Day) => `${dayInWords(day)} has passed.`,
  never: (day: Day, time: string) =>
    `${time.replace(':', '.')} does not exist on ${dayInWords(day)}: the clocks go forward in that hour.`,
  twice: (first: Moment, second: Moment) =>
    `${timeInWords(first)} comes twice on ${dayInWords(first)}, because the clocks go back: in ${zoneInWords(first)} and again in ${zoneInWords(second)}. Which do you mean?`,
} as const;
