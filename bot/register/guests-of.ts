import { inChunks, oneOf, pages, referencesAtOnce } from '../graph/list-query.ts';
import type { Item, List } from '../graph/lists.ts';
import type { Guest, Reference } from '../meetings/ask.ts';
import type { Row } from './line.ts';
import { guestOf, referenceIn, requestIn } from './reading.ts';

/** The guests of many meetings at once, and their agencies: for lists, which show no more of them. */

// A list answers few calls at once.
const atOnce = 4;
const rowsLookedAt = 1000;

type Whose = { readonly reference: string; readonly request: string };

/** The items of the list of guests that belong to the requests these rows stand for, by reference and in their order. */
export async function guestItemsOf(
  guests: List,
  rows: readonly Whose[],
): Promise<ReadonlyMap<string, readonly Item[]>> {
  const items: Item[] = [];
  const chunks = inChunks([...new Set(rows.map(({ reference }) => reference))], referencesAtOnce);
  for (const some of inChunks(chunks, atOnce)) {
    const read = some.map((references) => everyItem(guests, oneOf('Reference', references)));
    items.push(...(await Promise.all(read)).flat());
  }
  const inOrder = items.toSorted((a, b) => Number(a.fields['Number']) - Number(b.fields['Number']));
  const of = ({ reference, request }: Whose) =>
    inOrder.filter((item) => referenceIn(item) === reference && requestIn(item) === request);
  return new Map(rows.map((row) => [row.reference, of(row)]));
}

async function everyItem(list: List, filter: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of pages(list, filter)) items.push(...page);
  return items;
}

/** @throws Failure `register unreadable` too, when a guest's row was edited out of shape */
export async function guestsOfMany(
  guests: List,
  rows: readonly Pick<Row, 'reference' | 'request'>[],
): Promise<ReadonlyMap<Reference, readonly Guest[]>> {
  const items = await guestItemsOf(guests, rows);
  return new Map(rows.map(({ reference }) => [reference, (items.get(reference) ?? []).map(guestOf)]));
}

/** The agencies of the guests who were asked last, A to Z, each as it was written last. */
export async function agenciesLately(guests: List): Promise<readonly string[]> {
  const { items } = await guests.query(`$orderby=fields/Asked%20desc&$top=${rowsLookedAt}`, ['Agency']);
  const written = new Map<string, string>();
  for (const { fields } of items) {
    const { Agency: agency } = fields;
    if (typeof agency === 'string' && !written.has(agency.toLowerCase())) written.set(agency.toLowerCase(), agency);
  }
  return [...written.values()].toSorted((a, b) => a.localeCompare(b, 'en-GB'));
}
