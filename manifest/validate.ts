import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { schemaVersion } from './manifest.ts';

/**
 * Microsoft's own schemas, as `@microsoft/app-manifest` brings them. Only the files are used: its code (1.1.2) needs a package that it does
 * not name, and asks the web for a schema that it does not know.
 */
const schemas = {
  manifest: 'MicrosoftTeams.schema.json',
  language: 'MicrosoftTeams.Localization.schema.json',
} as const;

const find = createRequire(import.meta.url);

/** @returns a line for each thing that Teams would refuse, with where it stands; empty when all is well */
export function faultsOf(what: keyof typeof schemas, content: unknown): readonly string[] {
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${schemaVersion}/${schemas[what]}`;
  const schema: unknown = JSON.parse(readFileSync(find.resolve(path), 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`${path} is no schema`);
  // One of Microsoft's own patterns is none under the stricter reading that `unicodeRegExp` stands for.
  const ajv = new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const isValid = ajv.compile(schema);
  if (isValid(content)) return [];
  return (isValid.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath || '/', message ?? 'is not as it should be', detail(params)].filter((part) => part !== '').join(' '),
  );
}

const detail = (params: Record<string, unknown>): string => {
  const names = Object.values(params).filter((value) => typeof value === 'string' || typeof value === 'number');
  return names.length === 0 ? '' : `(${names.join(', ')})`;
};
