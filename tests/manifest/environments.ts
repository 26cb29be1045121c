import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { readPackageSettings } from '../../manifest/settings.ts';
import { local } from '../school.ts';

/** The two environments of this repository: the school on this machine, and what a real one looks like. */

export const example = parseEnv(
  readFileSync(resolve(import.meta.dirname, '..', '..', 'manifest', 'example.env'), 'utf8'),
);

export const environments = [
  ['the school on this machine', readPackageSettings(local)],
  ['a real school', readPackageSettings(example)],
] as const;
