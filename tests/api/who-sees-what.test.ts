import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unknown } from '../../bot/policy/fact.ts';
import { type Door, openDoor } from './door.ts';
import { type PersonKey, people } from './school.ts';

// Every route as every kind of person: their own, the whole school's, one they are in, one they are not.

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const routes = {
  me: '/api/me',
  mine: '/api/meetings?scope=mine',
  all: '/api/meetings?scope=all',
  sencos: '/api/meetings/TAC-AAAAAAA1',
  teachers: '/api/meetings/TAC-AAAAAAA2',
  nobodys: '/api/meetings/TAC-ZZZZZZZZ',
} as const;

type Row = { who: PersonKey } & Record<keyof typeof routes, number>;
const table: Row[] = [
  { who: 'senco', me: 200, mine: 200, all: 403, sencos: 200, teachers: 404, nobodys: 404 },
  { who: 'teacher', me: 200, mine: 200, all: 403, sencos: 200, teachers: 200, nobodys: 404 },
  { who: 'ict', me: 200, mine: 200, all: 403, sencos: 404, teachers: 404, nobodys: 404 },
  { who: 'safeguardingLead', me: 200, mine: 200, all: 200, sencos: 200, teachers: 200, nobodys: 404 },
  { who: 'safeguardingLeadOnly', me: 200, mine: 200, all: 200, sencos: 200, teachers: 200, nobodys: 404 },
  { who: 'head', me: 200, mine: 200, all: 200, sencos: 200, teachers: 200, nobodys: 404 },
  { who: 'headOnly', me: 200, mine: 200, all: 200, sencos: 200, teachers: 200, nobodys: 404 },
  { who: 'ictOnly', me: 200, mine: 403, all: 403, sencos: 403, teachers: 403, nobodys: 403 },
  { who: 'dpoOnly', me: 200, mine: 200, all: 403, sencos: 404, teachers: 404, nobodys: 404 },
  { who: 'pupil', me: 403, mine: 403, all: 403, sencos: 403, teachers: 403, nobodys: 403 },
  { who: 'pupilInStaffGroup', me: 403, mine: 403, all: 403, sencos: 403, teachers: 403, nobodys: 403 },
  { who: 'guest', me: 403, mine: 403, all: 403, sencos: 403, teachers: 403, nobodys: 403 },
];

const names: (keyof typeof routes)[] = ['me', 'mine', 'all', 'sencos', 'teachers', 'nobodys'];
const cases = table.flatMap((row) => names.map((route) => ({ who: row.who, route, status: row[route] })));

test.each(cases)('answers $who at $route with $status', async ({ who, route, status }) => {
  expect((await door.getAs(who, routes[route])).status).toBe(status);
});

test.each(names)('has nothing at %s for anybody while roles cannot be asked', async (route) => {
  const closed = await openDoor();
  closed.rolesOf = () => Promise.resolve(unknown('which groups you are in'));
  const answer = await closed.getAs('head', routes[route]);
  expect(answer).toMatchObject({ status: 503, body: { error: { code: 'roles cannot be checked' } } });
  expect(closed.register.asked).toEqual([]);
  await closed.close();
});

test('answers a stranger’s meeting exactly as one that does not exist', async () => {
  const strangers = await door.getAs('ict', routes.sencos);
  const nobodys = await door.getAs('ict', routes.nobodys);
  const noReference = await door.getAs('ict', "/api/meetings/'%20or%201%20eq%201");
  expect(strangers).toEqual(nobodys);
  expect(noReference).toEqual(nobodys);
});

test.each([
  ['the host', 'senco', ['rosa.bell@mail.example.com', 'dana.cole@partner.example.net']],
  ['the second adult', 'teacher', ['rosa.bell@mail.example.com', 'dana.cole@partner.example.net']],
  ['the senior leadership team', 'head', [undefined, undefined]],
] as const)('sends guests’ addresses to %s as they may see them', async (_, who, addresses) => {
  const answer = await door.getAs(who, routes.sencos);
  expect(answer.body).toMatchObject({
    guests: [
      { name: 'Rosa Bell', role: 'Mother', agency: 'Family' },
      { name: 'Dana Cole', role: 'School nurse', agency: 'School nursing' },
    ],
  });
  expect(addresses.every((address) => address === undefined || answer.text.includes(address))).toBe(true);
  expect(answer.text.includes('@')).toBe(addresses[0] !== undefined);
});

test('sends the link of the meeting to those who run it, and to nobody else', async () => {
  expect((await door.getAs('senco', routes.sencos)).text).toContain('https://teams.microsoft.com/meet/');
  expect((await door.getAs('teacher', routes.sencos)).text).toContain('https://teams.microsoft.com/meet/');
  expect((await door.getAs('head', routes.sencos)).text).not.toContain('https://');
});

test('sends no ids of people, of Graph or of the list', async () => {
  const { text } = await door.getAs('senco', routes.sencos);
  for (const hidden of [people.senco.id, people.teacher.id, 'event-1', 'meeting-1', 'ffff', 'school.example.org']) {
    expect(text).not.toContain(hidden);
  }
});

test('lists no meeting of others, even when the register answers with one', async () => {
  const ask = door.register.page.bind(door.register);
  const lying = await openDoor();
  lying.register.page = (query) => ask({ ...query, of: null });
  const answer = await lying.getAs('ict', '/api/meetings?scope=mine&order=oldest');
  expect(answer).toMatchObject({ status: 200, body: { meetings: [] } });
  await lying.close();
});
