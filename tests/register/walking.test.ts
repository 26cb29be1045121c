import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Address, type Guest, guestsOf, SchoolYear } from '../../bot/meetings/ask.ts';
import type { Entry } from '../../bot/register/entry.ts';
import { guestsList, meetingsList } from '../../bot/register/lists.ts';
import { openHints, pageOf } from '../../bot/register/page-of.ts';
import { everything, type Page, type RegisterQuery } from '../../bot/register/register.ts';
import { askHash, fieldsOf, guestFields } from '../../bot/register/rows.ts';
import { matches } from '../api/memory-page.ts';
import { meeting, type PersonKey, people } from '../api/school.ts';
import { paperList } from './paper-list.ts';

/**
 * Whatever is asked of a register of whatever shape: all pages together are what a plain filter over every meeting finds, each once,
 * in order, although SharePoint goes through only a few rows for any one query. Here a few is a dozen.
 */

const limit = 12;

const day = 86_400_000;
const hosts = ['senco', 'teacher', 'head'] as const satisfies readonly PersonKey[];
const guest: fc.Arbitrary<Guest> = fc.record({
  name: fc.constantFrom('Rosa Bell', 'Dana Cole', 'Tom Bellamy', 'Maya Ro', 'Ben O’Neill', "Ann D'Arcy"),
  role: fc.constant('School nurse'),
  agency: fc.constantFrom('Family', 'School nursing', 'Early Help'),
  address: fc
    .constantFrom('rosa.bell@mail.example.com', 'dana.cole@partner.example.net')
    .map((one) => Address.parse(one)),
});
const drawn = fc.record({
  host: fc.constantFrom(...hosts),
  secondAdult: fc.constantFrom(...hosts),
  status: fc.constantFrom<Entry['status']>('arranged', 'arranged', 'arranged', 'called off', 'cancelled', 'on hold'),
  initials: fc.constantFrom('AB', 'CD', 'EFG'),
  year: fc.constantFrom('1', '4', '13'),
  kind: fc.constantFrom('tac', 'tac', 'parent', 'staff'),
  urgent: fc.constantFrom(null, null, null, { reason: 'It cannot wait' }),
  guests: fc.array(guest, { minLength: 1, maxLength: 2 }),
  /** Somebody was asked who is not any more. */
  before: fc.option(guest, { freq: 6 }),
});
// Days close together or years apart, and several meetings at the same moment.
const gaps = fc.constantFrom(0, 0, 1 / 48, 1, 7, 40, 700);
const school = fc.array(fc.record({ gap: gaps, meeting: drawn }), { maxLength: 70 });

type Drawn = typeof school extends fc.Arbitrary<infer Value> ? Value : never;

function registerOf(all: Drawn): { readonly entries: readonly Entry[]; readonly lists: Lists } {
  let at = Date.parse('2019-09-03T15:15:00Z');
  let atOnce = 0;
  const entries = all.map(({ gap, meeting: one }, index) => {
    // A dozen rows go into a second and no more: neither does SharePoint find more than 5,000.
    atOnce = gap === 0 && atOnce < 3 ? atOnce + 1 : 0;
    at += atOnce > 0 ? 0 : Math.max(gap, 1 / 48) * day;
    return entryOf(one, { index, start: new Date(at).toISOString().replace('.000Z', 'Z') });
  });
  const shuffled = entries.toSorted((one, other) => askHash(one.ask).localeCompare(askHash(other.ask)));
  const asked = shuffled.flatMap((entry) => [...guestsOf(entry.ask).map(rowOfGuest(entry, askHash(entry.ask)))]);
  const earlier = all.flatMap(({ meeting: { before } }, index) => {
    const entry = entries[index];
    return entry && before ? [rowOfGuest(entry, 'an earlier request')(before, 0)] : [];
  });
  const lists = {
    meetings: paperList({
      definition: meetingsList,
      rows: shuffled.map((entry) => fieldsOf(entry)).map(withReference(shuffled)),
      limit,
    }),
    guests: paperList({ definition: guestsList, rows: [...asked, ...earlier], limit }),
  };
  return { entries: shuffled, lists };
}
type Lists = { readonly meetings: ReturnType<typeof paperList>; readonly guests: ReturnType<typeof paperList> };

// The register gives the reference as the key of the row.
const withReference = (entries: readonly Entry[]) => (fields: ReturnType<typeof fieldsOf>, at: number) => ({
  ...fields,
  Reference: entries[at]?.reference ?? null,
});

const rowOfGuest =
  ({ reference, ask }: Entry, request: string) =>
  (one: Guest, index: number) =>
    guestFields(one, { reference, request, number: index + 1, at: ask.start, starts: ask.start });

