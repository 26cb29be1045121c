import { when } from '../../cards/words/when.ts';

/**
 * Reads the time of day out of a phrase as British school staff say it. chrono-node is not asked for times: it reads
 * "tomorrow at 2" as two in the night, and loses "half past eight", "quarter to nine" and "half three".
 */

/** Times are `HH:MM`, 24 hours. */
export type Clock =
  | { readonly said: 'nothing' }
  /** `minutes` is the length, when an end was said as well. */
  | { readonly said: 'time'; readonly time: string; readonly minutes: number | null }
  | {
      readonly said: 'roughly';
      readonly around: string;
      readonly earliest: string | null;
      readonly latest: string | null;
      readonly why: string;
    }
  | { readonly said: 'either'; readonly times: readonly string[]; readonly why: string };

type PartOfDay = 'morning' | 'afternoon' | 'evening' | null;
type Hour = { readonly digits: string; readonly minutes: string | undefined; readonly meridiem: string | undefined };

const hourWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const minuteWords: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  fifteen: 15,
  quarter: 15,
  twenty: 20,
  'twenty five': 25,
  thirty: 30,
  forty: 40,
  'forty five': 45,
};
const H = `(\\d{1,2}|${hourWords.join('|')})`;
const T = '(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?';
// A number that belongs to a date is not an hour: "3 december", "3rd", "3/12", "3.12.2026".
const notDate =
  '(?!\\s*(?:st|nd|rd|th|of|[/.:-]\\s*\\d|\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|days?\\b|weeks?\\b|min|hour))';
const alone = '(?<![\\d/.:-])';

const nothing: Clock = { said: 'nothing' };
const hhmm = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
const at = (time: string): Clock => ({ said: 'time', time, minutes: null });
const roughly = (around: string, why: string): Clock => ({
  said: 'roughly',
  around,
  earliest: null,
  latest: null,
  why,
});
const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Which hours of the day a said hour can be. School hours decide: 1 to 6 are afternoon, 8 to 11 morning, 7 is asked. */
function hoursOf({ digits, minutes, meridiem }: Hour, part: PartOfDay): readonly string[] {
  const word = hourWords.indexOf(digits);
  const hour = word >= 0 ? word + 1 : Number(digits);
  const minute = Number(minutes ?? 0);
  if (hour > 23 || minute > 59) return [];
  if (meridiem === 'am') return hour > 12 ? [] : [hhmm(hour % 12, minute)];
  if (meridiem === 'pm') return hour === 0 ? [] : [hhmm(hour < 12 ? hour + 12 : hour, minute)];
  if (hour > 12 || digits.startsWith('0')) return [hhmm(hour, minute)];
  if (part === 'morning') return [hhmm(hour % 12, minute)];
  if (part !== null || hour < 7) return [hhmm(hour === 12 ? 12 : hour + 12, minute)];
  return hour === 7 ? [hhmm(7, minute), hhmm(19, minute)] : [hhmm(hour, minute)];
}

function oneOf(hour: Hour, part: PartOfDay): Clock {
  const times = hoursOf(hour, part);
  const [only, second] = times;
  if (only !== undefined && second === undefined) return at(only);
  return { said: 'either', times, why: only === undefined ? when.noSuchTime : when.earlyOrLate };
}

/** "9.05 to 10.05" has a start and a length; "between 2 and 4" only says when to look. */
function span(match: RegExpMatchArray, part: PartOfDay): Clock {
  const [, opening, d1 = '', m1, p1, d2 = '', m2, p2] = match;
  const to = hoursOf({ digits: d2, minutes: m2, meridiem: p2 }, part)[0];
  const guess = hoursOf(
    { digits: d1, minutes: m1, meridiem: p1 ?? (Number(d1) <= Number(d2) ? p2 : undefined) },
    part,
  )[0];
  if (to === undefined || guess === undefined) return { said: 'either', times: [], why: when.noSuchTime };
  const minutes = minuteOfDay(to) - minuteOfDay(guess);
  if (minutes <= 0) return { said: 'either', times: [], why: when.severalTimes };
  if (opening?.startsWith('between') || minutes > 180)
    return { said: 'roughly', around: guess, earliest: guess, latest: to, why: when.partOfDay };
  return { said: 'time', time: guess, minutes };
}

