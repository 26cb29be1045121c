import type { Store } from './database.ts';

/** A table of JSON documents, kept in memory for reading and written through to SQLite. Never change one: put another in its place. */
export type Documents<T> = {
  get(id: string): T | undefined;
  /** In the order they were first put. */
  all(): readonly T[];
  put(document: T): void;
  remove(id: string): void;
  clear(): void;
};

/**
 * @param table its name, made if missing
 * @param idOf what a document is known by
 */
export function documents<T>(store: Store, table: string, idOf: (document: T) => string): Documents<T> {
  const { database } = store;
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${table} (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL)`,
  );
  const insert = database.prepare(
    `INSERT INTO ${table} (id, document) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document`,
  );
  const remove = database.prepare(`DELETE FROM ${table} WHERE id = ?`);
  const clear = database.prepare(`DELETE FROM ${table}`);
  const kept = new Map<string, T>();
  for (const { id, document } of database.prepare(`SELECT id, document FROM ${table} ORDER BY number`).all()) {
    // `put` below is the only writer of the table, and it takes nothing but a T.
    kept.set(String(id), JSON.parse(String(document)) as T);
  }
  const undoable = (id: string) => {
    const before = kept.get(id);
    store.undo(() => {
      if (before === undefined) kept.delete(id);
      else kept.set(id, before);
    });
  };
  return {
    get: (id) => kept.get(id),
    all: () => [...kept.values()],
    put: (document) => {
      const id = idOf(document);
      undoable(id);
      insert.run(id, JSON.stringify(document));
      kept.set(id, document);
    },
    remove: (id) => {
      undoable(id);
      remove.run(id);
      kept.delete(id);
    },
    clear: () => {
      clear.run();
      kept.clear();
    },
  };
}
