import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { arranges, rested, settled } from '../changing/standing.ts';
import { impatient } from '../faults/play.ts';
import { openSchool, type School } from '../school.ts';
import { openBrowser } from '../teams/browser.ts';
import { barriers, sitDown } from './desk.ts';
import { resize, sizes, wrongWith } from './every-page.ts';

/** A SENCO moves a meeting from its page and cancels the new one, while Teams keeps its link open: what the page says of each. */

let school: School;
let browser: Browser;
beforeAll(async () => {
  [school, browser] = await Promise.all([openSchool(impatient), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await school.close();
});

const Events = z.array(z.looseObject({ meeting: z.looseObject({ id: z.string() }) }));

test('a meeting is moved with one tap after what it leads to was shown; a link that stays open is not called shut', async () => {
  const old = await arranges(school, school.as('Maya Okafor'));
  const desk = await sitDown(browser, school, 'Maya Okafor', `open=tab&sub=${old}`);
  const { tab, page } = desk;

  await tab.getByRole('button', { name: 'Move it' }).click();
  await tab.getByLabel('New time').fill('16:00');
  await tab.getByRole('button', { name: 'See what it leads to' }).click();
  const review = tab.getByRole('region', { name: 'Move this meeting?' });
  await review.getByText('Then the old link is shut', { exact: false }).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect((await school.look()).rows).toHaveLength(1);
  await review.getByRole('button', { name: 'Move it' }).click();

  // The page follows to the meeting that takes its place, until nobody works on it any more.
  await tab.getByText(`It takes the place of ${old}.`).waitFor();
  const moved = await rested(school, ({ status, replaces }) => status === 'arranged' && replaces === old);
  await tab.getByText('Done. This is how the meeting stands now.', { exact: false }).waitFor();
  await tab.getByText('16:00 to 16:45 GMT', { exact: false }).waitFor();
  expect(school.broken(await school.look())).toEqual([]);

  const events = Events.parse(await school.control('events', 'GET'));
  const path = `/onlineMeetings/${events.at(-1)?.meeting.id ?? ''}`;
  await school.faults({ method: 'PATCH', path, times: 100, do: { kind: 'accept and ignore' } });
  await tab.getByRole('button', { name: 'Cancel it' }).click();
  await tab.getByText('Its link is shut first', { exact: false }).waitFor();
  await tab.getByRole('button', { name: 'Yes, cancel it' }).click();
  await tab
    .getByText('Its link could not be proved shut: please do not use it, and admit nobody.', { exact: false })
    .waitFor();
  expect(await tab.getByText('its link is useless', { exact: false }).count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await resize(desk, sizes['on a phone']);
  expect(await wrongWith(desk)).toEqual([]);
  await settled(school, moved.reference, 'cancelled');
  await page.context().close();
  expect(desk.left).toEqual([]);
});