/** "quarter to nine", "ten past three", "half past eight", "half three". */
function spoken(match: RegExpMatchArray, part: PartOfDay): Clock {
  const [, amount = '', direction, digits = '', meridiem] = match;
  const minute = amount === 'half' ? 30 : (minuteWords[amount.replace('-', ' ')] ?? Number(amount));
  const named = oneOf({ digits, minutes: direction === 'to' ? '00' : hhmm(0, minute).slice(3), meridiem }, part);
  if (direction !== 'to' || named.said !== 'time') return named;
  const total = minuteOfDay(named.time) - minute;
  return at(hhmm(Math.floor(total / 60), total % 60));
}

type Pattern = { readonly finds: RegExp; readonly reads: (match: RegExpMatchArray, part: PartOfDay) => Clock };

const spokenMinutes = 'quarter|five|ten|twenty[ -]five|twenty';
/** In this order: the first that is found is read, so the longer phrases come first. */
const patterns: readonly Pattern[] = [
  { finds: new RegExp(`(from |between )${T}\\s*(?:to|until|till|and|-)\\s*${T}${notDate}\\b`), reads: span },
  {
    finds: new RegExp(`${alone}()(\\d{1,2})[:.](\\d{2})\\s*(am|pm)?\\s*(?:to|until|till|-)\\s*${T}${notDate}\\b`),
    reads: span,
  },
  {
    finds: new RegExp(`${alone}()${T}\\s*(?:to|until|till|-)\\s*(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)\\b`),
    reads: span,
  },
  { finds: new RegExp(`${alone}()(\\d{1,2})()\\s*(am|pm)\\s*(?:to|until|till|-)\\s*${T}${notDate}\\b`), reads: span },
  { finds: new RegExp(`\\b(${spokenMinutes})(?: minutes)? (past|to) ${H}\\s*(am|pm)?\\b`), reads: spoken },
  { finds: new RegExp(`\\b(\\d{1,2})(?: minutes)? (past) ${H}\\s*(am|pm)?\\b`), reads: spoken },
  { finds: new RegExp(`\\b(half)(?:[ -](past))? ${H}\\s*(am|pm)?\\b`), reads: spoken },
  {
    finds: new RegExp(`${alone}\\b(\\d{1,2})\\s*(?:to|-)\\s*(\\d{1,2})\\b${notDate}`),
    reads: () => ({ said: 'either', times: [], why: when.clockOrSpan }),
  },
  {
    finds: new RegExp(`${alone}\\b(\\d{1,2})[:.](\\d{2})\\s*(am|pm)?(?![\\d/.:]\\d)(?!\\d)`),
    reads: ([, digits = '', minutes, meridiem], part) => oneOf({ digits, minutes, meridiem }, part),
  },
  {
    finds: new RegExp(`${alone}\\b${H}\\s*(am|pm)\\b`),
    reads: ([, digits = '', meridiem], part) => oneOf({ digits, minutes: undefined, meridiem }, part),
  },
  {
    finds: new RegExp(`\\b(${hourWords.join('|')}) (fifteen|twenty|thirty|forty[ -]five|forty)\\b`),
    reads: ([, digits = '', minutes = ''], part) =>
      oneOf({ digits, minutes: String(minuteWords[minutes.replace('-', ' ')]), meridiem: undefined }, part),
  },
  {
    finds: /\b(\d{2})(\d{2}) ?(?:hrs|hours)\b|(?<=\bat )(\d{2})(\d{2})\b/,
    reads: ([, h1, m1, h2, m2]) =>
      oneOf({ digits: `0${h1 ?? h2 ?? ''}`, minutes: m1 ?? m2, meridiem: undefined }, null),
  },
  {
    finds: new RegExp(`${alone}\\b${H} ?(?:oclock|ish)\\b`),
    reads: ([all, digits = ''], part) => {
      const read = oneOf({ digits, minutes: undefined, meridiem: undefined }, part);
      return all.endsWith('ish') && read.said === 'time' ? roughly(read.time, when.partOfDay) : read;
    },
  },
  {
    finds: new RegExp(`(?<=\\b(?:at|after|before|around|about|by|from|until|till) )${H}\\b${notDate}`),
    reads: ([, digits = ''], part) => oneOf({ digits, minutes: undefined, meridiem: undefined }, part),
  },
  { finds: /\b(?:noon|midday)\b/, reads: () => at('12:00') },
  { finds: /\bmidnight\b/, reads: () => at('00:00') },
  {
    finds: /\b(?:in |during )?(?:period|lesson|p) ?(\d|one|two|three|four|five|six)\b/,
    reads: () => roughly('11:00', when.period),
  },
  {
    finds: /\b(?:straight |right )?(?:after (?:school|lessons|pick-?up)|end of (?:the )?(?:school )?day|home ?time)\b/,
    reads: () => roughly('15:30', when.schoolTime),
  },
  {
    finds: /\b(?:at |after |over |during )?(?:lunch ?time|lunch break|lunch)\b/,
    reads: () => roughly('12:15', when.schoolTime),
  },
  {
    finds: /\b(?:at |after |before |during )?(?:morning break|break ?time|break|play ?time|assembly)\b/,
    reads: () => roughly('10:30', when.schoolTime),
  },
  {
    finds: /\b(?:first thing|before (?:school|lessons)|start of (?:the )?(?:school )?day)\b/,
    reads: () => roughly('08:30', when.schoolTime),
  },
  { finds: /\b(?:last thing|close of play|after work)\b/, reads: () => roughly('16:00', when.schoolTime) },
];

