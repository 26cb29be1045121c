import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { guests, schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { openSchool, type School } from '../school.ts';
import { openBrowser } from '../teams/browser.ts';
import { barriers, barriersInside, barriersOutside, type Desk, openDesk, sitDown } from './desk.ts';

/** The main job as people see it, in a real browser: nothing may leave the machine, and no page may shut anybody out. */

let school: School;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  [school, browser] = await Promise.all([openSchool(), openBrowser()]);
});
beforeEach(() => school.control('reset', 'POST', { keepLists: true }));
afterEach(async () => {
  await desk.page.context().close();
  expect(desk.left).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await school.close();
});

test('a SENCO types one line, answers by card, sends, and the head finds the sealed meeting in the register', async () => {
  desk = await sitDown(browser, school, 'Maya Okafor', 'open=chat');
  await asks('TAC for AB Y4 with mum, school nurse and Early Help, Tuesday week 3.15pm, 45 mins');
  await answersByCard();
  const reference = await sends();

  const { page, tab } = desk;
  await page.getByRole('button', { name: /^You are: Maya Okafor/ }).click();
  await page.getByRole('menuitemradio', { name: /Ruth Adeyemi/ }).click();
  await page.getByRole('tab', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Register' }).click();
  const row = tab.getByRole('row', { name: /AB, Year 4.*Maya Okafor.*Arranged.*Sealed/ });
  await row.waitFor();
  expect(await barriers(page)).toEqual([]);

  await row.click();
  const record = tab.getByRole('complementary', { name: 'AB, Year 4' });
  await record.getByText(reference).waitFor();
  const safeguards = record.getByRole('region', { name: 'Safeguards' });
  await safeguards.getByText('Everyone but the host and second adult waits to be let in').waitFor();
  expect(await safeguards.getByText('As asked', { exact: true }).count()).toBe(13);
  expect(await safeguards.innerText()).toMatch(
    /Last read back from Teams on \w{3} \d+ \w+ \d{4}, \d\d:\d\d (GMT|BST)\./,
  );
  expect(await record.getByRole('region', { name: 'Log' }).getByRole('listitem').count()).toBeGreaterThanOrEqual(4);
  expect(await barriers(page)).toEqual([]);

  const seen = await school.look();
  expect(school.broken(seen)).toEqual([]);
  expect(seen.rows).toMatchObject([{ reference, status: 'arranged' }]);
});

/** The bot's card with this heading. */
const card = (heading: string) => desk.page.getByRole('log').getByRole('article').filter({ hasText: heading });

async function asks(line: string): Promise<void> {
  const { page } = desk;
  // The bot greets a newcomer first.
  await card('I arrange meetings with people from outside the school').waitFor();
  await page.getByRole('textbox', { name: 'Type a message' }).fill(line);
  await page.keyboard.press('Enter');
  await card('What is the meeting for?').waitFor();
  expect(await barriers(page)).toEqual([]);
}

async function answersByCard(): Promise<void> {
  const purpose = card('What is the meeting for?');
  await purpose.getByRole('textbox', { name: 'Purpose' }).fill('Support at school and at home');
  await purpose.getByRole('button', { name: 'Next' }).click();
  const secondAdult = card('Who will be the second adult?');
  await secondAdult.getByRole('combobox').fill('Tom Birch');
  await secondAdult.getByRole('button', { name: 'Next' }).click();
  const coming = card('Who is coming from outside the school?');
  for (const [index, guest] of guests.entries()) {
    const field = (name: string) => coming.getByRole('textbox', { name: `Guest ${index + 1}: ${name}` });
    // Who they are was in the line already.
    expect(await field('role').inputValue()).not.toBe('');
    await field('name').fill(guest.name);
    await field('agency').fill(guest.agency);
    await field('email address').fill(guest.address);
  }
  expect(await barriers(desk.page)).toEqual([]);
  await coming.getByRole('button', { name: 'Next' }).click();
}

/** @returns the reference the bot says at the end */
async function sends(): Promise<string> {
  const review = card('Please check before it is sent');
  await review.waitFor();
  expect(await barriers(desk.page)).toEqual([]);
  // Before an address is first used, somebody says how it was checked.
  await review.getByRole('radio', { name: 'By phone, on a number we had' }).check();
  await review.getByRole('button', { name: 'Send' }).click();
  const outcome = card('Arranged: the invitations have gone');
  await outcome.waitFor();
  expect(await barriers(desk.page)).toEqual([]);
  return /TAC-[0-9A-Z]{8}/.exec(await outcome.innerText())?.[0] ?? 'none was said';
}

const Outbox = z.array(z.looseObject({ to: z.string(), subject: z.string(), body: z.string() }));

test('a guest finds the invitation in their mail, and in it no other guest and nothing of the child', async () => {
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  const [mum, ...others] = guests;

  desk = await sitDown(browser, school, 'Maya Okafor', 'open=mail');
  const { page } = desk;
  await page.getByRole('combobox', { name: 'Mail of' }).click();
  await page.getByRole('option', { name: mum.address }).click();
  const mail = page.getByRole('article', { name: /^Team Around the Child meeting/ });
  await mail.getByText(mum.address).waitFor();
  const body = mail.frameLocator('iframe').locator('body');
  await body.getByText('You wait in a lobby at first.').waitFor();
  await mail.getByText('The lobby was shut when this left').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await barriersInMail()).toEqual([]);

  const sent = Outbox.parse(await school.control('outbox', 'GET')).filter(({ to }) => to === mum.address);
  expect(sent).toHaveLength(1);
  const read = [
    await mail.innerText(),
    await body.innerText(),
    ...sent.flatMap(({ subject, body: html }) => [subject, html]),
  ];
  for (const words of read) {
    for (const { name, address } of others) {
      expect(words).not.toContain(name);
      expect(words).not.toContain(address);
    }
    expect(words).not.toMatch(/\bAB\b|\bY4\b|Year 4/);
  }
});

/** The very document of the mail's frame, in a page of its own, because axe needs scripts and a mail has none. */
async function barriersInMail(): Promise<string[]> {
  const html = await desk.page.getByRole('article').locator('iframe').getAttribute('srcdoc');
  const page = await desk.page.context().newPage();
  await page.setContent(html ?? '');
  return barriersInside(page);
}

test('the tab opened outside Teams says so, and leads to where it lives', async () => {
  desk = await openDesk(browser);
  const { page } = desk;
  await page.goto(`${school.server.url}/tab/`);
  await page.getByRole('heading', { name: 'Chaperone lives in Microsoft Teams' }).waitFor();
  const link = page.getByRole('link', { name: 'Open it in Teams' });
  await link.waitFor();
  expect(await barriersOutside(page)).toEqual([]);
  await link.click();
  await page.getByRole('button', { name: /^You are:/ }).waitFor();
  expect(page.url()).toContain(school.config.teamsUrl);
});
