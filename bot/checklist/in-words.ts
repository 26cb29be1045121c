import { asTitle } from '../cards/elements.ts';
import { anyMeeting } from '../cards/words/checklist.ts';
import { dayInWords, timeInWords } from '../cards/words/dates.ts';
import { inLondon } from '../london.ts';
import { secondAdultOf } from '../meetings/ask.ts';
import type { blanks } from '../policy/pack.ts';
import type { School } from '../policy/school.ts';
import type { Entry } from '../register/entry.ts';

/**
 * What stands in the blanks of a line. Every line is shown: what a meeting does not have, such as a time to lock at, stands there in
 * plain words. Names go without the signs that would mean something in a title. Pure.
 */

export type Fillings = Readonly<Record<(typeof blanks)[number], string>>;

/** @param lockAfterMinutes as the packs say, `null` where none does */
export function fillingsFor(
  { reference, ask }: Pick<Entry, 'reference' | 'ask'>,
  school: Pick<School, 'name'>,
  lockAfterMinutes: number | null,
): Fillings {
  const start = inLondon(ask.start);
  const lock = lockAfterMinutes === null ? null : timeInWords(start.add({ minutes: lockAfterMinutes }));
  return {
    school: asTitle(school.name),
    host: asTitle(ask.host.name),
    secondAdult: asTitle(secondAdultOf(ask)?.name ?? anyMeeting.secondAdult),
    day: dayInWords(start),
    time: timeInWords(start),
    lockTime: lock ?? anyMeeting.lockTime,
    minutes: String(ask.minutes),
    reference,
    tool: 'Microsoft Teams',
  };
}

/** For a line that is shown apart from any single meeting. */
export const forAnyMeeting = (school: Pick<School, 'name'>): Fillings => ({
  ...anyMeeting,
  school: asTitle(school.name),
  tool: 'Microsoft Teams',
});

/** The sentence with its blanks filled in. */
export const inWords = (sentence: string, fillings: Fillings): string => {
  const values = new Map<string, string>(Object.entries(fillings));
  return sentence.replaceAll(/\{(\w+)\}/g, (blank, name: string) => values.get(name) ?? blank);
};

/** The same for a list of lines. */
export const allInWords = <T extends { readonly says: string }>(
  lines: readonly T[],
  fillings: Fillings,
): readonly T[] => lines.map((line) => ({ ...line, says: inWords(line.says, fillings) }));