const partsOfDay = { morning: '09:30', afternoon: '14:00', evening: '17:00' } as const;

/** Takes "this afternoon", "tonight", "tomorrow morning" apart: which part of the day, and the day by itself. */
function partOfDayIn(text: string): { part: PartOfDay; rest: string } {
  const found = /\b(?:in the )?(morning|afternoon|evening)\b|\btonight\b/.exec(text);
  if (found === null || /\bmorning break\b/.test(text)) return { part: null, rest: text };
  const part = found[1] === 'morning' || found[1] === 'afternoon' ? found[1] : 'evening';
  const rest = text.replace(/\bthis (?:morning|afternoon|evening)\b|\btonight\b/, 'today');
  return { part, rest: rest.replace(/\b(?:in the )?(?:morning|afternoon|evening)\b/, ' ') };
}

const leadIn =
  /\b(?:(any ?time after|after|not before|any ?time before|before|no later than|by|until|till|around|about|approximately|roughly)\s+)?(?:(?:at|from)\s+)?$/;

/** "after 3.15" and "around 3" are not a start; they say where to look for one. */
function bounded(clock: Clock, word: string | undefined): Clock {
  if (word === undefined || clock.said !== 'time') return clock;
  const { time } = clock;
  const why = when.partOfDay;
  if (/after|not before/.test(word)) return { said: 'roughly', around: time, earliest: time, latest: null, why };
  if (/before|later|by|until|till/.test(word))
    return { said: 'roughly', around: time, earliest: null, latest: time, why };
  return roughly(time, why);
}

function first(text: string, part: PartOfDay): { clock: Clock; rest: string } {
  for (const { finds, reads } of patterns) {
    const match = finds.exec(text);
    if (match === null) continue;
    const before = text.slice(0, match.index);
    const rest = `${before.replace(leadIn, '')} ${text.slice(match.index + match[0].length)}`;
    return { clock: bounded(reads(match, part), leadIn.exec(before)?.[1]), rest };
  }
  return { clock: nothing, rest: text };
}

/**
 * @param text a phrase in lower case, as `plain` (when.ts) leaves it
 * @returns the time of day, and the phrase without the words that said it
 */
export function readClock(text: string): { readonly clock: Clock; readonly rest: string } {
  const { part, rest: withoutPart } = partOfDayIn(text);
  const found = first(withoutPart, part);
  if (found.clock.said === 'nothing')
    return part === null ? found : { clock: roughly(partsOfDay[part], when.partOfDay), rest: withoutPart };
  const another = first(found.rest, null);
  if (another.clock.said !== 'nothing')
    return { clock: { said: 'either', times: [], why: when.severalTimes }, rest: another.rest };
  return found;
}
