import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { openSchool, paths, settings } from './school.ts';

/** How a list is made, and what SharePoint will not have. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

test('the site is found by its id and by its path', async () => {
  const site = { status: 200, body: { id: settings.siteId, webUrl: 'https://school.example.org/sites/safeguarding' } };
  expect(await school.graph('GET', `/sites/${settings.siteId}`)).toMatchObject(site);
  expect(await school.graph('GET', '/sites/school.example.org:/sites/safeguarding')).toMatchObject(site);
  expect(await school.graph('GET', '/sites/school.example.org:/sites/other')).toMatchObject({ status: 404 });
});

test('a list is found by its id, by its title in any case, and by a filter', async () => {
  const path = await school.newList();
  const found = { status: 200, body: { id: path.split('/').at(-1), displayName: 'Meetings' } };
  expect(await school.graph('GET', path)).toMatchObject(found);
  expect(await school.graph('GET', `${paths.lists}/meetings`)).toMatchObject(found);
  const filtered = await school.graph('GET', `${paths.lists}?$filter=displayName eq 'Meetings'`);
  expect(filtered.body).toMatchObject({ value: [found.body] });
  expect(await school.graph('GET', `${paths.lists}/Guests`)).toMatchObject({
    status: 404,
    body: { error: { code: 'itemNotFound' } },
  });
});

test('a second list, or column, of a name is a conflict', async () => {
  const path = await school.newList({ name: 'Status', text: {} });
  const conflict = { status: 409, body: { error: { code: 'nameAlreadyExists' } } };
  expect(await school.graph('POST', paths.lists, { body: { displayName: 'meetings' } })).toMatchObject(conflict);
  expect(await school.graph('POST', `${path}/columns`, { body: { name: 'status', text: {} } })).toMatchObject(conflict);
});

test('it is born with a title and the columns asked for', async () => {
  const path = await school.newList({ name: 'Status', choice: { choices: ['a', 'b'] }, indexed: true });
  const { body } = await school.graph('GET', `${path}?$expand=columns`);
  const status = { name: 'Status', indexed: true, readOnly: false, choice: { choices: ['a', 'b'] } };
  const columns: unknown = expect.arrayContaining([
    expect.objectContaining({ name: 'Title' }),
    expect.objectContaining(status),
  ]);
  expect(body).toMatchObject({ columns });
});

test('a column is indexed afterwards', async () => {
  const path = await school.newList();
  const made = await school.graph('POST', `${path}/columns`, {
    body: { name: 'Due', dateTime: { format: 'dateTime' } },
  });
  const { id } = made.body as { id: string }; // as a column is answered
  const changed = await school.graph('PATCH', `${path}/columns/${id}`, { body: { indexed: true } });
  expect(changed).toMatchObject({ status: 200, body: { name: 'Due', indexed: true } });
  expect(await school.graph('GET', `${path}/items?$filter=fields/Due ge '2026-01-01'`)).toMatchObject({ status: 200 });
});

test.each([
  ['two types', { name: 'Both', text: {}, number: {} }],
  ['no type', { name: 'None' }],
  ['an index over several lines of text', { name: 'Notes', text: { allowMultipleLines: true }, indexed: true }],
  ['unique values without an index', { name: 'Ref', text: {}, enforceUniqueValues: true }],
  ['a name with a space', { name: 'Two words', text: {} }],
])('a column with %s is refused', async (_what, column) => {
  const path = await school.newList();
  expect(await school.graph('POST', `${path}/columns`, { body: column })).toMatchObject({ status: 400 });
});

test('twenty columns can be indexed, and no more', async () => {
  const columns = Array.from({ length: 20 }, (_, at) => ({ name: `C${at}`, text: {}, indexed: true }));
  const path = await school.newList(...columns);
  const body = { name: 'One', text: {}, indexed: true };
  expect(await school.graph('POST', `${path}/columns`, { body })).toMatchObject({ status: 400 });
});

test('a list is gone when it was deleted', async () => {
  const path = await school.newList();
  expect(await school.graph('DELETE', path)).toMatchObject({ status: 204 });
  expect(await school.graph('GET', path)).toMatchObject({ status: 404 });
});
