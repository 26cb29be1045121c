import { z } from 'zod';
import { Failure } from '../../bot/failure.ts';
import type { Fields, Item, List, ListDefinition } from '../../bot/graph/lists.ts';
import { leading } from '../../infra/tenant/graph/lists/item-filter.ts';
import { type Expression, parseFilter } from '../../infra/tenant/graph/odata/filter.ts';

/** A list in memory that takes the queries SharePoint takes and refuses those it refuses, with a limit of its own in place of 5,000. */

export type PaperList = List & { queries: number };

type Kept = { readonly definition: ListDefinition; readonly rows: readonly Fields[]; readonly limit: number };

export function paperList({ definition, rows, limit }: Kept): PaperList {
  const items = rows.map((fields, at): Item => ({ id: String(at + 1), eTag: '"1"', fields }));
  const indexed = new Set(definition.columns.filter((column) => column.indexed).map(({ name }) => name));
  const neverWritten = () => Promise.reject(new Error('a page is only read'));
  const list: PaperList = {
    queries: 0,
    insert: neverWritten,
    update: neverWritten,
    remove: neverWritten,
    within: neverWritten,
    changes: neverWritten,
    query(text, columns) {
      list.queries += 1;
      const asked = new URLSearchParams(text);
      const filter = asked.get('$filter');
      const expression = filter === null ? null : parseFilter(filter);
      const [path = 'fields/id', way] = asked.get('$orderby')?.split(' ') ?? [];
      for (const column of [...(expression ? namedIn(expression) : []), path])
        if (column !== 'fields/id' && !indexed.has(nameOf(column))) throw new Error(`${column} is not indexed`);
      // A score of meetings that are named are few rows, however low the limit is here.
      const counts = expression !== null && !namesMeetings(leading(expression));
      const served = counts ? items.filter(holds(leading(expression))) : [];
      if (served.length > limit) return Promise.reject(new Failure('too many rows', `${served.length} rows`));
      const found = items.filter(expression === null ? () => true : holds(expression)).toSorted(inOrder(path, way));
      const from = Number(asked.get('$skiptoken') ?? 0);
      const to = from + Number(asked.get('$top') ?? 200);
      const only = ({ id, eTag, fields }: Item): Item => ({
        ...{ id, eTag },
        fields: Object.fromEntries(Object.entries(fields).filter(([name]) => columns?.includes(name) ?? true)),
      });
      return Promise.resolve({ items: found.slice(from, to).map(only), next: to < found.length ? String(to) : null });
    },
  };
  return list;
}

const nameOf = (path: string): string => path.replace(/^fields\//, '');
// What these rows hold are texts and numbers.
const textOf = ({ fields }: Item, path: string): string =>
  z.coerce
    .string()
    .parse(fields[nameOf(path)] ?? '')
    .toLowerCase();

function namedIn(expression: Expression): readonly string[] {
  if (expression.kind === 'and' || expression.kind === 'or')
    return [...namedIn(expression.left), ...namedIn(expression.right)];
  return 'path' in expression ? [expression.path] : [];
}

const namesMeetings = (expression: Expression): boolean =>
  expression.kind === 'or'
    ? namesMeetings(expression.left) && namesMeetings(expression.right)
    : expression.kind === 'compare' && expression.operator === 'eq' && expression.path === 'fields/Reference';

const holds =
  (expression: Expression) =>
  (item: Item): boolean => {
    if (expression.kind === 'and') return holds(expression.left)(item) && holds(expression.right)(item);
    if (expression.kind === 'or') return holds(expression.left)(item) || holds(expression.right)(item);
    if (expression.kind === 'call') return textOf(item, expression.path).startsWith(expression.value.toLowerCase());
    if (expression.kind !== 'compare') throw new Error(`a page asks for no ${expression.kind}`);
    const [value, wanted] = [textOf(item, expression.path), String(expression.value).toLowerCase()];
    if (expression.operator === 'eq') return value === wanted;
    if (expression.operator === 'ge') return value >= wanted;
    if (expression.operator === 'lt') return value < wanted;
    throw new Error(`a page asks for no ${expression.operator}`);
  };

const inOrder =
  (path: string, way: string | undefined) =>
  (one: Item, other: Item): number => {
    const later = textOf(one, path).localeCompare(textOf(other, path));
    return (way === 'desc' ? -later : later) || Number(one.id) - Number(other.id);
  };
