import type { Row } from '../../bot/graph/list-changes.ts';
import { Aggregate, type Counted, counted } from '../../bot/insights/aggregate.ts';
import { countedGuest, countedMeeting } from '../../bot/insights/counted.ts';
import type { Countable } from '../../bot/insights/counting.ts';
import { figuresOf } from '../../bot/insights/figures.ts';
import type { InsightStore } from '../../bot/insights/insight-store.ts';
import { spanOf, weekOf } from '../../bot/insights/week.ts';

/** A register whose rows change under the hands of whoever counts it, and a place to keep the aggregate; both in memory. */

type List = { readonly rows: Map<string, Row>; readonly changes: string[]; forgotten: number };
export type PlayedRegister = ReturnType<typeof playedRegister>;

const pageSize = 3;

export function playedRegister() {
  const lists: Readonly<Record<Counted, List>> = {
    meetings: { rows: new Map(), changes: [], forgotten: 0 },
    guests: { rows: new Map(), changes: [], forgotten: 0 },
  };
  let ids = 0;

  const write = (list: Counted, id: string, fields: Row['fields'] | null) => {
    if (fields === null) lists[list].rows.delete(id);
    else lists[list].rows.set(id, { id, createdAt: '2026-11-20T09:00:00Z', fields });
    lists[list].changes.push(id);
  };
  const inWeek = (list: Counted, { from, to }: { from: string; to: string }) =>
    [...lists[list].rows.values()].filter(
      ({ fields }) => String(fields['Starts']) >= from && String(fields['Starts']) < to,
    );

  const countable: Countable = {
    changes: (list, link) => {
      const { rows, changes, forgotten } = lists[list];
      if (link === null) return Promise.resolve({ changed: [], gone: [], link: String(changes.length), more: false });
      const since = Number(link);
      if (since < forgotten) return Promise.resolve(null);
      const end = Math.min(since + pageSize, changes.length);
      // The latest first, and each twice: of what came in which order, a list of changes says nothing.
      const page = changes.slice(since, end).toReversed();
      const said = [...page, ...page];
      const changed = said.flatMap((id) => rows.get(id) ?? []);
      const gone = said.filter((id) => !rows.has(id));
      return Promise.resolve({ changed, gone, link: String(end), more: end < changes.length });
    },
    week: (week) =>
      Promise.resolve({ meetings: inWeek('meetings', spanOf(week)), guests: inWeek('guests', spanOf(week)) }),
    span: () => {
      const starts = [...lists.meetings.rows.values()].map(({ fields }) => String(fields['Starts'])).toSorted();
      const [first, last] = [starts[0], starts.at(-1)];
      return Promise.resolve(first && last ? { first: weekOf(first), last: weekOf(last) } : null);
    },
  };
  return {
    countable,
    add: (list: Counted, fields: Row['fields']) => {
      ids += 1;
      write(list, String(ids), fields);
    },
    change: (list: Counted, which: number, fields: Row['fields']) => {
      const row = [...lists[list].rows.values()].at(which % Math.max(1, lists[list].rows.size));
      if (row) write(list, row.id, { ...row.fields, ...fields });
    },
    remove: (list: Counted, which: number) => {
      const row = [...lists[list].rows.values()].at(which % Math.max(1, lists[list].rows.size));
      if (row) write(list, row.id, null);
    },
    /** SharePoint no longer knows what changed before now. */
    forget: () => {
      for (const list of counted) lists[list].forgotten = lists[list].changes.length;
    },
    /** What the weeks come to, counted from nothing. */
    plainCount: (): Aggregate['weeks'] => {
      const weeks = new Set([...lists.meetings.rows.values()].map(({ fields }) => weekOf(String(fields['Starts']))));
      return Object.fromEntries(
        [...weeks].map((week) => {
          const meetings = inWeek('meetings', spanOf(week)).map(countedMeeting);
          const guests = inWeek('guests', spanOf(week)).map(countedGuest);
          const unreadable = [...meetings, ...guests].filter((one) => one === null).length;
          const readable = {
            meetings: meetings.filter((one) => one !== null),
            guests: guests.filter((one) => one !== null),
          };
          return [week, figuresOf({ ...readable, unreadable })];
        }),
      );
    },
  };
}

/** Over the wire, so that nobody shares a thing with what is kept. */
const copied = ({ aggregate, eTag }: { aggregate: Aggregate | null; eTag: string }) => ({
  aggregate: aggregate && Aggregate.parse(JSON.parse(JSON.stringify(aggregate))),
  eTag,
});

/** As blob storage does it: what was written since is not overwritten. */
export function playedStore() {
  let kept: { aggregate: Aggregate | null; eTag: string } | null = null;
  let writes = 0;
  const store: InsightStore = {
    read: () => Promise.resolve(kept && copied(kept)),
    write: (aggregate, eTag) => {
      // A first write has nothing to be held against.
      if (eTag !== null && kept?.eTag !== eTag) return Promise.resolve(false);
      writes += 1;
      kept = copied({ aggregate, eTag: String(writes) });
      return Promise.resolve(true);
    },
  };
  return {
    store,
    writes: () => writes,
    throwAway: () => {
      kept = null;
    },
    /** What an older version kept. */
    spoil: () => {
      kept = { aggregate: null, eTag: 'older' };
    },
  };
}

const decided = { decidedAt: '2026-11-20T08:00:00Z', setAside: [] };

/** A row of Meetings as SharePoint shows it. */
export const meetingFields = (fields: Row['fields']): Row['fields'] => ({
  Reference: 'TAC-AAAAAAA1',
  Kind: 'tac',
  Status: 'arranged',
  Starts: '2026-11-24T15:15:00Z',
  HostId: '5c0a1d0e-0000-4000-8000-000000000101',
  Host: 'Maya Okafor',
  SecondAdultId: '5c0a1d0e-0000-4000-8000-000000000102',
  AskHash: 'a'.repeat(64),
  Decision: JSON.stringify(decided),
  ProvedAt: '2026-11-20T08:04:00Z',
  InvitedAt: '2026-11-20T08:04:10Z',
  ...fields,
});

/** A row of Guests, of that meeting. */
export const guestFields = (fields: Row['fields']): Row['fields'] => ({
  Reference: 'TAC-AAAAAAA1',
  Request: 'a'.repeat(64),
  Agency: 'School nursing',
  Starts: '2026-11-24T15:15:00Z',
  ...fields,
});
