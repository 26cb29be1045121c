import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { meetingsList } from '../../bot/register/lists.ts';
import { everything } from '../../bot/register/register.ts';
import { provisionInABox } from '../../infra/provision/in-a-box.ts';
import { type Lists, openLists } from '../register/lists.ts';
import { registerOf } from '../register/register-of.ts';
import { openSite, type Site } from '../school.ts';

/** A list that an earlier version made gets the columns, choices and indexes it lacks, and keeps what is the school's. */

const site: Site = await openSite();
const lists: Lists = await openLists(site);
afterAll(() => site.close());
beforeEach(async () => {
  await site.control('reset', 'POST', {});
});

const older = meetingsList.columns
  .filter(({ name }) => !name.startsWith('Recording'))
  .map(({ name, displayName, text, dateTime, number, indexed, choice }) => ({
    name,
    displayName,
    ...(text && { text }),
    ...(dateTime && { dateTime }),
    ...(number && { number }),
    ...(indexed && name !== 'Authorisation' && { indexed }),
    ...(choice && { choice: name === 'Status' ? { ...choice, choices: ['arranged', 'of our own'] } : choice }),
  }));

test('it has every column then, with every choice and index, and those of the school as well', async () => {
  await lists.make('Meetings', [...older, { name: 'Notes', text: {} }]);
  await provisionInABox(site.environment);
  const columns = await lists.columns('Meetings');
  const named = (name: string) => columns.find((column) => column.name === name);
  for (const { name, indexed, enforceUniqueValues, choice } of meetingsList.columns) {
    const { indexed: isIndexed, enforceUniqueValues: isUnique } = named(name) ?? {};
    expect([name, isIndexed, isUnique]).toEqual([name, indexed ?? false, enforceUniqueValues ?? false]);
    if (choice) expect(named(name)).toMatchObject({ choice: { choices: expect.arrayContaining([...choice.choices]) } });
  }
  expect(named('Status')).toMatchObject({ choice: { choices: expect.arrayContaining(['of our own']) } });
  expect(named('Notes')).toBeDefined();
});

test('until then the register is not used, and the server changes nothing about it', async () => {
  await lists.make('Meetings', older);
  const before = await lists.columns('Meetings');
  const register = registerOf(site);
  await expect(register.page(everything)).rejects.toMatchObject({ kind: 'register incomplete' });
  expect(await lists.columns('Meetings')).toEqual(before);
  await provisionInABox(site.environment);
  await expect(register.page(everything)).resolves.toMatchObject({ rows: [] });
});

test('a column of another type is named, and neither it nor what it holds is touched', async () => {
  const text = older.map((column) => (column.name === 'Starts' ? { name: 'Starts', text: {} } : column));
  await lists.make('Meetings', text);
  await lists.add('Meetings', { Starts: 'Tuesday after school' });
  await provisionInABox(site.environment);
  expect((await lists.columns('Meetings')).find(({ name }) => name === 'Starts')).toHaveProperty('text');
  expect((await lists.rows('Meetings')).map(({ fields }) => fields['Starts'])).toEqual(['Tuesday after school']);
  await expect(registerOf(site).page(everything)).rejects.toMatchObject({
    message: expect.stringContaining('another type “Starts”'),
  });
});

test.each(['Meetings', 'Guests'] as const)('no empty list takes the place of %s when it was deleted', async (name) => {
  await provisionInABox(site.environment);
  await lists.takeAway(name);
  await provisionInABox(site.environment);
  expect(await lists.all()).not.toContain(name);
});
