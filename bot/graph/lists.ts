import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { type Graph, parsed, type Written } from './graph.ts';
import { type Changes, changes, type Row, type Window, within } from './list-changes.ts';
import { requireList } from './list-state.ts';

/**
 * SharePoint lists, with what they do not promise added: an item is written once, a write counts when it has been read back,
 * and nothing is asked of a column that is not indexed.
 */

export type Value = string | number | null;
export type Fields = Readonly<Record<string, Value>>;

/** An item as a fresh GET showed it. `eTag` is what the next write must name. */
export type Item = { readonly id: string; readonly eTag: string; readonly fields: Readonly<Record<string, unknown>> };

/** A column as Graph's columnDefinition has it (https://learn.microsoft.com/graph/api/resources/columndefinition). */
export type Column = {
  readonly name: string;
  readonly displayName: string;
  readonly indexed?: true;
  readonly enforceUniqueValues?: true;
  readonly text?: { readonly allowMultipleLines?: true; readonly textType?: 'plain' };
  readonly choice?: {
    readonly choices: readonly string[];
    readonly allowTextEntry: false;
    readonly displayAs: 'dropDownMenu';
  };
  readonly dateTime?: { readonly format: 'dateTime' };
  readonly number?: { readonly decimalPlaces: 'none' };
};

export type ListDefinition = {
  readonly name: string;
  readonly description: string;
  /** A list that was only ever made once this one had been: where it is there and this is not, this one has been deleted. */
  readonly before?: string;
  readonly columns: readonly Column[];
};

export type List = {
  /** Writes the item unless one with that key is there already; answers it as read back. */
  insert(key: { column: string; value: string }, fields: Fields): Promise<Item>;
  /** Writes on condition that the item is still as it was read; `register changed` if somebody else wrote. */
  update(item: Item, fields: Fields): Promise<Item>;
  /** Takes the item away for good on condition that it is still as it was read; gone already is done. `register changed` if somebody wrote. */
  remove(item: Item): Promise<void>;
  /**
   * @param query OData without the leading `?`; `next` is the opaque `$skiptoken` of the page after
   * @param columns only these; without them every column, the longest too
   */
  query(
    query: string,
    columns?: readonly string[],
  ): Promise<{ readonly items: readonly Item[]; readonly next: string | null }>;
  /** The rows of a window of one indexed column, with these columns of theirs and no others. */
  within(window: Window, columns: readonly string[]): Promise<readonly Row[]>;
  /**
   * A page of what has changed since an earlier reading gave `link`; without one, where changes begin from now on.
   * `null`: SharePoint has forgotten that far back.
   */
  changes(link: string | null, columns: readonly string[]): Promise<Changes | null>;
};

const ItemShape = z.object({
  id: z.string(),
  eTag: z.string().optional(),
  '@odata.etag': z.string().optional(),
  fields: z.record(z.string(), z.unknown()),
});
const Items = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.url().optional() });
const Created = z.object({ id: z.string() });

const tries = 4;
const rememberedFor = 60_000;

