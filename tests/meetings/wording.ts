import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openPolicy } from '../../bot/policy/open-policy.ts';

/** The fictional school's words, under other packs, in other languages, or with other files than its own. */

const root = resolve(import.meta.dirname, '..', '..');
const settings = resolve(root, 'infra', 'school.yaml');
const local = readFileSync(settings, 'utf8');

export const fivePacks = [
  'county-teams-first',
  'primary-live-sessions',
  'county-dpia',
  'trust-minimum',
  'parish-primary',
] as const;

/** Each pack alone, and all five together. */
export const sets: readonly (readonly string[])[] = [...fivePacks.map((pack) => [pack]), fivePacks];

export const translation = (name: string): string => resolve(root, 'bot', 'policy', 'translations', name);

type Change = {
  readonly packs?: readonly string[];
  readonly languages?: readonly string[];
  readonly name?: string;
  /** Texts by path, in place of the files there. */
  readonly files?: Readonly<Record<string, string>>;
};

export function wordingOf({ packs = ['trust-minimum'], languages = ['en'], name, files = {} }: Change = {}) {
  const school = local
    .replace('  - trust-minimum', packs.map((pack) => `  - ${pack}`).join('\n'))
    .replace('languages: [en]', `languages: [${languages.join(', ')}]`)
    .replace(/^name: .*$/m, (line) => (name === undefined ? line : `name: ${JSON.stringify(name)}`));
  const texts = new Map([[settings, school], ...Object.entries(files)]);
  return openPolicy(settings, (path) => texts.get(path) ?? readFileSync(path, 'utf8'));
}
