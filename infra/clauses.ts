import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classes } from '../bot/policy/clause-list.ts';
import { filesOf } from '../bot/policy/library.ts';
import { mentionsIn, type Section } from '../bot/policy/mentions.ts';
import { PackFault } from '../bot/policy/pack-fault.ts';
import { type PackFile, readPack } from '../bot/policy/pack-file.ts';

/** `npm run clauses`: every clause of every source, how it can be kept, in our words, and where its pack keeps it. */

const packs = join(import.meta.dirname, '..', 'bot', 'policy', 'packs');

const names: Record<Section, string> = {
  rules: 'rule',
  prompts: 'prompt',
  joining: 'joining line',
  checklist: 'checklist',
  advice: 'advice',
  tenant: 'tenant check',
  notHere: 'not here',
};

/** Every pack that comes with Chaperone, by id. */
function everyPack(): readonly PackFile[] {
  const ids = readdirSync(packs).map((file) => file.replace(/\.yaml$/, ''));
  const read = ids.toSorted().map((id) => readPack(filesOf(id), (file) => readFileSync(file, 'utf8')));
  const faults = read.flatMap((one) => one.faults);
  if (faults.length > 0) throw new PackFault(faults);
  return read.flatMap(({ pack }) => pack ?? []);
}

/** One pack's clauses as a table: number, class, words, where. */
function tableOf({ pack, clauses }: PackFile, width: number): string[] {
  const mentions = mentionsIn(pack.value);
  const rows = Object.entries(clauses.value).map(([id, { is, says }]) => {
    const where = mentions.filter(({ clause }) => clause === id).map((one) => `${names[one.section]} ${one.id}`);
    return [id, is, says, where.length > 0 ? where.join(', ') : 'nowhere'];
  });
  const [number, kind] = [Math.max(...rows.map(([id = '']) => id.length)), 15];
  const left = Math.max(40, width - number - kind - 6);
  const words = Math.floor(left * 0.55);
  const title = `${pack.value.id} ${pack.value.version}: ${pack.value.title}, ${rows.length} clauses`;
  return ['', title, '', ...rows.flatMap((row) => rowOf(row, [number, kind, words, left - words]))];
}

/** A row of a table whose cells run over several lines where they must. */
function rowOf(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? 0));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, index) => (lines[line] ?? '').padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How many clauses of each class each source has. */
function countsOf(files: readonly PackFile[]): string[] {
  const counts = files.map(({ pack, clauses }) => {
    const all = Object.values(clauses.value);
    return { id: pack.value.id, of: classes.map((each) => all.filter(({ is }) => is === each).length) };
  });
  const total = { id: 'together', of: classes.map((_, index) => sum(counts.map(({ of }) => of[index] ?? 0))) };
  const widths = [Math.max(...counts.map(({ id }) => id.length)), ...classes.map((name) => name.length), 5];
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, index) => String(cell)[index === 0 ? 'padEnd' : 'padStart'](widths[index] ?? 0)).join('  ');
  return ['', row(['', ...classes, 'all']), ...[...counts, total].map(({ id, of }) => row([id, ...of, sum(of)]))];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

try {
  const files = everyPack();
  const width = process.stdout.columns || 120;
  process.stdout.write(`${[...files.flatMap((file) => tableOf(file, width)), ...countsOf(files), ''].join('\n')}\n`);
} catch (error) {
  if (!(error instanceof PackFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
