import { faults } from '../../cards/words/faults.ts';
import type { Colleague } from '../../meetings/ask.ts';
import type { Fact } from '../../policy/fact.ts';
import { fault, type Read, read } from './read.ts';
import { plainName, readSecondAdult } from './second-adult.ts';

/** The colleagues who come to a meeting, named one by one or all at once. */

type Staff = { readonly host: Colleague; readonly colleagues: Fact<readonly Colleague[]> };

const most = 60;
const all =
  '(?:every(?:one|body)|all (?:of (?:us|the )?)?(?:the )?(?:staff|colleagues|teachers)|(?:the )?whole staff|all of us)';
const allAlone = new RegExp(`^(?:with )?(?:${all}|all|us all)[.! ]*$`, 'i');
const allInLine = new RegExp(`\\b(?:(?:with|for) )?${all}\\b`, 'i');

const othersOf = ({ host, colleagues }: Staff): readonly Colleague[] =>
  colleagues.known ? colleagues.value.filter(({ id }) => id !== host.id) : [];

function taken(colleagues: readonly Colleague[]): Read<readonly Colleague[]> {
  const once = colleagues.filter(({ id }, index) => colleagues.findIndex((other) => other.id === id) === index);
  if (once.length === 0) return fault(faults.colleaguesMissing);
  return once.length > most ? fault(faults.colleaguesTooMany) : read(once);
}

/** @param text names with commas or "and" between them, "everyone", or the object ids a card carries */
export function readColleagues(text: string, staff: Staff): Read<readonly Colleague[]> {
  if (!staff.colleagues.known) return fault(faults.colleaguesUnknown);
  if (allAlone.test(text.trim())) return taken(othersOf(staff));
  const said = text
    .split(/[,;&+\r\n]|\band\b|\bplus\b|\bwith\b/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !/^(?:me|myself)$/i.test(piece));
  if (said.length > most) return fault(faults.colleaguesTooMany);
  const found = said.map((piece) => readSecondAdult(piece, staff));
  if (found.some((one) => one.found === 'several')) return fault(faults.colleaguesAmbiguous);
  if (found.some((one) => one.found === 'none' && one.fault !== faults.adultYourself))
    return fault(faults.colleaguesUnfound);
  return taken(found.flatMap((one) => (one.found === 'one' ? [one.colleague] : [])));
}

export type ColleaguesFound = {
  readonly colleagues: readonly Colleague[];
  /** What the person should know of the reading; `null` when there is nothing. */
  readonly fault: string | null;
  readonly rest: string;
};

/** Colleagues named anywhere in a line, by whole first names or surnames; their names are taken out of it. */
export function findColleagues(text: string, staff: Staff): ColleaguesFound {
  if (allInLine.test(text)) {
    const everybody = taken(othersOf(staff));
    const rest = text.replace(allInLine, ' , ');
    return everybody.ok
      ? { colleagues: everybody.value, fault: null, rest }
      : { colleagues: [], fault: everybody.fault, rest };
  }
  const names = [...text.matchAll(/[\p{L}'’-]+/gu)].map((match) => ({ word: match[0], at: match.index }));
  const found: Colleague[] = [];
  let ambiguous = false;
  let rest = text;
  for (let index = 0; index < names.length; ) {
    const run = longestName(names.slice(index, index + 4), text, staff);
    if (run === null) {
      index += 1;
      continue;
    }
    if (run.who.length > 1) ambiguous = true;
    else found.push(...run.who);
    rest = `${rest.slice(0, run.from)}${','.repeat(run.to - run.from)}${rest.slice(run.to)}`;
    index += run.words;
  }
  const others = found.filter(({ id }) => id !== staff.host.id);
  const once = taken(others);
  return {
    colleagues: once.ok && !ambiguous ? once.value : [],
    fault: ambiguous ? faults.colleaguesAmbiguous : null,
    rest,
  };
}

type Word = { readonly word: string; readonly at: number };
type Run = { readonly who: readonly Colleague[]; readonly words: number; readonly from: number; readonly to: number };

function longestName(words: readonly Word[], text: string, { host, colleagues }: Staff): Run | null {
  const staff = [host, ...(colleagues.known ? colleagues.value.filter(({ id }) => id !== host.id) : [])];
  const [first] = words;
  if (first === undefined || !mayBeName(first, text)) return null;
  for (let length = words.length; length > 0; length -= 1) {
    const run = words.slice(0, length);
    const last = run.at(-1) ?? first;
    const between = text.slice(first.at, last.at + last.word.length);
    if (/[,;&]/.test(between)) continue;
    const said = plainName(between).split(' ');
    const who = staff.filter(({ name }) => said.every((word) => plainName(name).split(' ').includes(word)));
    if (said[0] !== '' && who.length > 0) return { who, words: length, from: first.at, to: last.at + last.word.length };
  }
  return null;
}

/** A name begins with a capital, or stands where names stand: after "with", "and" or a comma. Else "will" and "may" are no names. */
const mayBeName = ({ word, at }: Word, text: string): boolean =>
  /^\p{Lu}/u.test(word) || /(?:\bwith|\band|[,&])\s*$/i.test(text.slice(0, at));
