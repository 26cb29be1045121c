import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { Failure } from '../../bot/failure.ts';
import { everything } from '../../bot/register/register.ts';
import { type Door, openDoor } from './door.ts';
import { people } from './school.ts';

// What the list can be asked, and how the asking reaches the register.

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
beforeEach(() => {
  door.register.asked.length = 0;
});

const Listed = z.object({
  scope: z.string(),
  meetings: z.array(z.object({ reference: z.string() })),
  next: z.string().nullable(),
});
const list = async (who: 'senco' | 'head', query: string) => {
  const { scope, meetings, next } = Listed.parse((await door.getAs(who, `/api/meetings${query}`)).body);
  return { scope, references: meetings.map(({ reference }) => reference.slice(-1)).join(''), next };
};

test('lists the whole school to the senior leadership team, newest first, unless asked otherwise', async () => {
  expect(await list('head', '')).toEqual({ scope: 'all', references: '52', next: '2' });
  expect(door.register.asked).toEqual([{ ...everything, of: null }]);
});

test('lists their own to the senior leadership team too, when asked', async () => {
  expect(await list('head', '?scope=mine')).toEqual({ scope: 'mine', references: '2', next: null });
});

test('lists one’s own meetings to everybody else, newest first, unless asked otherwise', async () => {
  expect((await list('senco', '')).scope).toBe('mine');
  expect(door.register.asked).toEqual([{ ...everything, of: people.senco.id }]);
});

test('lists everything of the school, page after page', async () => {
  const first = await list('head', '?scope=all');
  expect(first).toEqual({ scope: 'all', references: '52', next: '2' });
  const second = await list('head', `?scope=all&cursor=${first.next}`);
  expect(second).toEqual({ scope: 'all', references: '31', next: '4' });
  const third = await list('head', `?scope=all&cursor=${second.next}`);
  expect(third).toEqual({ scope: 'all', references: '4', next: null });
});

test('lists oldest first when asked', async () => {
  expect((await list('senco', '?order=oldest')).references).toBe('41');
});

test('lists meetings of one status', async () => {
  expect((await list('head', '?scope=all&status=not%20arranged')).references).toBe('3');
});

test('lists meetings of one kind', async () => {
  expect((await list('head', '?scope=all&kind=tac&status=arranging')).references).toBe('5');
  expect((await list('head', '?scope=all&kind=staff')).references).toBe('');
  expect(door.register.asked.at(-1)).toMatchObject({ kind: 'staff' });
});

test('takes empty filters for none', async () => {
  expect((await list('senco', '?scope=&kind=&status=&from=&to=&order=&cursor=')).references).toBe('53');
});

test.each([
  ['in winter', 'from=2026-11-24&to=2026-11-25', '2026-11-24T00:00:00Z', '2026-11-26T00:00:00Z'],
  ['in summer', 'from=2026-07-01&to=2026-07-01', '2026-06-30T23:00:00Z', '2026-07-01T23:00:00Z'],
  ['over the spring change', 'from=2026-03-29&to=2026-03-29', '2026-03-29T00:00:00Z', '2026-03-29T23:00:00Z'],
  ['over the autumn change', 'from=2026-10-25&to=2026-10-25', '2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z'],
])('counts days as London does, %s', async (_, query, from, to) => {
  await door.getAs('senco', `/api/meetings?${query}`);
  expect(door.register.asked).toMatchObject([{ from, to }]);
});

test.each([
  'scope=everyone',
  'scope=mine&scope=all',
  'status=postponed',
  'kind=party',
  'from=2026-02-30',
  'from=yesterday',
  'from=24/11/2026',
  'from=2026-11-24T00:00:00Z',
  'to=9999-12-31',
  'order=by%20name',
  `cursor=${'a'.repeat(5000)}`,
  'of=5c0a1d0e-0000-4000-8000-000000000103',
  '$filter=1%20eq%201',
])('refuses a filter it does not understand: %.40s', async (query) => {
  const answer = await door.getAs('head', `/api/meetings?${query}`);
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'not understood' } } });
  expect(door.register.asked).toEqual([]);
});

test.each([
  ['school year', 'schoolYear=2026', '2026-08-31T23:00:00Z', '2027-08-31T23:00:00Z'],
  ['days of it', 'schoolYear=2026&from=2026-11-24', '2026-11-24T00:00:00Z', '2027-08-31T23:00:00Z'],
  ['days before it', 'schoolYear=2026&to=2026-10-01&from=2020-01-01', '2026-08-31T23:00:00Z', '2026-10-01T23:00:00Z'],
])('takes a school year for its days, %s', async (_, query, from, to) => {
  await door.getAs('senco', `/api/meetings?${query}`);
  expect(door.register.asked).toMatchObject([{ from, to }]);
});

test.each([
  ['a seal', 'seal=not%20sealed', '53'],
  ['what is out of the ordinary', 'exceptions=yes', '34'],
  ['a host', `host=${people.teacher.id}`, '2'],
  ['an agency, in any letters', 'agency=school%20NURSING&kind=tac&order=oldest', '41'],
  ['a school year of a child', 'year=4', '52'],
  ['a year without meetings', 'year=5', ''],
  ['the beginning of a reference', 'search=tac-aaaaaaa4', '4'],
  ['initials', 'search=AB', '52'],
  ['other initials', 'search=AC', ''],
  ['the beginning of a host’s surname', 'search=bir', '2'],
  ['a guest’s first name', 'search=rosa', '52'],
  ['a sort by host', 'order=host', '13'],
  ['the same the other way', 'order=host%20reversed', '21'],
])('narrows down to %s', async (_, query, references) => {
  expect((await list('head', `?scope=all&${query}`)).references).toBe(references);
});

test('says how far it has looked', async () => {
  const other = await openDoor();
  const found = { rows: [], next: 'further', lookedTo: '2026-01-05T09:00:00Z', unreadable: 0 };
  other.register.page = () => Promise.resolve(found);
  expect((await other.getAs('head', '/api/meetings')).body).toMatchObject({
    next: 'further',
    lookedTo: found.lookedTo,
  });
  await other.close();
});

test.each([
  ['too many rows', 409, 'too many to sort'],
  ['no such page', 400, 'no such page'],
] as const)('says calmly what to do: %s', async (kind, status, code) => {
  door.register.failWith(new Failure(kind, 'list view threshold'));
  const answer = await door.getAs('head', '/api/meetings?order=host');
  door.register.failWith(null);
  expect(answer).toMatchObject({ status, body: { error: { code } } });
  expect(answer.text).not.toContain('threshold');
});