/** A list of the school's site, used only once it was seen to be as it is wanted. Every method rejects with a `Failure` of a `register …` kind only. */
export function openList(graph: Graph, siteId: string, definition: ListDefinition): List {
  const path = `/sites/${siteId}/lists/${definition.name}/items`;
  let ready: { readonly until: number; readonly seen: Promise<void> } | null = null;
  // Remembered for a minute: a list can be taken away, and lose columns, while the server runs. Asked again after a failure.
  const there = () => {
    if (ready !== null && Date.now() < ready.until) return ready.seen;
    const seen = requireList(graph, siteId, definition).catch((error: unknown) => {
      ready = null;
      throw error;
    });
    ready = { until: Date.now() + rememberedFor, seen };
    return seen;
  };
  /** After a no that may be about the list itself: rejects with what is wrong with it, if something is. */
  const lookAgain = (): Promise<void> => {
    ready = null;
    return there();
  };

  async function refused({ status, code, wrong }: Extract<Written, { outcome: 'refused' }>): Promise<Failure> {
    if (status === 400 || status === 404) await lookAgain();
    return new Failure('register unavailable', `${definition.name}: ${status} ${code}`, { wrong });
  }

  async function byId(id: string): Promise<Item | null> {
    const answer = await graph.read(`${path}/${id}?$expand=fields`);
    return answer.found ? itemOf(answer.body) : null;
  }

  async function query(text: string, columns?: readonly string[]) {
    const expand = columns === undefined ? 'fields' : `fields($select=${columns.join(',')})`;
    const answer = await graph.read(`${path}?$expand=${expand}&${text}`);
    if (!answer.found) {
      await lookAgain();
      throw new Failure('register missing', `the list ${definition.name} is gone`);
    }
    const page = parsed(Items, answer.body, definition.name);
    const next = page['@odata.nextLink'];
    return {
      items: page.value.map(itemOf),
      next: next === undefined ? null : new URL(next).searchParams.get('$skiptoken'),
    };
  }

  async function insert(key: { column: string; value: string }, fields: Fields): Promise<Item> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (attempt > 0) await graph.rest(attempt);
      const written = await graph.write('POST', path, { fields: { ...fields, [key.column]: key.value } });
      const there =
        written.outcome === 'done'
          ? await byId(parsed(Created, written.body, definition.name).id)
          : // A duplicate key is refused with a status that differs between SharePoint's doors; the key itself tells.
            (await query(`$filter=${equals(key.column, key.value)}`)).items[0];
      if (there) return there;
      if (written.outcome === 'refused') throw await refused(written);
    }
    throw new Failure('register unavailable', `${definition.name} keeps no new item`);
  }

  async function update(item: Item, fields: Fields): Promise<Item> {
    const changed = () => new Failure('register changed', `${definition.name}: written by somebody else`);
    let mayBeOurs = false;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (attempt > 0) await graph.rest(attempt);
      const written = await graph.write('PATCH', `${path}/${item.id}/fields`, fields, { 'If-Match': item.eTag });
      if (written.outcome === 'refused' && written.status !== 412) throw await refused(written);
      // Two instances that claim a row until the same second write the same: what the row holds does not tell whose it is.
      if (written.outcome === 'refused' && !mayBeOurs) throw changed();
      mayBeOurs = true;
      const now = await byId(item.id);
      if (now && holds(now, fields)) return now;
      if (now?.eTag !== item.eTag) throw changed();
    }
    throw new Failure('register unavailable', `${definition.name} keeps no change`);
  }

  async function remove(item: Item): Promise<void> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (attempt > 0) await graph.rest(attempt);
      const written = await graph.write('DELETE', `${path}/${item.id}`, undefined, { 'If-Match': item.eTag });
      if (written.outcome === 'done' || (written.outcome === 'refused' && written.status === 404)) return;
      if (written.outcome === 'refused' && written.status === 412)
        throw new Failure('register changed', `${definition.name}: written by somebody else`);
      if (written.outcome === 'refused') throw await refused(written);
    }
    throw new Failure('register unavailable', `${definition.name} lets go of no item`);
  }

  return {
    remove: (item) => asRegister(async () => there().then(() => remove(item))),
    insert: (key, fields) => asRegister(async () => there().then(() => insert(key, fields))),
    update: (item, fields) => asRegister(async () => there().then(() => update(item, fields))),
    query: (text, columns) => asRegister(async () => there().then(() => query(text, columns))),
    within: (window, columns) => asRegister(async () => there().then(() => within(graph, path, { window, columns }))),
    changes: (link, columns) => asRegister(async () => there().then(() => changes(graph, path, { link, columns }))),
  };
}

/** `fields/Column eq 'value'`, quoted and encoded for a URL. */
export const equals = (column: string, value: string): string => compare(column, 'eq', value);

/** `fields/Column op 'value'`, quoted and encoded for a URL. */
export const compare = (column: string, operator: 'eq' | 'ge' | 'lt' | 'le', value: string): string =>
  encodeURIComponent(`fields/${column} ${operator} '${value.replaceAll("'", "''")}'`);

/** `startswith(fields/Column,'value')`, quoted and encoded for a URL; SharePoint compares text in any case of letters. */
export const startsWith = (column: string, value: string): string =>
  encodeURIComponent(`startswith(fields/${column},'${value.replaceAll("'", "''")}')`);

function itemOf(body: unknown): Item {
  const item = parsed(ItemShape, body, 'an item');
  const eTag = item.eTag ?? item['@odata.etag'];
  if (eTag === undefined) throw new Failure('register unreadable', 'an item without an eTag');
  return { id: item.id, eTag, fields: item.fields };
}

function holds(item: Item, fields: Fields): boolean {
  return Object.entries(fields).every(([name, value]) => same(item.fields[name] ?? null, value));
}

// SharePoint answers a time in a spelling of its own; the instant is what counts.
function same(stored: unknown, asked: Value): boolean {
  if (stored === asked) return true;
  if (typeof stored !== 'string' || typeof asked !== 'string' || !isInstant(asked) || !isInstant(stored)) return false;
  return Temporal.Instant.from(stored).equals(Temporal.Instant.from(asked));
}

const isInstant = (text: string) => z.iso.datetime().safeParse(text).success;

async function asRegister<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure && error.kind === 'graph unreadable')
      throw new Failure('register unreadable', error.message, { cause: error });
    if (error instanceof Failure && !error.kind.startsWith('register') && error.kind !== 'too many rows')
      throw new Failure('register unavailable', error.message, {
        cause: error,
        waitSeconds: error.waitSeconds,
        wrong: error.wrong,
      });
    throw error;
  }
}
