import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Register } from '../../bot/register/register.ts';
import { fieldsOf } from '../../bot/register/rows.ts';
import type { Which } from '../../bot/register/some.ts';
import { aDay } from '../api/a-day.ts';
import { meeting } from '../api/school.ts';
import { openSchool, type School } from '../school.ts';
import { openLists } from './lists.ts';
import { registerOf } from './register-of.ts';

/** The few rows that Today and Authorise ask for, from lists that are past the 5,000 rows SharePoint answers freely about. */

let school: School;
let register: Register;
beforeAll(async () => {
  school = await openSchool();
  register = registerOf(school);
  for (const entry of Object.values(aDay)) await register.open(entry);
  await fill();
}, 120_000);
afterAll(() => school.close());

/** Five thousand and more that are long over, as a school's past is. */
async function fill(): Promise<void> {
  const past = {
    ...meeting({ reference: 'TAC-PPPPPPP0', start: '2024-03-05T10:00:00Z', host: 'senco', secondAdult: 'teacher' }),
  };
  const fields = fieldsOf(past);
  const items = Array.from({ length: 5_100 }, (_, index) => ({
    ...fields,
    Reference: `TAC-${index.toString().padStart(8, '0')}`,
    HostId: '5c0a1d0e-0000-4000-8000-00000000ffff',
    SecondAdultId: null,
  }));
  const answer = await fetch(`${school.tenant.url}/_control/lists/Meetings/items`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ items }),
  });
  expect(answer.ok).toBe(true);
}

const day = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };
const last = ({ reference }: { reference: string }) => reference.slice(-1);
const found = async (which: Which, most = 50) => {
  const { rows, more, unreadable } = await register.some(which, most);
  return { rows: rows.map(last).join(''), more, unreadable };
};

test.each([
  ['a day, by the clock', { by: 'start', of: null, ...day }, '1532A4'],
  ['somebody’s own of a day, as host or second adult', { by: 'start', of: aDay.ofOthers.ask.host.id, ...day }, '1532A'],
  ['what needs review', { by: 'status', status: 'needs review', from: day.from }, '7'],
  ['what waits for a yes', { by: 'pending', from: day.from }, '8'],
  ['urgent ones nobody has looked at', { by: 'aftercare due' }, '9'],
  ['what is long overdue', { by: 'next check', before: day.from }, ''],
] satisfies [string, Which, string][])('finds %s', async (_, which, rows) => {
  expect(await found(which)).toEqual({ rows, more: false, unreadable: 0 });
});

test('says that there are more than were asked for', async () => {
  expect(await found({ by: 'start', of: null, ...day }, 2)).toEqual({ rows: '15', more: true, unreadable: 0 });
});

test('whole ones come with their guests', async () => {
  const { rows } = await register.someWhole({ by: 'pending', from: day.from }, 50);
  expect(rows).toEqual([aDay.waiting]);
});

test('one that was edited by hand is left out and counted, and keeps nothing else from being shown', async () => {
  const lists = await openLists(school);
  const fresh = await register.find(aDay.ofOthers.reference);
  await lists.edit('Meetings', fresh?.itemId ?? '', { Decision: 'no decision' });
  expect(await found({ by: 'start', of: null, ...day })).toEqual({ rows: '132A4', more: false, unreadable: 1 });
});

test('what was kept and agreed of several meetings is read at once', async () => {
  const { reference } = aDay.sealed;
  expect(await register.keptOfEach([reference, aDay.onHold.reference])).toEqual([]);
  expect(await register.agreementsOfEach([reference])).toEqual([]);
});

test('a list that lacks a column, and one that is not there, are told apart from those that are complete', async () => {
  const lists = await openLists(school);
  await lists.takeAway('Agreements');
  const states = await register.lists();
  expect(states.find(({ name }) => name === 'Meetings')).toEqual({ name: 'Meetings', is: 'complete' });
  expect(states.find(({ name }) => name === 'Agreements')).toEqual({ name: 'Agreements', is: 'gone' });
  await lists.make('Agreements', [{ name: 'Key', displayName: 'Key', text: {}, indexed: true }]);
  const made = (await register.lists()).find(({ name }) => name === 'Agreements');
  expect(made).toMatchObject({ is: 'incomplete', lacks: expect.arrayContaining(['Reference', 'Given or withdrawn']) });
});
