import type { Storage } from '../../infra/azurite.ts';
import { openBrowser } from '../teams/browser.ts';
import type { TabFigures } from './tab-report.ts';
import { tabSize } from './tab-size.ts';
import { type Much, tabSpeed } from './tab-speed.ts';

/** The tab in a real browser: what it weighs, and how long people wait for it. */
export async function tab(storage: Storage, much: Much): Promise<TabFigures> {
  const browser = await openBrowser();
  try {
    return { size: await tabSize(storage, browser), speed: await tabSpeed(storage, browser, much) };
  } finally {
    await browser.close();
  }
}
