import { dayInWords, startOnButton, timeInWords, zoneInWords } from '../../cards/words/dates.ts';
import { inLondon } from '../../london.ts';
import type { Blank } from '../../policy/our-words.ts';
import { blanksIn } from '../../policy/pack.ts';
import type { School } from '../../policy/school.ts';
import { type Ask, childOf, guestsOf, isFamily, type Reference, secondAdultOf } from '../ask.ts';

/** What stands in the blanks of a sentence, in the language the sentence is in. Pure. */

/** `null` where this meeting has none: a sentence that needs it is left out. */
export type Fillings = Readonly<Record<Blank, string | null>>;

export type Meeting = {
  readonly ask: Ask;
  readonly reference: Reference;
  readonly school: School;
  readonly lockAfterMinutes: number | null;
};
/** What stands in a purpose in place of something that the guests need not read. */
export type InsteadOf = { readonly child: string; readonly guest: string };

/** @param language `en`, `cy`: dates in English are written as British schools do, in others as their own Unicode locale does */
export function fillingsOf(
  { ask, reference, school, lockAfterMinutes }: Meeting,
  language: string,
  insteadOf: InsteadOf,
): Fillings {
  const clock = (minutes: number) => timeIn(language, ask.start, minutes);
  return {
    school: school.name,
    host: ask.host.name,
    secondAdult: secondAdultOf(ask)?.name ?? null,
    day: dayIn(language, ask.start, 'long'),
    time: clock(0),
    end: clock(ask.minutes),
    lockTime: lockAfterMinutes === null ? null : clock(lockAfterMinutes),
    zone: zoneInWords(inLondon(ask.start)),
    minutes: String(ask.minutes),
    purpose: purposeFor(ask, insteadOf),
    reference,
    tool: 'Microsoft Teams',
  };
}

/** @returns the sentence with its blanks filled in; `null` when this meeting has nothing to put into one */
export function filled(sentence: string, fillings: Fillings): string | null {
  const values = new Map<string, string | null>(Object.entries(fillings));
  if (blanksIn(sentence).some((name) => (values.get(name) ?? null) === null)) return null;
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
}

/** `Tuesday 1 December 2026`, or `Tue 1 Dec` for a text message. @param utc ISO 8601 */
export function dayIn(language: string, utc: string, length: 'long' | 'short'): string {
  if (language === 'en')
    return length === 'long' ? dayInWords(inLondon(utc)) : (startOnButton(utc).split(',')[0] ?? '');
  const date = { weekday: length, day: 'numeric', month: length, timeZone: 'Europe/London' } as const;
  const how: Intl.DateTimeFormatOptions = length === 'long' ? { ...date, year: 'numeric' } : date;
  return new Intl.DateTimeFormat(language, how).format(new Date(utc));
}

/** `3.15pm`; `15:15` in another language, as everybody reads that. @param utc ISO 8601 */
export function timeIn(language: string, utc: string, minutesAfter: number): string {
  const moment = inLondon(utc).add({ minutes: minutesAfter });
  return language === 'en' ? timeInWords(moment) : moment.toPlainTime().toString({ smallestUnit: 'minute' });
}

/** In full, and where several of a family are written to apart, also what each of them is called in part. */
function namesIn(ask: Ask): readonly string[] {
  // Only letters and what joins them: that is all a pattern is made of here.
  const written = guestsOf(ask).filter(({ name }) => /^[\p{L}\p{M}.’' -]+$/u.test(name));
  const family = written.filter(isFamily);
  const parts = family.length < 2 ? [] : family.flatMap(({ name }) => name.split(/\s+/).filter(isTelling));
  return [...written.map(({ name }) => name), ...parts];
}

const isTelling = (part: string): boolean => /\p{L}{2}/u.test(part) && !/^(?:mr|mrs|ms|miss|mx|dr)\.?$/i.test(part);

/** A host may have typed the initials they know the child by, or who else comes: the guests read neither. */
function purposeFor(ask: Ask, { child: theChild, guest: aGuest }: InsteadOf): string {
  const child = childOf(ask);
  const names = namesIn(ask);
  const hidden = [
    ...(child ? [[child.initials, theChild] as const] : []),
    ...names.map((name) => [name, aGuest] as const),
  ];
  const said = hidden.reduce((purpose, [word, instead]) => {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${word.replaceAll('.', '\\.')}(?![\\p{L}\\p{N}])`, 'gu');
    return purpose.replaceAll(whole, instead);
  }, ask.purpose);
  return said.replace(/[.!?\s]+$/, '');
}
