import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { toUtc, zone } from '../london.ts';
import { Address, Initials, PersonId, SchoolYear } from '../meetings/ask.ts';
import type { About, ChildPlace, GuestPlace, Place, StaffPlace } from '../register/finding.ts';
import type { Register } from '../register/register.ts';

/** Finding a person over all lists: who may be meant, and of each what is held, where, how much, from when to when. */

export const AboutShape = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('name'), begins: z.string().trim().min(2).max(80) }),
  z.strictObject({ by: z.literal('address'), address: Address }),
  z.strictObject({ by: z.literal('initials'), initials: Initials, year: SchoolYear.nullable() }),
]);

/** Who somebody is, as far as the lists can tell people apart. */
export const Subject = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('guest'), address: Address }),
  z.strictObject({ is: z.literal('child'), initials: Initials, year: SchoolYear.nullable() }),
  z.strictObject({ is: z.literal('colleague'), id: PersonId }),
]);
export type Subject = z.infer<typeof Subject>;

/** The same as the page has it, and gives it back. */
export type SubjectView =
  | { readonly is: 'guest'; readonly address: string }
  | { readonly is: 'child'; readonly initials: string; readonly year: string | null }
  | { readonly is: 'colleague'; readonly id: string };

/** Somebody who may be meant. `places`: by list how many rows, and from when to when (UTC). */
export type FoundPerson = {
  readonly subject: SubjectView;
  readonly name: string;
  /** Role and agency, year group, host or second adult: what tells two of one name apart. */
  readonly as: readonly string[];
  readonly places: readonly {
    readonly list: Place['list'];
    readonly rows: number;
    readonly from: string;
    readonly to: string;
  }[];
  /** Newest first. */
  readonly meetings: readonly { readonly reference: string; readonly at: string }[];
};
export type Found = { readonly people: readonly FoundPerson[]; readonly more: boolean };

/** Guests, their agreements, and children. Colleagues are looked for year by year: `colleaguesIn`. */
export async function findPeople(register: Register, about: About): Promise<Found> {
  if (about.by === 'initials') {
    const { places, more } = await register.placesOfChild(about);
    const people = grouped(places, ({ year }) => year).map((of) => childIn(of));
    return { people: people.filter((one) => one !== null), more };
  }
  const { places, more } = await register.placesOfGuests(about);
  const said = await register.placesInAgreements([...new Set(places.map(({ name }) => name))]);
  const people = grouped(places, ({ address }) => address).map((of) => guestIn(of, said.places));
  return { people: people.filter((one) => one !== null), more: more || said.more };
}

/** Colleagues who host, or are second adult of, meetings of a school year. */
export async function colleaguesIn(register: Register, begins: string, schoolYear: number): Promise<Found> {
  const first = Temporal.PlainDate.from({ year: schoolYear, month: 8, day: 1 });
  const at = (months: number) => toUtc(first.add({ months }).toZonedDateTime(zone));
  const months = Array.from({ length: 12 }, (_, month) => ({ from: at(month), to: at(month + 1) }));
  const found = [];
  // A mailbox and a list both answer few calls at once.
  for (const quarter of [0, 3, 6, 9])
    found.push(
      ...(await Promise.all(months.slice(quarter, quarter + 3).map((span) => register.placesOfStaff(begins, span)))),
    );
  const places = found.flatMap((one) => one.places);
  const people = grouped(places, ({ id }) => id).map(colleagueIn);
  return { people: people.filter((one) => one !== null), more: found.some(({ more }) => more) };
}

/** What is kept of a search instead of the name: whoever asks later whether they were looked for can be told, and nobody can read it off. */
export const searchHash = (id: string, about: About): string =>
  createHash('sha256')
    .update(`${id}\n${JSON.stringify(about).toLowerCase()}`)
    .digest('hex');

function grouped<P>(places: readonly P[], by: (place: P) => string): readonly (readonly P[])[] {
  return [...Map.groupBy(places, by).values()];
}

function childIn(places: readonly ChildPlace[]): FoundPerson | null {
  const [first] = places;
  const subject = Subject.safeParse({ is: 'child', initials: first?.initials, year: first?.year });
  if (first === undefined || !subject.success) return null;
  return { subject: subject.data, name: first.initials, as: [first.year], ...whereIn(places) };
}

function guestIn(
  places: readonly GuestPlace[],
  said: readonly (Place & { readonly name: string })[],
): FoundPerson | null {
  const [first] = places;
  const subject = Subject.safeParse({ is: 'guest', address: first?.address });
  if (first === undefined || !subject.success) return null;
  const names = new Set(places.map(({ name }) => name));
  const meetings = new Set(places.map(({ reference }) => reference));
  const theirs = said.filter(({ name, reference }) => names.has(name) && meetings.has(reference));
  const as = [...new Set(places.map(({ role, agency }) => `${role}, ${agency}`))];
  return { subject: subject.data, name: [...names].join(' / '), as, ...whereIn([...places, ...theirs]) };
}

function colleagueIn(places: readonly StaffPlace[]): FoundPerson | null {
  const [first] = places;
  const subject = Subject.safeParse({ is: 'colleague', id: first?.id });
  if (first === undefined || !subject.success) return null;
  const as = [...new Set(places.map((place) => place.as))];
  return { subject: subject.data, name: first.name, as, ...whereIn(places) };
}

function whereIn(places: readonly Place[]): Pick<FoundPerson, 'places' | 'meetings'> {
  const byList = [...Map.groupBy(places, ({ list }) => list)].map(([list, rows]) => {
    const times = rows.map(({ at }) => at).toSorted();
    return { list, rows: rows.length, from: times[0] ?? '', to: times.at(-1) ?? '' };
  });
  const meetings = new Map(
    places.filter(({ list }) => list !== 'Agreements').map(({ reference, at }) => [reference, at]),
  );
  const newestFirst = [...meetings].toSorted(([, a], [, b]) => b.localeCompare(a));
  return { places: byList, meetings: newestFirst.map(([reference, at]) => ({ reference, at })) };
}
