import { Failure } from '../failure.ts';
import type { Item } from '../graph/lists.ts';
import { filterOf, type Plan, planOf } from './conditions.ts';
import { lineColumns, rowOf } from './line.ts';
import { type Direction, type Lists, look } from './looking.ts';
import { readableOf } from './reading.ts';
import type { Page, RegisterQuery } from './register.ts';
import {
  begin,
  both,
  byParts,
  cursorAt,
  instant,
  isEndless,
  isShort,
  looked,
  narrowed,
  nextPart,
  placeOf,
  type Span,
  seconds,
  type Walk,
} from './walk.ts';

/**
 * One page of the register. What nothing narrows down, and what is sorted by a column, SharePoint pages itself. Everything else is
 * walked through by when meetings start: so a page may be short, and says how far it has looked, but is never wrong.
 */

// Somebody waits for the page: a search that finds little stops here and says how far it has come.
const mostCalls = 8;
// A page is not worth another call for a few rows more.
const enough = 2 / 3;

/** What SharePoint refused lately, so that it is not tried again with every page; nothing depends on it. */
export type Hints = { isRefused(lead: string): boolean; refused(lead: string): void };

const mostRemembered = 100;
export function openHints(): Hints {
  const leads = new Set<string>();
  return {
    isRefused: (lead) => leads.has(lead),
    refused: (lead) => {
      if (leads.size >= mostRemembered) leads.clear();
      leads.add(lead);
    },
  };
}

export type Reading = { readonly lists: Lists; readonly hints: Hints; readonly now: () => Date };

/** @throws Failure `too many rows` when SharePoint will not sort so many, `no such page` for a cursor of another making */
export async function pageOf(world: Reading, query: RegisterQuery): Promise<Page> {
  const place = query.cursor === null ? null : placeOf(query.cursor);
  const direction = directionOf(query);
  const walks = direction !== null && !isUnnarrowed(query);
  if (place !== null && walks !== 'walk' in place) throw new Failure('no such page', 'a cursor of another query');
  if (walks)
    return walkedPage(world, { query, direction, from: place !== null && 'walk' in place ? place.walk : null });
  return sortedPage(world.lists, query, place !== null && 'skipToken' in place ? place.skipToken : null);
}

const directionOf = ({ order }: RegisterQuery): Direction | null =>
  order === 'newest first' || order === 'oldest first' ? order : null;

function isUnnarrowed(query: RegisterQuery): boolean {
  const { walks, meetings } = planOf(query);
  return walks === 'meetings' && meetings.length === 0 && query.from === null && query.to === null;
}

/** As SharePoint itself sorts and pages; it refuses more than 5,000 rows unless there is no condition at all. */
async function sortedPage({ meetings }: Lists, query: RegisterQuery, skipToken: string | null): Promise<Page> {
  const plan = planOf(query);
  if (plan.walks !== 'meetings' || plan.look !== null)
    throw new Failure('too many rows', 'guests have an order of their own');
  const { left, led } = begin(query, plan.selective ? 'by condition' : 'by dates');
  const conditions =
    query.from === null && query.to === null ? plan.meetings.join('%20and%20') : filterOf(plan.meetings, left, led);
  const asked = [
    ...(conditions === '' ? [] : [`$filter=${conditions}`]),
    `$orderby=${orderBy[query.order]}`,
    `$top=${query.most}`,
    ...(skipToken === null ? [] : [`$skiptoken=${encodeURIComponent(skipToken)}`]),
  ];
  const { items, next } = await meetings.query(asked.join('&'), lineColumns);
  const last = items.at(-1)?.fields['Starts'];
  const tells = next !== null && directionOf(query) !== null && typeof last === 'string';
  return {
    ...(await readableOf(items, rowOf)),
    next: next === null ? null : cursorAt({ skipToken: next }),
    lookedTo: tells ? instant(seconds(last)) : null,
  };
}

type Walking = { readonly query: RegisterQuery; readonly direction: Direction; readonly from: Walk | null };

