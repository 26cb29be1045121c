import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { schoolDayAhead, twoLines, upToReview } from '../../infra/demo/arrange.ts';
import { readLink, readPlace, writePlace } from '../../infra/tenant/teams/page/place.ts';
import { openSchool, type School } from '../school.ts';
import { openBrowser } from '../teams/browser.ts';
import { type Desk, sitDown } from './desk.ts';

/** The tabs that the app's manifest gives it in Teams, and the links that lead there, in a real browser. */

let school: School;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  [school, browser] = await Promise.all([openSchool(), openBrowser()]);
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()), twoLines);
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
});
afterEach(async () => {
  await desk.page.context().close();
  expect(desk.left).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await school.close();
});

test('the tab “Register” opens the register, and a link to a meeting copied there opens that meeting in “Meetings”', async () => {
  desk = await sitDown(browser, school, 'Ruth Adeyemi', 'open=chat');
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.page.getByRole('tab', { name: 'Register' }).click();
  const register = desk.page.frameLocator('iframe[title="Register, a tab of Chaperone"]');
  await register.getByRole('row', { name: /AB, Year 4/ }).click();
  await register.getByRole('button', { name: 'Copy link' }).click();
  await register.getByText('The link is copied').waitFor();
  const link = await desk.page.evaluate<string>('navigator.clipboard.readText()');

  const { origin } = new URL(desk.page.url());
  const leads = readLink(link, { origin, appId: school.config.appId });
  expect(leads).toMatchObject({ leads: 'inside', change: { open: 'tab', tab: 'meetings' } });
  if (leads.leads === 'inside')
    await desk.page.goto(
      `${origin}/teams${writePlace({ ...readPlace(new URL(desk.page.url()).search), ...leads.change })}`,
    );
  await desk.tab.getByRole('heading', { level: 1, name: /AB, Year 4/ }).waitFor();
});
