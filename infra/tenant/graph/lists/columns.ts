import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Refusal, read } from '../call.ts';
import type { ListTables } from './tables.ts';

const Facets = z.strictObject({
  text: z
    .strictObject({
      allowMultipleLines: z.boolean().optional(),
      appendChangesToExistingText: z.boolean().optional(),
      linesForEditing: z.int().optional(),
      maxLength: z.int().min(1).max(255).optional(),
      textType: z.enum(['plain', 'richText']).optional(),
    })
    .optional(),
  choice: z
    .strictObject({
      allowTextEntry: z.boolean().optional(),
      choices: z.array(z.string()),
      displayAs: z.enum(['checkBoxes', 'dropDownMenu', 'radioButtons']).optional(),
    })
    .optional(),
  dateTime: z
    .strictObject({
      displayAs: z.enum(['default', 'friendly', 'standard']).optional(),
      format: z.enum(['dateOnly', 'dateTime']).optional(),
    })
    .optional(),
  number: z
    .strictObject({
      decimalPlaces: z.enum(['automatic', 'none', 'one', 'two', 'three', 'four', 'five']).optional(),
      displayAs: z.enum(['number', 'percentage']).optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
    })
    .optional(),
  boolean: z.strictObject({}).optional(),
});

/** The members of a columnDefinition that may be written; lookups, people, links and calculated columns are not imitated. */
const ColumnChange = Facets.extend({
  displayName: z.string().optional(),
  description: z.string().optional(),
  indexed: z.boolean().optional(),
  enforceUniqueValues: z.boolean().optional(),
  required: z.boolean().optional(),
  hidden: z.boolean().optional(),
  defaultValue: z.strictObject({ value: z.string() }).optional(),
});
// Anything else in a name SharePoint would write as _x0020_ and the like, and the caller would never find it again.
export const NewColumn = ColumnChange.extend({ name: z.string().regex(/^[A-Za-z_]\w{0,31}$/) });
export type NewColumn = z.infer<typeof NewColumn>;

/** A column in Graph's own shape. */
export type Column = NewColumn & {
  readonly id: string;
  readonly columnGroup: string;
  readonly readOnly: boolean;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
};

export const badColumn = (message: string) => new Refusal(400, 'invalidRequest', message);
const facets = ['text', 'choice', 'dateTime', 'number', 'boolean'] as const;

export type ColumnKind = 'text' | 'lines' | 'choice' | 'dateTime' | 'dateOnly' | 'number' | 'boolean';
export function kindOf(column: Column): ColumnKind {
  if (column.text?.allowMultipleLines === true) return 'lines';
  if (column.dateTime?.format === 'dateOnly') return 'dateOnly';
  return facets.find((facet) => column[facet] !== undefined) ?? 'text';
}

export type Columns = {
  of(listId: string): readonly Column[];
  /** Gives a new list the columns every list is born with. */
  begin(listId: string): void;
  add(listId: string, columns: readonly NewColumn[]): readonly Column[];
  change(listId: string, columnId: string, body: unknown): Column;
  remove(listId: string, columnId: string): void;
  /** The list is gone, and its indexes with it. */
  end(listId: string): void;
  /** Forgets what is held in memory, after a reset or an undone transaction. */
  clear(): void;
};

