import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { schoolDayAhead, twoLines } from '../../infra/demo/arrange.ts';
import { openLeadershipSchool } from '../authorising/leadership.ts';
import type { School } from '../school.ts';
import { openBrowser } from '../teams/browser.ts';
import { barriers, type Desk, sitDown } from './desk.ts';

/** A meeting that needs the head's yes, as SENCO and head see it in a real browser. */

let school: School;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  [school, browser] = await Promise.all([openLeadershipSchool(), openBrowser()]);
});
afterEach(async () => {
  await desk.page.context().close();
  expect(desk.left).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await school.close();
});

const card = (heading: string) => desk.page.getByRole('log').getByRole('article').filter({ hasText: heading });

test('a SENCO asks, the head says yes with one tap, and only then is anything made or anybody invited', async () => {
  const senco = school.as('Maya Okafor');
  for (const line of twoLines(schoolDayAhead(new Date()))) await senco.says(line);
  await senco.hears('Somebody else has to say yes first');

  desk = await sitDown(browser, school, 'Maya Okafor', 'open=chat');
  const review = card('Somebody else has to say yes first');
  expect(await barriers(desk.page)).toEqual([]);
  await review.getByRole('radio', { name: 'By phone, on a number we had' }).check();
  await review.getByRole('button', { name: 'Ask for authorisation' }).click();
  await card('I have asked for authorisation').waitFor();
  expect(await school.look()).toMatchObject({ mails: [], events: [], rows: [{ status: 'waiting' }] });
  await desk.page.context().close();

  desk = await sitDown(browser, school, 'Ruth Adeyemi', 'open=chat');
  const request = card('May this meeting go ahead?');
  await request.waitFor();
  expect(await barriers(desk.page)).toEqual([]);
  await request.getByRole('button', { name: 'Authorise' }).click();
  await card('Authorised').waitFor();
  expect(await barriers(desk.page)).toEqual([]);

  await senco.hears('Arranged: the invitations have gone');
  const seen = await school.look();
  expect(school.broken(seen)).toEqual([]);
  expect(seen.rows).toMatchObject([{ status: 'arranged' }]);
  expect(seen.mails).toHaveLength(4);
});
