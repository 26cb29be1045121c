import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { schoolDayAhead, twoLines } from '../../infra/demo/arrange.ts';
import { openLeadershipSchool } from '../authorising/leadership.ts';
import { rested } from '../changing/standing.ts';
import type { School } from '../school.ts';
import { openBrowser } from '../teams/browser.ts';
import { barriers, type Desk, sitDown } from './desk.ts';

/** From the request to another day, in a real browser: asked for, authorised, sealed, read by the family, moved, the old link useless. */

let school: School;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  [school, browser] = await Promise.all([openLeadershipSchool(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await school.close();
});

const mum = 'jo.marsh@example.com';
const card = (heading: string) => desk.page.getByRole('log').getByRole('article').filter({ hasText: heading }).last();

/** Whoever sits at a desk gets up; nothing of it has left this machine. */
let leaves = (): Promise<void> => Promise.resolve();

async function chatOf(who: string, query = 'open=chat'): Promise<void> {
  await leaves();
  const taken = await sitDown(browser, school, who, query);
  desk = taken;
  leaves = async () => {
    await taken.page.context().close();
    expect(taken.left).toEqual([]);
  };
}

async function types(line: string): Promise<void> {
  await desk.page.getByRole('textbox', { name: 'Type a message' }).fill(line);
  await desk.page.keyboard.press('Enter');
}

async function headAuthorises(): Promise<void> {
  await chatOf('Ruth Adeyemi');
  const request = card('May this meeting go ahead?');
  await request.waitFor();
  await request.getByRole('button', { name: 'Authorise' }).click();
  await card('Authorised').waitFor();
}

/** What the family finds in their mail, oldest first. */
async function mailOfMum(): Promise<readonly string[]> {
  const { mails } = await school.look();
  return mails.filter(({ to }) => to === mum).map(({ kind }) => kind);
}

async function newestMailOfMum(): Promise<string> {
  await chatOf('Maya Okafor', 'open=mail');
  const { page } = desk;
  await page.getByRole('combobox', { name: 'Mail of' }).click();
  await page.getByRole('option', { name: mum }).click();
  const mail = page.getByRole('article', { name: /^Team Around the Child meeting/ });
  await mail.getByText('The lobby was shut when this left').waitFor();
  expect(await barriers(page)).toEqual([]);
  return mail.frameLocator('iframe').locator('body').innerText();
}

test('a SENCO asks, the head authorises, the family reads how to join; moved to another time, the old link is useless', async () => {
  const senco = school.as('Maya Okafor');
  for (const line of twoLines(schoolDayAhead(new Date()))) await senco.says(line);
  await chatOf('Maya Okafor');
  const review = card('Somebody else has to say yes first');
  await review.getByRole('radio', { name: 'By phone, on a number we had' }).check();
  await review.getByRole('button', { name: 'Ask for authorisation' }).click();
  await card('I have asked for authorisation').waitFor();
  await headAuthorises();
  await senco.hears('Arranged: the invitations have gone');

  const first = await newestMailOfMum();
  for (const part of [
    'Who is who',
    'How to join',
    'At 3.20pm we close the door',
    'If your call drops',
    'If you want something else',
  ])
    expect(first).toContain(part);
  expect(first).not.toMatch(/\bAB\b|Year 4/);
  const [old] = (await school.look()).rows;

  await chatOf('Maya Okafor');
  await types(`move ${old?.reference ?? ''} to 4pm`);
  const moving = card('Somebody else has to say yes to this change first');
  await moving.waitFor();
  expect(await barriers(desk.page)).toEqual([]);
  await moving.getByRole('button', { name: 'Ask for authorisation' }).click();
  await card('I have asked for authorisation').waitFor();
  // It stands as it was until then.
  expect((await school.look()).rows.find(({ reference }) => reference === old?.reference)?.status).toBe('arranged');
  await headAuthorises();
  await rested(school, ({ status, replaces }) => status === 'arranged' && replaces === old?.reference);

  const seen = await school.look();
  expect(school.broken(seen)).toEqual([]);
  expect(seen.rows.map(({ status }) => status).toSorted()).toEqual(['arranged', 'moved']);
  expect(seen.ended).toMatchObject([
    {
      options: {
        lobbyBypassSettings: { scope: 'organizer' },
        allowedPresenters: 'organizer',
        allowMeetingChat: 'disabled',
      },
    },
  ]);
  expect(await mailOfMum()).toEqual(['invitation', 'cancellation', 'invitation']);
  expect(await newestMailOfMum()).toContain('from 4pm');
  await leaves();
});
