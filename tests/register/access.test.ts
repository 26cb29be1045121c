import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { PersonId, Reference } from '../../bot/meetings/ask.ts';
import { type Access, type AccessRow, accessHash } from '../../bot/register/access.ts';
import type { Register } from '../../bot/register/register.ts';
import { idOf, openSite, type Site } from '../school.ts';
import { type Lists, openLists } from './lists.ts';
import { registerOf } from './register-of.ts';

/** Who looked at what: rows are only ever added, each act once, in chains that show when a row was taken out or changed. */

let site: Site;
let lists: Lists;
let register: Register;
let another: Register;
beforeAll(async () => {
  site = await openSite();
  lists = await openLists(site);
});
afterAll(() => site.close());
beforeEach(async () => {
  await site.control('reset', 'POST', { keepLists: true });
  register = registerOf(site);
  another = registerOf(site);
});

const reference = Reference.parse('TAC-0123ABCD');
const maya = { id: PersonId.parse(idOf('Maya Okafor')), name: 'Maya Okafor' };
const ruth = { id: PersonId.parse(idOf('Ruth Adeyemi')), name: 'Ruth Adeyemi' };
const access = (id: string, more: Partial<Access> = {}): Access => ({
  id,
  event: 'opened',
  reference,
  by: maya,
  at: new Date('2026-12-01T23:59:30.500Z'),
  reason: '',
  detail: '',
  ...more,
});
const holds = (rows: readonly AccessRow[]) =>
  rows.every((row, at) => {
    const earlier = rows[at - 1];
    return row.number === at + 1 && row.before === (earlier ? accessHash(earlier) : '0'.repeat(64));
  });

test('an act is kept once, whoever keeps it again', async () => {
  const first = await register.noteAccess(access('one'));
  expect(await register.noteAccess(access('one'))).toEqual(first);
  expect(await another.noteAccess(access('one', { reason: 'told otherwise' }))).toEqual(first);
  expect(await lists.rows('Access')).toHaveLength(1);
});

test('acts at the same moment in two instances all stand, in one chain', async () => {
  const ids = Array.from({ length: 5 }, (_, index) => `act ${String(index)}`);
  await Promise.all(ids.map((id, at) => (at % 2 === 0 ? register : another).noteAccess(access(id))));
  const rows = await registerOf(site).accessTo(reference);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(ids);
  expect(holds(rows)).toBe(true);
});

test('a row that somebody changed in SharePoint shows in the one after it', async () => {
  await register.noteAccess(access('one'));
  await register.noteAccess(access('two'));
  const [row] = await lists.rows('Access');
  await lists.edit('Access', row?.id ?? '', { By: 'Somebody Else' });
  expect(holds(await another.accessTo(reference))).toBe(false);
});

test('what concerns no meeting is a chain of its London day', async () => {
  const summer = new Date('2027-06-30T23:30:00Z');
  await register.noteAccess(access('an export', { event: 'exported', reference: null, at: summer }));
  const [row] = await lists.rows('Access');
  expect(row?.fields).toMatchObject({ Key: '2027-07-01/1', Day: '2027-07-01', ByMonth: `${maya.id}/2027-07` });
});

test('it is found by its id, by its day, and by who and in which month', async () => {
  const exported = { event: 'exported', reference: null, reason: 'For the governors', detail: '{"rows":3}' } as const;
  await register.noteAccess(access('EXP-1', exported));
  await register.noteAccess(access('seen', { by: ruth }));
  expect(await another.findAccess('EXP-1')).toMatchObject({ ...exported, by: maya, at: '2026-12-01T23:59:30Z' });
  expect(await another.findAccess('EXP-2')).toBeNull();
  const idsOf = async (of: Parameters<Register['accessPage']>[0]) =>
    (await another.accessPage(of, null)).rows.map(({ id }) => id);
  expect(await idsOf({ day: '2026-12-01' })).toEqual(['EXP-1', 'seen']);
  expect(await idsOf({ by: ruth.id, month: '2026-12' })).toEqual(['seen']);
  expect(await idsOf({ by: ruth.id, month: '2026-11' })).toEqual([]);
});

test('when SharePoint does not take it, it is not said to be kept', async () => {
  await register.noteAccess(access('before'));
  await site.faults({ method: 'POST', path: '/Access/items', do: { kind: 'refuse' }, times: 9 });
  await expect(register.noteAccess(access('never'))).rejects.toMatchObject({ kind: 'register unavailable' });
});
