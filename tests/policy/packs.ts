import { readFileSync } from 'node:fs';
import { filesOf } from '../../bot/policy/library.ts';
import { type PackFile, readPack } from '../../bot/policy/pack-file.ts';
import { type Policy, policyOf } from '../../bot/policy/policy.ts';

/** The packs that come with Chaperone, as their files are. */

/** The five that are drawn from schools' own policies, with the number their clauses begin with. */
export const sources = {
  'county-teams-first': '000',
  'primary-live-sessions': '001',
  'county-dpia': '002',
  'trust-minimum': '003',
  'parish-primary': '004',
} as const;
export type Source = keyof typeof sources;

export const fromDisk = (file: string): string => readFileSync(file, 'utf8');

export function shipped(id: string): PackFile {
  const { pack, faults } = readPack(filesOf(id), fromDisk);
  if (pack === null || faults.length > 0)
    throw new Error(faults.map(({ file, line, says }) => `${file}:${line} ${says}`).join('\n'));
  return pack;
}

/** A policy of these packs and nothing else, not even the baseline. */
export function only(id: string, ...others: readonly string[]): Policy {
  const adopt = (one: string) => {
    const { pack, clauses } = shipped(one);
    return { pack: pack.value, clauses: clauses.value };
  };
  return policyOf([adopt(id), ...others.map(adopt)]);
}
