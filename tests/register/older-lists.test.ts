import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meetingsList } from '../../bot/register/lists.ts';
import { everything } from '../../bot/register/register.ts';
import { Calls } from '../faults/faults.ts';
import { openSite, type Site } from '../school.ts';
import { type Lists, openLists } from './lists.ts';
import { registerOf } from './register-of.ts';

/** A list that an earlier version made gets the columns, choices and indexes it lacks, once, and keeps what is the school's. */

let site: Site;
let lists: Lists;
beforeAll(async () => {
  site = await openSite();
  lists = await openLists(site);
  const older = meetingsList.columns
    .filter(({ name }) => !name.startsWith('Recording'))
    .map(({ indexed, choice, ...column }) => ({
      ...column,
      ...(indexed && column.name !== 'Authorisation' && { indexed }),
      ...(choice && { choice: column.name === 'Status' ? { ...choice, choices: ['arranged', 'of our own'] } : choice }),
    }));
  await lists.make('Meetings', [...older, { name: 'Notes', text: {} }]);
});
afterAll(() => site.close());

test('it has every column then, with every choice and index, and those of the school as well', async () => {
  await registerOf(site).page(everything);
  const columns = await lists.columns('Meetings');
  const named = (name: string) => columns.find((column) => column.name === name);
  for (const { name, indexed, choice } of meetingsList.columns) {
    expect([name, named(name)?.indexed]).toEqual([name, indexed ?? false]);
    if (choice) expect(named(name)).toMatchObject({ choice: { choices: expect.arrayContaining([...choice.choices]) } });
  }
  expect(named('Status')).toMatchObject({ choice: { choices: expect.arrayContaining(['of our own']) } });
  expect(named('Notes')).toBeDefined();
});

test('the next server finds nothing to write', async () => {
  await site.control('calls', 'DELETE');
  await registerOf(site).page(everything);
  const calls = Calls.parse(await site.control('calls', 'GET')).filter(({ on }) => on === 'graph');
  expect(calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

test('while SharePoint will not have the columns, the register is not used', async () => {
  await lists.takeAway('Meetings');
  await lists.make('Meetings', [{ name: 'Reference', text: {}, indexed: true, enforceUniqueValues: true }]);
  await site.faults({ method: 'POST', path: '/columns$', times: 1000, do: { kind: 'refuse' } });
  await expect(registerOf(site).page(everything)).rejects.toMatchObject({ kind: 'register unavailable' });
  await site.control('faults', 'DELETE');
  await expect(registerOf(site).page(everything)).resolves.toMatchObject({ rows: [] });
});
