import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { schoolDayAhead, twoLines, upToReview } from '../../infra/demo/arrange.ts';
import { openLists } from '../register/lists.ts';
import { openSchool, type School } from '../school.ts';
import { openBrowser } from '../teams/browser.ts';
import { barriers, type Desk, sitDown } from './desk.ts';

/** A whole meeting in the panel beside its call, in a real browser; and how the panel gets there. */

let school: School;
let browser: Browser;
let desk: Desk;
let reference: string;
beforeAll(async () => {
  [school, browser] = await Promise.all([openSchool(), openBrowser()]);
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()), twoLines);
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  reference = (await school.look()).rows[0]?.reference ?? '';
});
afterEach(async () => {
  await desk.page.context().close();
  expect(desk.left).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await school.close();
});

const frame = (title: string): FrameLocator => desk.page.frameLocator(`iframe[title="Chaperone, ${title}"]`);

test('the host adds it to the meeting, and finds it among the details', async () => {
  desk = await sitDown(browser, school, 'Maya Okafor', `open=settings&meeting=${reference}`);
  await frame('to be added to the meeting').getByText('Press Save').waitFor();
  expect(await barriers(desk.page)).toEqual([]);
  await desk.page.getByRole('button', { name: 'Save' }).click();
  const details = frame('among the details of the meeting');
  await details.getByRole('heading', { level: 1, name: 'AB, Year 4' }).waitFor();
});

test('a meeting takes at most twelve taps beside the call, nothing typed, and it all stands in the register', async () => {
  desk = await sitDown(browser, school, 'Maya Okafor', `open=panel&meeting=${reference}`);
  const panel = frame('beside the call');
  await panel.getByRole('heading', { level: 1, name: 'AB, Year 4' }).waitFor();
  expect(await barriers(desk.page)).toEqual([]);

  let taps = 0;
  const tap = async (control: Locator) => {
    taps += 1;
    await control.click();
  };
  for (const box of await panel.getByRole('region', { name: 'Who to let in' }).getByRole('checkbox').all())
    await tap(box);
  for (const box of await panel.getByRole('region', { name: 'As it starts' }).getByRole('checkbox').all())
    await tap(box);
  await tap(panel.getByRole('button', { name: 'Raise a concern' }));
  await tap(panel.getByRole('button', { name: 'Tell them now' }));
  await panel.getByText(/^The safeguarding lead was told at/).waitFor();
  expect(await panel.getByRole('textbox').count()).toBe(0);
  // How it ended is asked once it has begun, with one tap more.
  expect(taps + 1).toBeLessThanOrEqual(12);
  expect(await barriers(desk.page)).toEqual([]);

  await panel.getByText('4 of 4 here').waitFor();
  const lists = await openLists(school);
  const rows = async (list: 'Guests' | 'Records') => (await lists.rows(list)).map(({ fields }) => fields);
  // Presses go one after another: the last of them is there when the concern, which waits for nobody, is long told.
  while ((await rows('Records')).length < 4);
  expect((await rows('Guests')).map((one) => one['Attended'])).toEqual(['came', 'came', 'came']);
  expect(school.broken(await school.look())).toEqual([]);
});
