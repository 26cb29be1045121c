import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { PersonId, Reference } from '../../bot/meetings/ask.ts';
import { type Answer, LineName, standing } from '../../bot/register/kept.ts';
import type { Register } from '../../bot/register/register.ts';
import { idOf, openSite, type Site } from '../school.ts';
import { type Lists, openLists } from './lists.ts';
import { registerOf } from './register-of.ts';

/** The list of records: rows are only ever added, each answer once, and the newest of a line counts. */

let site: Site;
let lists: Lists;
let register: Register;
let another: Register;
beforeAll(async () => {
  site = await openSite();
  lists = await openLists(site);
  register = registerOf(site);
  another = registerOf(site);
});
afterAll(() => site.close());
beforeEach(() => site.control('reset', 'POST', { keepLists: true }));

const reference = Reference.parse('TAC-0123ABCD');
const maya = PersonId.parse(idOf('Maya Okafor'));
const tom = PersonId.parse(idOf('Tom Birch'));
const now = new Date('2026-12-01T16:05:00Z');
const answer = (line: string, said = 'yes'): Answer => ({
  line: LineName.parse(`a-pack/${line}`),
  moment: 'after',
  asked: 'Is it so?',
  answer: said,
});
const many = Array.from({ length: 12 }, (_, index) => answer(`line-${String(index)}`));

const stands = async () =>
  [...standing(await register.kept(reference))].map(([line, { answer: said }]) => `${line}: ${said}`).toSorted();
const rows = async () => (await lists.rows('Records')).map(({ fields }) => fields);
const keys = async () => (await rows()).map((row) => String(row['Key']));

test('the list has its columns indexed at birth, and the key of a row only once', async () => {
  await register.kept(reference);
  const columns = await lists.columns('Records');
  expect(columns.filter(({ indexed }) => indexed).map(({ name }) => name)).toEqual(['Key', 'Reference']);
  expect(columns.filter(({ enforceUniqueValues }) => enforceUniqueValues).map(({ name }) => name)).toEqual(['Key']);
});

test('what stands so already is not written again', async () => {
  await register.keep(reference, many, maya, now);
  await register.keep(reference, [...many, answer('other')], tom, now);
  expect(await keys()).toHaveLength(13);
});

test('the newest of a line counts, an empty one takes it back, and every row stays', async () => {
  await register.keep(reference, [answer('who', 'Jo')], maya, now);
  await register.keep(reference, [answer('who', 'Jo and Pat')], tom, now);
  expect(await stands()).toEqual(['a-pack/who: Jo and Pat']);
  await register.keep(reference, [answer('who', '')], maya, now);
  expect(await stands()).toEqual([]);
  expect(await rows()).toHaveLength(3);
});

test('two instances that keep the same at once keep it once', async () => {
  await Promise.all([register.keep(reference, many, maya, now), another.keep(reference, many, maya, now)]);
  expect(await stands()).toHaveLength(12);
  expect(await rows()).toHaveLength(12);
});

test('two instances that keep different answers at once keep both', async () => {
  const others = many.map((one) => ({ ...one, line: LineName.parse(`${one.line}-too`) }));
  await Promise.all([register.keep(reference, many, maya, now), another.keep(reference, others, tom, now)]);
  expect(await stands()).toHaveLength(24);
  expect(new Set(await keys()).size).toBe(24);
});

test('two who answer one line differently at once are both kept, one after the other', async () => {
  await Promise.all([
    register.keep(reference, [answer('who', 'Jo')], maya, now),
    another.keep(reference, [answer('who', 'Pat')], tom, now),
  ]);
  expect((await keys()).toSorted()).toEqual([`${reference}/a-pack/who/1`, `${reference}/a-pack/who/2`]);
});

test('answers of another meeting are not among them', async () => {
  await register.keep(Reference.parse('TAC-0123ABCE'), many, maya, now);
  expect(await register.kept(reference)).toEqual([]);
});

test.each([
  ['is answered with a 504 though it was done', { kind: 'apply then fail', status: 504 }],
  ['is answered with a 503', { kind: 'fail', status: 503 }],
  ['is not answered', { kind: 'apply then drop' }],
  ['is taken and not kept', { kind: 'accept and ignore' }],
  ['is put off', { kind: 'throttle', retryAfter: 0 }],
])('a write that %s leaves each answer there once', async (_, deed) => {
  await register.kept(reference);
  await site.faults([{ method: 'POST', path: '/lists/Records/items', skip: 1, do: deed }]);
  await register.keep(reference, many, maya, now);
  expect(await stands()).toHaveLength(12);
  expect(await rows()).toHaveLength(12);
  await site.control('faults', 'DELETE');
});

test('a row that somebody has edited out of shape is told by its column, never by what it holds', async () => {
  await register.keep(reference, [answer('who', 'Jo Marsh')], maya, now);
  const [row] = await lists.rows('Records');
  await lists.edit('Records', row?.id ?? '', { Answer: 'Jo Marsh <jo@example.com>' });
  const failure = await register.kept(reference).catch((error: unknown) => error);
  expect(failure).toMatchObject({ kind: 'register unreadable', message: expect.stringContaining('answer') });
  expect(String(failure)).not.toContain('Jo');
});
