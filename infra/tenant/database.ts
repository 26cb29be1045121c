import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The tenant's data: SQLite, and whatever is kept in memory beside it. */
export type Store = {
  readonly database: DatabaseSync;
  /** Runs the work in one transaction; throwing undoes it, and so does `keep: false`, whose result stands all the same. */
  write<T>(work: () => T, options: { readonly keep: boolean }): T;
  /** How to undo in memory what is being written, should the transaction be undone. */
  undo(step: () => void): void;
};

/** @param location `:memory:`, or a file; its folder is made */
export function openStore(location: string): Store {
  if (location !== ':memory:') mkdirSync(dirname(location), { recursive: true });
  const database = new DatabaseSync(location);
  // A crash of the machine may lose the last writes; a crash of the process loses none, and that is the one that is tested.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  // A school of years has indexes of a hundred megabytes: with the usual two in memory, filling it reads and writes them over and over.
  database.exec('PRAGMA cache_size = -131072; PRAGMA wal_autocheckpoint = 20000');
  // Rows that nobody has read lately are mapped, not copied: as far as SQLite maps a file at all.
  database.exec('PRAGMA mmap_size = 2147418112');
  let steps: (() => void)[] = [];
  const rollback = () => {
    database.exec('ROLLBACK');
    for (const step of steps.reverse()) step();
  };
  return {
    database,
    write: (work, { keep }) => {
      steps = [];
      database.exec('BEGIN');
      try {
        const result = work();
        if (keep) database.exec('COMMIT');
        else rollback();
        return result;
      } catch (error) {
        if (database.isTransaction) rollback();
        throw error;
      } finally {
        steps = [];
      }
    },
    undo: (step) => {
      steps.push(step);
    },
  };
}
