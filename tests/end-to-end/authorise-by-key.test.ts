import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { asks, openLeadershipSchool, people } from '../authorising/leadership.ts';
import type { School } from '../school.ts';
import { openBrowser } from '../teams/browser.ts';
import { barriers, sitDown } from './desk.ts';

/** The head finds on Today that something waits, goes to it and says yes to it, without a mouse. */

let school: School;
let browser: Browser;
beforeAll(async () => {
  [school, browser] = await Promise.all([openLeadershipSchool(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await school.close();
});

test('a yes by key arranges what waits, and nothing before it', async () => {
  const reference = await asks(school);
  const desk = await sitDown(browser, school, 'Ruth Adeyemi', 'open=tab');
  const { tab, page } = desk;
  await tab.getByText('1 request waits for your yes.').waitFor();
  await tab.getByRole('link', { name: 'Open what waits for you' }).press('Enter');

  const request = tab.getByRole('button', { name: /^AB, Year 4/ });
  await tab.getByText('Why you are asked').waitFor();
  expect(await barriers(page)).toEqual([]);
  await request.focus();
  // A question first: the keys are letters while it is typed.
  await page.keyboard.press('q');
  await tab.getByRole('textbox', { name: 'Your question, in one line' }).waitFor();
  await page.keyboard.type('Any news, my dear?');
  await page.keyboard.press('Enter');
  await tab.getByText('Your question is with the host. You can still decide.').first().waitFor();
  expect(await school.look()).toMatchObject({ mails: [], events: [], rows: [{ status: 'waiting' }] });

  await request.focus();
  await page.keyboard.press('y');
  await tab.getByText(/Authorised\. By: Ruth Adeyemi\./).waitFor();
  const { senco } = people(school);
  await senco.hears('Arranged: the invitations have gone');
  const seen = await school.look();
  expect(school.broken(seen)).toEqual([]);
  expect(seen.rows).toMatchObject([{ reference, status: 'arranged' }]);
  expect(await barriers(page)).toEqual([]);
  expect(desk.left).toEqual([]);
  await page.context().close();
});
