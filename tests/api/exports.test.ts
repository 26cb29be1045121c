import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Door, openDoor } from './door.ts';
import { type PersonKey, people } from './school.ts';

// The register as a file: a reason first, which is kept; then pages, for whoever gave it, for an hour, and for that filter only.

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const reason = 'For the governors’ safeguarding report';
const wish = (filter: object = {}, said: unknown = reason) => ({ format: 'csv', reason: said, filter });
const Begun = z.object({ id: z.string(), school: z.string(), by: z.string() });
const begin = async (who: PersonKey, filter: object = {}) =>
  Begun.parse((await door.postAs(who, '/api/exports', wish(filter))).body);
const Page = z.object({ rows: z.array(z.looseObject({ reference: z.string() })), next: z.string().nullable() });
const pageOf = async (who: PersonKey, id: string, query = '') =>
  Page.parse((await door.getAs(who, `/api/exports/${id}${query}`)).body);

test('keeps who asked, when, why and for what before a row is handed out', async () => {
  const { id, school, by } = await begin('head', { status: 'arranged', search: 'AB' });
  expect(door.register.asked).toEqual([]);
  expect(door.register.accesses).toMatchObject([
    { id, event: 'exported', by: { id: people.head.id, name: 'Ruth Adeyemi' }, reason, at: '2026-11-20T09:00:00Z' },
  ]);
  const [kept] = door.register.accesses;
  expect(JSON.parse(kept?.detail ?? '')).toMatchObject({ format: 'csv', filter: { status: 'arranged', scope: 'all' } });
  // What was searched for may be a child's initials or a guest's name, and that list never holds any.
  expect(kept?.detail).not.toContain('"AB"');
  expect([school, by]).toEqual(['Quillfeather Primary School', 'Ruth Adeyemi']);
});

test('what is printed is kept as printed', async () => {
  await door.postAs('senco', '/api/exports', { ...wish(), format: 'print' });
  expect(door.register.accesses).toMatchObject([{ event: 'printed' }]);
});

test.each([
  ['no reason', { format: 'csv', filter: {} }],
  ['an empty one', wish({}, '')],
  ['one of four characters', wish({}, 'why?')],
  ['one of more than 200', wish({}, 'a'.repeat(201))],
  ['one of several lines', wish({}, 'because\nI say so')],
])('refuses to begin with %s, and keeps nothing', async (_, body) => {
  const answer = await door.postAs('head', '/api/exports', body);
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'export needs a reason' } } });
  expect(door.register.accesses).toEqual([]);
});

test.each([
  ['of no kind there is', wish({ kind: 'party' })],
  ['with a place to begin at', wish({ cursor: '2' })],
  ['as something else', { ...wish(), format: 'pdf' }],
  ['of somebody else’s choosing', wish({ of: people.head.id })],
])('refuses an export %s', async (_, body) => {
  expect((await door.postAs('head', '/api/exports', body)).status).toBe(400);
  expect(door.register.accesses).toEqual([]);
});

test('refuses the whole school to whoever may not see it', async () => {
  const answer = await door.postAs('senco', '/api/exports', wish({ scope: 'all' }));
  expect(answer).toMatchObject({ status: 403, body: { error: { code: 'not the whole school' } } });
  expect(door.register.accesses).toEqual([]);
});

test('hands out page after page of what the filter named, and no other', async () => {
  const { id } = await begin('head', { status: 'arranged' });
  const { rows, next } = await pageOf('head', id);
  expect(next).toBeNull();
  expect(rows.map(({ reference }) => reference)).toEqual(['TAC-AAAAAAA2', 'TAC-AAAAAAA1']);
  expect(door.register.asked).toMatchObject([{ status: 'arranged', of: null, most: 200 }]);
});

test('hands out one’s own to whoever sees only those', async () => {
  const { id } = await begin('senco');
  const first = await pageOf('senco', id);
  const second = await pageOf('senco', id, `?cursor=${first.next}`);
  expect([...first.rows, ...second.rows]).toHaveLength(4);
  expect(door.register.asked.every(({ of }) => of === people.senco.id)).toBe(true);
});

test('holds initials, and guests by role and agency only', async () => {
  const { id } = await begin('head', { search: 'TAC-AAAAAAA1' });
  const answer = await door.getAs('head', `/api/exports/${id}?search=TAC-AAAAAAA1`);
  expect(answer.body).toMatchObject({
    rows: [
      {
        initials: 'AB',
        year: 'Year 4',
        host: 'Maya Okafor',
        guests: [
          { role: 'Mother', agency: 'Family' },
          { role: 'School nurse', agency: 'School nursing' },
        ],
      },
    ],
  });
  for (const secret of ['Rosa', 'Bell', '@', 'teams.microsoft.com']) expect(answer.text).not.toContain(secret);
});

test('is nobody else’s, not even a leader’s', async () => {
  const { id } = await begin('senco');
  expect(await door.getAs('head', `/api/exports/${id}`)).toMatchObject({ status: 404 });
  expect(door.register.asked).toEqual([]);
});

test.each(['EXP-1', `EXP-${'0'.repeat(40)}`, 'anything', encodeURIComponent("x' or 1 eq 1")])(
  'there is no export %s',
  async (id) => {
    expect(await door.getAs('head', `/api/exports/${id}`)).toMatchObject({ status: 404 });
  },
);

test('searches for nothing else than what was asked for', async () => {
  const { id } = await begin('head', { search: 'TAC-AAAAAAA1' });
  for (const query of ['', '?search=TAC-AAAAAAA2'])
    expect(await door.getAs('head', `/api/exports/${id}${query}`)).toMatchObject({ status: 404 });
  expect(door.register.asked).toEqual([]);
});

test('cannot be narrowed or widened by the address', async () => {
  const { id } = await begin('senco');
  expect(await door.getAs('senco', `/api/exports/${id}?scope=all`)).toMatchObject({ status: 400 });
});

test('is over after an hour', async () => {
  const { id } = await begin('head');
  const [kept] = door.register.accesses;
  door.register.findAccess = () => Promise.resolve(kept ? { ...kept, at: '2026-11-20T08:00:00Z' } : null);
  expect(await door.getAs('head', `/api/exports/${id}`)).toMatchObject({ status: 410 });
  expect(door.register.asked).toEqual([]);
});

test('is over when its owner’s roles are', async () => {
  const { id } = await begin('headOnly');
  door.rolesOf = () => Promise.resolve({ known: true, value: new Set(['staff'] as const) });
  expect(await door.getAs('headOnly', `/api/exports/${id}`)).toMatchObject({ status: 403 });
});
