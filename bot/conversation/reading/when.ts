import { Temporal } from 'temporal-polyfill';
import { zoneInWords } from '../../cards/words/dates.ts';
import { when } from '../../cards/words/when.ts';
import { type Day, inLondon, type Moment, onTheClock, toUtc } from '../../london.ts';
import type { Heard } from '../conversation.ts';
import { type Clock, readClock } from './clock.ts';
import { type DayRead, readDay } from './day.ts';

/**
 * Reads when a meeting is to start. The rule over all: what is not certain is asked about, with what may have been meant;
 * nothing is ever silently taken for another day or hour.
 */

/** `minutes` is the length, when the phrase gave an end as well ("9.05 to 10.05"). */
export type WhenRead = { readonly heard: Heard; readonly minutes: number | null };

const nothing: Heard = { known: 'nothing' };
const part = { known: 'part', day: null, time: null, around: null, earliest: null, latest: null } as const;

/** `day` is set when the day was certain and only the time of day was not; `near` is merely where to look for free times. */
type Left = { readonly perhaps?: readonly Moment[]; readonly near?: Moment | null; readonly day?: Day };

const unclear = (why: string, { perhaps = [], near = null, day }: Left = {}): Heard => ({
  known: 'unclear',
  why,
  perhaps: perhaps.slice(0, 3).map(toUtc),
  near: near !== null ? toUtc(near) : day === undefined ? null : toUtc(morning(day)),
  day: day?.toString() ?? null,
});

