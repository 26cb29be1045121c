import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { importedByServer, importsOf, manifest, tabOnly } from '../../infra/dependencies/imports.ts';

/** The image: what the Dockerfile says, and that what is in it can run. It was never built by these tests. */

const root = resolve(import.meta.dirname, '..', '..');
const textOf = (file: string) => readFileSync(resolve(root, file), 'utf8');

const lines = textOf('Dockerfile')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));
const named = (name: string) =>
  last.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

test('it runs on the Node that the tests ran on', () => {
  const node = /^ARG NODE=([\d.]+)-slim$/.exec(lines[0] ?? '')?.[1];
  expect(node).toBe(manifest().devDependencies['node']);
  expect(lines.filter((line) => line.startsWith('FROM')).every((line) => line.startsWith(`FROM node:\${NODE}`))).toBe(
    true,
  );
  const { engines } = JSON.parse(textOf('package.json')) as { engines: { node: string } };
  const [, from, below] = />=(\d+\.\d+) <(\d+)/.exec(engines.node) ?? [];
  expect(node?.startsWith(`${from ?? ''}.`)).toBe(true);
  expect(Number(below)).toBe(Number(from?.split('.')[0]) + 1);
});

test('it runs as nobody in particular, and is asked whether it is well', () => {
  expect(named('USER')).toEqual(['node']);
  expect(named('HEALTHCHECK').join(' ')).toContain('/healthz');
  expect(named('CMD')).toEqual(['["node", "--max-old-space-size=256", "bot/main.ts"]']);
});

test('what runs holds the server, the built pages, the bill of materials and packages that run, and nothing else', () => {
  expect(named('COPY')).toEqual([
    '--from=packages /app/node_modules ./node_modules',
    '--from=pages /app/dist/tab ./dist/tab',
    '--from=pages /app/dist/sbom.json ./dist/sbom.json',
    'package.json ./',
    'bot ./bot',
  ]);
  expect(lines.filter((line) => line.includes('npm ci')).map((line) => line.includes('--omit=dev'))).toEqual([
    false,
    true,
  ]);
  expect(named('RUN')).toEqual([]);
});

test('no id and no secret of a school can get in', () => {
  expect(lines.join('\n')).not.toMatch(/SECRET|KEY|PASSWORD|TOKEN|TENANT_ID|APP_ID/);
  const ignored = textOf('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(ignored[0]).toBe('*');
  expect(ignored.filter((line) => line.startsWith('!'))).toEqual([
    ...['!package.json', '!package-lock.json', '!tsconfig.json', '!bot', '!tab', '!infra/dependencies'],
  ]);
  expect(ignored).toContain('**/*.env');
});

test('the server runs on packages that ship: nothing it imports is there for development only, or by somebody else’s grace', () => {
  const { dependencies } = manifest();
  expect(importedByServer().size).toBeGreaterThan(10);
  expect([...importedByServer()].filter((name) => !(name in dependencies))).toEqual([]);
});

test('what is left out of the image is what the pages are built of', () => {
  expect(tabOnly()).toEqual(expect.arrayContaining(['react', '@fluentui/react-components']));
  expect(tabOnly().filter((name) => importedByServer().has(name))).toEqual([]);
  const said = execFileSync(process.execPath, ['infra/dependencies/only-the-tab.ts'], { cwd: root, encoding: 'utf8' });
  expect(said.trim().split(' ')).toEqual(tabOnly());
});

test('an import is found however it is written, and one for types alone is none', () => {
  const source = [
    "import { z } from 'zod';",
    "import pino, {\n  type Logger,\n} from 'pino';",
    "import 'side-effect';",
    "import type { A } from 'types-only';",
    "export { b } from '@scope/name/deep';",
    "const c = await import('lazily');",
  ].join('\n');
  expect(importsOf(source)).toEqual(['zod', 'pino', 'side-effect', '@scope/name/deep', 'lazily']);
});
