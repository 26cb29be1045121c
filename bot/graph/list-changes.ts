import { z } from 'zod';
import { Failure } from '../failure.ts';
import { type Graph, parsed } from './graph.ts';

/**
 * Many rows of a list, and few columns of each: those of a window, and those that have changed
 * (https://learn.microsoft.com/graph/api/listitem-delta). To be counted, never to be written back: they have no eTag.
 */

export type Row = {
  readonly id: string;
  /** When the row was first written, UTC; `null` where SharePoint does not say. */
  readonly createdAt: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Rows whose column is at or after `from` and before `to`. */
export type Window = { readonly column: string; readonly from: string; readonly to: string };

/** `gone`: the ids of rows that were deleted; of such a row nothing else is known. A row may come more than once: the last word counts. */
export type Changes = {
  readonly changed: readonly Row[];
  readonly gone: readonly string[];
  /** Where to go on: opaque, a path under v1.0. */
  readonly link: string;
  /** There is more to read already. */
  readonly more: boolean;
};

const RowShape = z.object({
  id: z.string(),
  createdDateTime: z.iso.datetime().optional(),
  deleted: z.looseObject({}).optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
});
const Page = z.object({
  value: z.array(RowShape),
  '@odata.nextLink': z.url().optional(),
  '@odata.deltaLink': z.url().optional(),
});
type Page = z.infer<typeof Page>;

const microsoft = 'https://graph.microsoft.com/v1.0';
// Small enough that reading one does not keep a chat waiting.
const pageSize = 200;

const rowOf = ({ id, createdDateTime, fields = {} }: Page['value'][number]): Row => ({
  id,
  createdAt: createdDateTime ?? null,
  fields,
});
const shown = (columns: readonly string[]) => `$expand=fields($select=${columns.join(',')})`;

/** @param path of the list's items */
export async function within(
  graph: Graph,
  path: string,
  { window, columns }: { readonly window: Window; readonly columns: readonly string[] },
): Promise<readonly Row[]> {
  const { column, from, to } = window;
  const filter = encodeURIComponent(`fields/${column} ge '${from}' and fields/${column} lt '${to}'`);
  const rows: Row[] = [];
  let next: string | null = `${path}?${shown(columns)}&$filter=${filter}&$orderby=fields/${column}&$top=${pageSize}`;
  while (next !== null) {
    const page = await pageAt(graph, next);
    if (page === null) throw new Failure('register missing', 'a list that is counted is gone');
    rows.push(...page.value.map(rowOf));
    next = pathOf(page['@odata.nextLink']);
  }
  return rows;
}

/** @param path of the list's items */
export async function changes(
  graph: Graph,
  path: string,
  { link, columns }: { readonly link: string | null; readonly columns: readonly string[] },
): Promise<Changes | null> {
  const page = await pageAt(graph, link ?? `${path}/delta?token=latest&${shown(columns)}`);
  if (page === null) return null;
  const next = pathOf(page['@odata.nextLink']);
  const end = pathOf(page['@odata.deltaLink']);
  const onwards = next ?? end;
  if (onwards === null) throw new Failure('graph unreadable', 'changes of a list without a way on');
  return {
    changed: page.value.filter((row) => row.deleted === undefined).map(rowOf),
    gone: page.value.filter((row) => row.deleted !== undefined).map(({ id }) => id),
    link: onwards,
    more: next !== null,
  };
}

async function pageAt(graph: Graph, path: string): Promise<Page | null> {
  const answer = await graph.read(path);
  return answer.found ? parsed(Page, answer.body, 'rows of a list') : null;
}

function pathOf(link: string | undefined): string | null {
  if (link === undefined) return null;
  if (!link.startsWith(microsoft)) throw new Failure('graph unreadable', 'a link that leads away from Graph');
  return link.slice(microsoft.length);
}
