import { equals, type Item, type List } from './lists.ts';

/** A question about many values to a list that takes a few conditions at a time, and answers a page at a time. */

// A list's query travels in the address of the call: this many conditions fit into it, however long the addresses are.
export const addressesAtOnce = 10;
export const referencesAtOnce = 20;

/** A filter that holds where the column has one of these values, encoded for a URL. @param column an indexed one */
export const oneOf = (column: string, values: readonly string[]): string =>
  values.map((value) => equals(column, value)).join('%20or%20');

/** In the same order, so many at a time; the last may be fewer. */
export const inChunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Every item, however many pages they are. @param filter on an indexed column */
export async function* pages(list: List, filter: string): AsyncGenerator<readonly Item[]> {
  for (let token: string | null | undefined; token !== null; ) {
    const from = token === undefined ? '' : `&$skiptoken=${encodeURIComponent(token)}`;
    const { items, next }: Awaited<ReturnType<List['query']>> = await list.query(`$filter=${filter}${from}`);
    yield items;
    token = next;
  }
}
