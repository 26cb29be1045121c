import { inChunks, oneOf, referencesAtOnce } from '../graph/list-query.ts';
import type { Item, List } from '../graph/lists.ts';
import { filterOf, type Plan } from './conditions.ts';
import { guestItemsOf } from './guests-of.ts';
import { lineColumns } from './line.ts';
import { referenceIn, requestIn } from './reading.ts';
import type { RegisterQuery } from './register.ts';
import { isMeant } from './search.ts';
import { edgeAt, isBefore, nearer, type Span, seconds, type Walk } from './walk.ts';

/** One look into the lists on a walk through the register: a few calls, and the items of meetings they found, in order. */

export type Lists = { readonly meetings: List; readonly guests: List };
export type Direction = Extract<RegisterQuery['order'], 'newest first' | 'oldest first'>;

export type Looking = {
  readonly lists: Lists;
  readonly plan: Plan;
  readonly direction: Direction;
  readonly span: Span;
  readonly led: Walk['led'];
  /** How many meetings are wanted; a few more may come. */
  readonly most: number;
};

/** @param edge up to where the span was looked through; `null`: to its end. @param calls how many it took */
export type Look = { readonly items: readonly Item[]; readonly edge: number | null; readonly calls: number };

// A list answers few calls at once.
const atOnce = 4;

/** @throws Failure `too many rows` when SharePoint refuses the span */
export async function look(looking: Looking): Promise<Look> {
  const found = await looked(looking);
  const { plan, lists } = looking;
  if (plan.look === null) return found;
  const rows = found.items.map((item) => ({
    item,
    reference: referenceIn(item),
    request: String(item.fields['AskHash']),
  }));
  const guests = await guestItemsOf(lists.guests, rows);
  const items = rows
    .filter((row) => isWanted(row.item, guests.get(row.reference) ?? [], plan.look))
    .map(({ item }) => item);
  return { ...found, items, calls: found.calls + Math.ceil(rows.length / referencesAtOnce) };
}

async function looked(looking: Looking): Promise<Look> {
  const { plan, direction, most } = looking;
  if (plan.walks === 'meetings') return amongMeetings(looking);
  const [hosted, asked] = await Promise.all([
    plan.walks === 'both' ? amongMeetings(looking) : { items: [], edge: null, calls: 0 },
    amongGuests(looking),
  ]);
  const all = inOrder([...hosted.items, ...asked.items], direction);
  const bothTo = nearer(hosted.edge, asked.edge, direction);
  const within = all.filter((item) => bothTo === null || isBefore(bothTo, startOf(item), direction));
  const { items, edge } = cutAfter(most, { items: within, edge: bothTo }, direction);
  const meetings = new Map(hosted.items.map((item) => [referenceIn(item), item]));
  const wanted = [...new Set(items.map(referenceIn))];
  const theirs = await meetingsOf(
    wanted.filter((reference) => !meetings.has(reference)),
    looking,
  );
  // Who was asked in an earlier state of a meeting stands in the list under another request.
  const requests = new Set(asked.items.map(requestIn));
  for (const item of theirs.items)
    if (requests.has(String(item.fields['AskHash']))) meetings.set(referenceIn(item), item);
  const found = wanted.flatMap((reference) => meetings.get(reference) ?? []);
  return { items: inOrder(found, direction), edge, calls: hosted.calls + asked.calls + theirs.calls };
}

function amongMeetings({ lists, plan, direction, span, led, most }: Looking): Promise<Look> {
  const filter = filterOf([...plan.host, ...plan.meetings], span, led);
  return wholeMoments(lists.meetings, { filter, direction, most, columns: lineColumns });
}

/** The guests' own rows, which say when their meetings start. */
function amongGuests({ lists, plan, direction, span, led, most }: Looking): Promise<Look> {
  const filter = filterOf(plan.guests, span, led);
  const columns = ['Reference', 'Request', 'Starts'];
  // Often two are asked to one meeting.
  return wholeMoments(lists.guests, { filter, direction, most: most * 2, columns });
}

async function meetingsOf(references: readonly string[], { lists, plan }: Looking): Promise<Omit<Look, 'edge'>> {
  const chunks = inChunks(references, referencesAtOnce);
  const items: Item[] = [];
  for (const some of inChunks(chunks, atOnce)) {
    const read = some.map((few) => {
      const conditions = [`(${oneOf('Reference', few)})`, ...plan.meetings].join('%20and%20');
      return lists.meetings.query(`$filter=${conditions}&$top=${referencesAtOnce}`, lineColumns);
    });
    for (const page of await Promise.all(read)) items.push(...page.items);
  }
  return { items, calls: chunks.length };
}

/** As many moments from the beginning as it takes for so many meetings. */
function cutAfter(most: number, found: Omit<Look, 'calls'>, direction: Direction): Omit<Look, 'calls'> {
  const { items } = found;
  const meetings = new Set<string>();
  const cut = items.findIndex((item, at) => {
    const before = items[at - 1];
    if (before !== undefined) meetings.add(referenceIn(before));
    return meetings.size >= most && before !== undefined && startOf(before) !== startOf(item);
  });
  const first = items[cut];
  return first === undefined ? found : { items: items.slice(0, cut), edge: edgeAt(startOf(first), direction) };
}

type Asked = {
  readonly filter: string;
  readonly direction: Direction;
  readonly most: number;
  readonly columns: readonly string[];
};

/**
 * The first items in order. Where more follow, those of the last moment among them are left out, because others may start at the same:
 * they come again with the next look. SharePoint may answer an empty page before a full one.
 */
async function wholeMoments(list: List, { filter, direction, most, columns }: Asked): Promise<Look> {
  const order = direction === 'newest first' ? 'desc' : 'asc';
  const items: Item[] = [];
  let from = '';
  for (let calls = 1; ; calls += 1) {
    const query = `$filter=${filter}&$orderby=fields/Starts%20${order}&$top=${most + 1}${from}`;
    const page = await list.query(query, columns);
    items.push(...page.items);
    if (page.next === null) return { items, edge: null, calls };
    const last = items.at(-1);
    const whole = last === undefined ? [] : items.filter((item) => startOf(item) !== startOf(last));
    if (last !== undefined && whole.length > 0) return { items: whole, edge: edgeAt(startOf(last), direction), calls };
    from = `&$skiptoken=${encodeURIComponent(page.next)}`;
  }
}

const startOf = ({ fields }: Item): number => seconds(String(fields['Starts']));

// SharePoint numbers items as they are made: among those that start at once the older stands first.
const inOrder = (items: readonly Item[], direction: Direction): readonly Item[] =>
  items.toSorted((one, other) => {
    const later = startOf(one) - startOf(other) || 0;
    return (direction === 'newest first' ? -later : later) || Number(one.id) - Number(other.id);
  });

function isWanted({ fields }: Item, guests: readonly Item[], wanted: Plan['look']): boolean {
  const agency = wanted?.agency?.toLowerCase() ?? null;
  const name = wanted?.name ?? null;
  const names = [fields['Host'], ...guests.map((guest) => guest.fields['Name'])].map(String);
  return (
    (agency === null || guests.some((guest) => String(guest.fields['Agency']).toLowerCase() === agency)) &&
    (name === null || names.some((one) => isMeant(one, name)))
  );
}
