import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { siteAddress } from '../../school/site.ts';
import { type Answer, type Call, context, created, nothing, ok, paging, Refusal, type Route, read } from '../call.ts';
import { select } from '../odata/select.ts';
import { type Column, inList, valueSql } from './columns.ts';
import { delta } from './delta.ts';
import { defaults, type Fields, written } from './fields.ts';
import { queryItems } from './list-query.ts';
import { type List, type ListsWorld, listNamed } from './lists.ts';
import { eTagOf, fieldValueSet, listItem, type Row, readRow, rowColumns } from './row.ts';
import { onSite } from './site-permission.ts';

const items = '/sites/:site/lists/:list/items';

/** https://learn.microsoft.com/graph/api/resources/listitem */
export function itemRoutes(world: ListsWorld): Route[] {
  const mayRead = onSite(world.options, 'read');
  const mayWrite = onSite(world.options, 'write');
  const item = `${items}/:item`;
  const shape = ['$select', '$expand'];
  const options = ['$filter', '$orderby', ...shape, ...paging];
  return [
    { method: 'GET', path: items, needs: mayRead, options, answer: (call) => query(world, call) },
    { method: 'POST', path: items, needs: mayWrite, options: shape, answer: (call) => post(world, call) },
    {
      method: 'GET',
      path: `${items}/delta`,
      needs: mayRead,
      options: ['$top', ...shape],
      answer: (call) => delta(world, call, show),
    },
    { method: 'GET', path: item, needs: mayRead, options: shape, answer: (call) => get(world, call) },
    { method: 'PATCH', path: item, needs: mayWrite, options: shape, answer: (call) => patchItem(world, call) },
    { method: 'DELETE', path: item, needs: mayWrite, answer: (call) => remove(world, call) },
    {
      method: 'GET',
      path: `${item}/fields`,
      needs: mayRead,
      options: ['$select'],
      answer: (call) => getFields(world, call),
    },
    { method: 'PATCH', path: `${item}/fields`, needs: mayWrite, answer: (call) => patchFields(world, call) },
    {
      method: 'GET',
      path: `${item}/versions`,
      needs: mayRead,
      options: ['$expand'],
      answer: (call) => versions(world, call),
    },
  ];
}

/** `$expand=fields`, or `fields($select=A,B)`. */
function expansion(call: Call): { readonly fields: boolean; readonly names: readonly string[] | null } {
  const expand = call.query.get('$expand');
  if (expand === null) return { fields: false, names: null };
  const match = /^fields(?:\(\$?select=([^)]*)\))?$/i.exec(expand.trim());
  if (match === null) throw new Refusal(501, 'notSupported', 'This tenant expands the fields of an item only.');
  return { fields: true, names: match[1]?.split(',').map((name) => name.trim()) ?? null };
}

/** An item as this call wants to see it. */
export function show(world: ListsWorld, call: Call, { list, row }: { list: List; row: Row }) {
  const { siteId } = world.settings;
  const { webUrl } = siteAddress(siteId);
  const item = listItem(row, { siteId, webUrl, listName: list.displayName, app: world.settings.appId });
  const { fields, names } = expansion(call);
  const shown = fields
    ? { fields: { '@odata.etag': eTagOf(row), ...fieldValueSet(row, world.columns.of(list.id), names) } }
    : {};
  return { ...select(call.query, item), ...shown };
}

function query(world: ListsWorld, call: Call): Answer {
  const list = listNamed(world, call);
  const { rows, link } = queryItems(world.tables, { id: list.id, columns: world.columns.of(list.id) }, call);
  return ok({ ...context('items'), value: rows.map((row) => show(world, call, { list, row })), ...link });
}

function rowOf({ tables }: ListsWorld, list: List, call: Call): Row {
  const found = tables
    .prepared(`SELECT ${rowColumns} FROM items WHERE list = ? AND id = ?`)
    .get(list.id, call.param('item'));
  if (found === undefined) throw new Refusal(404, 'itemNotFound', 'The specified item was not found');
  return readRow(found);
}

function get(world: ListsWorld, call: Call): Answer {
  const list = listNamed(world, call);
  return ok({ ...context('items/$entity'), ...show(world, call, { list, row: rowOf(world, list, call) }) });
}

function getFields(world: ListsWorld, call: Call): Answer {
  const list = listNamed(world, call);
  const row = rowOf(world, list, call);
  const names = call.query.get('$select')?.split(',') ?? null;
  return ok({
    ...context('fields/$entity'),
    '@odata.etag': eTagOf(row),
    ...fieldValueSet(row, world.columns.of(list.id), names),
  });
}

const Values = z.record(z.string(), z.unknown());
const ItemBody = z.strictObject({ fields: Values.default({}), contentType: z.object({}).optional() });
const invalid = () => new Refusal(400, 'invalidRequest', 'Invalid request');

/** The whole item, fields and all, as it answers a write. */
const entity = (world: ListsWorld, call: Call, { list, row }: { list: List; row: Row }) => ({
  ...context('items/$entity'),
  ...show(world, call, { list, row }),
  fields: { '@odata.etag': eTagOf(row), ...fieldValueSet(row, world.columns.of(list.id), null) },
});

function post(world: ListsWorld, call: Call): Answer {
  const list = listNamed(world, call);
  return created(entity(world, call, { list, row: add(world, list, read(ItemBody, call.body, invalid).fields) }));
}

