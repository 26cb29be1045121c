import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openSchool, type School } from '../school.ts';
import { openBrowser } from '../teams/browser.ts';
import { type Desk, sitDown, wear } from './desk.ts';
import { everyPage, openPageOf, resize, settled, sizes, wrongWith } from './every-page.ts';
import { fillTerm } from './term.ts';

/** Every page of the tab is for everybody: in three themes, at 200 % and on a phone, without a mouse. */

let school: School;
let browser: Browser;
beforeAll(async () => {
  [school, browser] = await Promise.all([openSchool({ COUNT_SECONDS: '1' }), openBrowser()]);
  await fillTerm(school);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await school.close();
});

test.each(everyPage)('$address has no barrier, in any theme and at any size', async (page) => {
  const desk = await openPageOf(browser, school, page);
  const found: string[] = [];
  for (const theme of ['High contrast', 'Dark', 'Light'] as const) {
    await wear(desk.page, theme);
    found.push(...(await wrongWith(desk)).map((one) => `${theme}: ${one}`));
  }
  for (const [name, size] of Object.entries(sizes)) {
    await resize(desk, size);
    await settled(desk);
    found.push(...(await wrongWith(desk)).map((one) => `${name}: ${one}`));
  }
  expect(found).toEqual([]);
  expect(desk.left).toEqual([]);
  await desk.page.context().close();
});

test.each(everyPage)('$address shows where the focus is, and every stop of it has a name', async (page) => {
  const desk = await openPageOf(browser, school, page);
  expect(await stops(desk)).toEqual([]);
  await desk.page.context().close();
});

const menus = {
  'Maya Okafor': ['Today', 'Register', 'Policy'],
  'Ruth Adeyemi': ['Today', 'Register', 'Authorise', 'Insights', 'Policy'],
  'Owen Pryce': ['Today', 'Register', 'Authorise', 'Insights', 'Policy'],
  'Leila Haddad': ['Today', 'Register', 'Authorise', 'Insights', 'Policy'],
  'Sam Whitlock': ['Today', 'Register', 'Policy', 'Installation'],
  'Grace Tan': ['Today', 'Register', 'Authorise', 'Policy', 'Data protection'],
} as const;

test.each(Object.entries(menus))(
  '%s is offered the pages of their roles, and each of them opens',
  async (who, pages) => {
    const desk = await sitDown(browser, school, who, 'open=tab');
    await settled(desk);
    const menu = desk.tab.getByRole('navigation', { name: 'Pages of Chaperone' });
    expect(await menu.getByRole('link').allTextContents()).toEqual(pages);
    for (const page of pages) {
      await menu.getByRole('link', { name: page, exact: true }).click();
      await desk.tab.getByRole('heading', { level: 1, name: page, exact: true }).waitFor();
      await settled(desk);
      expect(await desk.tab.getByRole('alert').allTextContents()).toEqual([]);
    }
    await desk.page.context().close();
  },
);

// What is asked of an element in the page: the types of a browser are not the tests'.
type Stop = {
  readonly ariaLabel: string | null;
  readonly textContent: string | null;
  readonly title: string;
  readonly labels?: { readonly length: number } | null;
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { readonly width: number; readonly height: number };
};

/** Walks through the page with the tab key; what is unnamed or unseen on the way. */
async function stops(desk: Desk): Promise<string[]> {
  const wrong: string[] = [];
  const first = desk.tab.locator('a, button, input, select, [tabindex="0"]').first();
  await first.focus();
  for (let step = 0; step < 40; step += 1) {
    await desk.page.keyboard.press('Tab');
    const focused = desk.tab.locator('*:focus:not([data-tabster-dummy])');
    if ((await focused.count()) === 0) continue;
    const told = await focused.evaluate((element: Stop) => {
      const labels = [element.ariaLabel, element.getAttribute('aria-labelledby'), element.textContent, element.title];
      const named = labels.some((label) => label?.trim()) || (element.labels?.length ?? 0) > 0;
      const { width, height } = element.getBoundingClientRect();
      return named && width > 0 && height > 0 ? null : element.outerHTML.slice(0, 200);
    });
    if (told !== null) wrong.push(told);
  }
  return wrong;
}
