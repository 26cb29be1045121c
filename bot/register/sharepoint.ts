import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import { Failure } from '../failure.ts';
import type { Graph } from '../graph/graph.ts';
import { listState } from '../graph/list-state.ts';
import { compare, equals, type List, openList } from '../graph/lists.ts';
import { type Ask, guestsOf, type PersonId, type Reference } from '../meetings/ask.ts';
import { accessIn } from './access.ts';
import { addressBook } from './address-book.ts';
import { laterAgencies } from './agencies.ts';
import { ledgerIn } from './agreements.ts';
import { attendanceOf, noteAttendance } from './attendance.ts';
import { type Entry, type EventName, type LogEntry, moment, type Stored } from './entry.ts';
import { findingIn } from './finding.ts';
import { agenciesLately, guestsOfMany } from './guests-of.ts';
import { keep, keptOf } from './kept.ts';
import { accessList, agreementsList, everyList, guestsList, logList, meetingsList, recordsList } from './lists.ts';
import { metBefore } from './met-before.ts';
import { oldMeetingsIn } from './old-meetings.ts';
import { openHints, pageOf } from './page-of.ts';
import { logEntryOf, storedOf, unlessUnreadable } from './reading.ts';
import type { Change, Register } from './register.ts';
import { askHash, fieldsOf, guestFields, logFields } from './rows.ts';
import { someOf, someWhole } from './some.ts';

const sweepSize = 50;
export const firstBefore = '0'.repeat(64);

/** The register in SharePoint lists of the school's site. They are made by provisioning, never here. */
export function openRegister(graph: Graph, siteId: string): Register {
  const hints = openHints();
  const meetings = openList(graph, siteId, meetingsList);
  const guests = openList(graph, siteId, guestsList);
  const log = openList(graph, siteId, logList);
  const records = openList(graph, siteId, recordsList);
  const statements = openList(graph, siteId, agreementsList);
  const access = openList(graph, siteId, accessList);

  // Before the row that names their request: from the moment it stands there, the sweep may pick it up and needs them.
  async function writeGuests(reference: Reference, ask: Ask, at: string): Promise<void> {
    const request = askHash(ask);
    for (const [index, guest] of guestsOf(ask).entries()) {
      const of = { reference, request, number: index + 1, at, starts: ask.start };
      await guests.insert({ column: 'Key', value: guestKey(of) }, guestFields(guest, of));
    }
  }

  const guestRows = async (reference: string) =>
    (await guests.query(`$filter=${equals('Reference', reference)}`)).items;
  const logOf = async (reference: Reference): Promise<readonly LogEntry[]> => {
    const { items } = await log.query(`$filter=${equals('Reference', reference)}`);
    return items.map(logEntryOf).toSorted((a, b) => a.number - b.number);
  };

  return {
    async open(entry: Entry): Promise<Stored> {
      const { reference, ask, decision } = entry;
      await writeGuests(reference, ask, decision.decidedAt);
      const row = await meetings.insert({ column: 'Reference', value: reference }, fieldsOf(entry));
      return storedOf(row, await guestRows(reference));
    },

    async write(stored: Stored, change: Change): Promise<Stored> {
      const before = { id: stored.itemId, eTag: stored.eTag, fields: {} };
      const { reference, ask, amendment, decision } = stored.entry;
      const known = [ask, ...(amendment ? [amendment.ask] : [])].map(askHash);
      const at = change.amendment?.at ?? decision.decidedAt;
      for (const request of [change.ask, change.amendment?.ask])
        if (request && !known.includes(askHash(request))) await writeGuests(reference, request, at);
      const row = await meetings.update(before, fieldsOf(change, stored.entry));
      return { itemId: row.id, eTag: row.eTag, entry: { ...stored.entry, ...change } };
    },

    async find(reference) {
      const { items } = await meetings.query(`$filter=${equals('Reference', reference)}`);
      return items[0] ? storedOf(items[0], await guestRows(reference)) : null;
    },

    async due(now) {
      const filter = compare('NextCheck', 'le', now.toISOString());
      const { items } = await meetings.query(`$filter=${filter}&$orderby=fields/NextCheck&$top=${sweepSize}`);
      const rows: Stored[] = [];
      const unreadable: string[] = [];
      for (const item of items) {
        const row = await unlessUnreadable(async () =>
          storedOf(item, await guestRows(String(item.fields['Reference']))),
        );
        if (row) rows.push(row);
        else unreadable.push(item.id);
      }
      return { rows, unreadable };
    },

    page: (query) => pageOf({ lists: { meetings, guests }, hints, now: () => new Date() }, query),
    guestsOfMany: (rows) => guestsOfMany(guests, rows),
    agencies: () => agenciesLately(guests),

    some: (which, most) => someOf(meetings, which, most),
    someWhole: (which, most) => someWhole({ meetings, guests }, which, most),
    lists: () => Promise.all(everyList.map((list) => listState(graph, siteId, list))),

    addressBook: () => addressBook({ meetings, guests }),
    laterAgencies: (reference, addresses) => laterAgencies({ meetings, guests }, reference, addresses),
    metBefore: (addresses) => metBefore({ meetings, guests }, addresses),

    async note(reference, event, by, at, detail = '', isRepeat = () => false): Promise<void> {
      const there = await logOf(reference);
      if (there.some((entry) => entry.event === event && entry.detail === detail) || isRepeat(there)) return;
      await append(log, { reference, event, by, at, detail }, there.at(-1));
    },

    log: logOf,

    keep: (reference, answers, by, at) => keep(records, reference, { answers, by, at }),
    kept: (reference) => keptOf(records, [reference]),
    keptOfEach: (references) => keptOf(records, references),
    async ofChat(chatThreadId) {
      const { items } = await meetings.query(`$filter=${equals('ChatThreadId', chatThreadId)}`);
      return Promise.all(items.map(async (item) => storedOf(item, await guestRows(String(item.fields['Reference'])))));
    },
    attendance: (entry) => attendanceOf(guestRows, entry),
    noteAttendance: (entry, said) => noteAttendance({ rows: guestRows, list: guests }, entry, said),
    ...ledgerIn(statements),
    ...accessIn(access),
    ...findingIn({ meetings, guests, statements }),
    ...oldMeetingsIn({ meetings, others: [guests, statements, records, log, access] }),
  };
}

type Happening = { reference: Reference; event: EventName; by: PersonId | 'chaperone'; at: Date; detail: string };

async function append(log: List, happening: Happening, last: LogEntry | undefined): Promise<void> {
  const number = (last?.number ?? 0) + 1;
  const { reference, event, by, detail } = happening;
  const entry: LogEntry = {
    reference,
    number,
    event,
    by,
    at: moment(happening.at),
    detail,
    before: last ? hashOf(last) : firstBefore,
  };
  const written = logEntryOf(await log.insert({ column: 'Key', value: `${reference}/${number}` }, logFields(entry)));
  // The number was taken by another instance meanwhile; its row is older than ours, so we are the ones to look again.
  if (written.event !== event || written.detail !== detail)
    throw new Failure('register changed', 'the log grew while we wrote');
}

/** What a guest's row is known by: which of a request's guests it is. */
export const guestKey = (of: { readonly reference: Reference; readonly request: string; readonly number: number }) =>
  `${of.reference}/${of.request.slice(0, 8)}/${of.number}`;

/** SHA-256 of a log row, hex: what the row after it carries, so that a row changed or taken out later shows. */
export const hashOf = (entry: LogEntry): string => createHash('sha256').update(stringify(entry)).digest('hex');
