import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

/** Who may import whom. The rooms are worth their doors only while nobody climbs through the window. */

const root = resolve(import.meta.dirname, '..', '..');

const sources = ['bot', 'tab', 'infra'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|js)$/.test(path))
    .map((path) => join(room, path)),
);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** What a file imports: packages by name, files by their path from the root. */
function importsOf(file: string): string[] {
  const named = [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name]) => name ?? '');
  return named.map((name) => (name.startsWith('.') ? relative(root, resolve(root, file, '..', name)) : name));
}

const importers = (of: (name: string) => boolean) => sources.filter((file) => importsOf(file).some(of));

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(50);
});

test('the product imports neither the infrastructure nor the tests nor the package for Teams', () => {
  const product = importers((name) => /^(infra|tests|manifest)\//.test(name)).filter((file) =>
    /^(bot|tab)\//.test(file),
  );
  expect(product).toEqual([]);
});

test('only one file imports restify', () => {
  expect(importers((name) => name === 'restify')).toEqual(['bot/server.ts']);
});

test('only one file imports botbuilder', () => {
  const exactly = (name: string) => /^(botbuilder|botframework-connector|botbuilder-stdlib)(\/|$)/.test(name);
  expect(importers(exactly)).toEqual(['bot/bot.ts']);
});

test('only the process itself reads the product’s environment', () => {
  const readers = sources.filter((file) => file.startsWith('bot/') && textOf(file).includes('process.env'));
  expect(readers).toEqual(['bot/main.ts']);
});

test('what is pure imports nothing that acts', () => {
  const pure = sources.filter((file) => /^bot\/(conversation|policy|cards)\//.test(file));
  const acting = (name: string) => /^(node:fs|node:http|pino|@azure|@microsoft|restify|botbuilder)/.test(name);
  expect(pure.filter((file) => importsOf(file).some(acting))).toEqual([]);
});

test('only the graph room speaks to Microsoft Graph', () => {
  const speakers = importers((name) => name.startsWith('@microsoft/microsoft-graph-client'));
  expect(speakers).toEqual(['bot/graph/graph.ts']);
});

test('the tab takes types and nothing else from the server', () => {
  const values = sources
    .filter((file) => file.startsWith('tab/'))
    .flatMap((file) =>
      [...textOf(file).matchAll(/^import (?!type )[^;]*from '(\.\.\/[^']+)'/gm)].map(([, name]) =>
        relative(root, resolve(root, file, '..', name ?? '')),
      ),
    );
  expect(values.filter((name) => name.startsWith('bot/'))).toEqual([]);
});
