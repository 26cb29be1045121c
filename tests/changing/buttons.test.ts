import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { actionsIn, type Person, said } from '../../infra/demo/person.ts';
import { afresh, presses, says } from '../arranging/chatting.ts';
import { idOf, openSchool, type School } from '../school.ts';
import { arranges, mailsAfter, rested, settled } from './standing.ts';

/** From the list of one's meetings, or from the card that told of one: what, what it leads to, done. */

let school: School;
let senco: Person;
let reference: string;
const invitations = 4;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  reference = await arranges(school, senco);
});

const opened = async () => {
  await senco.says('my meetings');
  expect(await presses(senco, `Change or cancel ${reference}`)).toContain('Change or cancel');
};

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

test('my meetings → move, with date and time → done', async () => {
  await opened();
  const card = await presses(senco, 'See what a move does', { date: inAMonth(), time: '16:00', minutes: '30' });
  expect(card).toContain('4pm to 4.30pm');
  await senco.presses('Move it');
  await senco.hears('Arranged: the invitations have gone');
  await settled(school, reference, 'moved');
});

test('my meetings → one more guest → done', async () => {
  await opened();
  const fields = {
    name1: 'Lee Ward',
    role1: 'social worker',
    agency1: 'Children’s services',
    address1: 'lee@example.org',
  };
  expect(await presses(senco, 'See what adding them does', fields)).toContain('Lee Ward (social worker');
  await senco.presses('Invite them');
  await senco.hears('Changed');
  expect(await mailsAfter(school, invitations)).toEqual(['invitation lee@example.org']);
});

test('my meetings → one guest fewer → done', async () => {
  await opened();
  const fields = { guest: 'kim.dale@earlyhelp.example.org' };
  expect(await presses(senco, 'See what removing them does', fields)).toContain('Only the family worker');
  await senco.presses('Remove them');
  await senco.hears('Changed');
  expect(await mailsAfter(school, invitations)).toEqual(['cancellation kim.dale@earlyhelp.example.org']);
});

test.each([
  ['See what that does', 'person', 'Change the second adult'],
  ['See what a new host does', 'newHost', 'Change the host'],
])('my meetings → %s → done', async (see, field, make) => {
  await opened();
  expect(await presses(senco, see, { [field]: idOf('Owen Pryce') })).toContain('Owen Pryce');
  expect(await presses(senco, make)).toContain('I am making the change');
  await school.as('Owen Pryce').hears(/TAC-/);
  await rested(school, ({ status }) => status === 'arranged');
});

test('the card that told of it → cancel → done, and that card stays', async () => {
  const told = await senco.hears('Arranged: the invitations have gone');
  const button = actionsIn(told.card).find(({ title }) => title === 'Change or cancel');
  await senco.act(told.id, button?.verb ?? '', button?.data);
  expect(await presses(senco, 'Cancel the meeting')).toContain('This cannot be undone.');
  await senco.presses('Yes, cancel it');
  await senco.hears('Cancelled: everybody has been told');
  const still = (await senco.messages()).find(({ id }) => id === told.id);
  expect(still && said(still)).toContain('Arranged: the invitations have gone');
});

test('left as it is, nothing is done', async () => {
  await says(senco, `cancel ${reference}`);
  expect(await presses(senco, 'Leave it as it is')).toContain(`${reference} stays as it is.`);
  expect(await mailsAfter(school, invitations)).toEqual([]);
  expect((await settled(school, reference, 'arranged')).status).toBe('arranged');
});
