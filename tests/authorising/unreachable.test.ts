import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { afresh } from '../arranging/chatting.ts';
import type { School } from '../school.ts';
import { arrangedOnce, asksFor, heardTimes, openLeadershipSchool, people, rests, upToAsking } from './leadership.ts';

/** Teams does not take a message just now: nobody is left out, nobody is asked twice, and a yes counts all the same. */

let school: School;
beforeAll(async () => {
  school = await openLeadershipSchool({ CLAIM_SECONDS: '2', SWEEP_SECONDS: '1' });
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const cards = (person: ReturnType<School['as']>) => heardTimes(person, 'May this meeting go ahead?');
const failing = { on: 'connector', do: { kind: 'fail', status: 500 } };

test('an approver who could not be told at first is told later, and the other is not asked again', async () => {
  const { senco, head, deputy } = people(school);
  for (const approver of [head, deputy]) await approver.says('help');
  await upToAsking(senco);
  // The answer to the host's tap is no message: the first one is an approver's.
  await school.faults({ ...failing, method: 'POST', path: 'activities', times: 1 });
  await senco.presses('Ask for authorisation');
  for (const approver of [head, deputy]) await approver.hears('May this meeting go ahead?');
  await rests(school);
  expect([await cards(head), await cards(deputy)]).toEqual([1, 1]);
});

test('cards that cannot be changed do not stop what was authorised, and say so when they are tapped', async () => {
  const { senco, head, deputy } = people(school);
  await asksFor(senco);
  for (const approver of [head, deputy]) await approver.hears('May this meeting go ahead?');
  await rests(school);
  await school.faults({ ...failing, method: 'PUT', path: 'activities', times: 20 });
  await head.presses('Authorise');
  await senco.hears('Arranged: the invitations have gone');
  await arrangedOnce(school);
  expect(await cards(deputy)).toBe(1);
  await deputy.presses('Authorise');
  await deputy.hears('Authorised');
  expect(await cards(deputy)).toBe(0);
});
