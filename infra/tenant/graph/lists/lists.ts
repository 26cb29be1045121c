import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Health } from '../../illness.ts';
import type { Options } from '../../options.ts';
import { siteAddress, sitePath } from '../../school/site.ts';
import type { TenantSettings } from '../../settings.ts';
import { type Answer, type Call, context, created, nothing, ok, paging, Refusal, type Route, read } from '../call.ts';
import { comparison, parseFilter } from '../odata/filter.ts';
import { page } from '../odata/page.ts';
import { select } from '../odata/select.ts';
import { badColumn, type Column, type Columns, isBuiltIn, NewColumn } from './columns.ts';
import { onSite } from './site-permission.ts';
import type { ListTables } from './tables.ts';

export type ListsWorld = {
  readonly tables: ListTables;
  readonly columns: Columns;
  readonly settings: TenantSettings;
  readonly options: Options;
  readonly health: Health;
  now(): Date;
};

export type List = {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly createdDateTime: string;
  readonly template: string;
};

const site = '/sites/:site';
const list = `${site}/lists/:list`;

/** https://learn.microsoft.com/graph/api/resources/list: the site, its lists and their columns. */
export function listRoutes(world: ListsWorld): Route[] {
  const mayRead = onSite(world.options, 'read');
  const mayManage = onSite(world.options, 'manage');
  const shape = ['$select', '$expand'];
  const columnsOf = (call: Call) => world.columns.of(listNamed(world, call).id);
  return [
    { method: 'GET', path: '/sites/:host{[^/]+:}/*', needs: mayRead, answer: (call) => siteByPath(world, call) },
    {
      method: 'GET',
      path: site,
      needs: mayRead,
      options: ['$select'],
      answer: (call) => ok(oneSite(world, call)),
    },
    {
      method: 'GET',
      path: `${site}/lists`,
      needs: mayRead,
      options: ['$filter', ...shape, ...paging],
      answer: (call) => all(world, call),
    },
    { method: 'POST', path: `${site}/lists`, needs: mayManage, answer: (call) => make(world, call) },
    {
      method: 'GET',
      path: list,
      needs: mayRead,
      options: shape,
      answer: (call) => ok(shownList(world, listNamed(world, call), call)),
    },
    { method: 'DELETE', path: list, needs: mayManage, answer: (call) => remove(world, call) },
    {
      method: 'GET',
      path: `${list}/columns`,
      needs: mayRead,
      options: ['$select'],
      answer: (call) =>
        ok({ ...context('columns'), value: columnsOf(call).map((column) => select(call.query, column)) }),
    },
    { method: 'POST', path: `${list}/columns`, needs: mayManage, answer: (call) => addColumn(world, call) },
    {
      method: 'GET',
      path: `${list}/columns/:column`,
      needs: mayRead,
      answer: (call) => ok({ ...context('columns/$entity'), ...columnNamed(columnsOf(call), call) }),
    },
    {
      method: 'PATCH',
      path: `${list}/columns/:column`,
      needs: mayManage,
      answer: (call) => ok(world.columns.change(listNamed(world, call).id, call.param('column'), call.body)),
    },
    {
      method: 'DELETE',
      path: `${list}/columns/:column`,
      needs: mayManage,
      answer: (call) => removeColumn(world, call),
    },
  ];
}

const notFound = (what: string) => new Refusal(404, 'itemNotFound', `${what} could not be found`);

export function onlySite({ settings }: ListsWorld, call: Call): string {
  if (call.param('site').toLowerCase() === settings.siteId.toLowerCase()) return settings.siteId;
  throw notFound('Requested site');
}

/** The school's own, or the front page of the tenant for whoever may open every site. */
function oneSite(world: ListsWorld, call: Call): Readonly<Record<string, unknown>> {
  if (call.param('site') !== 'root') return select(call.query, shownSite(world, onlySite(world, call)));
  const { host } = siteAddress(world.settings.siteId);
  const id = `${host},${world.settings.tenantId},${world.settings.tenantId}`;
  return select(call.query, { ...context('sites/$entity'), id, name: '', webUrl: `https://${host}`, root: {} });
}

function shownSite({ settings }: ListsWorld, id: string) {
  const { host, webUrl } = siteAddress(id);
  const displayName = `${settings.schoolName} safeguarding`;
  return {
    ...context('sites/$entity'),
    id,
    name: 'safeguarding',
    displayName,
    webUrl,
    siteCollection: { hostname: host },
  };
}

/** `/sites/{host}:/{path}` */
function siteByPath(world: ListsWorld, call: Call): Answer {
  const { host } = siteAddress(world.settings.siteId);
  if (decodeURIComponent(call.path).toLowerCase() !== `/sites/${host}:/${sitePath}`) throw notFound('Requested site');
  return ok(shownSite(world, world.settings.siteId));
}

// `make` writes nothing but Lists.
const parsed = (row: Record<string, unknown>): List => JSON.parse(String(row['definition'])) as List;

