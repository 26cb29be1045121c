import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { allowed, badSelector, known, type Package, unlicensed } from '../../infra/dependencies/judge.ts';
import { inLock, readRules, shipping } from '../../infra/dependencies/lock.ts';

/** Which packages may be there: licences of what ships, and versions that nobody may use. */

const rules = readRules();
const some: Package = {
  name: 'something',
  version: '1.0.0',
  license: 'MIT',
  dev: false,
  location: 'node_modules/something',
};

test('what ships is under licences that somebody has looked at, and known bad versions are nowhere in the lock', () => {
  const ships = shipping();
  expect(ships.length).toBeGreaterThan(300);
  expect(unlicensed(ships, rules)).toEqual([]);
  expect(known(inLock(badSelector(rules)), rules)).toEqual([]);
});

test.each(['GPL-3.0-only', 'SEE LICENSE IN LICENSE.md', 'MIT AND GPL-2.0', '((MIT OR ISC) AND GPL-2.0)', ''])(
  'a package under “%s” does not ship',
  (license) => {
    expect(unlicensed([{ ...some, license }], rules)).toHaveLength(1);
  },
);

test('a package that names no licence does not ship, unless somebody has found it elsewhere, for that version', () => {
  expect(unlicensed([{ ...some, license: undefined }], rules)).toEqual([
    'something 1.0.0 has no licence, which is not among those we ship',
  ]);
  const elsewhere = { ...some, name: 'escape-regexp-component', license: undefined };
  expect(unlicensed([{ ...elsewhere, version: '1.0.2' }], rules)).toEqual([]);
  expect(unlicensed([{ ...elsewhere, version: '1.0.3' }], rules)).toHaveLength(1);
});

test('of a choice of licences one that we know is enough; of several together each has to be', () => {
  expect(allowed('(AFL-2.1 OR BSD-3-Clause)', ['BSD-3-Clause'])).toBe(true);
  expect(allowed('MIT AND Zlib', ['MIT'])).toBe(false);
  expect(allowed('(MIT AND ISC)', ['MIT', 'ISC'])).toBe(true);
});

test('a version that is known to be bad is found in a lock, with the reason, and its neighbours are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaperone-lock-'));
  const packages = {
    '': { name: 'made', version: '1.0.0', dependencies: { axios: '*', debug: '*', jws: '*', ws: '*' } },
    'node_modules/axios': { version: '1.11.0' },
    'node_modules/debug': { version: '4.4.2' },
    'node_modules/jws': { version: '4.0.1' },
    'node_modules/ws': { version: '7.5.10' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(packages['']));
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ name: 'made', version: '1.0.0', lockfileVersion: 3, requires: true, packages }),
  );
  const found = known(inLock(badSelector(rules), folder), rules);
  expect(found.map((line) => line.split(' is ')[0])).toEqual(['axios 1.11.0', 'debug 4.4.2']);
  expect(found[1]).toContain('a stolen release');
});
