import { dirname, join } from 'node:path';
import type { Lined, Read } from './lined-yaml.ts';
import type { Fault } from './pack-fault.ts';
import { type PackFile, readPack } from './pack-file.ts';
import { baseline } from './policy.ts';
import type { School } from './school.ts';

/** Finding the packs a school follows. Pure but for `read`. */

/** Every pack a school follows, by id, in the order it was met; its own pack apart. */
export type Library = { readonly packs: ReadonlyMap<string, PackFile>; readonly own: PackFile | null };

export const everyPackOf = ({ packs, own }: Library): readonly PackFile[] => [
  ...packs.values(),
  ...(own === null ? [] : [own]),
];

/** Where a pack that comes with Chaperone stands, and the list of its source's clauses. */
export const filesOf = (id: string) => ({
  pack: join(import.meta.dirname, 'packs', `${id}.yaml`),
  clauses: join(import.meta.dirname, 'clauses', `${id}.yaml`),
});

/** A school's own pack has its clauses beside it: `our-pack.yaml` and `our-pack.clauses.yaml`. */
const filesOfOwn = (pack: string) => ({ pack, clauses: pack.replace(/(?:\.yaml)?$/, '.clauses.yaml') });

/** Opens the baseline, the packs that the settings name, the school's own, and whatever each of them is based on. */
export function openLibrary(school: Lined<School>, read: Read): { library: Library; faults: readonly Fault[] } {
  const packs = new Map<string, PackFile>();
  const faults: Fault[] = [];
  const met = new Set<string>();

  const take = (files: { pack: string; clauses: string }, notThere: Fault): PackFile | null => {
    if (!isThere(files.pack, read)) {
      faults.push(notThere);
      return null;
    }
    const opened = readPack(files, read);
    faults.push(...opened.faults);
    return opened.pack;
  };
  const follow = (id: string, file: string, line: number): void => {
    if (met.has(id)) return;
    met.add(id);
    const pack = take(filesOf(id), { file, line, says: `There is no pack “${id}”.` });
    if (pack !== null) packs.set(id, pack);
    followBaseOf(pack);
  };
  const followBaseOf = (one: PackFile | null): void => {
    const base = one?.pack.value.basedOn ?? null;
    if (one !== null && base !== null) follow(base, one.pack.file, one.pack.lineOf(['basedOn']));
  };

  const { file, value, lineOf } = school;
  follow(baseline, file, 1);
  for (const [index, id] of value.packs.entries()) follow(id, file, lineOf(['packs', index]));
  const { ownPack } = value;
  if (ownPack === null) return { library: { packs, own: null }, faults };

  const says = `There is no pack at “${ownPack}”.`;
  const own = take(filesOfOwn(join(dirname(file), ownPack)), { file, line: lineOf(['ownPack']), says });
  followBaseOf(own);
  return { library: { packs, own }, faults };
}

export function isThere(file: string, read: Read): boolean {
  try {
    read(file);
    return true;
  } catch {
    // Whatever the reason: whoever named it hears of it where they named it.
    return false;
  }
}
