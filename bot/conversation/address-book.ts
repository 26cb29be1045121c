import { type Guest, isFamily } from '../meetings/ask.ts';
import type { Draft, Mentioned, Question, Surroundings } from './conversation.ts';
import { emptyRow, isOfTheSchool, type Row } from './reading/guests.ts';
import { findRoles } from './reading/roles.ts';

/** Professionals whom the school has met before, as they are offered to a host who asks guests to a meeting. */

type Book = Extract<Question, { about: 'guests' }>['book'];

/** Who of them may be offered: whoever works at the school by now is a colleague, and no guest. */
export const offered = (people: readonly Guest[], school: Surroundings): readonly Guest[] =>
  people.filter((one) => !isFamily(one) && !isOfTheSchool(one.address, school)).map(asMet);

// How an address was checked once belongs to the meeting it was checked for.
const asMet = ({ name, role, agency, address }: Guest): Guest => ({ name, role, agency, address });

/** A row for each guest so far; for one who was only mentioned, with whoever of the book it must be. */
export function rowsFor({ guests, mentioned }: Draft, book: Book): readonly Row[] {
  if (guests.length > 0) return guests;
  const seated = new Set<string>();
  return mentioned.map((one) => {
    const free = book.filter(({ address }) => !seated.has(address));
    const person = meant(one, free);
    if (person !== null) seated.add(person.address);
    return person ?? { ...emptyRow, ...one };
  });
}

/** The one person of the book who fits what was mentioned; `null` when nobody does, or several do. */
function meant(mentioned: Mentioned, book: Book): Guest | null {
  const [only, another] = book.filter((one) => fits(mentioned, one));
  return only !== undefined && another === undefined ? only : null;
}

/** "School nurse" is the school nurse; "Early Help" and "CAMHS" are whoever comes from there. */
function fits({ role, agency }: Mentioned, person: Guest): boolean {
  const byAgency = agency !== '' && role.startsWith(agency) && same(agency, person.agency);
  return byAgency || same(role, person.role) || same(role, roleOf(person));
}

/** A role in the words of a first line, as far as it is one: `SALT` is a speech and language therapist. */
function roleOf({ role }: Guest): string {
  const { roles, rest } = findRoles(role);
  const [only, another] = roles;
  return only !== undefined && another === undefined && !/\p{L}/u.test(rest) ? only.role : role;
}

const same = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.replaceAll('’', "'").toLowerCase().trim();

/** The places of those who were ticked, as the card sends them: `1,3`. `null` when one of them is nobody's. */
export function pickedIn(said: string, book: Book): readonly number[] | null {
  const places = said.split(',').filter((place) => place.trim() !== '');
  const picked = places.map((place) => (/^[1-9]\d?$/.test(place) ? Number(place) : 0));
  return picked.every((place) => book[place - 1] !== undefined) ? [...new Set(picked)] : null;
}

/** Whoever was ticked takes the row that was waiting for somebody of their role, or one of their own. */
export function withPicked(typed: readonly Row[], picked: readonly number[], book: Book): readonly Row[] {
  const rows = [...typed];
  for (const person of picked.flatMap((place) => book[place - 1] ?? [])) {
    if (rows.some(({ address }) => same(address, person.address))) continue;
    const waiting = rows.findIndex((row) => isWaiting(row) && fits(row, person));
    rows.splice(waiting < 0 ? rows.length : waiting, 1, person);
  }
  return rows;
}

const isWaiting = ({ name, role, address }: Row): boolean =>
  name.trim() === '' && address.trim() === '' && role.trim() !== '';
