import type { StatementSync } from 'node:sqlite';
import type { Store } from '../../database.ts';

/** Where SharePoint's lists are kept: definitions as JSON, items in rows that can be indexed. */
export function openListTables(store: Store) {
  const { database } = store;
  // Items have SQLite's own row numbers: an index that leads to a key of text costs a look-up for each row it only counts.
  database.exec(`
    CREATE TABLE IF NOT EXISTS lists (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      definition TEXT NOT NULL, last_item INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE IF NOT EXISTS list_columns (id TEXT PRIMARY KEY, list TEXT NOT NULL, name TEXT NOT NULL,
      definition TEXT NOT NULL, UNIQUE (list, name COLLATE NOCASE));
    CREATE TABLE IF NOT EXISTS items (list TEXT NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL,
      fields TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, PRIMARY KEY (list, id));
    CREATE TABLE IF NOT EXISTS item_versions (list TEXT NOT NULL, item INTEGER NOT NULL, version INTEGER NOT NULL,
      fields TEXT NOT NULL, modified TEXT NOT NULL, PRIMARY KEY (list, item, version)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS item_changes (number INTEGER PRIMARY KEY AUTOINCREMENT, list TEXT NOT NULL, item INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS item_changes_by_list ON item_changes (list, number)`);
  const empty = ['items', 'item_versions', 'item_changes'].map((table) => database.prepare(`DELETE FROM ${table}`));
  const restart = database.prepare('UPDATE lists SET last_item = 0');
  const forget = ['lists', 'list_columns'].map((table) => database.prepare(`DELETE FROM ${table}`));
  const statements = new Map<string, StatementSync>();
  return {
    database,
    undo: (step: () => void) => {
      store.undo(step);
    },
    /** A query put together as it is asked; there are few, and each is prepared once. */
    prepared: (sql: string): StatementSync => {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
    clear: ({ keepLists }: { readonly keepLists: boolean }) => {
      for (const statement of [...empty, ...(keepLists ? [restart] : forget)]) statement.run();
    },
  };
}

export type ListTables = ReturnType<typeof openListTables>;
