import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { violations } from '../browser/axe.ts';
import { idOf, type School } from '../school.ts';
import { openPage } from '../teams/browser.ts';

/** Somebody at their screen: Teams in a box in a real browser, in front of the real server. */
export type Desk = {
  readonly page: Page;
  /** The tab, once it is open. */
  readonly tab: FrameLocator;
  /** Every address beyond this machine that anything in the page asked for; to be empty. */
  readonly left: readonly string[];
};

/** @param query where in Teams they are, such as `open=chat` */
export async function sitDown(browser: Browser, school: School, who: string, query: string): Promise<Desk> {
  const desk = await openDesk(browser);
  await desk.page.goto(`${school.tenant.url}/teams?as=${idOf(who)}&${query}`);
  return desk;
}

/** A window with nothing in it yet. */
export async function openDesk(browser: Browser): Promise<Desk> {
  const { page, left } = await openPage(browser);
  // The window turns away what it can intercept; a socket, or a request of a worker, is only seen.
  page.on('websocket', (socket) => left.push(socket.url()));
  page.on('response', (response) => {
    const { hostname, protocol } = new URL(response.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') left.push(response.url());
  });
  return { page, left, tab: page.frameLocator('iframe[title="Meetings, a tab of Chaperone"]') };
}

const themes = { Light: '#ffffff', Dark: '#292929', 'High contrast': '#000000' };

/** What axe finds wrong with the page and the pages inside it, in each theme of Teams, in words; back in the light at the end. */
export async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['High contrast', 'Dark', 'Light'] as const) {
    await wear(page, theme);
    for (const frame of scripted(page)) found.push(...(await violations(frame)).map((one) => `${theme}: ${one}`));
  }
  return found;
}

/** What axe finds wrong with a page outside Teams. */
export const barriersOutside = (page: Page): Promise<string[]> => violations(page.mainFrame());

/** Changes the theme in Teams, and waits until the tab wears it. */
export async function wear(page: Page, theme: keyof typeof themes): Promise<void> {
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitemradio', { name: theme, exact: true }).press('Enter');
  // The tab hears of it from Teams and changes a moment later.
  const worn = `new Promise((worn) => {
    const look = () => {
      const dressed = document.querySelector('.fui-FluentProvider');
      const colour = dressed && getComputedStyle(dressed).getPropertyValue('--colorNeutralBackground1');
      if (colour === '${themes[theme]}') requestAnimationFrame(() => requestAnimationFrame(worn));
      else requestAnimationFrame(look);
    };
    look();
  })`;
  for (const frame of scripted(page)) await frame.evaluate(worn);
}

/** A mail is shown in a frame in which no script runs, axe’s neither. */
const scripted = (page: Page): readonly Frame[] => page.frames().filter((frame) => frame.url() !== 'about:srcdoc');

/** A document that somebody else's page shows has its landmarks and its first heading around it. */
const ofWholePages = ['region', 'landmark-one-main', 'page-has-heading-one'];

/** What axe finds wrong with a mail: it is read inside a page of Outlook's. */
export const barriersInside = (page: Page): Promise<string[]> => violations(page.mainFrame(), ofWholePages);
