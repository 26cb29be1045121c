import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { openSchool } from './school.ts';

/** What is kept of an item, and who may overwrite it. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

const newList = () =>
  school.newList(
    { name: 'Reference', text: {}, indexed: true, enforceUniqueValues: true },
    { name: 'Due', dateTime: { format: 'dateTime' }, indexed: true },
    { name: 'Count', number: {} },
    { name: 'Done', boolean: {}, defaultValue: { value: '0' } },
    { name: 'Notes', text: { allowMultipleLines: true } },
  );
const fieldsOf = async (path: string) => {
  const { body } = await school.graph('GET', `${path}?$expand=fields($select=Reference,Due,Count,Done,Notes)`);
  const { fields } = body as { fields: object }; // as an item expands
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('@')));
};

test('values come back by type, times to the second, and what has none is not there', async () => {
  const list = await newList();
  const notes = 'a line\n'.repeat(100);
  const { path } = await school.newItem(list, {
    Reference: 'R1',
    Due: '2026-11-24T15:15:00.987Z',
    Count: 3,
    Notes: notes,
  });
  expect(await fieldsOf(path)).toEqual({
    Reference: 'R1',
    Due: '2026-11-24T15:15:00Z',
    Count: 3,
    Done: false,
    Notes: notes,
  });
  await school.graph('PATCH', `${path}/fields`, { body: { Due: null, Notes: '', Done: true } });
  expect(await fieldsOf(path)).toEqual({ Reference: 'R1', Count: 3, Done: true });
});

test.each([
  ['a name the list does not have', { Refrence: 'R1' }, 'generalException'],
  ['a text for a number', { Count: '3' }, 'generalException'],
  ['a time that is none', { Due: 'Tuesday' }, 'generalException'],
  ['a column nobody may write', { Created: '2026-01-01T00:00:00Z' }, 'generalException'],
  ['a line longer than 255', { Reference: 'x'.repeat(256) }, 'invalidRequest'],
])('%s is refused, and no item is made', async (_what, fields, code) => {
  const list = await newList();
  const answer = await school.graph('POST', `${list}/items`, { body: { fields } });
  expect(answer).toMatchObject({ status: 400, body: { error: { code } } });
  expect((await school.graph('GET', `${list}/items`)).body).toMatchObject({ value: [] });
});

test('who has read the latest version may write, and the one after them must read again', async () => {
  const { path, eTag } = await school.newItem(await newList(), { Count: 1 });
  const mine = { headers: { 'if-match': eTag }, body: { Count: 2 } };
  expect(await school.graph('PATCH', `${path}/fields`, mine)).toMatchObject({ status: 200, body: { Count: 2 } });
  const theirs = { headers: { 'if-match': eTag }, body: { Count: 9 } };
  const late = { status: 412, body: { error: { code: 'resourceModified' } } };
  expect(await school.graph('PATCH', `${path}/fields`, theirs)).toMatchObject(late);
  expect(await school.graph('PATCH', path, { ...theirs, body: { fields: { Count: 9 } } })).toMatchObject(late);
  expect(await school.graph('DELETE', path, { headers: { 'if-match': eTag } })).toMatchObject(late);
  expect(await fieldsOf(path)).toMatchObject({ Count: 2 });
});

test('a change of the fields alone answers no eTag; a change of the item does', async () => {
  const { path, eTag } = await school.newItem(await newList(), { Count: 1 });
  const { body } = await school.graph('PATCH', `${path}/fields`, { body: { Count: 2 } });
  expect(JSON.stringify(body)).not.toContain('etag');
  const answer = await school.graph('PATCH', path, { body: { fields: { Count: 3 } } });
  expect(answer.body).toMatchObject({ eTag: eTag.replace(',1"', ',3"'), fields: { Count: 3 } });
});

test('without If-Match the last to write wins', async () => {
  const { path } = await school.newItem(await newList(), { Count: 1 });
  await school.graph('PATCH', `${path}/fields`, { body: { Count: 2 } });
  await school.graph('PATCH', `${path}/fields`, { body: { Count: 3 } });
  expect(await fieldsOf(path)).toMatchObject({ Count: 3 });
});

test('a value that must be unique is refused a second time, in any case, as the tenant words it', async () => {
  const list = await newList();
  await school.newItem(list, { Reference: 'TAC-1' });
  const other = await school.newItem(list, { Reference: 'TAC-2' });
  const again = { body: { fields: { Reference: 'tac-1' } } };
  expect(await school.graph('POST', `${list}/items`, again)).toMatchObject({
    status: 400,
    body: { error: { code: 'invalidRequest' } },
  });
  await school.options({ uniqueViolation: { status: 500, code: 'generalException', message: 'duplicate values' } });
  expect(await school.graph('PATCH', other.path, again)).toMatchObject({ status: 500 });
  expect(await fieldsOf(other.path)).toMatchObject({ Reference: 'TAC-2' });
});

test('every write is a version', async () => {
  const { path } = await school.newItem(await newList(), { Count: 1 });
  await school.graph('PATCH', `${path}/fields`, { body: { Count: 2 } });
  const { body } = await school.graph('GET', `${path}/versions?$expand=fields($select=Count)`);
  expect(body).toMatchObject({
    value: [
      { id: '2.0', fields: { Count: 2 } },
      { id: '1.0', fields: { Count: 1 } },
    ],
  });
});

test('an item that was deleted is gone, and its number is not given again', async () => {
  const list = await newList();
  const { path, id } = await school.newItem(list, {});
  expect(await school.graph('DELETE', path)).toMatchObject({ status: 204 });
  expect(await school.graph('GET', path)).toMatchObject({ status: 404, body: { error: { code: 'itemNotFound' } } });
  expect((await school.newItem(list, {})).id).not.toBe(id);
});

test('whoever reads everything first learns of every change after, once or more, the last word counting', async () => {
  const list = await newList();
  const { path, id } = await school.newItem(list, { Count: 1 });
  const first = await school.graph('GET', `${list}/items/delta?$expand=fields($select=Count)`);
  expect(first.body).toMatchObject({ value: [{ id, fields: { Count: 1 } }] });
  await school.graph('PATCH', `${path}/fields`, { body: { Count: 2 } });
  await school.graph('PATCH', `${path}/fields`, { body: { Count: 3 } });
  const link = (first.body as { '@odata.deltaLink': string })['@odata.deltaLink'].replace(
    'https://graph.microsoft.com/v1.0',
    '',
  );
  const then = await school.graph('GET', link);
  expect(then.body).toMatchObject({
    value: [
      { id, fields: { Count: 3 } },
      { id, fields: { Count: 3 } },
    ],
  });
  await school.graph('DELETE', path);
  expect((await school.graph('GET', link)).body).toMatchObject({
    value: [{ deleted: {} }, { deleted: {} }, { deleted: {} }],
  });
  await school.options({ deltaTokensSince: '2100-01-01T00:00:00Z' });
  const gone = await school.graph('GET', link);
  expect(gone).toMatchObject({ status: 410, body: { error: { code: 'resyncRequired' } } });
  expect(gone.headers.get('location')).toContain('/items/delta');
});