/**
 * Writes a new item, under the list's next number.
 * @throws Refusal for a name or value the list has no place for, and for a second item with a unique value
 */
export function add(world: ListsWorld, list: List, values: Readonly<Record<string, unknown>>): Row {
  const columns = world.columns.of(list.id);
  const fields = written(defaults(columns), values, columns);
  const { tables } = world;
  const numbered = tables
    .prepared('UPDATE lists SET last_item = last_item + 1 WHERE id = ? RETURNING last_item')
    .get(list.id);
  const now = seconds(world.now());
  const row: Row = {
    list: list.id,
    id: Number(numbered?.['last_item']),
    guid: randomUUID(),
    version: 1,
    fields,
    created: now,
    modified: now,
  };
  keepsUnique(world, row, columns);
  tables
    .prepared(
      'INSERT INTO items (list, id, guid, version, fields, created, modified) VALUES (?, ?, ?, ?, jsonb(?), ?, ?)',
    )
    .run(row.list, row.id, row.guid, row.version, JSON.stringify(fields), now, now);
  changed(world, row);
  return row;
}

/** @throws Refusal when a column that enforces unique values has one of this row's already */
function keepsUnique({ tables, options }: ListsWorld, row: Row, columns: readonly Column[]): void {
  for (const { name } of columns.filter(({ enforceUniqueValues }) => enforceUniqueValues)) {
    const value = row.fields[name];
    if (value === undefined) continue;
    const sql = `SELECT 1 FROM items WHERE ${inList(row.list)} AND ${valueSql(name)} = ? AND id <> ?`;
    const taken = tables.prepared(sql).get(typeof value === 'boolean' ? Number(value) : value, row.id);
    const { status, code, message } = options.now().uniqueViolation;
    if (taken !== undefined) throw new Refusal(status, code, message);
  }
}

/** Every write is a line in what `delta` tells. */
function changed({ tables }: ListsWorld, { list, id }: Row): void {
  tables.prepared('INSERT INTO item_changes (list, item) VALUES (?, ?)').run(list, id);
}

/** What an item was before it is written over; how it is now stands in the item itself. */
function remember({ tables }: ListsWorld, { list, id, version, fields, modified }: Row): void {
  tables
    .prepared(
      'INSERT OR IGNORE INTO item_versions (list, item, version, fields, modified) VALUES (?, ?, ?, jsonb(?), ?)',
    )
    .run(list, id, version, JSON.stringify(fields), modified);
}

/** Without `If-Match` the last to write wins. */
function unchangedSince(call: Call, row: Row): void {
  const wanted = call.header('if-match');
  if (wanted === undefined || wanted === '*' || wanted.replace(/^W\//, '') === eTagOf(row)) return;
  throw new Refusal(
    412,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
  );
}

function changedRow(
  world: ListsWorld,
  call: Call,
  { list, values }: { list: List; values: Record<string, unknown> },
): Row {
  const columns = world.columns.of(list.id);
  const before = rowOf(world, list, call);
  unchangedSince(call, before);
  const fields: Fields = written(before.fields, values, columns);
  const row: Row = { ...before, fields, version: before.version + 1, modified: seconds(world.now()) };
  keepsUnique(world, row, columns);
  remember(world, before);
  world.tables
    .prepared('UPDATE items SET version = ?, fields = jsonb(?), modified = ? WHERE list = ? AND id = ?')
    .run(row.version, JSON.stringify(fields), row.modified, row.list, row.id);
  changed(world, row);
  return row;
}

function patchItem(world: ListsWorld, call: Call): Answer {
  const list = listNamed(world, call);
  const { fields: values } = read(ItemBody, call.body, invalid);
  return ok(entity(world, call, { list, row: changedRow(world, call, { list, values }) }));
}

/** Answers the values alone: the new eTag must be read for. */
function patchFields(world: ListsWorld, call: Call): Answer {
  const list = listNamed(world, call);
  const row = changedRow(world, call, { list, values: read(Values, call.body, invalid) });
  return ok({ ...context('fields/$entity'), ...fieldValueSet(row, world.columns.of(list.id), null) });
}

function remove(world: ListsWorld, call: Call): Answer {
  const list = listNamed(world, call);
  const row = rowOf(world, list, call);
  unchangedSince(call, row);
  world.tables.prepared('DELETE FROM items WHERE list = ? AND id = ?').run(row.list, row.id);
  changed(world, row);
  return nothing;
}

function versions(world: ListsWorld, call: Call): Answer {
  const list = listNamed(world, call);
  const row = rowOf(world, list, call);
  const { fields: withFields, names } = expansion(call);
  const found = world.tables
    .prepared(
      'SELECT version, json(fields) AS json, modified FROM item_versions WHERE list = ? AND item = ? AND version < ? ORDER BY version DESC',
    )
    .all(row.list, row.id, row.version)
    .map((kept) => readRow({ ...row, ...kept }));
  const kept = world.health.now().keepsVersions ? [row, ...found] : [row];
  const value = kept.map((version) => ({
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modified,
    ...(withFields ? { fields: fieldValueSet(version, world.columns.of(list.id), names) } : {}),
  }));
  return ok({ ...context('versions'), value });
}

const seconds = (now: Date): string => `${now.toISOString().slice(0, 19)}Z`;
