import { z } from 'zod';
import { type Call, Refusal } from '../call.ts';
import { type Expression, parseFilter } from '../odata/filter.ts';
import { nextLink, skipToken, top } from '../odata/page.ts';
import { type Column, inList, ofList } from './columns.ts';
import { type Condition, Fieldset, isLedBy } from './item-filter.ts';
import { type Row, readRow, rowColumns } from './row.ts';
import type { ListTables } from './tables.ts';

/** https://support.microsoft.com/office/living-large-large-lists-and-large-libraries: not to be raised in SharePoint Online. */
const threshold = 5000;
const sizes = { usual: 200, most: threshold };

const tooMany = () =>
  new Refusal(
    500,
    'generalException',
    'The attempted operation is prohibited because it exceeds the list view threshold.',
  );

type List = { readonly id: string; readonly columns: readonly Column[] };

// Where the page before ended: the last row's place in the order, and its id among equals.
const Token = z.object({ value: z.union([z.string(), z.number(), z.null()]), id: z.int() });

/**
 * One page of a list's items, as `$filter`, `$orderby`, `$top` and `$skiptoken` ask.
 * @throws Refusal when a column is not indexed, and when the index finds more than the threshold
 */
export function queryItems(tables: ListTables, list: List, call: Call) {
  const fieldset = new Fieldset(list.columns, call.header('prefer'));
  const filter = call.query.get('$filter');
  const expression = filter === null ? null : parseFilter(filter);
  const order = orderOf(call.query.get('$orderby'), fieldset, expression);
  const sought = expression === null ? [everything(list, order)] : fieldset.sought(list.id, expression);
  const rest = expression === null ? [] : fieldset.rest(expression);
  if (isLarge(tables, list)) {
    if (fieldset.usesUnindexed) throw tooMany();
    if (expression !== null && counts(tables, sought) > threshold) throw tooMany();
  }
  const size = top(call.query, sizes);
  const found: Record<string, unknown>[] = [];
  for (const part of after(order, skipToken(call.query))) {
    const ways = sought.map((one) => allOf([one, ...rest, ...(part === null ? [] : [part])]));
    const left = size + 1 - found.length;
    if (left > 0) found.push(...firstOf(tables, list, { ways, order, most: left }));
  }
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  const link =
    found.length > size && last !== undefined
      ? nextLink(call, JSON.stringify({ value: last['place'], id: last['id'] }))
      : {};
  return { rows: rows.map((row): Row => readRow(row)), link };
}

type Wanted = { readonly ways: readonly Condition[]; readonly order: Order; readonly most: number };

/** First which items and in which order, and then what they hold: whatever is sorted is carried along. */
function firstOf(tables: ListTables, { id }: List, { ways, order, most }: Wanted): readonly Record<string, unknown>[] {
  const way = order.direction;
  const first = `ORDER BY place ${way}, found LIMIT ?`;
  const each = ways.map(({ sql }) => `SELECT id AS found, ${order.sql} AS place FROM items WHERE ${sql} ${first}`);
  const which = `SELECT * FROM (${each.join(') UNION SELECT * FROM (')}) ${first}`;
  // CROSS: left to itself, SQLite looks for each item of the list among those few.
  const whole = `SELECT ${rowColumns}, place FROM (${which}) CROSS JOIN items ON ${ofList(id)} AND id = found`;
  const statement = tables.prepared(`${whole} ORDER BY place ${way}, id`);
  return statement.all(...ways.flatMap(({ values }) => [...values, most]), most);
}

const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});

/** All items: by the index of the column they are sorted by, or by their numbers. */
const everything = ({ id }: List, { sql }: Order): Condition => ({
  sql: sql === 'id' ? ofList(id) : inList(id),
  values: [],
});

/** `bound`: the same, to go on from a place in the order: by the index if that is the one that serves the query. */
type Order = { readonly sql: string; readonly bound: string; readonly direction: 'ASC' | 'DESC' };

function orderOf(orderby: string | null, fieldset: Fieldset, expression: Expression | null): Order {
  if (orderby === null) return { sql: 'id', bound: 'id', direction: 'ASC' };
  const [path = '', direction = 'asc', ...rest] = orderby.trim().split(/\s+/);
  if (rest.length > 0 || !/^(asc|desc)$/i.test(direction) || path.includes(',')) {
    throw new Refusal(501, 'notSupported', 'This tenant sorts list items by one field.');
  }
  const { sql } = fieldset.place(path);
  const served = expression === null || isLedBy(expression, path);
  return { sql, bound: served ? sql : `+${sql}`, direction: direction.toLowerCase() === 'desc' ? 'DESC' : 'ASC' };
}

/**
 * The rows behind the last one of the page before, in the parts that an index finds each in one place, in their order; an empty place
 * sorts before all others, as in SQLite.
 */
function after({ bound: sql, direction }: Order, token: string | null): readonly (Condition | null)[] {
  if (token === null) return [null];
  const { value, id } = parsed(token);
  const sign = direction === 'ASC' ? '>' : '<';
  if (value === null) {
    const equals = { sql: `${sql} IS NULL AND id > ?`, values: [id] };
    return direction === 'ASC' ? [equals, { sql: `${sql} IS NOT NULL`, values: [] }] : [equals];
  }
  const parts = [
    { sql: `${sql} = ? AND id > ?`, values: [value, id] },
    { sql: `${sql} ${sign} ?`, values: [value] },
  ];
  return direction === 'ASC' ? parts : [...parts, { sql: `${sql} IS NULL`, values: [] }];
}

function parsed(token: string): z.infer<typeof Token> {
  try {
    return Token.parse(JSON.parse(token));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
    throw new Refusal(400, 'invalidRequest', 'Skip token is not valid.');
  }
}

// The highest number given out bounds the count, and costs nothing to read.
const isLarge = (tables: ListTables, { id }: List): boolean =>
  Number(tables.prepared('SELECT last_item FROM lists WHERE id = ?').get(id)?.['last_item']) > threshold;

function counts(tables: ListTables, ways: readonly Condition[]): number {
  const each = ways.map(({ sql }) => `SELECT id FROM items WHERE ${sql}`).join(' UNION ');
  const counted = `SELECT count(*) AS count FROM (${each} LIMIT ${threshold + 1})`;
  return Number(tables.prepared(counted).get(...ways.flatMap(({ values }) => values))?.['count']);
}
