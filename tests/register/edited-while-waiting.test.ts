import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Person } from '../../infra/demo/person.ts';
import { afresh } from '../arranging/chatting.ts';
import { arrangedOnce, asks, nothingMade, openLeadershipSchool, people, row } from '../authorising/leadership.ts';
import type { School } from '../school.ts';
import { type Lists, openLists } from './lists.ts';

/** What an approver says yes to is what was asked for: a request that was edited by hand while it waited has nobody's yes. */

let school: School;
let lists: Lists;
beforeAll(async () => {
  school = await openLeadershipSchool();
  lists = await openLists(school);
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const unreadable = 'There is an entry in the register that I cannot read. Please tell ICT, with the reference.';

/** @returns what Teams shows beneath the card that was tapped */
const authorises = async (approver: Person) => JSON.stringify((await approver.presses('Authorise')).body);

test('a guest’s address is changed by hand: it cannot be authorised, nothing is made, and ICT is to be told', async () => {
  await asks(school);
  const { head, deputy } = people(school);
  const guest = (await lists.rows('Guests'))[0];
  await lists.edit('Guests', guest?.id ?? '', { Address: 'somebody.else@example.com' });
  for (const approver of [head, deputy]) expect(await authorises(approver)).toContain(unreadable);
  expect(await row(school)).toMatchObject({ Status: 'waiting', Authorisation: 'wanted' });
  await nothingMade(school);
});

test('a guest is put in by hand: likewise, and once the guest is out again it can be authorised', async () => {
  const reference = await asks(school);
  const { senco, head } = people(school);
  const stranger = { Name: 'Lee Stone', Role: 'uncle', Agency: 'Family', Address: 'lee.stone@example.com' };
  const { Request } = (await lists.rows('Guests'))[0]?.fields ?? {};
  await lists.add('Guests', { ...stranger, Key: `${reference}/4`, Reference: reference, Request, Number: 4 });
  expect(await authorises(head)).toContain(unreadable);
  expect(await row(school)).toMatchObject({ Status: 'waiting', Authorisation: 'wanted' });
  await nothingMade(school);

  const added = (await lists.rows('Guests')).find(({ fields }) => fields['Name'] === stranger.Name);
  await lists.remove('Guests', added?.id ?? '');
  await authorises(head);
  await senco.hears('Arranged: the invitations have gone');
  await arrangedOnce(school);
});
