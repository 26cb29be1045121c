import { compare, type List } from '../graph/lists.ts';
import { conditionsOf } from './conditions.ts';
import { lineColumns, rowOf } from './line.ts';
import type { Page, RegisterQuery } from './register.ts';
import { unlessUnreadable } from './rows.ts';

/** One page of the register, as a query asks for it. */
export async function pageOf({ meetings }: { readonly meetings: List }, query: RegisterQuery): Promise<Page> {
  const { items, next } = await meetings.query(pageQuery(query), lineColumns);
  const read = await Promise.all(items.map((item) => unlessUnreadable(() => rowOf(item))));
  const rows = read.filter((row) => row !== null);
  return { rows, next, lookedTo: null, unreadable: read.length - rows.length };
}

function pageQuery(query: RegisterQuery): string {
  const { from, to, order, cursor, most } = query;
  const conditions = [
    ...(from === null ? [] : [compare('Starts', 'ge', from)]),
    ...(to === null ? [] : [compare('Starts', 'lt', to)]),
    ...conditionsOf(query).all,
  ];
  return [
    ...(conditions.length === 0 ? [] : [`$filter=${conditions.join('%20and%20')}`]),
    `$orderby=${orderBy[order]}`,
    `$top=${most}`,
    ...(cursor === null ? [] : [`$skiptoken=${encodeURIComponent(cursor)}`]),
  ].join('&');
}

export const orderBy: Readonly<Record<RegisterQuery['order'], string>> = {
  'newest first': 'fields/Starts%20desc',
  'oldest first': 'fields/Starts%20asc',
  host: 'fields/Host%20asc',
  'host reversed': 'fields/Host%20desc',
  kind: 'fields/Kind%20asc',
  'kind reversed': 'fields/Kind%20desc',
  status: 'fields/Status%20asc',
  'status reversed': 'fields/Status%20desc',
};