function entryOf(one: Drawn[number]['meeting'], { index, start }: { index: number; start: string }): Entry {
  const { host, secondAdult, status, initials, year, kind, urgent, guests } = one;
  const colleagues = kind === 'staff' ? [people.head].map(({ id, name, address }) => ({ id, name, address })) : [];
  const reference = `${kind === 'tac' ? 'TAC' : 'PAR'}-${String(index).padStart(8, '0')}`;
  const ask = { kind, child: { initials, year }, urgent, guests, colleagues };
  return meeting({ reference, start, host, secondAdult, status, ask });
}

const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 2 });
const instants = fc.option(
  fc.constantFrom('2019-09-10T00:00:00Z', '2020-02-01T00:00:00Z', '2026-01-01T00:00:00Z', '2040-01-01T00:00:00Z'),
  { freq: 2 },
);
const narrowing = fc.record({
  of: maybe(people.senco.id, people.teacher.id),
  kind: maybe('tac' as const, 'parent' as const, 'class' as const),
  status: maybe('arranged' as const, 'called off' as const, 'refused' as const),
  seal: maybe('sealed' as const, 'not sealed' as const),
  exceptions: fc.constantFrom(false, false, true),
  host: maybe(people.head.id),
  agency: maybe('early help', 'Family', 'Nobody’s'),
  year: maybe(SchoolYear.parse('4'), SchoolYear.parse('13')),
  from: instants,
  to: instants,
  search: maybe('TAC-', 'tac-0000001', 'TAC-00000003', 'AB', 'EFG', 'ro', 'bel', 'Tom B', 'o’n', "d'a", 'ok', ' '),
  order: fc.constantFrom('newest first' as const, 'oldest first' as const),
  most: fc.constantFrom(1, 3, 10),
});

// One thing at a time is what people ask for most.
const one = fc.record({
  search: fc.constantFrom('ro', 'bel', 'ma', 'Tom'),
  order: narrowing.map(({ order }) => order),
  most: fc.constantFrom(1, 3),
});
const question = fc.oneof(narrowing, one);

/** Every page, one after the other. */
async function walked(
  { lists, knownLarge }: { lists: Lists; knownLarge: boolean },
  query: RegisterQuery,
  look: (page: Page, queries: number) => void,
): Promise<void> {
  let cursor: string | null = null;
  const hints = openHints();
  // Of a register that was found to be large before, or that nobody has asked yet.
  if (knownLarge) for (const walks of ['meetings', 'guests', 'both']) hints.refused(`${walks} by dates`);
  const now = () => new Date('2020-03-01T09:00:00Z');
  for (let pages = 0; pages < 2000; pages += 1) {
    const before = lists.meetings.queries + lists.guests.queries;
    const page: Page = await pageOf({ lists, hints, now }, { ...query, cursor });
    look(page, lists.meetings.queries + lists.guests.queries - before);
    if (page.next === null) return;
    cursor = page.next;
  }
  throw new Error('it never comes to an end');
}

test('all pages together are what a plain filter finds, each meeting once and in order, and each says how far it has looked', async () => {
  const holds = fc.asyncProperty(school, question, fc.boolean(), async (all, narrowing, knownLarge) => {
    const { entries, lists } = registerOf(all);
    const query: RegisterQuery = { ...everything, ...narrowing };
    const newest = query.order === 'newest first';
    const wanted = entries.filter((entry) => matches(entry, query));
    const expected = wanted.toSorted((a, b) => (newest ? -1 : 1) * a.ask.start.localeCompare(b.ask.start));
    const seen: string[] = [];
    await walked({ lists, knownLarge }, query, (page, queries) => {
      seen.push(...page.rows.map(({ reference }) => reference));
      expect(page.unreadable).toBe(0);
      expect(queries).toBeLessThanOrEqual(20);
      const { lookedTo, next } = page;
      if (lookedTo === null || isPagedBySharePoint(query)) return;
      const looked = wanted.filter(({ ask }) => (newest ? ask.start >= lookedTo : ask.start < lookedTo));
      expect([next === null, seen.length]).toEqual([false, looked.length]);
    });
    expect(seen).toEqual(expected.map(({ reference }) => reference));
  });
  await fc.assert(holds, { numRuns: 300 });
}, 120_000);

const isPagedBySharePoint = (query: RegisterQuery) =>
  JSON.stringify({ ...query, order: '', most: 0, search: query.search?.trim() || null }) ===
  JSON.stringify({ ...everything, order: '', most: 0 });
