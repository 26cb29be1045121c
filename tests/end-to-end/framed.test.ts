import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openSchool, type School } from '../school.ts';
import { openBrowser } from '../teams/browser.ts';
import { openDesk } from './desk.ts';

/** Teams shows the tab in a frame, and nobody else's page can. */

let school: School;
let browser: Browser;
let stranger: Server;
let strangersUrl: string;
beforeAll(async () => {
  [school, browser] = await Promise.all([openSchool(), openBrowser()]);
  stranger = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<h1>Win a prize</h1><iframe title="bait" src="${school.server.url}/tab/"></iframe>`);
  });
  stranger.listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const at = stranger.address();
  strangersUrl = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : ''}/`;
});
afterAll(async () => {
  await browser.close();
  await school.close();
  stranger.close();
  stranger.closeAllConnections();
});

test('in Teams every page opens, and the browser has nothing to forbid', async () => {
  const desk = await openDesk(browser);
  const forbidden: string[] = [];
  desk.page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) forbidden.push(message.text());
  });
  await desk.page.goto(`${school.tenant.url}/teams?as=${school.as('Ruth Adeyemi').id}&open=tab`);
  const menu = desk.tab.getByRole('navigation', { name: 'Pages of Chaperone' });
  for (const name of ['Today', 'Register', 'Authorise', 'Insights', 'Policy']) {
    await menu.getByRole('link', { name }).click();
    await desk.tab.getByRole('heading', { level: 1 }).first().waitFor();
  }
  // teams-js asks a CDN for a list of hosts on every opening; the tab does not let it.
  expect(forbidden.filter((line) => !line.includes('res.cdn.office.net'))).toEqual([]);
  expect(desk.left).toEqual([]);
  await desk.page.context().close();
});

test('a stranger’s page that puts it in a frame shows nothing of it', async () => {
  const { page } = await openDesk(browser);
  const refused = page.waitForEvent('console', { predicate: (message) => /frame-ancestors/.test(message.text()) });
  await page.goto(strangersUrl);
  expect((await refused).text()).toContain('blocked');
  const bait = page.frames().find((frame) => frame !== page.mainFrame());
  expect(await bait?.locator('#root').count()).toBe(0);
  await page.context().close();
});
