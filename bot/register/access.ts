import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { pages } from '../graph/list-query.ts';
import { equals, type Fields, type Item, type List } from '../graph/lists.ts';
import { inLondon } from '../london.ts';
import { PersonId, Reference } from '../meetings/ask.ts';
import { moment } from './entry.ts';
import { instantOf, readable } from './reading.ts';

/**
 * Who looked at what, and what was done with whole parts of the register: rows that are only ever added. Each carries the hash of the row
 * before it in its chain. The rows about a meeting are a chain of their own, so that they can go with the meeting when its time
 * is over and leave no hole in another; the others are a chain a London day.
 */

/** The closed list of what is kept, with the words it is shown in. */
export const accessEvents = {
  opened: 'Read',
  exported: 'Exported',
  printed: 'Printed',
  'person searched': 'Looked for a person',
  'access bundled': 'Put together for a subject access request',
  'disposal tried': 'Asked what could be disposed of',
  'disposal begun': 'Disposal begun',
  disposed: 'Disposed of',
  'kept back': 'Kept back from disposal',
  'let go': 'No longer kept back',
} as const;
export type AccessEvent = keyof typeof accessEvents;

const did = {
  /** What this is one of, so that twice is once: the same id answers the row that stands there. */
  id: z.string().min(1).max(100),
  event: z.enum(Object.keys(accessEvents) as [AccessEvent, ...AccessEvent[]]),
  /** `null` where it concerns no single meeting. */
  reference: Reference.nullable(),
  by: z.object({ id: PersonId, name: z.string().min(1).max(200) }),
  /** Why, in the person's own words; empty where none is asked for. */
  reason: z.string().max(200),
  /** Counts, filters, hashes. Never a child's or a guest's name, address or initials. */
  detail: z.string().max(30_000),
};

export const AccessRow = z.object({
  ...did,
  /** UTC, to the second. */
  at: z.iso.datetime(),
  /** 1, 2, 3 … within its chain. */
  number: z.int().positive(),
  /** SHA-256 of the row before it in its chain, hex; 64 zeros for the first. */
  before: z.string().length(64),
});
export type AccessRow = z.infer<typeof AccessRow>;
/** Something that is to be kept before it is done. */
export type Access = z.infer<z.ZodObject<typeof did>> & { readonly at: Date };

/** The register's methods about who looked at what. Each rejects with a `Failure` of a `register …` kind only. */
export type AccessBook = {
  /** Writes the row and reads it back, so that whatever is shown afterwards is known to be kept; twice with the same id is once. */
  noteAccess(access: Access): Promise<AccessRow>;
  findAccess(id: string): Promise<AccessRow | null>;
  /** Of one meeting, oldest first. */
  accessTo(reference: Reference): Promise<readonly AccessRow[]>;
  /** Of one London day (`2026-11-22`), or of one person in a month (`2026-11`); a page, in the order it was written. */
  accessPage(of: AccessOf, cursor: string | null): Promise<AccessPage>;
  /** Every row of an event that is rare. */
  accessOf(event: RareEvent): Promise<readonly AccessRow[]>;
};
export type RareEvent = 'kept back' | 'let go' | 'disposal begun' | 'disposed';
export type AccessOf = { readonly day: string } | { readonly by: PersonId; readonly month: string };
export type AccessPage = { readonly rows: readonly AccessRow[]; readonly next: string | null };

const pageSize = 50;
const tries = 6;
const first = '0'.repeat(64);

/** What this process knows of a chain: only ever a hint. A chain has no gaps, so a number that is free means that nothing was missed. */
type Known = { readonly last: AccessRow | undefined; readonly ids: ReadonlyMap<string, AccessRow> };

export function accessIn(list: List): AccessBook {
  const known = new Map<string, Known>();

  async function read(chain: string): Promise<Known> {
    const rows: AccessRow[] = [];
    for await (const items of pages(list, equals('Chain', chain))) rows.push(...items.map(accessOf));
    return knownOf(rows);
  }

  async function noteAccess(access: Access): Promise<AccessRow> {
    const chain = access.reference ?? dayOf(access.at);
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const there = known.get(chain) ?? (await read(chain));
      const stands = there.ids.get(access.id);
      if (stands) return stands;
      const row = after(there.last, access);
      const key = { column: 'Key', value: `${chain}/${row.number}` };
      const written = accessOf(await list.insert(key, fieldsOf(row, chain)));
      // Somebody else, or another instance, took the number meanwhile: what is remembered is out of date.
      if (written.id !== row.id) known.delete(chain);
      else {
        remember(chain, knownOf([...there.ids.values(), written]));
        return written;
      }
    }
    throw new Failure('register changed', 'others wrote who looked again and again');
  }

  function remember(chain: string, now: Known): void {
    known.delete(chain);
    known.set(chain, now);
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
  }

  return {
    noteAccess,
    async findAccess(id) {
      const { items } = await list.query(`$filter=${equals('AccessId', id)}`);
      return items[0] ? accessOf(items[0]) : null;
    },
    async accessTo(reference) {
      return [...(await read(reference)).ids.values()].toSorted((a, b) => a.number - b.number);
    },
    async accessPage(of, cursor) {
      const filter = 'day' in of ? equals('Day', of.day) : equals('ByMonth', `${of.by}/${of.month}`);
      const from = cursor === null ? '' : `&$skiptoken=${encodeURIComponent(cursor)}`;
      const { items, next } = await list.query(`$filter=${filter}&$top=${pageSize}${from}`);
      return { rows: items.map(accessOf), next };
    },
    async accessOf(event) {
      const rows: AccessRow[] = [];
      for await (const items of pages(list, equals('Event', event))) rows.push(...items.map(accessOf));
      return rows;
    },
  };
}

const mostRemembered = 1_000;

const knownOf = (rows: readonly AccessRow[]): Known => ({
  last: rows.toSorted((a, b) => a.number - b.number).at(-1),
  ids: new Map(rows.map((row) => [row.id, row])),
});

function after(last: AccessRow | undefined, access: Access): AccessRow {
  const { id, event, reference, by, reason, detail } = access;
  const before = last ? accessHash(last) : first;
  return { id, event, reference, by, reason, detail, at: moment(access.at), number: (last?.number ?? 0) + 1, before };
}

/** SHA-256 of a row, hex: what the row after it in its chain carries. */
export const accessHash = (row: AccessRow): string => createHash('sha256').update(stringify(row)).digest('hex');

/** The London day of a moment, `2026-11-22`. */
export const dayOf = (at: Date): string => inLondon(at).toPlainDate().toString();

function fieldsOf(row: AccessRow, chain: string): Fields {
  const day = dayOf(new Date(row.at));
  return {
    Title: accessEvents[row.event],
    AccessId: row.id,
    Chain: chain,
    Number: row.number,
    Reference: row.reference,
    Event: row.event,
    By: row.by.name,
    ById: row.by.id,
    // A person who looks often has more rows in some years than SharePoint will find at once.
    ByMonth: `${row.by.id}/${day.slice(0, 7)}`,
    Day: day,
    At: row.at,
    Reason: row.reason === '' ? null : row.reason,
    Detail: row.detail === '' ? null : row.detail,
    Before: row.before,
  };
}

const accessOf = ({ fields }: Item): AccessRow =>
  readable(AccessRow, {
    id: fields['AccessId'],
    event: fields['Event'],
    reference: fields['Reference'] ?? null,
    by: { id: fields['ById'], name: fields['By'] },
    at: instantOf(fields['At']),
    reason: fields['Reason'] ?? '',
    detail: fields['Detail'] ?? '',
    number: fields['Number'],
    before: fields['Before'],
  });
