import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { afresh } from '../arranging/chatting.ts';
import { heardTimes } from '../authorising/leadership.ts';
import { openSchool, type School } from '../school.ts';
import { arranged, atRest, cover, events, people, row, until } from './covering.ts';

/** The hours before a meeting with a pupil. The date on the wall is set forward; all else runs as always. */

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
beforeAll(async () => {
  // Never set back: nobody would take a token from the future.
  jest.useFakeTimers({ advanceTimers: true, doNotFake: everythingButTheDate });
  school = await openSchool({ SWEEP_SECONDS: '1' });
});
afterAll(async () => {
  await school.close();
  jest.useRealTimers();
});
beforeEach(() => afresh(school));

const minute = 60_000;

/** So many minutes before the start, with the look that is due by then over. */
async function minutesBefore(minutes: number): Promise<void> {
  const { Starts, NextCheck } = await row(school);
  const now = Date.parse(String(Starts)) - minutes * minute + 1000;
  expect(Date.parse(String(NextCheck))).toBeLessThanOrEqual(now);
  jest.setSystemTime(now);
  await until(async () => String((await row(school))['NextCheck']) !== String(NextCheck), 'a look');
  await atRest(school);
}

test('whoever has not answered is reminded a day before and three hours before, and is on hold from half an hour before', async () => {
  await arranged(school);
  const { tom, host, lead, deputy } = people(school);
  const reminded = () => heardTimes(tom, 'Still waiting for an answer');
  await minutesBefore(24 * 60);
  expect(await reminded()).toBe(1);
  await minutesBefore(3 * 60);
  expect(await reminded()).toBe(2);
  await minutesBefore(60);
  expect(await reminded()).toBe(2);
  expect(await row(school)).toMatchObject({ Status: 'arranged' });

  await minutesBefore(30);
  await host.hears('is on hold');
  await lead.hears('is on hold');
  // Meanwhile others are asked.
  await deputy.hears('Can you stand in as second adult?');
  expect(await row(school)).toMatchObject({ Status: 'on hold', Seal: 'not sealed' });

  await tom.presses('I can be there');
  await host.hears('no longer on hold');
  await until(async () => (await row(school))['Status'] === 'arranged');
  await deputy.hears('Somebody else is the second adult');
});

test('on hold at its start it is called off, and everybody hears', async () => {
  await arranged(school);
  const { host, tom } = people(school);
  await minutesBefore(30);
  await host.hears('is on hold');
  await until(async () => (await row(school))['Step'] === 'done');
  jest.setSystemTime(Date.parse(String((await row(school))['Starts'])) + 1000);
  await host.hears('I am calling it off');
  await host.hears('Cancelled: everybody has been told');
  expect(await row(school)).toMatchObject({ Status: 'cancelled' });
  const { mails, events: standing } = await school.look();
  expect(mails.filter(({ kind }) => kind === 'cancellation').map(({ to }) => to)).toContain('jo.marsh@example.com');
  expect(standing).toEqual([]);
  await tom.hears('There is nothing left to answer');
});

test('a second adult who said yes is not looked for, and the meeting begins', async () => {
  await arranged(school);
  const { tom, host } = people(school);
  await tom.presses('I can be there');
  await atRest(school);
  await minutesBefore(30);
  await minutesBefore(0);
  expect(await row(school)).toMatchObject({ Status: 'arranged' });
  expect(await heardTimes(host, 'on hold')).toBe(0);
  expect(await events(school)).not.toContain('on hold');
});

test('a meeting without a pupil, where no rule asks for two, is never held', async () => {
  await arranged(school, 'without a pupil');
  await minutesBefore(30);
  await minutesBefore(0);
  expect(await row(school)).toMatchObject({ Status: 'arranged' });
  expect((await cover(school)).state).toMatchObject({ is: 'asked', reminded: 2 });
});
