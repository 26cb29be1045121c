import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { fill } from '../data-protection/old-school.ts';
import { registerOf } from '../register/register-of.ts';
import { openSchool, type School } from '../school.ts';
import { openBrowser } from '../teams/browser.ts';
import { type Desk, sitDown, wear } from './desk.ts';
import { resize, settled, sizes, wrongWith } from './every-page.ts';

/** The data protection officer answers a request and disposes of what is over, in a real browser, without a barrier on the way. */

let school: School;
let browser: Browser;
beforeAll(async () => {
  [school, browser] = await Promise.all([openSchool(), openBrowser()]);
  await fill(registerOf(school));
}, 240_000);
afterAll(async () => {
  await browser.close();
  await school.close();
});

const barriers = async (desk: Desk, where: string) => (await wrongWith(desk)).map((one) => `${where}: ${one}`);

test('somebody is found, what is held about them is put together and saved, and meetings go with a certificate', async () => {
  const desk = await sitDown(browser, school, 'Grace Tan', 'open=tab&sub=data-protection');
  const { tab, page } = desk;
  const found: string[] = [];
  await settled(desk);
  await tab.getByLabel('How the first name').fill('bell');
  await tab.getByLabel('Reason').fill('A request of 3 November');
  await tab.getByRole('button', { name: 'Look', exact: true }).press('Enter');
  await tab.getByRole('button', { name: 'Put together what is held about Rosa Bell' }).press('Enter');
  await tab.getByRole('button', { name: 'Untick all' }).press('Enter');
  await tab.getByRole('checkbox', { name: /^PAR-00000005/ }).press('Space');
  await tab.getByRole('button', { name: 'Put it together' }).press('Enter');
  await tab.getByText('1 of 1 meeting read.').waitFor();
  await wear(page, 'Dark');
  await resize(desk, sizes['on a phone']);
  found.push(...(await barriers(desk, 'the bundle')));
  await resize(desk, sizes['on a desk']);
  await tab.getByRole('button', { name: 'Colleagues may stay' }).press('Enter');
  await tab.getByRole('button', { name: 'Take out all others' }).press('Enter');
  await tab.getByRole('radio', { name: 'No, it goes in' }).press('Space');
  await tab.getByRole('button', { name: 'Make the bundle' }).press('Enter');
  const saving = page.waitForEvent('download');
  await tab.getByRole('button', { name: 'Save to read and print' }).press('Enter');
  expect((await saving).suggestedFilename()).toMatch(/^SAR-.*\.html$/);

  await tab.getByRole('tab', { name: 'Retention' }).press('Enter');
  await tab.getByLabel('Kind').selectOption('Parent meeting');
  await tab.getByRole('button', { name: 'Look what would go' }).press('Enter');
  const set = tab.getByRole('region', { name: 'Parent meeting, 2018/19' });
  await set.getByRole('button', { name: 'Dispose of these' }).press('Enter');
  await set.getByLabel('Reason').fill('Yearly disposal');
  await set.getByLabel('Type 3 to confirm').fill('3');
  found.push(...(await barriers(desk, 'disposal')));
  await set.getByLabel('Type 3 to confirm').press('Enter');
  await set.getByText(/^Done: 3 meetings gone/).waitFor();
  await tab.getByRole('list', { name: 'Certificates' }).getByText('3 meetings gone.').waitFor();

  await tab.getByRole('tab', { name: 'Who looked' }).press('Enter');
  await tab.getByText('Looked for a person').first().waitFor();
  await wear(page, 'High contrast');
  found.push(...(await barriers(desk, 'who looked')));
  expect(found).toEqual([]);
  expect(desk.left).toEqual([]);
}, 120_000);
