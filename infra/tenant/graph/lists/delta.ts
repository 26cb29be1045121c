import { z } from 'zod';
import { type Answer, type Call, context, graphHost, ok, Refusal } from '../call.ts';
import { top } from '../odata/page.ts';
import { type List, type ListsWorld, listNamed } from './lists.ts';
import { type Row, readRow, rowColumns } from './row.ts';

/** `after` is the last item of a first reading still under way; without it, what follows are the changes since. */
const Token = z.object({ since: z.int(), at: z.iso.datetime(), after: z.int().optional() });
type Token = z.infer<typeof Token>;
type Show = (world: ListsWorld, call: Call, of: { list: List; row: Row }) => Record<string, unknown>;
type Page = { readonly value: Record<string, unknown>[]; readonly next?: Token };

const sizes = { usual: 200, most: 200 };

/**
 * Everything once, and then what changed, an item perhaps more than once: the last word on it counts
 * (https://learn.microsoft.com/graph/api/listitem-delta).
 */
export function delta(world: ListsWorld, call: Call, show: Show): Answer {
  const list = listNamed(world, call);
  const asked = call.query.get('token');
  const fresh: Token = { since: newest(world, list), at: world.now().toISOString() };
  if (asked === 'latest') return ok({ ...context('items'), value: [], ...link(call, 'deltaLink', fresh) });
  const token = asked === null ? { ...fresh, after: 0 } : parsed(asked);
  if (token.at < world.options.now().deltaTokensSince) throw resync(call);
  const see = (row: Row) => show(world, call, { list, row });
  const { value, next } =
    token.after === undefined
      ? changes(world, { list, token, size: top(call.query, sizes) }, see)
      : everything(world, { list, token, size: top(call.query, sizes) }, see);
  const end = token.after === undefined ? fresh : { since: token.since, at: token.at };
  return ok({
    ...context('items'),
    value,
    ...(next === undefined ? link(call, 'deltaLink', end) : link(call, 'nextLink', next)),
  });
}

type Reading = { readonly list: List; readonly token: Token; readonly size: number };

function everything(
  { tables }: ListsWorld,
  { list, token, size }: Reading,
  see: (row: Row) => Record<string, unknown>,
): Page {
  const rows = tables
    .prepared(`SELECT ${rowColumns} FROM items WHERE list = ? AND id > ? ORDER BY id LIMIT ?`)
    .all(list.id, token.after ?? 0, size + 1)
    .map(readRow);
  const shown = rows.slice(0, size);
  const value = shown.map(see);
  const last = shown.at(-1);
  return rows.length > size && last !== undefined ? { value, next: { ...token, after: last.id } } : { value };
}

function changes(
  { tables }: ListsWorld,
  { list, token, size }: Reading,
  see: (row: Row) => Record<string, unknown>,
): Page {
  const found = tables
    .prepared('SELECT number, item FROM item_changes WHERE list = ? AND number > ? ORDER BY number LIMIT ?')
    .all(list.id, token.since, size + 1)
    .map((change) => ({ number: Number(change['number']), item: Number(change['item']) }));
  const shown = found.slice(0, size);
  const value = shown.map(({ item }) => {
    const row = tables.prepared(`SELECT ${rowColumns} FROM items WHERE list = ? AND id = ?`).get(list.id, item);
    return row === undefined ? { id: String(item), deleted: { state: 'deleted' } } : see(readRow(row));
  });
  const last = shown.at(-1);
  return found.length > size && last !== undefined ? { value, next: { ...token, since: last.number } } : { value };
}

const newest = ({ tables }: ListsWorld, { id }: List): number =>
  Number(
    tables.prepared('SELECT coalesce(max(number), 0) AS newest FROM item_changes WHERE list = ?').get(id)?.['newest'],
  );

function link({ path, query }: Call, kind: 'nextLink' | 'deltaLink', token: Token) {
  const next = new URLSearchParams(query);
  next.set('token', Buffer.from(JSON.stringify(token)).toString('base64url'));
  return { [`@odata.${kind}`]: `${graphHost}/v1.0${path}?${next.toString().replaceAll('%24', '$')}` };
}

function parsed(token: string): Token {
  try {
    return Token.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
    throw new Refusal(400, 'invalidRequest', 'The delta token is not valid.');
  }
}

/** The service has forgotten that far back: read everything again from the address given. */
const resync = ({ path }: Call) =>
  new Refusal(
    410,
    'resyncRequired',
    'resyncChangesApplyDifferences: the changes since that token are no longer known.',
    {
      location: `${graphHost}/v1.0${path}`,
    },
  );
