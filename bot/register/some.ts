import { inChunks, oneOf, pages, referencesAtOnce } from '../graph/list-query.ts';
import { compare, equals, type Item, type List } from '../graph/lists.ts';
import type { PersonId } from '../meetings/ask.ts';
import type { Entry, Listed, Status } from './entry.ts';
import { listedOf, readableOf, referenceIn, storedOf } from './reading.ts';

/** A few rows, for a page that shows no more of them: what stands today, what waits. Every condition is on an indexed column. */

/** All instants are UTC, ISO 8601. */
export type Which =
  /** Those that start from one instant on and before another; `of`: only those this person hosts or is second adult of. */
  | { readonly by: 'start'; readonly of: PersonId | null; readonly from: string; readonly to: string }
  | { readonly by: 'status'; readonly status: Status; readonly from: string }
  /** Those whose row says that somebody's yes is wanted or an approver asked back; once their start has passed none is waited for. */
  | { readonly by: 'pending'; readonly from: string }
  /** Urgent ones that nobody has looked at afterwards. */
  | { readonly by: 'aftercare due' }
  /** Those that should have been looked at before this instant, the longest overdue first. */
  | { readonly by: 'next check'; readonly before: string };

/** `more`: there are others. `unreadable`: how many are left out because somebody has edited them out of shape. */
export type Some<T> = { readonly rows: readonly T[]; readonly more: boolean; readonly unreadable: number };

/** @param most 200 at most: a page of SharePoint's */
export async function someOf(meetings: List, which: Which, most: number): Promise<Some<Listed>> {
  const { items, next } = await meetings.query(queryOf(which, most));
  return { ...(await readableOf(items, listedOf)), more: next !== null };
}

/** The same with their guests, and so with what is asked for in a change; two calls more for every twenty rows. */
export async function someWhole(
  { meetings, guests }: { meetings: List; guests: List },
  which: Which,
  most: number,
): Promise<Some<Entry>> {
  const { items, next } = await meetings.query(queryOf(which, most));
  const those: Item[] = [];
  for (const some of inChunks(items.map(referenceIn), referencesAtOnce))
    for await (const page of pages(guests, oneOf('Reference', some))) those.push(...page);
  const guestsOf = (item: Item) => those.filter((guest) => referenceIn(guest) === referenceIn(item));
  return { ...(await readableOf(items, (item) => storedOf(item, guestsOf(item)).entry)), more: next !== null };
}

function queryOf(which: Which, most: number): string {
  const order = which.by === 'next check' ? 'NextCheck' : 'Starts';
  return `$filter=${conditions(which).join('%20and%20')}&$orderby=fields/${order}&$top=${most}`;
}

// The first of them is what SharePoint takes its index for: it must find fewer than 5,000 rows by itself.
function conditions(which: Which): readonly string[] {
  switch (which.by) {
    case 'start': {
      const { of, from, to } = which;
      const those = of === null ? [] : [`(${equals('HostId', of)}%20or%20${equals('SecondAdultId', of)})`];
      return [...those, compare('Starts', 'ge', from), compare('Starts', 'lt', to)];
    }
    case 'status':
      return [compare('Starts', 'ge', which.from), equals('Status', which.status)];
    case 'pending': {
      const pending = `(${equals('Authorisation', 'wanted')}%20or%20${equals('Authorisation', 'asked back')})`;
      return [compare('Starts', 'ge', which.from), pending];
    }
    case 'aftercare due':
      return [equals('Aftercare', 'due')];
    case 'next check':
      return [compare('NextCheck', 'lt', which.before)];
  }
}
