import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Package, Rules } from './judge.ts';

/** npm's own reading of package-lock.json: nothing has to be installed for it, and nothing is asked of the registry. */

const root = resolve(import.meta.dirname, '..', '..');

export const readRules = (): Rules => Rules.parse(parse(readFileSync(join(import.meta.dirname, 'rules.yaml'), 'utf8')));

// npm's own `--omit dev` and `:not(.dev)` also leave out what ships and is used by a development tool besides: so all is asked for, and
// whether something ships is read from what npm says of each.

/** Everything that ships. */
export const shipping = (folder = root) => inLock('*', folder).filter(({ dev }) => !dev);

/**
 * @param selector as https://docs.npmjs.com/cli/using-npm/dependency-selectors has it
 * @param folder with the package-lock.json
 * @throws when npm cannot read the lock
 */
export const inLock = (selector: string, folder = root): readonly Package[] =>
  z.array(Package).parse(JSON.parse(npm(['query', selector, '--package-lock-only'], folder)));

/** @returns what npm prints: a bill of materials as CycloneDX has it, of everything, also of what is for development only */
export const billOf = (folder = root): string =>
  npm(['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'], folder);

// On Windows npm is a script of the shell's.
const npm = (words: readonly string[], folder: string) =>
  execFileSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
