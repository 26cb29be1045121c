import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { everything } from '../../bot/register/register.ts';
import { guests, schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { onlooker } from '../../infra/demo/promises.ts';
import { afresh } from '../arranging/chatting.ts';
import { Calls } from '../faults/faults.ts';
import { openSchool, type School } from '../school.ts';
import { type ListName, type Lists, openLists } from './lists.ts';
import { registerOf } from './register-of.ts';

/**
 * Whoever may write to the school's site may edit the register by hand. A row whose ask is not what was reviewed any more is not
 * read at all, so nobody is invited who was put in between asking and inviting, and nobody is left out unnoticed.
 */

let school: School;
let lists: Lists;
beforeAll(async () => {
  school = await openSchool({ SWEEP_SECONDS: '1' });
  lists = await openLists(school);
  await sends();
  await school.as('Maya Okafor').hears('Arranged: the invitations have gone');
});
afterAll(() => school.close());

async function sends(): Promise<void> {
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await senco.presses('Send');
}

async function first(list: ListName) {
  const row = (await lists.rows(list))[0];
  if (!row) throw new Error(`there is no row in ${list}`);
  return row;
}

/** Edits the first row of a list. @returns what puts it back as it was */
async function edited(list: ListName, change: Record<string, unknown>): Promise<() => Promise<unknown>> {
  const { id, fields } = await first(list);
  const before = Object.fromEntries(Object.keys(change).map((column) => [column, fields[column] ?? null]));
  await lists.edit(list, id, change);
  return () => lists.edit(list, id, before);
}

const ours = ['Key', 'Reference', 'Request', 'Number', 'Name', 'Role', 'Agency', 'Address', 'AddressChecked'];

async function takenOut(): Promise<() => Promise<unknown>> {
  const { id, fields } = await first('Guests');
  await lists.remove('Guests', id);
  return () => lists.add('Guests', Object.fromEntries(ours.map((column) => [column, fields[column]])));
}

async function putIn(): Promise<() => Promise<unknown>> {
  const { Reference, Request } = (await first('Guests')).fields;
  const stranger = { Name: 'Lee Stone', Role: 'uncle', Agency: 'Family', Address: 'lee.stone@example.com' };
  await lists.add('Guests', { ...stranger, Key: `${String(Reference)}/4`, Reference, Request, Number: 4 });
  return async () => {
    const row = (await lists.rows('Guests')).find(({ fields }) => fields['Name'] === stranger.Name);
    return lists.remove('Guests', row?.id ?? '');
  };
}

const elsewhere = { Address: 'jo.marsh@elsewhere.example.com' };
const colleague = { id: '5c0a1d0e-0000-4000-8000-000000000104', name: 'Owen Pryce', address: 'owen@example.org' };

test.each<[string, () => Promise<() => Promise<unknown>>]>([
  ['a guest is put in', putIn],
  ['a guest is taken out', takenOut],
  ['a guest’s address is changed', () => edited('Guests', elsewhere)],
  ['a guest’s name is changed', () => edited('Guests', { Name: 'Lee Stone' })],
  ['a guest’s part is changed', () => edited('Guests', { Role: 'uncle' })],
  ['a guest’s agency is changed', () => edited('Guests', { Agency: 'Early Help' })],
  ['how a guest’s address was checked is changed', () => edited('Guests', { AddressChecked: 'in person' })],
  ['how a guest’s address was checked is taken out', () => edited('Guests', { AddressChecked: null })],
  ['the guests are put in another order', () => edited('Guests', { Number: 9 })],
  ['the child is changed', () => edited('Meetings', { Child: 'CD' })],
  ['the year is changed', () => edited('Meetings', { Year: '5' })],
  ['the purpose is changed', () => edited('Meetings', { Purpose: 'Something else' })],
  ['the start is changed', () => edited('Meetings', { Starts: '2027-01-12T15:15:00Z' })],
  ['the length is changed', () => edited('Meetings', { Minutes: 60 })],
  ['the host is changed', () => edited('Meetings', { HostId: colleague.id })],
  ['the second adult is changed', () => edited('Meetings', { SecondAdultId: colleague.id })],
  ['a colleague is put in', () => edited('Meetings', { Colleagues: JSON.stringify([colleague]) })],
  ['another tick is put in', () => edited('Meetings', { Confirmed: 'papers in time' })],
  ['it is made urgent', () => edited('Meetings', { Urgent: 'It cannot wait' })],
  ['it is held elsewhere', () => edited('Meetings', { Place: 'phone' })],
  ['its hash is taken away', () => edited('Meetings', { AskHash: null })],
])('when %s, the row cannot be read until it is as it was', async (_, edit) => {
  const register = registerOf(school);
  const reference = (await register.page(everything)).rows[0]?.reference;
  if (reference === undefined) throw new Error('there is no row');
  const undo = await edit();
  await expect(register.find(reference)).rejects.toMatchObject({ kind: 'register unreadable' });
  await undo();
  expect((await register.find(reference))?.entry).toMatchObject({ reference, status: 'arranged' });
});

/** The third write of the row would name the invitation: from then on SharePoint takes none of the server's, and the run stops. */
const stuckAtSeal = {
  method: 'PATCH',
  path: `^(?!.*${onlooker}).*/Meetings/`,
  skip: 2,
  times: 1000,
  do: { kind: 'refuse' },
};

test.each([
  ['a guest is put in', putIn],
  ['a guest is taken out', takenOut],
  ['a guest’s address is changed', () => edited('Guests', elsewhere)],
])('when %s in a request that was interrupted, nobody is invited until it is as it was', async (_, edit) => {
  await afresh(school);
  await school.faults(stuckAtSeal);
  await sends();
  const senco = school.as('Maya Okafor');
  await senco.hears('is taking longer than usual');
  const undo = await edit();
  await lists.edit('Meetings', (await first('Meetings')).id, { NextCheck: '2026-01-01T00:00:00Z' });
  // Whoever read the row before it was edited has given up by then.
  await sweeps(2);
  await school.control('faults', 'DELETE');
  await sweeps(2);
  expect(await school.look()).toMatchObject({ mails: [], rows: [{ status: 'arranging', step: 'seal' }] });
  await undo();
  await senco.hears('Arranged: the invitations have gone');
  const { mails } = await school.look();
  const invited = ['tom.birch@school.example.org', ...guests.map(({ address }) => address)];
  expect(mails.map(({ to }) => to).toSorted()).toEqual(invited.toSorted());
});

/** Waits until the sweep has looked for rows that are due so many times more. */
async function sweeps(times: number): Promise<void> {
  let after = Calls.parse(await school.control('calls', 'GET')).at(-1)?.n ?? 0;
  for (let looks = 0; looks < times; ) {
    const calls = Calls.parse(await school.control(`calls?after=${after}&wait=5`, 'GET'));
    looks += calls.filter(({ query }) => query.includes('NextCheck')).length;
    after = calls.at(-1)?.n ?? after;
  }
}
