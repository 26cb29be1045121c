import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { afresh, presses, says } from '../arranging/chatting.ts';
import type { School } from '../school.ts';
import {
  asks,
  asksFor,
  button,
  events,
  heardTimes,
  newest,
  nothingMade,
  openLeadershipSchool,
  people,
  regrouped,
  row,
} from './leadership.ts';

/** A request that is refused, withdrawn, or answered by somebody who may not: nothing is made, and everybody hears why. */

let school: School;
beforeAll(async () => {
  school = await openLeadershipSchool();
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const shown = ({ body }: { body?: unknown }) => JSON.stringify(body);

test('a refusal needs a reason; the host hears it, and the other approver sees it', async () => {
  await asks(school);
  const { senco, head, deputy } = people(school);
  expect(await presses(head, 'Send the refusal', { reason: ' ' })).toContain('Please type a reason for the host');
  expect(await row(school)).toMatchObject({ Status: 'waiting' });
  await head.presses('Send the refusal', { reason: 'The last review was a week ago.' });
  const told = said(await senco.hears('The last review was a week ago.'));
  expect(told).toContain('Ruth Adeyemi');
  await deputy.hears('The last review was a week ago.');
  expect(await row(school)).toMatchObject({ Status: 'refused', Step: 'done', Authorisation: 'refused' });
  expect(await events(school)).toEqual(['asked', 'authorisation asked', 'refused']);
  await nothingMade(school);
});

test('a host in the leadership team is not asked about their own meeting, and cannot authorise it', async () => {
  const { head, deputy } = people(school);
  await asksFor(head);
  await deputy.hears('May this meeting go ahead?');
  const { verb, data } = await button(deputy, 'Authorise');
  expect(await heardTimes(head, 'May this meeting go ahead?')).toBe(0);
  const own = await newest(head);
  expect(shown(await head.act(own.id, verb, data))).toContain('This is your own meeting.');
  expect(await row(school)).toMatchObject({ Status: 'waiting', Authorisation: 'wanted' });
  await nothingMade(school);
});

test('an approver who has lost the role since cannot authorise it', async () => {
  await asks(school);
  const { deputy } = people(school);
  const yes = await button(deputy, 'Authorise');
  const back = regrouped(deputy, ['staff']);
  try {
    expect(shown(await deputy.act(yes.messageId, yes.verb, yes.data))).toContain('You are not among those who can');
  } finally {
    back();
  }
  expect(await row(school)).toMatchObject({ Status: 'waiting', Authorisation: 'wanted' });
  await nothingMade(school);
});

test.each(['Authorise', 'Send the question', 'Send the refusal'])(
  '%s in a teacher’s hands does nothing, and shows nothing of the request',
  async (title) => {
    await asks(school);
    const { head, teacher } = people(school);
    const { verb, data } = await button(head, title);
    await teacher.says('help');
    const own = await newest(teacher);
    const answer = shown(await teacher.act(own.id, verb, data));
    expect(answer).toContain('You are not among those who can');
    expect(answer).not.toContain('AB, Year 4');
    expect(await row(school)).toMatchObject({ Status: 'waiting', Authorisation: 'wanted' });
  },
);

test('a host withdraws by name: the approvers’ cards say so, and a tap on an older one finds it', async () => {
  const reference = await asks(school);
  const { senco, head, deputy } = people(school);
  const yes = await button(head, 'Authorise');
  expect(await says(senco, `cancel ${reference.toLowerCase()}`)).toContain(`${reference} is withdrawn.`);
  for (const approver of [head, deputy]) await approver.hears('Withdrawn by the host');
  expect(shown(await head.act(yes.messageId, yes.verb, yes.data))).toContain('Withdrawn by the host');
  expect(await row(school)).toMatchObject({ Status: 'not arranged', StoppedBy: 'withdrawn' });
  expect(await events(school)).toEqual(['asked', 'authorisation asked', 'withdrawn']);
  await nothingMade(school);
});

test('a host withdraws from My meetings with one tap', async () => {
  const reference = await asks(school);
  const { senco, head } = people(school);
  await senco.says('my meetings');
  await senco.presses(`Withdraw ${reference}`);
  await head.hears('Withdrawn by the host');
  expect(await row(school)).toMatchObject({ Status: 'not arranged', StoppedBy: 'withdrawn' });
  await nothingMade(school);
});

test('only the host can withdraw it, and a reference nobody has is said to be unknown', async () => {
  const reference = await asks(school);
  const { senco, teacher } = people(school);
  expect(await says(teacher, `cancel ${reference}`)).toContain('Only the host can do that');
  expect(await says(senco, 'cancel TAC-00000000')).toContain('I cannot find a meeting of yours');
  expect(await row(school)).toMatchObject({ Status: 'waiting' });
});

test('a meeting that was authorised already is not withdrawn', async () => {
  const reference = await asks(school);
  const { senco, head } = people(school);
  await head.presses('Authorise');
  await senco.hears('Arranged: the invitations have gone');
  expect(await says(senco, `withdraw ${reference}`)).toContain('It has been authorised already');
  expect(await row(school)).toMatchObject({ Status: 'arranged' });
});

test('what has changed since it was asked for counts: without its second adult among the staff, a yes invites nobody', async () => {
  await asks(school);
  const { senco, head, teacher } = people(school);
  const back = regrouped(teacher, []);
  try {
    await head.presses('Authorise');
    const told = said(await senco.hears('Not arranged: nobody was invited'));
    expect(told).toContain('the school’s policy no longer allows it');
  } finally {
    back();
  }
  expect(await row(school)).toMatchObject({ Status: 'not arranged', Authorisation: 'given' });
  await nothingMade(school);
});
