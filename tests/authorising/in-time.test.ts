import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { afresh } from '../arranging/chatting.ts';
import type { School } from '../school.ts';
import { asksFor, button, events, heardTimes, openLeadershipSchool, people, regrouped, row } from './leadership.ts';

/** A request that nobody answers: reminders, the cover, the end. The calendar on the wall is set forward; all else runs as always. */

const everythingButTheDate = [
  'hrtime' as const,
  'nextTick' as const,
  'performance' as const,
  'queueMicrotask' as const,
  'setImmediate' as const,
  'clearImmediate' as const,
  'setInterval' as const,
  'clearInterval' as const,
  'setTimeout' as const,
  'clearTimeout' as const,
];

let school: School;
let putBack: () => void;
beforeAll(async () => {
  // Never set back: nobody would take a token from the future.
  jest.useFakeTimers({ advanceTimers: true, doNotFake: everythingButTheDate });
  school = await openLeadershipSchool({ SWEEP_SECONDS: '1' });
  // Without the head in the team, the deputy alone is asked, and the head is the cover.
  putBack = regrouped(people(school).head, ['staff', 'head']);
});
afterAll(async () => {
  putBack();
  await school.close();
  jest.useRealTimers();
});
beforeEach(() => afresh(school));

/** The SENCO asks, and the deputy has a card. */
async function asked(): Promise<void> {
  const { senco, deputy } = people(school);
  await asksFor(senco);
  await deputy.hears('May this meeting go ahead?');
  await until(async () => (await events(school)).includes('authorisation asked') && !(await isHeld()));
}

/** Whether somebody is at work on the request at this moment: then it is due within minutes, otherwise in hours. */
async function isHeld(): Promise<boolean> {
  return Date.parse(String((await row(school))['NextCheck'])) - Date.now() < 10 * 60_000;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}

/** Sets the date forward to when the request is due, and waits until the sweep has been at it. */
async function dueAgain(): Promise<void> {
  const due = Date.parse(String((await row(school))['NextCheck']));
  jest.setSystemTime(due + 1000);
  await until(async () => Date.parse(String((await row(school))['NextCheck'])) > due && !(await isHeld()));
}

const stillWaiting = 'Still waiting for an answer';

test('the approver is reminded after a day; the second time the cover is asked too, and the cover’s yes counts', async () => {
  await asked();
  const { senco, head, deputy } = people(school);
  const first = Date.parse(String((await row(school))['NextCheck'])) - Date.now();
  expect(Math.round(first / 3_600_000)).toBe(24);

  await dueAgain();
  expect([await heardTimes(deputy, stillWaiting), await heardTimes(head, stillWaiting)]).toEqual([1, 0]);
  await dueAgain();
  expect([await heardTimes(deputy, stillWaiting), await heardTimes(head, stillWaiting)]).toEqual([2, 1]);

  await head.presses('Authorise');
  await senco.hears('Arranged: the invitations have gone');
  expect(await row(school)).toMatchObject({ Status: 'arranged' });
  expect((await events(school)).slice(0, 5)).toEqual([
    'asked',
    'authorisation asked',
    'reminded',
    'reminded',
    'authorised',
  ]);
  // All of the cards there are show what was decided.
  expect(await heardTimes(deputy, stillWaiting)).toBe(0);
});

test('a host who was asked something is the one who is reminded', async () => {
  await asked();
  const { senco, deputy } = people(school);
  await deputy.presses('Send the question', { question: 'Which room?' });
  await senco.hears('Which room?');
  await until(async () => !(await isHeld()));
  await dueAgain();
  expect(await heardTimes(senco, 'Which room?')).toBe(2);
  expect(await heardTimes(deputy, stillWaiting)).toBe(0);
});

test('at its start it is over: nobody was invited, the host is told, and the approver’s card says so', async () => {
  await asked();
  const { senco, deputy } = people(school);
  const yes = await button(deputy, 'Authorise');
  jest.setSystemTime(Date.parse(String((await row(school))['Starts'])) + 1000);
  expect(said(await senco.hears('Not arranged: nobody was invited'))).toContain(
    'Nobody authorised this before it was to start.',
  );
  await deputy.hears('Not authorised in time');
  expect(await row(school)).toMatchObject({ Status: 'not arranged', StoppedBy: 'not authorised in time' });
  const late = await deputy.act(yes.messageId, yes.verb, yes.data);
  expect(JSON.stringify(late.body)).toContain('Not authorised in time');
  expect(await school.control('events', 'GET')).toEqual([]);
  expect(await school.control('outbox', 'GET')).toEqual([]);
});

test('a tap after the start, before anything has noticed, authorises nothing', async () => {
  await asked();
  const { deputy } = people(school);
  const yes = await button(deputy, 'Authorise');
  // The sweep’s looks find nothing to do: what is due is told by the register, which does not answer it.
  await school.faults({
    on: 'graph',
    method: 'GET',
    path: 'NextCheck',
    times: 1000,
    do: { kind: 'fail', status: 503 },
  });
  jest.setSystemTime(Date.parse(String((await row(school))['Starts'])) + 1000);
  const late = await deputy.act(yes.messageId, yes.verb, yes.data);
  await school.control('faults', 'DELETE');
  expect(JSON.stringify(late.body)).toMatch(/Its start has passed|Not authorised in time/);
  expect(await school.control('events', 'GET')).toEqual([]);
});
