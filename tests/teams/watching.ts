import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violations } from '../browser/axe.ts';
import { type Box, openBox } from './box.ts';
import { openBrowser, openPage, type Watched } from './browser.ts';
import { friendly } from './friendly-bot.ts';

/** For every test of a file: a fresh school in a box with a friendly bot, and a window in front of it. */
export function watching() {
  let browser: Browser;
  let box: Box;
  let watched: Watched;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    box = await openBox();
    watched = await openPage(browser);
    box.bot.does(friendly(box));
  });
  afterEach(async () => {
    await watched.page.context().close();
    await box.close();
  });
  afterAll(() => browser.close());

  return {
    /** What there is in this test; ask for it inside the test. */
    now: () => ({ box, page: watched.page, left: watched.left, errors: watched.errors }),
    /** Axe is content, nothing left the machine, and the page threw and logged no error. */
    nothingWentWrong: async (): Promise<void> => {
      expect(await violations(watched.page.mainFrame())).toEqual([]);
      expect(watched.left).toEqual([]);
      expect(watched.errors).toEqual([]);
    },
  };
}
