import type { Column } from './columns.ts';
import type { Fields } from './fields.ts';

/** One item of a list, as stored. */
export type Row = {
  readonly list: string;
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  readonly fields: Fields;
  readonly created: string;
  readonly modified: string;
};

/** What to select for `readRow`. The fields are stored as SQLite reads them fastest, because its indexes are made of them. */
export const rowColumns = 'list, id, guid, version, json(fields) AS json, created, modified';

export const readRow = ({ list, id, guid, version, json, created, modified }: Record<string, unknown>): Row => ({
  list: String(list),
  id: Number(id),
  guid: String(guid),
  version: Number(version),
  // Only `Fields` are ever written there.
  fields: JSON.parse(String(json)) as Fields,
  created: String(created),
  modified: String(modified),
});

export const eTagOf = ({ guid, version }: Row): string => `"${guid},${version}"`;

/** The values of a row as Graph's fieldValueSet: those it has, and a few SharePoint adds. */
export function fieldValueSet(row: Row, columns: readonly Column[], names: readonly string[] | null) {
  const all = {
    ...row.fields,
    id: String(row.id),
    ContentType: 'Item',
    Modified: row.modified,
    Created: row.created,
    AuthorLookupId: '6',
    EditorLookupId: '6',
    _UIVersionString: `${row.version}.0`,
    Attachments: false,
    Edit: '',
    LinkTitleNoMenu: row.fields['Title'],
    LinkTitle: row.fields['Title'],
    ItemChildCount: '0',
    FolderChildCount: '0',
  };
  if (names === null) return all;
  const known = new Set(columns.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => names.includes(name) && (known.has(name) || name in all)),
  );
}

type Place = { readonly siteId: string; readonly webUrl: string; readonly listName: string; readonly app: string };

/** An item as Graph's listItem, without its fields. */
export const listItem = (row: Row, { siteId, webUrl, listName, app }: Place) => ({
  '@odata.etag': eTagOf(row),
  id: String(row.id),
  eTag: eTagOf(row),
  createdDateTime: row.created,
  lastModifiedDateTime: row.modified,
  webUrl: `${webUrl}/Lists/${encodeURIComponent(listName)}/${row.id}_.000`,
  createdBy: { application: { id: app, displayName: 'Chaperone' } },
  lastModifiedBy: { application: { id: app, displayName: 'Chaperone' } },
  parentReference: { id: row.list, siteId },
  contentType: { id: '0x0100A1B2', name: 'Item' },
});
