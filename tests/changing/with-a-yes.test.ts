import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { afresh, presses, says } from '../arranging/chatting.ts';
import { asks, button, openLeadershipSchool, people } from '../authorising/leadership.ts';
import type { School } from '../school.ts';
import { eachOnce, everybody, logOf, mailsAfter, rested, settled } from './standing.ts';

/** Where leadership says yes to a meeting, it says yes to who comes to it too; the meeting stands as it was until then. */

let school: School;
let reference: string;
const invitations = 4;
beforeAll(async () => {
  school = await openLeadershipSchool();
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  reference = await asks(school);
  const { senco, head } = people(school);
  await head.presses('Authorise');
  await senco.hears('Arranged: the invitations have gone');
  await settled(school, reference, 'arranged');
});

const shown = ({ body }: { body?: unknown }) => JSON.stringify(body);
const more = () => `add Lee Ward, social worker, Children’s services, lee.ward@example.org to ${reference}`;

/** The SENCO asks for one more guest; resolves when the approvers have their cards. */
async function asksForMore(): Promise<void> {
  const { senco, head, deputy } = people(school);
  expect(await says(senco, more())).toContain('Somebody else has to say yes to this change first');
  expect(await presses(senco, 'Ask for authorisation')).toContain('The meeting stays as it is until then.');
  for (const approver of [head, deputy]) await approver.hears('The host wants somebody else to be invited to it.');
  await settled(school, reference, 'needs review');
  expect(await mailsAfter(school, invitations)).toEqual([]);
}

const kept = async () => {
  expect(school.broken(await school.look())).toEqual([]);
};

test('a yes to one more guest: they are invited, and nobody else is written to', async () => {
  await asksForMore();
  const { senco, deputy } = people(school);
  await deputy.presses('Authorise');
  await senco.hears('Changed');
  await settled(school, reference, 'arranged');
  expect(await mailsAfter(school, invitations)).toEqual(['invitation lee.ward@example.org']);
  await kept();
});

test('a no to one more guest: nobody is written to, the meeting stands as it was, and the host reads why', async () => {
  await asksForMore();
  const { senco, head } = people(school);
  await head.presses('Send the refusal', { reason: 'The family has asked for few people.' });
  const told = said(await senco.hears('Not changed: the meeting stands as it was'));
  expect(told).toContain('The family has asked for few people.');
  await settled(school, reference, 'arranged');
  expect(await mailsAfter(school, invitations)).toEqual([]);
  await kept();
});

test('withdrawn by the host: the approvers see it, and the meeting stands as it was', async () => {
  await asksForMore();
  const { senco, head } = people(school);
  const yes = await button(head, 'Authorise');
  await senco.says(`withdraw ${reference}`);
  await head.hears('The change is not made');
  await settled(school, reference, 'arranged');
  await head.act(yes.messageId, yes.verb, yes.data);
  expect(await mailsAfter(school, invitations)).toEqual([]);
  await kept();
});

test('cancelled while it waits: the change falls away, a late yes finds that, and everybody hears once', async () => {
  await asksForMore();
  const { senco, head } = people(school);
  const yes = await button(head, 'Authorise');
  expect(await says(senco, `cancel ${reference}`)).toContain('the change falls away with it');
  await senco.presses('Yes, cancel it');
  await head.hears('The meeting has been cancelled');
  await settled(school, reference, 'cancelled');
  expect(shown(await head.act(yes.messageId, yes.verb, yes.data))).toContain('The meeting has been cancelled');
  expect((await mailsAfter(school, invitations)).toSorted()).toEqual(eachOnce('cancellation').toSorted());
  expect((await settled(school, reference, 'cancelled')).status).toBe('cancelled');
  await kept();
});

test('while it waits, nothing else is changed, and what could be is said', async () => {
  await asksForMore();
  const { senco } = people(school);
  expect(await says(senco, `move ${reference} to 4pm`)).toContain('A change of this meeting is under way already');
  expect(await says(senco, `change ${reference}`)).toContain('A change of it waits for a yes');
});

test('one guest fewer needs no new yes', async () => {
  const { senco } = people(school);
  expect(await says(senco, `remove school nurse from ${reference}`)).toContain('that yes counts for this change too');
  await senco.presses('Remove them');
  await senco.hears('Changed');
  expect(await mailsAfter(school, invitations)).toEqual(['cancellation pat.lowe@health.example.net']);
  await kept();
});

test('a move waits for a yes, and the old meeting stands until it is given', async () => {
  const { senco, head, deputy } = people(school);
  await says(senco, `move ${reference} to 4pm`);
  expect(await presses(senco, 'Ask for authorisation')).toContain(`It takes the place of ${reference}`);
  for (const approver of [head, deputy]) await approver.hears(`It takes the place of ${reference}, whose link is`);
  const moved = await rested(school, ({ replaces }) => replaces === reference);
  expect([moved.status, (await settled(school, reference, 'arranged')).status]).toEqual(['waiting', 'arranged']);
  expect(await mailsAfter(school, invitations)).toEqual([]);
  await head.presses('Authorise');
  await senco.hears('Arranged: the invitations have gone');
  await settled(school, reference, 'moved');
  const mails = await mailsAfter(school, invitations);
  expect(mails.slice(0, 4).toSorted()).toEqual(eachOnce('cancellation').toSorted());
  expect(mails.slice(4).toSorted()).toEqual(eachOnce('invitation', everybody).toSorted());
  expect(await logOf(school, reference)).toContain('link retired');
  await kept();
});

test('a leader who asks for another second adult cannot say yes to it themselves', async () => {
  const { head } = people(school);
  await says(head, `change second adult of ${reference} to Owen Pryce`);
  expect(await presses(head, 'Change the second adult')).toContain('I am making the change');
  await head.hears(`The change of ${reference} is made.`);
  await kept();
});
