import { ClauseList } from './clause-list.ts';
import { isRead, type Lined, type Read, readLined } from './lined-yaml.ts';
import { Pack } from './pack.ts';
import { faultsWithin } from './pack-checks.ts';
import type { Fault } from './pack-fault.ts';

/** A pack and its source's clauses as they stand in their files. */
export type PackFile = { readonly pack: Lined<Pack>; readonly clauses: Lined<ClauseList> };

/**
 * Reads a pack and the list of its source's clauses.
 * @param files where the two stand
 * @returns the two, and everything that is wrong with them on their own; `pack` is `null` where there is nothing to go on with
 */
export function readPack(
  files: { readonly pack: string; readonly clauses: string },
  read: Read,
): { readonly pack: PackFile | null; readonly faults: readonly Fault[] } {
  const pack = readLined(files.pack, Pack, read);
  const clauses = readLined(files.clauses, ClauseList, read);
  const faults = [pack, clauses].flatMap((one) => ('lineOf' in one ? [] : one));
  if (!isRead(pack) || !isRead(clauses)) return { pack: null, faults };
  const file = { pack, clauses };
  return { pack: file, faults: faultsWithin(file) };
}
