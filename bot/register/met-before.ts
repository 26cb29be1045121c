import { equals, type Item, type List } from '../graph/lists.ts';
import type { Address } from '../meetings/ask.ts';

// A list's query travels in the address of the call: this many conditions fit into it, however long the addresses are.
const addressesAtOnce = 10;
const referencesAtOnce = 20;

/**
 * Which of these addresses were invited to a meeting that was arranged: only then has somebody written to them before.
 * Usually two calls, one to each list; both ask indexed columns only.
 */
export async function metBefore(
  { meetings, guests }: { meetings: List; guests: List },
  addresses: readonly Address[],
): Promise<ReadonlySet<Address>> {
  const met = new Set<Address>();
  for (const some of inChunks(addresses, addressesAtOnce)) {
    for await (const items of pages(guests, oneOf('Address', some))) {
      const arranged = await arrangedAmong(meetings, items.map(referenceIn));
      const addressesOfArranged = items.filter((item) => arranged.has(referenceIn(item))).map(addressIn);
      for (const address of some) if (addressesOfArranged.includes(address)) met.add(address);
      if (some.every((address) => met.has(address))) break;
    }
  }
  return met;
}

async function* pages(list: List, filter: string): AsyncGenerator<readonly Item[]> {
  for (let token: string | null | undefined; token !== null; ) {
    const from = token === undefined ? '' : `&$skiptoken=${encodeURIComponent(token)}`;
    const { items, next }: Awaited<ReturnType<List['query']>> = await list.query(`$filter=${filter}${from}`);
    yield items;
    token = next;
  }
}

async function arrangedAmong(meetings: List, references: readonly string[]): Promise<ReadonlySet<string>> {
  const arranged = new Set<string>();
  for (const some of inChunks([...new Set(references)], referencesAtOnce)) {
    const { items } = await meetings.query(`$filter=${oneOf('Reference', some)}`);
    for (const item of items) if (item.fields['Status'] === 'arranged') arranged.add(referenceIn(item));
  }
  return arranged;
}

const referenceIn = ({ fields }: Item): string => String(fields['Reference']);
const addressIn = ({ fields }: Item): string => String(fields['Address']).toLowerCase();

const oneOf = (column: string, values: readonly string[]): string =>
  values.map((value) => equals(column, value)).join('%20or%20');

const inChunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
