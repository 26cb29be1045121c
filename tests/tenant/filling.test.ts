import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { SeededPerson } from '../../infra/tenant/school/people.ts';
import { event, openSchool, settings } from './school.ts';

/** A school filled at once is a school that was filled row by row. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

const newList = () =>
  school.newList(
    { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
    { name: 'Due', dateTime: { format: 'dateTime' }, indexed: true },
    { name: 'Status', text: {}, defaultValue: { value: 'open' } },
  );
const fill = (list: string, items: readonly object[]) =>
  school.ask('POST', `/_control/lists/${list.split('/').at(-1) ?? ''}/items`, { body: { items } });

const Item = z.looseObject({ id: z.string(), eTag: z.string(), fields: z.looseObject({}) });
const Page = z.object({ value: z.array(Item) });
const all = async (list: string) => Page.parse((await school.graph('GET', `${list}/items?$expand=fields`)).body).value;

test('a row that was filled in is numbered, kept and shown as one that was posted', async () => {
  const list = await newList();
  await school.newItem(list, { Title: 'TAC', Key: 'a', Due: '2026-11-24T15:15:00.123+01:00' });
  expect((await fill(list, [{ Title: 'TAC', Key: 'b', Due: '2026-11-24T15:15:00.123+01:00' }])).body).toEqual({
    added: 1,
  });
  const [posted, filled] = await all(list);
  const { Key: postedKey, id: postedId, ...postedFields } = posted?.fields ?? {};
  const { Key: filledKey, id: filledId, ...filledFields } = filled?.fields ?? {};
  expect([postedKey, postedId, filledKey, filledId]).toEqual(['a', '1', 'b', '2']);
  const asItIs = (fields: object) => ({
    ...fields,
    '@odata.etag': expect.stringMatching(/^"[0-9a-f-]{36},1"$/),
    // A second may have passed between the two.
    Created: expect.any(String),
    Modified: expect.any(String),
  });
  expect(filledFields).toEqual(asItIs(postedFields));
  expect(filledFields).toMatchObject({ Status: 'open', Due: '2026-11-24T14:15:00Z' });
});

test('it is changed on condition of its eTag, has versions, and stands among the changes', async () => {
  const list = await newList();
  const before = await school.graph('GET', `${list}/items/delta?token=latest`);
  await fill(list, [{ Key: 'a' }]);
  const [row] = await all(list);
  const write = (eTag: string) =>
    school.graph('PATCH', `${list}/items/1/fields`, { body: { Status: 'shut' }, headers: { 'If-Match': eTag } });
  expect((await write(row?.eTag ?? '')).status).toBe(200);
  expect((await write(row?.eTag ?? '')).status).toBe(412);
  const versions = z
    .object({ value: z.array(z.object({ id: z.string(), fields: z.looseObject({ Status: z.string() }) })) })
    .parse((await school.graph('GET', `${list}/items/1/versions?$expand=fields`)).body).value;
  expect(versions.map(({ id, fields }) => [id, fields.Status])).toEqual([
    ['2.0', 'shut'],
    ['1.0', 'open'],
  ]);
  const { '@odata.deltaLink': since } = z.object({ '@odata.deltaLink': z.string() }).parse(before.body);
  const changes = await school.graph('GET', since.replace('https://graph.microsoft.com/v1.0', ''));
  expect(changes.body).toMatchObject({ value: [{ id: '1' }, { id: '1' }] });
});

test.each([
  ['a value that stands in the list already', [{ Key: 'b' }, { Key: 'a' }]],
  ['a value twice', [{ Key: 'b' }, { Key: 'b' }]],
  ['a column that is not there', [{ Key: 'b' }, { Other: 'x' }]],
  ['a text that is too long', [{ Key: 'b' }, { Title: 'x'.repeat(256) }]],
])('%s is refused, and nothing of it is kept', async (_, items) => {
  const list = await newList();
  await school.newItem(list, { Key: 'a' });
  expect((await fill(list, items)).status).toBe(400);
  expect((await all(list)).map(({ fields }) => fields['Key'])).toEqual(['a']);
  // The number of what came to nothing is given out again.
  expect((await school.newItem(list, { Key: 'c' })).id).toBe('2');
});

test('a list that does not exist is not found', async () => {
  expect((await fill('Nothing', [])).status).toBe(404);
});

const ada: SeededPerson = {
  id: '5c0a1d0e-0000-4000-8000-000000000999',
  name: 'Ada Quill',
  jobTitle: 'Class teacher',
  address: 'ada.quill@school.example.org',
  userPrincipalName: 'ada.quill@school.example.org',
  kind: 'member',
  groups: ['staff'],
};
const joins = (person: object) => school.ask('POST', '/_control/people', { body: { people: [person] } });

test('somebody who joined the school is found, is in their groups, signs in and organises meetings', async () => {
  expect((await joins(ada)).status).toBe(200);
  expect((await school.graph('GET', `/users/${ada.id}`)).body).toMatchObject({ displayName: 'Ada Quill' });
  expect((await school.graph('GET', `/groups/${settings.groups.staff}/members`)).body).toMatchObject({
    value: expect.arrayContaining([expect.objectContaining({ id: ada.id })]),
  });
  const asked = { body: { groupIds: [settings.groups.staff, settings.groups.slt] } };
  expect((await school.graph('POST', `/users/${ada.id}/checkMemberGroups`, asked)).body).toMatchObject({
    value: [settings.groups.staff],
  });
  expect((await school.ask('GET', `/_teams/token/${ada.id}`)).status).toBe(200);
  const made = await school.graph('POST', `/users/${ada.id}/events`, { body: event });
  const { joinUrl } = z.object({ onlineMeeting: z.object({ joinUrl: z.string() }) }).parse(made.body).onlineMeeting;
  expect((await school.lookUp(joinUrl, `/users/${ada.id}/onlineMeetings`)).status).toBe(200);
});

test('they are gone after a reset', async () => {
  await joins(ada);
  await school.reset();
  expect((await school.graph('GET', `/users/${ada.id}`)).status).toBe(404);
});

test('somebody of no known shape does not join', async () => {
  expect((await joins({ ...ada, groups: ['governors'] })).status).toBe(400);
  expect((await school.graph('GET', `/users/${ada.id}`)).status).toBe(404);
});

test('who joined and what was filled in are there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  try {
    const file = join(folder, 'tenant.sqlite');
    const first = await openSchool(file);
    await first.ask('POST', '/_control/people', { body: { people: [ada] } });
    const list = await first.newList({ name: 'Key', text: {}, indexed: true });
    await first.ask('POST', '/_control/lists/Meetings/items', { body: { items: [{ Key: 'a' }] } });
    await first.close();
    const second = await openSchool(file);
    expect((await second.graph('GET', `/users/${ada.id}`)).status).toBe(200);
    const kept = await second.graph('GET', `${list}/items?$filter=fields/Key eq 'a'`);
    expect(kept.body).toMatchObject({ value: [{ id: '1' }] });
    await second.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
