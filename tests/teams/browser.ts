import axe from 'axe-core';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { z } from 'zod';
import { chromium, flags } from '../browser/chromium.ts';

export type Watched = {
  readonly page: Page;
  /** Every address beyond this machine that the page asked for, and every error it threw or logged. Both are to be empty. */
  readonly left: string[];
  readonly errors: string[];
};

const loopback = new Set(['127.0.0.1', 'localhost']);

export function openBrowser(): Promise<Browser> {
  return playwright.launch({ headless: true, executablePath: chromium(), args: flags });
}

/** A fresh window that can reach nothing beyond this machine and tells of every try. */
export async function openPage(browser: Browser, size = { width: 1280, height: 800 }): Promise<Watched> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const left: string[] = [];
  const errors: string[] = [];
  await context.route(
    (url) => !loopback.has(url.hostname),
    async (route) => {
      left.push(route.request().url());
      await route.abort();
    },
  );
  const page = await context.newPage();
  page.on('pageerror', (fault) => errors.push(fault.message));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  return { page, left, errors };
}

/** What axe finds wrong with the page, as it stands, in words. */
export async function findings(page: Page): Promise<string[]> {
  // As a string: the page's own policy lets no foreign script element in.
  await page.evaluate(axe.source);
  // Fluent’s focus keeper, tabster, puts unseen stops around menus that axe takes for content; nobody can rest on them.
  const run = `axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'], iframes: false })`;
  const found = await page.evaluate(run);
  const { violations } = z.object({ violations: z.array(Violation) }).parse(found);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

const Violation = z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) });
