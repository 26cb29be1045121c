import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { disposeSome, type Step, tryDisposal } from '../../bot/data-protection/disposal.ts';
import { hashOf } from '../../bot/data-protection/due.ts';
import { holdBack } from '../../bot/data-protection/holds.ts';
import type { Register } from '../../bot/register/register.ts';
import { type ListName, type Lists, openLists } from '../register/lists.ts';
import { registerOf } from '../register/register-of.ts';
import { openSite, type Site } from '../school.ts';
import { due, dyingRegister, fill, grace, leila, now, of2018, retention, staying } from './old-school.ts';

/** Meetings whose time is over leave every list, those that were shown and no others, and a certificate stays. */

let site: Site;
let lists: Lists;
beforeAll(async () => {
  site = await openSite();
  lists = await openLists(site);
});
afterAll(() => site.close());
beforeEach(async () => {
  await site.control('reset', 'POST', { keepLists: true });
  await fill(registerOf(site));
});

const world = (register: Register = registerOf(site)) => ({ register, retention, now });
const everyList = ['Meetings', 'Guests', 'Agreements', 'Records', 'Log', 'Access'] as const satisfies ListName[];
const referencesIn = async (list: ListName) =>
  new Set((await lists.rows(list)).map(({ fields }) => fields['Reference']).filter((one) => one !== undefined));
const inEveryList = () => Promise.all(everyList.map(referencesIn));
const certificates = async () =>
  (await lists.rows('Access')).map(({ fields }) => fields).filter((row) => row['Event'] === 'disposed');
const references = (of: typeof due) => of.map(({ reference }) => reference);

const said = { caller: grace, count: due.length, reason: 'Yearly disposal' };
async function toTheEnd(id: string, register?: Register): Promise<Step> {
  for (;;) {
    const step = await disposeSome(world(register), id, said);
    if (step.is !== 'under way') return step;
  }
}

test('a dry run shows what would go and what stays although its time is over, takes nothing away, and is kept', async () => {
  const tried = await tryDisposal(world(), of2018, grace);
  expect(tried.meetings.map(({ reference }) => reference)).toEqual(references(due));
  expect(tried.staying).toEqual([expect.objectContaining({ reference: 'PAR-00000004', why: 'under way' })]);
  for (const there of await inEveryList()) expect(there).toEqual(new Set(references([...due, ...staying])));
  const row = await registerOf(site).findAccess(tried.id);
  expect(row).toMatchObject({ event: 'disposal tried', by: { name: 'Grace Tan' } });
});

test('disposal takes the meetings it showed out of every list, and no others, and leaves one certificate', async () => {
  const { id } = await tryDisposal(world(), of2018, grace);
  expect(await toTheEnd(id)).toEqual({ is: 'done', of: 3, gone: 3, staying: [] });
  for (const there of await inEveryList()) expect(there).toEqual(new Set(references(staying)));
  const [certificate, ...others] = await certificates();
  expect(others).toEqual([]);
  expect(certificate).toMatchObject({ By: 'Grace Tan', Reason: 'Yearly disposal' });
  expect(JSON.parse(String(certificate?.['Detail']))).toEqual({
    ...of2018,
    count: 3,
    left: 0,
    oldest: due[0]?.ask.start,
    newest: due[2]?.ask.start,
    hash: hashOf(references(due)),
  });
  expect(await toTheEnd(id)).toMatchObject({ is: 'done', gone: 3 });
  expect(await certificates()).toHaveLength(1);
});

test('a wrong count, an unknown dry run, and a set that has changed meanwhile take nothing away', async () => {
  const { id } = await tryDisposal(world(), of2018, grace);
  expect(await disposeSome(world(), id, { ...said, count: 2 })).toEqual({ is: 'wrong count' });
  expect(await disposeSome(world(), 'DIS-none', said)).toEqual({ is: 'no such dry run' });
  const held = { reference: references(due)[1] ?? '', keep: true, reason: 'A complaint', caller: leila, at: now() };
  expect(await holdBack(registerOf(site), held as Parameters<typeof holdBack>[1])).toBe('done');
  expect(await disposeSome(world(), id, said)).toEqual({ is: 'changed meanwhile' });
  for (const there of await inEveryList()) expect(there).toEqual(new Set(references([...due, ...staying])));
});

