import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { guestsOf, Reference } from '../../bot/meetings/ask.ts';
import { everything, type Register, type RegisterQuery } from '../../bot/register/register.ts';
import { askHash, fieldsOf, guestFields } from '../../bot/register/rows.ts';
import { meeting, people } from '../api/school.ts';
import { Calls } from '../faults/faults.ts';
import { openSite, type Site } from '../school.ts';
import { registerOf } from './register-of.ts';

/** A register of more rows than SharePoint goes through for one query: it refuses with a 500, which is an answer and no outage. */

const many = 5200;
const day = 86_400_000;
const usual = { start: '2022-09-01T15:15:00Z', secondAdult: 'head' } as const;
const others = [{ name: 'Ann Stone', role: 'Nurse', agency: 'Early Help', address: 'ann.stone@example.net' }];
const ofSenco = meeting({ ...usual, reference: 'TAC-AAAAAAA1', host: 'senco' });
const ofTeacher = meeting({ ...usual, reference: 'TAC-AAAAAAA1', host: 'teacher' });
const withOthers = meeting({ ...usual, reference: 'TAC-AAAAAAA1', host: 'senco', ask: { guests: others } });
const entries = Array.from({ length: many }, (_, at) => {
  const like = at % 500 === 0 ? ofTeacher : at < many - 3 ? ofSenco : withOthers;
  const start = new Date(Date.parse(usual.start) + at * (day / 4)).toISOString().replace('.000Z', 'Z');
  const reference = Reference.parse(`TAC-${String(at).padStart(8, '0')}`);
  return { ...like, reference, ask: { ...like.ask, start } };
});

const meetingRows = entries.map((entry) => ({ ...fieldsOf(entry), Reference: entry.reference }));
const guestRows = entries.flatMap(({ reference, ask }) =>
  guestsOf(ask).map((guest, index) => {
    const of = { reference, request: askHash(ask), number: index + 1, at: ask.start, starts: ask.start };
    return { ...guestFields(guest, of), Key: `${reference}/${index + 1}` };
  }),
);

let site: Site;
let register: Register;
beforeAll(async () => {
  site = await openSite();
  register = registerOf(site);
  await register.page(everything);
  await register.agencies();
  await site.control('lists/Meetings/items', 'POST', { items: meetingRows });
  await site.control('lists/Guests/items', 'POST', { items: guestRows });
}, 120_000);
afterAll(() => site.close());
beforeEach(() => site.control('calls', 'DELETE'));

/** How many calls were answered with which status. */
async function answered(): Promise<Record<string, number>> {
  const calls = Calls.parse(await site.control('calls', 'GET')).filter(({ on }) => on === 'graph');
  return Object.fromEntries(
    [...Map.groupBy(calls, ({ status }) => String(status))].map(([status, of]) => [status, of.length]),
  );
}

const page = async (query: Partial<RegisterQuery>) => {
  const { rows, ...rest } = await register.page({ ...everything, ...query });
  return { ...rest, references: rows.map(({ reference }) => Number(reference.slice(-8))) };
};
const newest = Array.from({ length: 30 }, (_, at) => many - 1 - at);

test('what nothing narrows down comes as SharePoint pages it, in one call', async () => {
  expect((await page({})).references).toEqual(newest);
  expect(await answered()).toEqual({ 200: 1 });
});

test('what all of them are is looked for season by season, after one refusal that is not asked again', async () => {
  const first = await page({ kind: 'tac' });
  expect(first.references).toEqual(newest);
  expect(await answered()).toEqual({ 200: 4, 500: 1 });
  await site.control('calls', 'DELETE');
  expect((await page({ kind: 'tac', status: 'arranged' })).references).toEqual(newest);
  expect(await answered()).toEqual({ 200: 4 });
  await site.control('calls', 'DELETE');
  expect((await page({ kind: 'tac', cursor: first.next })).references).toEqual(newest.map((at) => at - 30));
  expect(await answered()).toEqual({ 200: 1 });
});

test('what is rare is found in one call', async () => {
  expect(await page({ host: people.teacher.id })).toMatchObject({
    references: [5000, 4500, 4000, 3500, 3000, 2500, 2000, 1500, 1000, 500, 0],
    next: null,
    lookedTo: null,
  });
  expect(await answered()).toEqual({ 200: 1 });
});

test.each([
  ['a guest’s surname', { search: 'Sto' }],
  ['an agency', { agency: 'early help' }],
])('few come to light by %s, and their meetings with them', async (_, query) => {
  expect(await page(query)).toMatchObject({ references: [many - 1, many - 2, many - 3], next: null });
});

test('names that begin alike in every meeting are found season by season too', async () => {
  expect((await page({ search: 'ros', most: 20 })).references).toEqual(newest.slice(3, 23));
});

test('where there is nothing, it says how far it has looked, and comes to an end', async () => {
  const looked: (string | null)[] = [];
  let cursor: string | null = null;
  do {
    const { next, lookedTo, references } = await page({ kind: 'class', status: 'arranged', cursor });
    expect(references).toEqual([]);
    looked.push(lookedTo);
    cursor = next;
  } while (cursor !== null);
  expect(looked.at(-1)).toBeNull();
  expect(looked.slice(0, -1)).toEqual(looked.slice(0, -1).toSorted().reverse());
});

test('an order that SharePoint refuses is said at once', async () => {
  await expect(page({ kind: 'tac', order: 'host' })).rejects.toMatchObject({ kind: 'too many rows' });
  expect(await answered()).toEqual({ 500: 1 });
  const september = { from: '2022-09-01T00:00:00Z', to: '2022-09-04T00:00:00Z' };
  expect((await page({ ...september, order: 'host', most: 3 })).references).toEqual([1, 2, 3]);
});

test.each(['', 'x', 's', 'w', 'weyJhIjoxfQ', 'wbm90IGpzb24'])(
  'a cursor of another making is none: %s',
  async (cursor) => {
    await expect(page({ kind: 'tac', cursor })).rejects.toMatchObject({ kind: 'no such page' });
    expect(await answered()).toEqual({});
  },
);