/** The list the path names by its id or by its title. */
export function listNamed(world: ListsWorld, call: Call): List {
  onlySite(world, call);
  return titled(world, call.param('list'));
}

/** @param wanted its id or its title; @throws Refusal when there is none */
export function titled(world: ListsWorld, wanted: string): List {
  const row = world.tables.prepared('SELECT definition FROM lists WHERE id = lower(?) OR name = ?').get(wanted, wanted);
  if (row === undefined) throw notFound('The specified list');
  return parsed(row);
}

function shownList(world: ListsWorld, one: List, call: Call) {
  const { id, template, ...about } = one;
  const expand = call.query.get('$expand');
  if (expand !== null && expand !== 'columns')
    throw new Refusal(501, 'notSupported', 'This tenant expands columns of a list only.');
  return {
    ...context('lists/$entity'),
    ...select(call.query, {
      '@odata.etag': `"${id},1"`,
      id,
      ...about,
      name: about.displayName,
      eTag: `"${id},1"`,
      lastModifiedDateTime: about.createdDateTime,
      webUrl: `${siteAddress(world.settings.siteId).webUrl}/Lists/${encodeURIComponent(about.displayName)}`,
      parentReference: { siteId: world.settings.siteId },
      list: { contentTypesEnabled: false, hidden: false, template },
    }),
    ...(expand === null ? {} : { columns: world.columns.of(id) }),
  };
}

/** All of them, or the one of a name: `$filter=displayName eq '…'`. */
function all(world: ListsWorld, call: Call): Answer {
  onlySite(world, call);
  const filter = call.query.get('$filter');
  const one = filter === null ? null : comparison(parseFilter(filter));
  if (filter !== null && (one?.path !== 'displayName' || one.operator !== 'eq')) {
    throw new Refusal(501, 'notSupported', 'This tenant filters lists by displayName only.');
  }
  const wanted = one?.value;
  const found = world.tables
    .prepared('SELECT definition FROM lists ORDER BY rowid')
    .all()
    .map(parsed)
    .filter(({ displayName }) => wanted == null || displayName.toLowerCase() === String(wanted).toLowerCase());
  const { rows, link } = page(call, found, { usual: 200, most: 1000 });
  return ok({ ...context('lists'), value: rows.map((each) => shownList(world, each, call)), ...link });
}

const NewList = z.strictObject({
  displayName: z.string().min(1).max(255),
  name: z.string().optional(),
  description: z.string().optional(),
  columns: z.array(NewColumn).optional(),
  list: z
    .strictObject({
      template: z.string().optional(),
      contentTypesEnabled: z.boolean().optional(),
      hidden: z.boolean().optional(),
    })
    .optional(),
});

function make(world: ListsWorld, call: Call): Answer {
  onlySite(world, call);
  const body = read(NewList, call.body, ({ path, message }) => badColumn(`${path.join('.')}: ${message}`));
  const taken = world.tables.prepared('SELECT 1 FROM lists WHERE name = ?').get(body.displayName);
  if (taken !== undefined) throw new Refusal(409, 'nameAlreadyExists', 'Name already exists');
  const made: List = {
    id: randomUUID(),
    displayName: body.displayName,
    description: body.description ?? '',
    createdDateTime: world.now().toISOString(),
    template: body.list?.template ?? 'genericList',
  };
  world.tables
    .prepared('INSERT INTO lists (id, name, definition) VALUES (?, ?, ?)')
    .run(made.id, made.displayName, JSON.stringify(made));
  world.columns.begin(made.id);
  world.columns.add(made.id, body.columns ?? []);
  return created(shownList(world, made, call));
}

function remove(world: ListsWorld, call: Call): Answer {
  const { id } = listNamed(world, call);
  for (const sql of [
    'DELETE FROM lists WHERE id = ?',
    'DELETE FROM list_columns WHERE list = ?',
    'DELETE FROM items WHERE list = ?',
    'DELETE FROM item_versions WHERE list = ?',
    'DELETE FROM item_changes WHERE list = ?',
  ]) {
    world.tables.prepared(sql).run(id);
  }
  world.columns.end(id);
  return nothing;
}

function addColumn(world: ListsWorld, call: Call): Answer {
  const body = read(NewColumn, call.body, ({ path, message }) => badColumn(`${path.join('.')}: ${message}`));
  const added = world.columns.add(listNamed(world, call).id, [body]).find(({ name }) => name === body.name);
  return created({ ...context('columns/$entity'), ...added });
}

function columnNamed(columns: readonly Column[], call: Call): Column {
  const column = columns.find(({ id }) => id === call.param('column').toLowerCase());
  if (column === undefined) throw notFound('The specified column');
  return column;
}

function removeColumn(world: ListsWorld, call: Call): Answer {
  const { id } = listNamed(world, call);
  const column = columnNamed(world.columns.of(id), call);
  if (isBuiltIn(column)) throw new Refusal(403, 'accessDenied', 'This column cannot be deleted.');
  world.columns.remove(id, column.id);
  return nothing;
}