test('what is kept back after the disposal began stays, and can go when it is let go', async () => {
  const [first, second] = references(due);
  if (first === undefined || second === undefined) throw new Error('nothing is due');
  const { id } = await tryDisposal(world(), of2018, grace);
  const { register } = dyingRegister(site, 30);
  await expect(toTheEnd(id, register)).rejects.toThrow('killed');
  const [left] = (await lists.rows('Meetings')).filter(({ fields }) => fields['Disposal'] === undefined);
  const reference =
    due.map((entry) => entry.reference).findLast((one) => one === left?.fields['Reference']) ?? due[2]?.reference;
  if (reference === undefined) throw new Error('nothing is left');
  const hold = { reference, reason: 'An inquiry', caller: leila, at: now() };
  expect(await holdBack(registerOf(site), { ...hold, keep: true })).toBe('done');
  expect(await toTheEnd(id)).toMatchObject({ is: 'done', gone: 2, staying: [{ reference, why: 'kept back' }] });
  expect((await tryDisposal(world(), of2018, grace)).meetings).toEqual([]);
  expect(await holdBack(registerOf(site), { ...hold, keep: false })).toBe('done');
  expect((await tryDisposal(world(), of2018, grace)).meetings).toEqual([expect.objectContaining({ reference })]);
});

test('killed in any call and begun again, it loses no row outside the set, and there is a certificate when it is done', async () => {
  const wrong: string[] = [];
  let kills = 0;
  for (; ; kills += 7) {
    await site.control('reset', 'POST', { keepLists: true });
    await fill(registerOf(site));
    const { id } = await tryDisposal(world(), of2018, grace);
    const { register, died } = dyingRegister(site, kills);
    await toTheEnd(id, register).catch(() => undefined);
    if (!died()) break;
    const between = await inEveryList();
    for (const { reference } of staying)
      if (!between.every((there) => there.has(reference))) wrong.push(`${String(kills)}: ${reference} lost a row`);
    const wholeLists = await referencesIn('Meetings');
    for (const list of everyList)
      for (const reference of await referencesIn(list))
        if (!wholeLists.has(reference)) wrong.push(`${String(kills)}: rows without their meeting in ${list}`);
    const certified = (await certificates()).length > 0;
    if (certified && due.some(({ reference }) => wholeLists.has(reference)))
      wrong.push(`${String(kills)}: certified too early`);
    await toTheEnd(id);
    for (const there of await inEveryList())
      if (![...there].every((one) => staying.some(({ reference }) => reference === one)))
        wrong.push(`${String(kills)}: something stayed`);
    if ((await certificates()).length !== 1) wrong.push(`${String(kills)}: not one certificate`);
  }
  expect(kills).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
}, 300_000);

test.each(['throttle', 'fail', 'drop'] as const)(
  'when SharePoint answers with %s, it comes to the same end',
  async (kind) => {
    const { id } = await tryDisposal(world(), of2018, grace);
    const fault = kind === 'throttle' ? { kind, retryAfter: 0.01 } : kind === 'fail' ? { kind, status: 503 } : { kind };
    await site.faults(
      ['DELETE', 'PATCH', 'POST'].map((method) => ({ method, path: '/items', skip: 1, times: 2, do: fault })),
    );
    expect(await toTheEnd(id)).toMatchObject({ is: 'done', gone: 3 });
    for (const there of await inEveryList()) expect(there).toEqual(new Set(references(staying)));
    expect(await certificates()).toHaveLength(1);
  },
);
