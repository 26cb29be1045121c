import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Lists, openLists } from '../register/lists.ts';
import { registerOf } from '../register/register-of.ts';
import { idOf, openSchool, type School } from '../school.ts';
import { due, fill, staying } from './old-school.ts';

/** The data protection officer's way through the real server to SharePoint's lists: looking, putting together, keeping back, disposing. */

let school: School;
let lists: Lists;
beforeAll(async () => {
  school = await openSchool();
  lists = await openLists(school);
  await fill(registerOf(school));
});
afterAll(() => school.close());

const Token = z.object({ token: z.string() });
async function asked(name: string, path: string, body?: unknown) {
  const { token } = Token.parse(await (await fetch(`${school.tenant.url}/_teams/token/${idOf(name)}`)).json());
  const answer = await fetch(`${school.server.url}/api/data-protection/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: z.looseObject({}).parse(await answer.json()) };
}
const grace = (path: string, body?: unknown) => asked('Grace Tan', path, body);
const reason = 'A request of 3 November';
const everything = async () => JSON.stringify((await lists.rows('Access')).map(({ fields }) => fields));

test.each([
  ['the beginning of a surname', { by: 'name', begins: 'bel' }],
  ['a first name', { by: 'name', begins: 'Rosa' }],
  ['an address', { by: 'address', address: 'rosa.bell@mail.example.com' }],
])('somebody is found by %s, in every list, and their name is not kept', async (_, about) => {
  const { status, body } = await grace('searches', { about, reason });
  expect(status).toBe(200);
  expect(body['people']).toEqual([
    expect.objectContaining({
      name: 'Rosa Bell',
      subject: { is: 'guest', address: 'rosa.bell@mail.example.com' },
      places: [
        expect.objectContaining({ list: 'Guests', rows: 7 }),
        expect.objectContaining({ list: 'Agreements', rows: 7 }),
      ],
    }),
  ]);
  expect(await everything()).toContain(reason);
  expect(await everything()).not.toMatch(/bell|rosa/i);
});

test('a child is found by initials and year group, a colleague by name in a school year', async () => {
  const child = await grace('searches', { about: { by: 'initials', initials: 'AB', year: '4' }, reason });
  expect(child.body['people']).toEqual([
    expect.objectContaining({ subject: { is: 'child', initials: 'AB', year: '4' } }),
  ]);
  const about = { by: 'name', begins: 'Birch' };
  const { body } = await grace('searches', { about, reason });
  const { search } = body;
  const found = await grace('searches/years', { search, about, schoolYear: 2018 });
  expect(found.body['people']).toEqual([
    expect.objectContaining({
      name: 'Tom Birch',
      as: ['second adult'],
      places: [expect.objectContaining({ rows: 5 })],
    }),
  ]);
  const another = await grace('searches/years', { search, about: { by: 'name', begins: 'Okafor' }, schoolYear: 2018 });
  expect(another.status).toBe(409);
});

test('without a reason nothing is looked for, and nothing kept', async () => {
  const before = await everything();
  const { status, body } = await grace('searches', { about: { by: 'name', begins: 'Bell' }, reason: ' ' });
  expect({ status, body }).toMatchObject({ status: 400, body: { error: { code: 'reason missing' } } });
  expect(await everything()).toBe(before);
});

test('a bundle shows only the meetings it was begun for, only to who began it, and only those about the person', async () => {
  const subject = { is: 'guest', address: 'rosa.bell@mail.example.com' };
  const [first, second] = due.map(({ reference }) => reference);
  const begun = await grace('bundles', { subject, references: [first], reason });
  const { bundle } = begun.body;
  const shown = await grace('bundles/parts', { bundle, subject, references: [first] });
  expect(shown.body['meetings']).toEqual([expect.objectContaining({ reference: first })]);
  expect((await grace('bundles/parts', { bundle, subject, references: [second] })).status).toBe(409);
  const somebody = { is: 'guest', address: 'nobody@mail.example.com' };
  expect((await grace('bundles/parts', { bundle, subject: somebody, references: [first] })).status).toBe(409);
  const other = (await grace('bundles', { subject: somebody, references: [first], reason })).body;
  const none = await grace('bundles/parts', { bundle: other['bundle'], subject: somebody, references: [first] });
  expect(none.body).toEqual({ meetings: [], unreadable: [], others: [first] });
});

test('the safeguarding lead keeps a meeting back; what is left of the class is really deleted, and a certificate stays', async () => {
  const [held, ...going] = due.map(({ reference }) => reference);
  expect((await asked('Leila Haddad', 'holds', { reference: held, keep: true, reason: 'A complaint' })).status).toBe(
    200,
  );
  expect((await asked('Maya Okafor', 'holds', { reference: held, keep: false, reason: 'No' })).status).toBe(403);
  const tried = (await grace('disposals', { kind: 'parent', schoolYear: 2018 })).body;
  expect(tried['meetings']).toHaveLength(2);
  expect(tried['staying']).toContainEqual(expect.objectContaining({ reference: held, why: 'kept back' }));
  const step = { id: tried['id'], count: 2, reason: 'Yearly disposal' };
  expect((await grace('disposals/steps', { ...step, count: 3 })).body).toMatchObject({
    error: { code: 'wrong count' },
  });
  let done = await grace('disposals/steps', step);
  while (done.body['is'] === 'under way') done = await grace('disposals/steps', step);
  expect(done.body).toEqual({ is: 'done', of: 2, gone: 2, staying: [] });
  for (const list of ['Meetings', 'Guests', 'Agreements', 'Records', 'Log', 'Access'] as const) {
    const left = new Set((await lists.rows(list)).map(({ fields }) => fields['Reference']));
    for (const reference of going) expect(left.has(reference)).toBe(false);
    for (const { reference } of staying) expect(left.has(reference)).toBe(true);
    expect(left.has(held)).toBe(true);
  }
  const { body } = await grace('retention');
  expect(body['certificates']).toEqual([
    expect.objectContaining({ count: 2, left: 0, by: 'Grace Tan', reason: 'Yearly disposal' }),
  ]);
  expect(body['unfinished']).toEqual([]);
  expect(body['heldBack']).toEqual([
    expect.objectContaining({ reference: held, by: 'Leila Haddad', reason: 'A complaint' }),
  ]);
});

test('who looked can be read by meeting, and page by page of a day', async () => {
  const [{ reference }] = staying as [(typeof staying)[0], ...typeof staying];
  const { body } = await grace(`access?reference=${reference}`);
  expect(body['rows']).toEqual([expect.objectContaining({ by: 'Maya Okafor', says: 'Read', reference })]);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  expect((await grace(`access?day=${day}`)).body['rows']).toContainEqual(
    expect.objectContaining({ by: 'Grace Tan', says: 'Looked for a person', reason }),
  );
  expect((await grace('access?day=yesterday')).status).toBe(400);
});
