import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { RegisterQuery } from './register.ts';

/**
 * How a list of any length is walked through by when meetings start, a part at a time: what to look at next, what a look has left to
 * do, what to do when SharePoint refuses. Pure. A part is looked through to its end or to the beginning of a moment, so that no
 * meeting is missed and none comes twice, however many start at once and whatever is added meanwhile.
 */

/** Whole seconds since 1970; `from` included, `before` not. */
export type Span = { readonly from: number; readonly before: number };

export type Walk = {
  /** Which index serves the looks: that of the narrowest condition, or that of when meetings start. */
  readonly led: 'by condition' | 'by dates';
  /** What has not been looked through yet. */
  readonly left: Span;
  /** How many seconds to look through at once; `null`: everything that is left, which is tried first. */
  readonly width: number | null;
  /** How many were refused last, and somewhat more with every look since: how dense meetings are changes over the years. */
  readonly refused: number | null;
  /** What is to come is little, and of what has been somewhat can be had with it: newest first, the first part reaches back to here. */
  readonly recent: number | null;
  /** Whether `left` begins and ends where the register does. */
  readonly bounded: boolean;
};

type Direction = Extract<RegisterQuery['order'], 'newest first' | 'oldest first'>;

export const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
export const instant = (second: number): string => new Date(second * 1000).toISOString().replace('.000Z', 'Z');

// Rows without a start are in no span: nobody but somebody who edits by hand makes them.
const always: Span = { from: seconds('1900-01-01T00:00:00Z'), before: seconds('2200-01-01T00:00:00Z') };
const day = 86_400;
// Of 100,000 meetings in five years that is some 3,500.
const usualWidth = 56 * day;
const recently = 28 * day;

/** All that a query asks for, in one look. */
export const begin = ({ from, to }: Pick<RegisterQuery, 'from' | 'to'>, led: Walk['led']): Walk => ({
  led,
  left: { from: from === null ? always.from : seconds(from), before: to === null ? always.before : seconds(to) },
  width: null,
  refused: null,
  recent: null,
  bounded: false,
});

/** The same by parts, for a register that is known to be large. @param now seconds */
export function byParts(walk: Walk, direction: Direction, now: number): Walk {
  const recent = direction === 'newest first' && walk.left.before > now ? now - recently : null;
  return { ...walk, led: 'by dates', width: usualWidth, recent };
}

/** Whether the rows of this time are likely to be few in a register of any size. @param now seconds */
export const isShort = ({ from, before }: Span, now: number): boolean =>
  from >= now - recently || before - from <= usualWidth;

/** Whether it must be asked where the register begins and ends before there is a part to look at. */
export function isEndless({ left, width, recent, bounded }: Walk, direction: Direction): boolean {
  if (bounded || width === null) return false;
  return direction === 'newest first' ? left.before === always.before && recent === null : left.from === always.from;
}

/** What lies in both; `null` when nothing does. */
export function both(one: Span, other: Span): Span | null {
  const span = { from: Math.max(one.from, other.from), before: Math.min(one.before, other.before) };
  return span.from < span.before ? span : null;
}

/** The part to look through next. */
export function nextPart({ left, width, recent }: Walk, direction: Direction): Span {
  if (width === null) return left;
  if (direction === 'oldest first') return { from: left.from, before: Math.min(left.before, left.from + width) };
  const back = Math.min(left.before - width, recent ?? left.before);
  return { from: Math.max(left.from, back), before: left.before };
}

/** Up to where a look goes that leaves out what starts at this second and what comes after it. */
export const edgeAt = (second: number, direction: Direction): number =>
  direction === 'newest first' ? second + 1 : second;

/** Whether something that starts at this second lies on this side of an edge. */
export const isBefore = (edge: number, second: number, direction: Direction): boolean =>
  direction === 'newest first' ? second >= edge : second < edge;

/** The edge that is come to first. */
export function nearer(one: number | null, other: number | null, direction: Direction): number | null {
  if (one === null || other === null) return one ?? other;
  return direction === 'newest first' ? Math.max(one, other) : Math.min(one, other);
}

/** @param edge up to where the part was looked through; `null`: to its end. @returns `null` when nothing is left */
export function looked(walk: Walk, { edge }: { readonly edge: number | null }, direction: Direction): Walk | null {
  const part = nextPart(walk, direction);
  const newest = direction === 'newest first';
  const end = edge ?? (newest ? part.from : part.before);
  const left = newest ? { ...walk.left, before: end } : { ...walk.left, from: end };
  if (left.from >= left.before) return null;
  return edge === null ? { ...widened(walk), left } : { ...walk, left };
}

function widened(walk: Walk): Walk {
  const { width, refused } = walk;
  if (width === null) return walk;
  const ceiling = refused === null ? null : Math.ceil(refused * 1.1);
  const wider = Math.ceil(width * (ceiling === null ? 2 : 1.5));
  return { ...walk, refused: ceiling, width: ceiling === null || wider < ceiling ? wider : width };
}

/**
 * After SharePoint refused a look because more rows lie in it than it goes through.
 * @param now seconds
 * @throws Failure `too many rows` when a single second was too much
 */
export function narrowed(walk: Walk, direction: Direction, now: number): Walk {
  const { width, recent } = walk;
  if (width === null) return byParts(walk, direction, now);
  const part = nextPart(walk, direction);
  const length = part.before - part.from;
  if (recent !== null && length > width) return { ...walk, recent: null };
  if (length <= 1) throw new Failure('too many rows', 'within one second');
  return { ...walk, width: Math.ceil(length / 2), refused: length };
}

const second = z.int().min(always.from).max(always.before);
const Kept = z.strictObject({
  led: z.enum(['by condition', 'by dates']),
  left: z.strictObject({ from: second, before: second }),
  width: z.int().positive().nullable(),
  refused: z.int().positive().nullable(),
  recent: second.nullable(),
  bounded: z.boolean(),
});

/** A place in a list: SharePoint's own, or how far a walk has come. */
export type Place = { readonly skipToken: string } | { readonly walk: Walk };

export const cursorAt = (place: Place): string =>
  'skipToken' in place ? `s${place.skipToken}` : `w${Buffer.from(JSON.stringify(place.walk)).toString('base64url')}`;

/** @throws Failure `no such page` for what was not made by `cursorAt`: it comes from outside */
export function placeOf(cursor: string): Place {
  const rest = cursor.slice(1);
  if (cursor.startsWith('s') && rest !== '') return { skipToken: rest };
  if (cursor.startsWith('w')) {
    const walk = Kept.safeParse(json(Buffer.from(rest, 'base64url').toString())).data;
    if (walk !== undefined && walk.left.from < walk.left.before) return { walk };
  }
  throw new Failure('no such page', 'a cursor of another making');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
