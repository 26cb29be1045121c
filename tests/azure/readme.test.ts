import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { fileAt, folder, outputsOf, resources } from './bicep.ts';

/** The page that leads from a clean subscription to a school names what is there. */

const root = resolve(import.meta.dirname, '..', '..');
const page = readFileSync(join(folder, 'README.md'), 'utf8');
const quoted = [...page.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/`([^`]+)`/g)].map(
  ([, words]) => words ?? '',
);

test('every file that it names is there', () => {
  const files = quoted.filter((words) =>
    /^[\w./-]+\.(?:ts|yml|yaml|bicep|bicepparam|md|env)$|^(?:\w+\/)+$/.test(words),
  );
  // Made by the reader on the way.
  const made = ['.azure/school/.env', 'env/.env.school'];
  expect(files.length).toBeGreaterThan(10);
  expect(
    files.filter((file) => !made.includes(file) && ![root, folder].some((from) => existsSync(join(from, file)))),
  ).toEqual([]);
  const links = [...page.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path]) => path ?? '');
  expect(links.filter((path) => !existsSync(join(dirname(join(folder, 'README.md')), path)))).toEqual([]);
});

test('every command of ours that it names is one', () => {
  const { scripts } = z
    .looseObject({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const named = [...page.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every output that it sends somebody to is one', () => {
  const named = [...page.matchAll(/\b(REGISTRY|SCHOOLS|PUBLIC_URL|IDENTITY_PRINCIPAL_ID)\b/g)].map(([name]) => name);
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((name) => !outputsOf(fileAt('main.bicep')).includes(name))).toEqual([]);
});

test('it names every provider that a clean subscription has to be told of', () => {
  // These two every subscription has.
  const always = ['Microsoft.Authorization', 'Microsoft.Consumption'];
  const providers = new Set(resources.map(({ type }) => type.split('/')[0] ?? ''));
  const line = page.split('\n').find((one) => one.includes('az provider register')) ?? '';
  expect([...line.matchAll(/Microsoft\.\w+/g)].map(([name]) => name)).toEqual(
    [...providers].filter((name) => !always.includes(name)).toSorted(),
  );
});
