import type { Changes, Row } from '../graph/list-changes.ts';
import { type Aggregate, asOf, begun, type Counted, counted, noted, recounted } from './aggregate.ts';
import type { InsightStore } from './insight-store.ts';
import { type Week, weeksBetween } from './week.ts';

/** Keeps the aggregate up to date: what has changed in the register is asked for, and its weeks are counted again. */

/** The register's rows as they are counted; every method rejects with a `Failure` of a `register …` kind. */
export type Countable = {
  /** `null`: forgotten that far back. Without a link: where changes begin from now on. */
  changes(list: Counted, link: string | null): Promise<Changes | null>;
  week(week: Week): Promise<Readonly<Record<Counted, readonly Row[]>>>;
  /** The weeks of the first and the last meeting; `null` when there is none. */
  span(): Promise<{ readonly first: Week; readonly last: Week } | null>;
};

export type Counting = { readonly rows: Countable; readonly store: InsightStore; readonly now: () => Date };

// A pass is short, so that neither a chat nor the sweep waits for it.
const rowsAPass = 2_000;
const pagesAPass = 10;
/** Where nothing has changed, how long the hour it was last looked at is left to stand. */
const freshMilliseconds = 5 * 60_000;

/**
 * One pass. Twice is once: a week is counted from the register as it is, never added to. Of two servers that count at the same time
 * one writes, and the other finds what that one wrote the next time.
 * @returns whether there is more to count already
 * @throws Failure of a `register …` kind, or `memory unavailable`; what was kept stands as it was
 */
export async function countOnce({ rows, store, now }: Counting): Promise<{ readonly more: boolean }> {
  const at = now();
  const kept = await store.read();
  const before = kept?.aggregate ?? null;
  const read = before === null ? await begin(rows, at, null) : await caughtUp(before, rows, at);
  const after = read.more ? read.aggregate : asOf(await countedWeeks(read.aggregate, rows), at);
  const isFresh = before !== null && at.getTime() - Date.parse(before.asOf) < freshMilliseconds;
  if (read.aggregate.due.length > 0 || read.more || !isFresh) await store.write(after, kept?.eTag ?? null);
  return { more: read.more || after.due.length > 0 };
}

type Read = { readonly aggregate: Aggregate; readonly more: boolean };

/** The links are taken before anything is counted: what changes meanwhile is among the changes of the next pass. */
async function begin(rows: Countable, now: Date, before: Aggregate | null): Promise<Read> {
  const links = { meetings: await startOf(rows, 'meetings'), guests: await startOf(rows, 'guests') };
  const span = await rows.span();
  const weeks = span === null ? [] : weeksBetween(span.first, span.last);
  return { aggregate: begun({ links, weeks, now }, before), more: false };
}

async function startOf(rows: Countable, list: Counted): Promise<string> {
  const latest = await rows.changes(list, null);
  if (latest === null) throw new Error('SharePoint gave no beginning to changes');
  return latest.link;
}

async function caughtUp(before: Aggregate, rows: Countable, now: Date): Promise<Read> {
  let aggregate = before;
  let more = false;
  for (const list of counted) {
    let isThere = false;
    for (let page = 0; page < pagesAPass && !isThere; page += 1) {
      const changes = await rows.changes(list, aggregate.links[list]);
      if (changes === null) return begin(rows, now, before);
      aggregate = noted(aggregate, list, changes);
      isThere = !changes.more;
    }
    more ||= !isThere;
  }
  return { aggregate, more };
}

async function countedWeeks(before: Aggregate, rows: Countable): Promise<Aggregate> {
  let aggregate = before;
  let left = rowsAPass;
  for (const week of before.due) {
    if (left <= 0) break;
    const found = await rows.week(week);
    aggregate = recounted(aggregate, week, found);
    // An empty week costs a reading too.
    left -= found.meetings.length + found.guests.length + 20;
  }
  return aggregate;
}