/** Words that carry nothing; anything else left over means that we did not understand it all. */
const fillers =
  /\b(?:on|at|the|of|in|for|to|from|please|pls|thanks|thank you|ideally|starting|start|starts|uk|time|gmt|bst|hrs|hours|lets|let's|say|say that|how about|what about|make it|can we do|could we do|it's|its|is|then|ok|okay|yes|a|and|this|coming)\b|[,.;:?!()'-]/g;

/** Lower case, single spaces, one spelling each of what has several. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\ba\.m\.?|(?<=\d)\s*a\.?m\b\.?/g, 'am')
    .replace(/\bp\.m\.?|(?<=\d)\s*p\.?m\b\.?/g, 'pm')
    .replace(/\bo'? ?clock\b/g, 'oclock')
    .replace(/\bmid-day\b/g, 'midday')
    .replace(/\b(?:at )?(\d{1,2}) in the (?=morning|afternoon|evening)/g, 'at $1 in the ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Around nine in the morning of that day: where to look for free times when only the day is known. */
const morning = (day: Day): Moment => day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' });

/** A start that was said exactly: is there such a time, once, by day, ahead and within a year? */
export function startAt(day: Day, time: string, now: Date): Heard {
  const clock = onTheClock(day, time);
  if (clock.is === 'never') return unclear(when.never(day, time), { perhaps: otherHalf(day, time), day });
  if (clock.is === 'twice') return unclear(when.twice(...clock.moments), { perhaps: clock.moments, day });
  return startOf(clock.moment, now);
}

function startOf(moment: Moment, now: Date): Heard {
  const here = inLondon(now);
  const day = moment.toPlainDate();
  if (Temporal.ZonedDateTime.compare(moment, here) <= 0) {
    const later = day.equals(here.toPlainDate()) ? moment.add({ days: 1 }) : sameWeekday(moment, here);
    return unclear(when.past(moment), { perhaps: [later], near: later });
  }
  if (here.toPlainDate().until(day).days > 366) return unclear(when.farAhead);
  if (moment.hour < 6)
    return unclear(when.night(moment), { perhaps: [...otherHalf(day, moment.toPlainTime().toString()), moment], day });
  return { known: 'start', start: toUtc(moment) };
}

/** The next moment ahead on the same weekday at the same time of day. */
function sameWeekday(moment: Moment, here: Moment): Moment {
  const weeks = Math.floor(moment.until(here, { largestUnit: 'days' }).days / 7) + 1;
  return moment.add({ weeks });
}

/** The same numbers on the clock in the afternoon: what "2.30" in the night was most likely meant to be. */
function otherHalf(day: Day, time: string): readonly Moment[] {
  const clock = onTheClock(day, Temporal.PlainTime.from(time).add({ hours: 12 }).toString());
  return clock.is === 'once' ? [clock.moment] : [];
}

/** Every start that the days and times allow, those ahead only. */
function starts(days: readonly Day[], times: readonly string[], now: Date): readonly Moment[] {
  return days.flatMap((day) =>
    times.flatMap((time) => {
      const heard = startAt(day, time, now);
      return heard.known === 'start' ? [inLondon(heard.start)] : [];
    }),
  );
}

const near = (days: readonly Day[], now: Date): Moment | null => {
  const day = days.find((candidate) => Temporal.PlainDate.compare(candidate, inLondon(now).toPlainDate()) >= 0);
  return day === undefined ? null : morning(day);
};

function together(day: DayRead, clock: Clock, now: Date): Heard {
  if (day.said === 'moment') return startOf(day.moment, now);
  if (day.said === 'either') {
    const times = clock.said === 'time' ? [clock.time] : clock.said === 'either' ? clock.times : [];
    return unclear(day.why, { perhaps: starts(day.days, times, now), near: near(day.days, now) });
  }
  if (clock.said === 'either') {
    if (day.said === 'nothing') return unclear(clock.why);
    return unclear(clock.why, { perhaps: starts([day.day], clock.times, now), day: day.day });
  }
  if (day.said === 'nothing') return withoutDay(clock);
  return onDay(day.day, clock, now);
}

function withoutDay(clock: Clock): Heard {
  if (clock.said === 'time') return { ...part, time: clock.time };
  if (clock.said === 'roughly')
    return { ...part, around: clock.around, earliest: clock.earliest, latest: clock.latest };
  return nothing;
}

function onDay(day: Day, clock: Clock, now: Date): Heard {
  const today = inLondon(now).toPlainDate();
  if (clock.said === 'time') return startAt(day, clock.time, now);
  if (Temporal.PlainDate.compare(day, today) < 0) return unclear(when.dayPast(day));
  if (today.until(day).days > 366) return unclear(when.farAhead);
  const hint = withoutDay(clock);
  return { ...(hint.known === 'part' ? hint : part), day: day.toString() };
}

/** Something was left over that we did not understand: what we did understand becomes a question. */
function asQuestion(heard: Heard): Heard {
  if (heard.known === 'start') return unclear(when.nearly(inLondon(heard.start)), { perhaps: [inLondon(heard.start)] });
  if (heard.known !== 'part') return heard;
  if (heard.day === null) return unclear(when.partly);
  const day = Temporal.PlainDate.from(heard.day);
  return unclear(when.nearlyDay(day), { near: morning(day) });
}

/**
 * @param text what was said about the time, as typed
 * @param now the phrase is read as said then, on a London clock
 */
export function readWhen(text: string, now: Date): WhenRead {
  const said = plain(text);
  // "5.12" by itself is five to some and the fifth of December to others.
  if (/^(?:on |at )?(?:[0-2]?\d|3[01])\.(?:0?[1-9]|1[0-2])$/.test(said))
    return { heard: unclear(when.dateOrTime), minutes: null };
  // A bare number answers "at what time?".
  const { clock, rest } = readClock(/^\d{1,2}$/.test(said) ? `at ${said}` : said);
  const { day, rest: left } = readDay(rest, now);
  const heard = together(day, clock, now);
  const understood = left.replace(fillers, ' ').trim() === '' && zoneAgrees(said, heard);
  const minutes = understood && clock.said === 'time' ? clock.minutes : null;
  return { heard: understood ? heard : asQuestion(heard), minutes };
}

/** "BST" said of a day in December is a mistake somewhere; where, only the person knows. */
function zoneAgrees(said: string, heard: Heard): boolean {
  const zone = /\b(?:gmt|bst)\b/.exec(said)?.[0];
  return zone === undefined || heard.known !== 'start' || zoneInWords(inLondon(heard.start)).toLowerCase() === zone;
}

/** Joins a new answer with what was known before: "Tuesday week" and then "3.15pm" make a start. */
export function joined(before: Heard, said: Heard, now: Date): Heard {
  if (said.known !== 'part' || before.known === 'nothing') return said;
  const knownDay = dayOf(before);
  if (said.day === null && said.time !== null && knownDay !== null) return startAt(knownDay, said.time, now);
  if (said.day === null && knownDay !== null) return { ...said, day: knownDay.toString() };
  if (
    said.day !== null &&
    said.time === null &&
    said.around === null &&
    before.known === 'part' &&
    before.time !== null
  )
    return startAt(Temporal.PlainDate.from(said.day), before.time, now);
  return said;
}

function dayOf(heard: Heard): Day | null {
  if (heard.known === 'start') return inLondon(heard.start).toPlainDate();
  if (heard.known === 'part' && heard.day !== null) return Temporal.PlainDate.from(heard.day);
  return heard.known === 'unclear' && heard.day !== null ? Temporal.PlainDate.from(heard.day) : null;
}
