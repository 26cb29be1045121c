import { z } from 'zod';
import { inChunks, oneOf } from '../graph/list-query.ts';
import { equals, type Item, type List, startsWith } from '../graph/lists.ts';
import { type Address, Colleague, type Initials, Reference, type SchoolYear } from '../meetings/ask.ts';
import { instantOf } from './reading.ts';
import { isMeant } from './search.ts';

/**
 * Where a person stands in the lists, for whoever has to say what is held about them. Only indexed columns are asked, and no more than
 * a thousand rows are read for one question; the rows themselves, not the meetings they belong to.
 */

export type About =
  /** How a name, or its last word, begins. */
  | { readonly by: 'name'; readonly begins: string }
  | { readonly by: 'address'; readonly address: Address }
  | { readonly by: 'initials'; readonly initials: Initials; readonly year: SchoolYear | null };

/** A place where somebody stands: in which list, of which meeting, and since or for when (UTC). */
export type Place = {
  readonly list: 'Guests' | 'Agreements' | 'Meetings';
  readonly reference: Reference;
  readonly at: string;
};
export type GuestPlace = Place & {
  readonly name: string;
  readonly address: string;
  readonly role: string;
  readonly agency: string;
};
export type ChildPlace = Place & { readonly initials: string; readonly year: string };
export type StaffPlace = Place & {
  readonly id: string;
  readonly name: string;
  readonly as: 'host' | 'second adult' | 'colleague';
};

/** `more`: there are more rows than were read. */
export type Places<P extends Place> = { readonly places: readonly P[]; readonly more: boolean };

export type FindingBook = {
  placesOfGuests(about: About & { readonly by: 'name' | 'address' }): Promise<Places<GuestPlace>>;
  /** Everybody who was ever asked to a meeting from outside, those of an earlier state of it as well; oldest first. */
  guestsEver(reference: Reference): Promise<readonly GuestPlace[]>;
  /** Agreements that somebody of exactly these names gave or took back. */
  placesInAgreements(names: readonly string[]): Promise<Places<Place & { readonly name: string }>>;
  placesOfChild(about: About & { readonly by: 'initials' }): Promise<Places<ChildPlace>>;
  /** As host, second adult or other staff, of meetings that start at or after and before (UTC). */
  placesOfStaff(begins: string, span: { readonly from: string; readonly to: string }): Promise<Places<StaffPlace>>;
};

type Lists = { readonly meetings: List; readonly guests: List; readonly statements: List };

const mostRows = 1_000;

export function findingIn({ meetings, guests, statements }: Lists): FindingBook {
  return {
    async placesOfGuests(about) {
      const filter =
        about.by === 'address'
          ? equals('Address', about.address)
          : `(${startsWith('Name', about.begins)}%20or%20${startsWith('Surname', about.begins)})`;
      const { items, more } = await upTo(guests, filter);
      return { places: items.flatMap(guestPlace), more };
    },

    async guestsEver(reference) {
      const { items } = await upTo(guests, equals('Reference', reference));
      return items.flatMap(guestPlace).toSorted((a, b) => a.at.localeCompare(b.at));
    },

    async placesInAgreements(names) {
      const found: Item[] = [];
      let isMore = false;
      for (const some of inChunks(names, 10)) {
        const { items, more } = await upTo(statements, oneOf('Name', some));
        found.push(...items);
        isMore ||= more;
      }
      const places = found.flatMap((item) =>
        placeOf('Agreements', item, 'At').map((place) => ({ ...place, name: text(item, 'Name') })),
      );
      return { places, more: isMore };
    },

    async placesOfChild({ initials, year }) {
      const filter = [equals('Child', initials), ...(year === null ? [] : [equals('Year', year)])].join('%20and%20');
      const { items, more } = await upTo(meetings, filter);
      const places = items.flatMap((item) =>
        placeOf('Meetings', item, 'Starts').map((place) => ({ ...place, initials, year: text(item, 'Year') })),
      );
      return { places, more };
    },

    async placesOfStaff(name, { from, to }) {
      const rows = await meetings.within({ column: 'Starts', from, to }, staffColumns);
      return { places: rows.flatMap((row) => staffPlaces(row, name)), more: false };
    },
  };
}

async function upTo(list: List, filter: string): Promise<{ readonly items: readonly Item[]; readonly more: boolean }> {
  const items: Item[] = [];
  for (let token: string | null | undefined; token !== null; ) {
    const from = token === undefined ? '' : `&$skiptoken=${encodeURIComponent(token)}`;
    const page: Awaited<ReturnType<List['query']>> = await list.query(`$filter=${filter}&$top=200${from}`);
    items.push(...page.items);
    if (items.length >= mostRows && page.next !== null) return { items, more: true };
    token = page.next;
  }
  return { items, more: false };
}

/** Of a whole item or of a few columns of one. */
type Rows = Pick<Item, 'fields'>;

const text = ({ fields }: Rows, column: string): string => {
  const value = fields[column];
  return typeof value === 'string' ? value : '';
};

// A row without a reference or a time was put there by hand: it belongs to no meeting.
function placeOf(list: Place['list'], item: Rows, column: string): Place[] {
  const reference = Reference.safeParse(item.fields['Reference']);
  const at = instantOf(item.fields[column]);
  return reference.success && typeof at === 'string' ? [{ list, reference: reference.data, at }] : [];
}

const guestPlace = (item: Item): GuestPlace[] =>
  placeOf('Guests', item, text(item, 'Starts') === '' ? 'Asked' : 'Starts').map((place) => ({
    ...place,
    name: text(item, 'Name'),
    address: text(item, 'Address').toLowerCase(),
    role: text(item, 'Role'),
    agency: text(item, 'Agency'),
  }));

// Who else came along stands in no column of its own, and a surname in none that is asked by: so these few columns of every row are read.
const staffColumns = ['Reference', 'Starts', 'HostId', 'Host', 'SecondAdultId', 'SecondAdult', 'Colleagues'];

function staffPlaces(row: Rows, name: string): StaffPlace[] {
  const parts = [
    { as: 'host', id: text(row, 'HostId'), name: text(row, 'Host') },
    { as: 'second adult', id: text(row, 'SecondAdultId'), name: text(row, 'SecondAdult') },
    ...othersIn(text(row, 'Colleagues')).map((other) => ({ as: 'colleague' as const, ...other })),
  ] as const;
  return placeOf('Meetings', row, 'Starts').flatMap((place) =>
    parts.filter((part) => isMeant(part.name, name)).map((part) => ({ ...place, ...part })),
  );
}

const Others = z.array(Colleague.pick({ id: true, name: true }));

// Who cannot be read there cannot be found; the row as a whole is reported to ICT where meetings are read.
function othersIn(json: string): z.infer<typeof Others> {
  try {
    return json === '' ? [] : (Others.safeParse(JSON.parse(json)).data ?? []);
  } catch {
    return [];
  }
}
