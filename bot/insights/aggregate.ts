import { z } from 'zod';
import type { Changes, Row } from '../graph/list-changes.ts';
import { moment } from '../register/entry.ts';
import { countedGuest, countedMeeting } from './counted.ts';
import { Figures, figuresOf } from './figures.ts';
import { Week, weekOf } from './week.ts';

/**
 * What the pictures are drawn from: the figures of every week, and what it takes to keep them. It can be thrown away at any time:
 * the register makes it again. Pure.
 */

/** The lists that are counted. */
export const counted = ['meetings', 'guests'] as const;
export type Counted = (typeof counted)[number];
const ofEach = <T extends z.ZodType>(shape: T) => z.strictObject({ meetings: shape, guests: shape });

export const Aggregate = z.strictObject({
  /** Another shape or another way of counting is another number: what an older version kept is counted again. */
  version: z.literal(1),
  /** Where the next reading of each list's changes begins. */
  links: ofEach(z.string()),
  /** Weeks to be counted, or counted again, newest first; and how many there were when that began. */
  due: z.array(Week),
  begun: z.int().nonnegative(),
  /** Weeks without a meeting have no figures. */
  weeks: z.record(Week, Figures),
  /** The ids of the rows each week was counted from: a row that is deleted tells nothing but its id. */
  rows: z.record(Week, ofEach(z.string())),
  /** Names of hosts, by object id. */
  hosts: z.record(z.string(), z.string()),
  /** UTC. The figures are those of the register then, where nothing is due. */
  asOf: z.iso.datetime(),
});
export type Aggregate = z.infer<typeof Aggregate>;

type Links = Aggregate['links'];

/**
 * Counting from the beginning: everything is due.
 * @param before whose figures are shown until their weeks are counted again
 */
export function begun(
  of: { readonly links: Links; readonly weeks: readonly Week[]; readonly now: Date },
  before: Aggregate | null,
): Aggregate {
  const known = before === null ? [] : Object.keys(before.weeks).map((week) => Week.parse(week));
  const due = newestFirst([...of.weeks, ...known]);
  return {
    version: 1,
    links: of.links,
    due,
    begun: due.length,
    weeks: before?.weeks ?? {},
    rows: before?.rows ?? {},
    hosts: before?.hosts ?? {},
    asOf: moment(of.now),
  };
}

/** What has changed makes its weeks due: those the rows are in now, and those they were counted in. */
export function noted(aggregate: Aggregate, list: Counted, changes: Changes): Aggregate {
  const links = { ...aggregate.links, [list]: changes.link };
  const ids = new Set([...changes.changed.map(({ id }) => id), ...changes.gone]);
  if (ids.size === 0) return { ...aggregate, links };
  const now = changes.changed.flatMap((row) => weekOfRow(row) ?? []);
  const before = Object.entries(aggregate.rows)
    .filter(([, rows]) => unpacked(rows[list]).some((id) => ids.has(id)))
    .map(([week]) => Week.parse(week));
  const due = newestFirst([...aggregate.due, ...now, ...before]);
  return {
    ...aggregate,
    links,
    due,
    begun: aggregate.due.length === 0 ? due.length : Math.max(aggregate.begun, due.length),
  };
}

function weekOfRow({ fields }: Row): Week | null {
  const { Starts: starts } = fields;
  return typeof starts === 'string' && !Number.isNaN(Date.parse(starts))
    ? weekOf(new Date(starts).toISOString())
    : null;
}

/** A week as its rows are now, in place of what it was before. */
export function recounted(
  aggregate: Aggregate,
  week: Week,
  rows: Readonly<Record<Counted, readonly Row[]>>,
): Aggregate {
  const meetings = rows.meetings.map(countedMeeting);
  const guests = rows.guests.map(countedGuest);
  const readable = { meetings: meetings.filter((one) => one !== null), guests: guests.filter((one) => one !== null) };
  const unreadable = [...meetings, ...guests].filter((one) => one === null).length;
  const weeks = without(aggregate.weeks, week);
  const others = without(aggregate.rows, week);
  const due = aggregate.due.filter((one) => one !== week);
  // Guests alone are guests of nothing.
  if (rows.meetings.length === 0) return { ...aggregate, due, weeks, rows: others };
  const packedRows = { meetings: packed(rows.meetings), guests: packed(rows.guests) };
  return {
    ...aggregate,
    due,
    weeks: { ...weeks, [week]: figuresOf({ ...readable, unreadable }) },
    rows: { ...others, [week]: packedRows },
    hosts: { ...aggregate.hosts, ...Object.fromEntries(readable.meetings.map((one) => [one.host, one.hostName])) },
  };
}

const without = <T>(of: Readonly<Record<string, T>>, week: Week): Record<string, T> =>
  Object.fromEntries(Object.entries(of).filter(([one]) => one !== week));

/** Everything that had changed until then has been read. Names of those who host nothing any more are dropped. */
export function asOf(aggregate: Aggregate, now: Date): Aggregate {
  const hosting = new Set(Object.values(aggregate.weeks).flatMap(({ hosts }) => Object.keys(hosts)));
  const hosts = Object.fromEntries(Object.entries(aggregate.hosts).filter(([id]) => hosting.has(id)));
  return { ...aggregate, hosts, asOf: moment(now) };
}

const newestFirst = (weeks: readonly Week[]): Week[] => [...new Set(weeks)].toSorted((a, b) => (a < b ? 1 : -1));

// SharePoint numbers rows one after the other: what lies between two of a week is short.
function packed(rows: readonly Row[]): string {
  const ids = rows.map(({ id }) => Number(id)).toSorted((a, b) => a - b);
  return ids.map((id, index) => (id - (ids[index - 1] ?? 0)).toString(36)).join(' ');
}

function unpacked(text: string): readonly string[] {
  let id = 0;
  return text === ''
    ? []
    : text.split(' ').map((gap) => {
        id += Number.parseInt(gap, 36);
        return String(id);
      });
}