export function openColumns({ database, undo }: ListTables): Columns {
  const every = database.prepare('SELECT definition FROM list_columns WHERE list = ? ORDER BY rowid');
  const insert = database.prepare('INSERT INTO list_columns (id, list, name, definition) VALUES (?, ?, ?, ?)');
  const update = database.prepare('UPDATE list_columns SET definition = ? WHERE list = ? AND id = ?');
  const remove = database.prepare('DELETE FROM list_columns WHERE list = ? AND id = ?');
  const held = new Map<string, readonly Column[]>();
  // `insert` and `update` below write nothing but Columns.
  const load = (listId: string) => every.all(listId).map(({ definition }) => JSON.parse(String(definition)) as Column);
  const of = (listId: string) => {
    const columns = held.get(listId) ?? load(listId);
    held.set(listId, columns);
    return columns;
  };
  // An index of this list's rows alone: a large list beside it costs it nothing. What it finds is sorted by a date more often than not,
  // so each carries the list's first: to sort some thousand rows, SQLite would otherwise read every one of them from the disk.
  const index = (listId: string, { name, indexed }: Column) => {
    if (!indexed) return;
    const date = of(listId).find((one) => one.indexed && one.dateTime !== undefined)?.name ?? name;
    const keys = [...new Set([name, date])].map(valueSql);
    const sql = `ON items (${[...keys, 'id'].join(', ')}) WHERE ${inList(listId)}`;
    database.exec(`CREATE INDEX IF NOT EXISTS "rows_${listId}_${name}" ${sql}`);
  };
  const indexes = (of: string) =>
    database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND substr(name, 1, ?) = ?")
      .all(of.length, of);
  const drop = (of: string) => {
    for (const { name } of indexes(of)) database.exec(`DROP INDEX "${String(name)}"`);
  };
  // A file from before every list had indexes of its own.
  if (indexes('items_').length > 0) {
    drop('items_');
    for (const { list } of database.prepare('SELECT DISTINCT list FROM list_columns').all())
      for (const column of load(String(list))) index(String(list), column);
  }
  const stale = (listId: string) => {
    held.delete(listId);
    undo(() => held.delete(listId));
  };
  const put = (listId: string, column: Column) => {
    insert.run(column.id, listId, column.name, JSON.stringify(column));
    stale(listId);
  };
  return {
    of,
    begin: (listId) => {
      for (const column of builtIn()) put(listId, column);
    },
    add: (listId, wanted) => {
      const columns = wanted.map(born);
      for (const column of columns) {
        checked(column, of(listId));
        put(listId, column);
      }
      for (const column of columns) index(listId, column);
      return of(listId);
    },
    change: (listId, columnId, body) => {
      const before = of(listId).find(({ id }) => id.toLowerCase() === columnId.toLowerCase());
      if (before === undefined) throw new Refusal(404, 'itemNotFound', 'The specified column was not found.');
      const column: Column = { ...before, ...defined(read(ColumnChange, body, ({ message }) => badColumn(message))) };
      checked(
        column,
        of(listId).filter(({ id }) => id !== column.id),
      );
      update.run(JSON.stringify(column), listId, column.id);
      index(listId, column);
      stale(listId);
      return column;
    },
    remove: (listId, columnId) => {
      remove.run(listId, columnId);
      stale(listId);
    },
    end: (listId) => {
      drop(`rows_${listId}_`);
      stale(listId);
    },
    clear: () => {
      held.clear();
    },
  };
}

/**
 * The SQL that keeps to one list, spelt out because an index of a part of the table is found by its text alone. The plus keeps SQLite from
 * finding the list by its key instead, and then reading all of it.
 */
export const inList = (listId: string): string => `+list = '${listId.replaceAll("'", "''")}'`;

/** The same by its key, where the items are found by their numbers. */
export const ofList = (listId: string): string => inList(listId).slice(1);

/** The SQL for a field's value; SharePoint compares text without regard to case. */
export const valueSql = (name: string): string => `json_extract(fields, '$.${name}') COLLATE NOCASE`;

const defined = (body: object) =>
  // Absent members must not blot out those that were there.
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

const born = (wanted: NewColumn): Column => ({
  columnGroup: 'Custom Columns',
  description: '',
  displayName: wanted.name,
  hidden: false,
  required: false,
  ...wanted,
  id: randomUUID(),
  readOnly: false,
  indexed: wanted.indexed ?? false,
  enforceUniqueValues: wanted.enforceUniqueValues ?? false,
});

/** @throws Refusal for what SharePoint will not have */
function checked(column: Column, others: readonly Column[]): void {
  const given = facets.filter((facet) => column[facet] !== undefined);
  if (given.length !== 1 && !column.readOnly) throw badColumn('A column needs exactly one type.');
  const taken = [...others.map(({ name }) => name), 'id'].some(
    (name) => name.toLowerCase() === column.name.toLowerCase(),
  );
  if (taken) throw new Refusal(409, 'nameAlreadyExists', `A column named '${column.name}' already exists.`);
  if (column.enforceUniqueValues && !column.indexed)
    throw badColumn('A column that enforces unique values must be indexed.');
  if (column.indexed && kindOf(column) === 'lines')
    throw badColumn('A column of several lines of text cannot be indexed.');
  if (column.indexed && others.filter(({ indexed }) => indexed).length >= 20)
    throw badColumn('A list can have at most 20 indexed columns.');
}

const builtIn = (): Column[] => [
  born({ name: 'Title', text: {} }),
  { ...born({ name: 'ContentType', text: {} }), readOnly: true },
  { ...born({ name: 'Modified', dateTime: { format: 'dateTime' } }), readOnly: true },
  { ...born({ name: 'Created', dateTime: { format: 'dateTime' } }), readOnly: true },
  { ...born({ name: '_UIVersionString', text: {} }), readOnly: true },
  { ...born({ name: 'Attachments', boolean: {} }), readOnly: true },
];

export const isBuiltIn = ({ name }: Column): boolean => builtIn().some((column) => column.name === name);
