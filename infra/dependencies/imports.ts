import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Which packages the server imports, from its sources. */

const root = resolve(import.meta.dirname, '..', '..');

const Manifest = z.looseObject({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

export const manifest = () => Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** What the server's files import when they run, by package; types are gone by then. */
export function importedByServer(folder = join(root, 'bot')): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const names = files.flatMap((file) => importsOf(readFileSync(join(folder, file), 'utf8')));
  return new Set(names.filter((name) => !/^(\.|node:)/.test(name)).map(packageOf));
}

/** @returns the modules that this source names, those for types alone left out */
export function importsOf(source: string): string[] {
  const statements = source.matchAll(/^(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?\s*'([^']+)'/gm);
  const called = source.matchAll(/\b(?:import|require)\(\s*'([^']+)'\s*\)/g);
  return [...statements, ...called].map(([, name]) => name ?? '');
}

const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** The dependencies that only the tab is built of. */
export function tabOnly(): string[] {
  const imported = importedByServer();
  return Object.keys(manifest().dependencies).filter((name) => !imported.has(name));
}
