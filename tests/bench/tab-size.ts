import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import type { Storage } from '../../infra/azurite.ts';
import { openDesk } from '../end-to-end/desk.ts';
import { everyPage, settled } from '../end-to-end/every-page.ts';
import { idOf } from '../school.ts';
import { sum } from './figures.ts';
import { startBot } from './running.ts';

/** What somebody's browser fetches of the tab, in kilobytes of gzip: script and style, before a page shows what is in it. */
export type TabSize = {
  /** The page the tab opens with, and how many times a bare React and Fluent page it is. */
  readonly first: { readonly kilobytes: number; readonly files: number; readonly ratio: number };
  readonly bare: number;
  /** What each page fetches on top of that when it is opened. */
  readonly pages: readonly { readonly address: string; readonly kilobytes: number }[];
};

const root = resolve(import.meta.dirname, '..', '..');

/** Needs the pages built, as `npm run build` does. */
export async function tabSize(storage: Storage, browser: Browser): Promise<TabSize> {
  const bare = await barePage();
  const school = await startBot('bot/main.ts', storage);
  try {
    const first = await fetched(browser, school.tenantUrl, '');
    const firstFiles = new Set(first);
    const pages: { address: string; kilobytes: number }[] = [];
    for (const { address, who } of everyPage) {
      // The page of a meeting is the same file when there is no such meeting, and this school has none.
      const sub = address === 'a meeting' ? 'meeting/TAC-00000000' : address;
      const files = await fetched(browser, school.tenantUrl, sub, who);
      pages.push({ address, kilobytes: kilobytesOf(files.filter((file) => !firstFiles.has(file))) });
    }
    const kilobytes = kilobytesOf(first);
    return { first: { kilobytes, files: first.length, ratio: kilobytes / bare }, bare, pages };
  } finally {
    await school.stop();
  }
}

/** The names of the script and style files of the tab that a browser which has never been here asks for. */
async function fetched(browser: Browser, url: string, address: string, who = 'Ruth Adeyemi'): Promise<string[]> {
  const desk = await openDesk(browser);
  const files = new Set<string>();
  desk.page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/^\/tab\/.*\.(js|css)$/.test(pathname) && response.ok()) files.add(pathname);
  });
  const sub = address === '' ? '' : `&sub=${address}`;
  await desk.page.goto(`${url}/teams?as=${idOf(who)}&open=tab${sub}`);
  await settled(desk);
  await desk.page.context().close();
  return [...files];
}

const kilobytesOf = (paths: readonly string[]): number =>
  sum(paths.map((path) => gzipped(readFileSync(join(root, 'dist', path)))));

const gzipped = (content: Buffer): number => gzipSync(content, { level: 9 }).length / 1000;

const bareFiles = {
  'index.html': '<!doctype html><div id="root"></div><script type="module" src="./main.tsx"></script>',
  'main.tsx': `import { Button, FluentProvider, Text, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
const root = document.getElementById('root');
if (root) createRoot(root).render(
  <FluentProvider theme={webLightTheme}><Text>Hello</Text><Button>Press</Button></FluentProvider>
);`,
};

/** A page with a text and a button, built the same way: the least that React and Fluent weigh. */
async function barePage(): Promise<number> {
  // Beside the packages, so that they are found.
  const folder = join(root, 'node_modules', '.cache', `bare-page-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    for (const [name, text] of Object.entries(bareFiles)) writeFileSync(join(folder, name), text);
    const how = { target: 'es2023', modulePreload: { polyfill: false }, outDir: 'out' } as const;
    await build({ root: folder, configFile: false, logLevel: 'silent', plugins: [react()], build: how });
    const assets = join(folder, 'out', 'assets');
    return sum(readdirSync(assets).map((file) => gzipped(readFileSync(join(assets, file)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
