import { Refusal } from '../call.ts';
import type { Comparison, Expression, Literal } from '../odata/filter.ts';
import { type Column, inList, kindOf, valueSql } from './columns.ts';
import { moment } from './fields.ts';

/** A condition for SQLite, with what goes into its question marks. */
export type Condition = { readonly sql: string; readonly values: readonly (string | number)[] };

const notIndexed = (field: string) =>
  new Refusal(
    400,
    'invalidRequest',
    `Field '${field}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );

export const signs = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

/**
 * The columns a query may name, and whether it used one that is not indexed.
 * Without `Prefer: HonorNonIndexedQueriesWarningMayFailRandomly` it may not.
 */
export class Fieldset {
  readonly #columns: readonly Column[];
  readonly #lenient: boolean;
  /** A column without an index was named, and let pass. */
  usesUnindexed = false;

  constructor(columns: readonly Column[], prefer: string | undefined) {
    this.#columns = columns;
    this.#lenient = prefer?.includes('HonorNonIndexedQueriesWarningMayFailRandomly') === true;
  }

  /** @param path `fields/Name` as a query names it; @returns the SQL of its value, and what literals become beside it */
  place(path: string): { readonly sql: string; literal(value: Literal): string | number | null } {
    const name = /^fields\/(\w+)$/.exec(path)?.[1] ?? path;
    if (/^fields\/id$/i.test(path)) return { sql: 'id', literal: Number };
    const column = this.#columns.find((one) => one.name === name);
    if (column === undefined) throw new Refusal(400, 'invalidRequest', `Field '${name}' is not recognized.`);
    if (!column.indexed && !this.#lenient) throw notIndexed(name);
    if (!column.indexed) this.usesUnindexed = true;
    const own = new Map([
      ['Created', 'created'],
      ['Modified', 'modified'],
    ]).get(name);
    return { sql: own ?? valueSql(name), literal: (value) => literal(column, value) };
  }

  /** @param by whether an index is to serve it, or it is looked at in each row that another has found */
  condition(expression: Expression, by: 'index' | 'row'): Condition {
    if (expression.kind === 'and' || expression.kind === 'or') {
      const [left, right] = [this.condition(expression.left, by), this.condition(expression.right, by)];
      return {
        sql: `(${left.sql} ${expression.kind.toUpperCase()} ${right.sql})`,
        values: [...left.values, ...right.values],
      };
    }
    if (expression.kind === 'compare') return this.#compared(expression, by);
    if (expression.kind === 'call' && expression.name === 'startswith') {
      const sql = sqlBy(this.place(expression.path).sql, by);
      const { value } = expression;
      // All that begins so, in any case of letters, lies between the two.
      return { sql: `(${sql} >= ? AND ${sql} < ?)`, values: [value, `${value}\u{10ffff}`] };
    }
    throw new Refusal(
      400,
      'invalidRequest',
      'The query specified in the URI is not valid: the filter is not supported here.',
    );
  }

  #compared({ path, operator, value }: Comparison, by: 'index' | 'row'): Condition {
    const place = this.place(path);
    const sql = sqlBy(place.sql, by);
    const wanted = place.literal(value);
    if (wanted === null) return { sql: `${sql} IS ${operator === 'eq' ? '' : 'NOT '}NULL`, values: [] };
    return { sql: `${sql} ${signs[operator]} ?`, values: [wanted] };
  }

  /** Which items of a list the index of the leading column finds; of alternatives, those that each finds by itself, in a condition each. */
  sought(listId: string, expression: Expression): readonly Condition[] {
    return alternatives(leading(expression))
      .map((one) => this.condition(one, 'index'))
      .map(({ sql, values }) => ({ sql: `${inList(listId)} AND ${sql}`, values }));
  }

  /** What is left to look at in each of them. */
  rest(expression: Expression): readonly Condition[] {
    const served = parts(leading(expression));
    return parts(expression)
      .filter((one) => !served.includes(one))
      .map((one) => this.condition(one, 'row'));
  }
}

// With a plus in front it is no index's expression any more.
const sqlBy = (sql: string, by: 'index' | 'row') => (by === 'index' ? sql : `+${sql}`);

function literal(column: Column, value: Literal): string | number | null {
  if (value === null) return null;
  const kind = kindOf(column);
  if (kind === 'dateTime' || kind === 'dateOnly') return moment(String(value));
  if (kind === 'boolean') return value === true || value === 1 || value === '1' ? 1 : 0;
  return kind === 'number' ? Number(value) : String(value);
}

/**
 * SharePoint serves a query from the index of the column named first, and counts what that finds. Two bounds of one column are one
 * span of its index.
 */
export function leading(expression: Expression): Expression {
  const [first = expression, ...others] = parts(expression);
  if (first.kind !== 'compare') return first;
  return others
    .filter((one) => one.kind === 'compare' && one.path === first.path)
    .reduce((left, right) => ({ kind: 'and', left, right }), first);
}

/** Whether the column named first is this one. */
export function isLedBy(expression: Expression, path: string): boolean {
  const [first] = parts(leading(expression));
  return first?.kind === 'compare' && first.path === path;
}

/** Any of which is enough. */
const alternatives = (expression: Expression): readonly Expression[] =>
  expression.kind === 'or' ? [...alternatives(expression.left), ...alternatives(expression.right)] : [expression];

/** What has to hold together, in the order it is named. */
const parts = (expression: Expression): readonly Expression[] =>
  expression.kind === 'and' ? [...parts(expression.left), ...parts(expression.right)] : [expression];
