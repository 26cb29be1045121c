import { readFileSync } from 'node:fs';
import { everyPackOf, openLibrary } from '../../bot/policy/library.ts';
import { isRead, readLined } from '../../bot/policy/lined-yaml.ts';
import { openPolicy } from '../../bot/policy/open-policy.ts';
import { PackFault } from '../../bot/policy/pack-fault.ts';
import { type Policy, policyOf } from '../../bot/policy/policy.ts';
import { School } from '../../bot/policy/school.ts';

/** What the school follows, and what it followed for the meetings leaders said yes to one by one. */
export type Policies = { readonly school: School; readonly now: Policy; readonly withLeaders: Policy };

const read = (file: string) => readFileSync(file, 'utf8');
const packWithLeaders = 'county-teams-first';

/** @throws PackFault when a settings file or a pack is wrong */
export function openPolicies(schoolFile: string): Policies {
  const { school, policy } = openPolicy(schoolFile, read);
  const lined = readLined(schoolFile, School, read);
  if (!isRead(lined)) throw new PackFault(lined);
  const { library } = openLibrary({ ...lined, value: { ...school, packs: [packWithLeaders] } }, read);
  const [first, ...others] = everyPackOf(library).map(({ pack, clauses }) => ({
    pack: pack.value,
    clauses: clauses.value,
  }));
  if (first === undefined) throw new Error('no packs');
  return { school, now: policy, withLeaders: policyOf([first, ...others]) };
}
