import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violations } from '../browser/axe.ts';
import { type Box, chatId, idOf, maya, openBox, tenantId } from './box.ts';
import { openBrowser, openPage } from './browser.ts';

/** Does Microsoft’s own teams-js, inside the frame, take the page for Teams? */

const library = new URL('../../node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js', import.meta.url);

/** A tab that writes down what Teams tells it. Its policy keeps teams-js from asking a CDN, as the product’s tab does. */
const tab = `<!doctype html><html lang="en-GB"><head><title>A tab</title>
<meta http-equiv="Content-Security-Policy" content="connect-src 'self'"></head>
<body><h1>A tab</h1><ul id="told" aria-label="told"></ul><a href="#" id="link">open</a>
<script src="/tab/teams.js"></script><script type="module">
  const { app, authentication, pages } = microsoftTeams;
  const tell = (name, what) => {
    const line = document.createElement('li');
    line.textContent = name + ': ' + what;
    document.getElementById('told').append(line);
  };
  await app.initialize();
  app.registerOnThemeChangeHandler((theme) => tell('theme', theme));
  const { app: { theme, locale, host }, page, user, chat, meeting } = await app.getContext();
  tell('context', JSON.stringify({ theme, locale, host: host.name, page: page.subPageId, user: user.id, tenant: user.tenant.id }));
  tell('token', await authentication.getAuthToken());
  tell('where', JSON.stringify({ frame: page.frameContext, chat: chat?.id, meeting: meeting?.id }));
  tell('frame', (await pages.getConfig()).entityId);
  document.getElementById('link').onclick = () => app.openLink('https://school.example.org/policy');
  app.notifySuccess();
</script></body></html>`;

let browser: Browser;
let box: Box;
beforeAll(async () => {
  const script = await readFile(library, 'utf8');
  browser = await openBrowser();
  box = await openBox({
    others: (app) => {
      app.get('/tab/', (c) => c.html(tab));
      app.get('/tab/teams.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript' }));
    },
  });
});
afterAll(async () => {
  await browser.close();
  await box.close();
});

test('the tab is told who and where it is, gets a token, hears of a new theme, and can open a link', async () => {
  const { page, left } = await openPage(browser);
  await page.goto(`${box.url}/teams?as=${maya}&open=tab&sub=TAC-1234ABCD`);
  const told = page.frameLocator('iframe').getByRole('list', { name: 'told' });
  await told.getByText('frame: meetings').waitFor();

  const [context, token] = await told.getByRole('listitem').allTextContents();
  expect(JSON.parse(context?.replace('context: ', '') ?? '')).toEqual({
    ...{ theme: 'default', locale: 'en-gb', host: 'Teams', page: 'TAC-1234ABCD', user: maya, tenant: tenantId },
  });
  expect(token).toMatch(/^token: ey/);

  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await told.getByText('theme: dark').waitFor();
  expect(await violations(page.mainFrame())).toEqual([]);

  await page.frameLocator('iframe').getByRole('link', { name: 'open' }).click();
  await page.getByText('https://school.example.org/policy').waitFor();
  expect(left).toEqual([]);
});

test.each([
  ['beside a call', 'panel', 'sidePanel'],
  ['among the details of a meeting', 'details', 'content'],
  ['where it is added to a meeting', 'settings', 'settings'],
])('%s the tab is told of the meeting and its chat, as Teams tells it', async (_, open, frame) => {
  const { page, left } = await openPage(browser);
  await page.goto(`${box.url}/teams?as=${maya}&open=${open}&meeting=TAC-1234ABCD`);
  const where = page.frameLocator('iframe').getByText(/^where: /);
  // The wrapping is Teams’ own: `0#`, the chat, `#0`, in base64.
  const meeting = Buffer.from(`0#${chatId}#0`).toString('base64');
  expect(JSON.parse(((await where.textContent()) ?? '').replace('where: ', ''))).toEqual({
    frame,
    chat: chatId,
    meeting,
  });
  expect(await violations(page.mainFrame())).toEqual([]);
  expect(left).toEqual([]);
});

test('a meeting that is not there says so', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${box.url}/teams?as=${maya}&open=panel&meeting=TAC-0000AAAA`);
  await page.getByText('There is no such meeting.').waitFor();
});

test('a deep link of Teams in a chat opens the tab at what it names', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${box.url}/teams?as=${maya}&open=chat`);
  const context = encodeURIComponent(JSON.stringify({ subEntityId: 'TAC-9999WXYZ' }));
  const link = `https://teams.microsoft.com/l/entity/5c0a1d0e-0000-4000-8000-0000000000a0/meetings?context=${context}`;
  await page.getByRole('textbox', { name: 'Type a message' }).waitFor();
  const { body } = await box.connector({
    method: 'POST',
    path: '/conversations',
    body: { members: [{ id: maya }], tenantId },
  });
  const path = `/conversations/${encodeURIComponent(idOf(body))}/activities`;
  await box.connector({ method: 'POST', path, body: { type: 'message', text: `See [the meeting](${link})` } });
  await page.getByRole('link', { name: 'the meeting' }).click();
  await page.frameLocator('iframe').getByText('TAC-9999WXYZ').waitFor();
  expect(page.url()).toContain('open=tab&tab=meetings&sub=TAC-9999WXYZ');
});
