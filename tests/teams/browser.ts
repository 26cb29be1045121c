import { type Browser, type Page, chromium as playwright } from 'playwright-core';
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