async function walkedPage(world: Reading, { query, direction, from }: Walking): Promise<Page> {
  const { lists, hints } = world;
  const plan = planOf(query);
  const all = begin(query, 'by dates');
  const found: Item[] = [];
  let walk = from === null ? firstWalk(world, query, direction) : within(from, all.left);
  for (let calls = 0; walk !== null && found.length < query.most * enough && calls < mostCalls; ) {
    if (isEndless(walk, direction)) {
      walk = await bounded(lists, walk);
      calls += 2;
      continue;
    }
    const span = nextPart(walk, direction);
    const { led } = walk;
    const most = query.most - found.length;
    const seen = await unlessTooMany(() => look({ lists, plan, direction, span, led, most }));
    calls += seen?.calls ?? 1;
    if (seen === null) {
      if (walk.width === null) hints.refused(leadOf(plan, led));
      walk = narrowed(walk, direction, seconds(world.now().toISOString()));
      continue;
    }
    found.push(...seen.items);
    const { width } = walk;
    walk = looked(walk, seen, direction);
    // Where a part was empty, perhaps nothing is left to come.
    if (walk !== null && width !== null && !walk.bounded && seen.items.length === 0 && seen.edge === null) {
      walk = await bounded(lists, walk);
      calls += 2;
    }
  }
  const lookedTo = walk === null ? null : instant(direction === 'newest first' ? walk.left.before : walk.left.from);
  return { ...(await readableOf(found, rowOf)), next: walk === null ? null : cursorAt({ walk }), lookedTo };
}

/** Everything at once, unless that was refused before. */
function firstWalk({ hints, now }: Reading, query: RegisterQuery, direction: Direction): Walk | null {
  const plan = planOf(query);
  const second = seconds(now().toISOString());
  const byCondition = plan.selective && !hints.isRefused(leadOf(plan, 'by condition'));
  const all = begin(query, byCondition ? 'by condition' : 'by dates');
  if (all.left.from >= all.left.before) return null;
  const whole = byCondition || !hints.isRefused(leadOf(plan, 'by dates')) || isShort(all.left, second);
  return whole ? all : byParts(all, direction, second);
}

const leadOf = ({ walks, host, guests, meetings }: Plan, led: Walk['led']): string =>
  led === 'by dates'
    ? `${walks} by dates`
    : [walks, host[0], guests[0], host.length + guests.length > 0 ? '' : meetings[0]].join(' ');

function within(walk: Walk, span: Span): Walk | null {
  const left = both(walk.left, span);
  return left === null ? null : { ...walk, left };
}

async function bounded(lists: Lists, walk: Walk): Promise<Walk | null> {
  const span = await extent(lists);
  return span === null ? null : within({ ...walk, bounded: true }, span);
}

/** From the first meeting of the register to its last; `null` when there is none. */
async function extent({ meetings }: Lists): Promise<Span | null> {
  const ends = (['asc', 'desc'] as const).map(async (order) => {
    const { items } = await meetings.query(`$orderby=fields/Starts%20${order}&$top=1`, ['Starts']);
    const [end] = items;
    const start = end?.fields['Starts'];
    return { isThere: end !== undefined, at: typeof start === 'string' ? seconds(start) : null };
  });
  const [first, last] = await Promise.all(ends);
  if (first?.isThere !== true) return null;
  // Somebody may have taken the date from the first or the last of them.
  const { left } = begin({ from: null, to: null }, 'by dates');
  return { from: first.at ?? left.from, before: last?.at == null ? left.before : last.at + 1 };
}

async function unlessTooMany<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure && error.kind === 'too many rows') return null;
    throw error;
  }
}

const orderBy: Readonly<Record<RegisterQuery['order'], string>> = {
  'newest first': 'fields/Starts%20desc',
  'oldest first': 'fields/Starts%20asc',
  host: 'fields/Host%20asc',
  'host reversed': 'fields/Host%20desc',
  kind: 'fields/Kind%20asc',
  'kind reversed': 'fields/Kind%20desc',
  status: 'fields/Status%20asc',
  'status reversed': 'fields/Status%20desc',
};
