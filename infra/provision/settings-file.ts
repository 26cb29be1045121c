import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { CannotProvision } from './cannot-provision.ts';

/** The settings file: names and texts as the server's environment has them, with the comments of whoever keeps it. */

/**
 * Pure. Comments, order and every other line stay as they are.
 * @param text the file
 * @param values what is to stand in it, by name; a line that names one already is put right, the others are added at the end
 */
export function withSettings(text: string, values: Readonly<Record<string, string>>): string {
  const waiting = new Map(Object.entries(values));
  const lines = text.split('\n').map((line) => {
    const [, name = '', comment = ''] = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=[^#]*?(\s+#.*)?$/.exec(line) ?? [];
    const value = waiting.get(name);
    if (value === undefined) return line;
    waiting.delete(name);
    return `${name}=${value}${comment}`;
  });
  if (waiting.size === 0) return lines.join('\n');
  while (lines.at(-1)?.trim() === '') lines.pop();
  return [...lines, ...[...waiting].map(([name, value]) => `${name}=${value}`), ''].join('\n');
}

/** @throws CannotProvision when there is no such file */
export function readSettingsFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotProvision(`The settings file ${file} cannot be read.`, { cause: error });
  }
}

/** All of it or nothing: whoever is interrupted in between finds the file of before. */
export function writeSettings(file: string, values: Readonly<Record<string, string>>): void {
  const text = withSettings(readSettingsFile(file), values);
  const beside = `${file}.new`;
  writeFileSync(beside, text, { mode: 0o600 });
  renameSync(beside, file);
}
