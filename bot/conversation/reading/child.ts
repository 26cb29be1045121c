import { faults } from '../../cards/words/faults.ts';
import { hidden, Initials, SchoolYear } from '../../meetings/ask.ts';

/** A child is initials and a school year. A name is refused, and neither kept nor repeated. */

export type ChildRead = {
  readonly initials: Initials | null;
  readonly year: SchoolYear | null;
  /** What is missing or wrong; `null` when both were read. */
  readonly fault: string | null;
};

const numbers = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
];

/** "Y4", "Year 4", "yr four", "Year R", "Reception", "nursery". */
export const yearPhrase = new RegExp(
  `\\b(?:year|yr|y)[ .]*(\\d{1,2}|r|n|${numbers.join('|')})\\b|\\b(reception|nursery)(?: class)?\\b`,
  'i',
);

export function yearOf(said: string): SchoolYear | null {
  const word = said.trim().toLowerCase();
  const number = numbers.indexOf(word);
  const year =
    number >= 0 ? String(number + 1) : word === 'reception' ? 'R' : word === 'nursery' ? 'N' : word.toUpperCase();
  return SchoolYear.safeParse(year.replace(/^0(?=\d)/, '')).data ?? null;
}

/**
 * "AB", "ABC", "A.B.", "a b", "ab". Not "Jo", "Abi" or "zoe": mixed case, or three small letters, is how names are typed.
 */
export function initialsOf(said: string): Initials | null {
  const text = said.trim().normalize('NFD').replace(/\p{M}/gu, '');
  const letters = /^[A-Z]{2,3}$|^[a-z]{2}$/.test(text) || /^[A-Za-z](?:[. ]+[A-Za-z]){1,2}\.?$/.test(text);
  return letters ? (Initials.safeParse(text.replace(/[. ]/g, '').toUpperCase()).data ?? null) : null;
}

const fillers =
  /\b(?:in|is|and|the|for|of|pupil|child|child's|initials|are|they|they're|it's|he|she|he's|she's)\b|[,;:()/-]/gi;

/** @param text the answer to "which child?", as typed: initials, year, or both */
export function readChild(text: string): ChildRead {
  if (hidden.test(text.trim())) return { initials: null, year: null, fault: faults.hidden };
  const found = yearPhrase.exec(text);
  const rest = (found === null ? text : text.replace(found[0], ' ')).replace(fillers, ' ').replace(/\s+/g, ' ').trim();
  const bare = found === null ? /(?:^| )(\d{1,2}|[RN])$/.exec(rest) : null;
  const initials = initialsOf(rest.slice(0, bare?.index ?? rest.length)) ?? initialsOf(rest);
  const said = found?.[1] ?? found?.[2] ?? bare?.[1] ?? null;
  const year = said === null ? null : yearOf(said);
  return { initials, year, fault: childFault({ initials, year, rest, saidYear: said !== null }) };
}

function childFault(child: {
  initials: Initials | null;
  year: SchoolYear | null;
  rest: string;
  saidYear: boolean;
}): string | null {
  if (child.initials === null) return /\p{L}{2}/u.test(child.rest) ? faults.fullName : faults.initialsMissing;
  if (child.year === null) return child.saidYear ? faults.yearUnread : faults.yearMissing;
  return null;
}
