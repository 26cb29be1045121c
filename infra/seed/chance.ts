import { createHash } from 'node:crypto';

/** Chance that falls the same way every time it is begun with the same number. */
export type Chance = {
  /** From 0 up to 1, 1 never. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True once in so many times; the share is from 0 to 1. */
  is(share: number): boolean;
  one<T>(of: readonly T[]): T;
  /** Different ones, in no order; all of them when there are no more. */
  some<T>(of: readonly T[], count: number): T[];
  /** One of the values, each as often as its weight is of all. */
  weighed<T>(of: Weighed<T>): T;
  hex(length: number): string;
};

/** Values with their weights added up, so that drawing one is a search and not a sum. */
export type Weighed<T> = { readonly values: readonly T[]; readonly upTo: readonly number[] };

/** @param entries values and their weights, of which at least one is above nothing */
export function weigh<T>(entries: readonly (readonly [T, number])[]): Weighed<T> {
  let sum = 0;
  const upTo = entries.map(([, weight]) => {
    sum += weight;
    return sum;
  });
  return { values: entries.map(([value]) => value), upTo };
}

/** Mulberry32 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c): small, quick, and even enough for a school. */
export function openChance(seed: number | string): Chance {
  let state = typeof seed === 'number' ? seed >>> 0 : createHash('sha256').update(seed).digest().readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const one = <T>(of: readonly T[]): T => there(of[Math.floor(next() * of.length)]);
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    is: (share) => next() < share,
    one,
    some: (of, count) => {
      const found = new Set<(typeof of)[number]>();
      while (found.size < Math.min(count, of.length)) found.add(one(of));
      return [...found];
    },
    weighed: ({ values, upTo }) => there(values[place(upTo, next() * there(upTo.at(-1)))]),
    hex: (length) => {
      let text = '';
      while (text.length < length)
        text += Math.floor(next() * 4_294_967_296)
          .toString(16)
          .padStart(8, '0');
      return text.slice(0, length);
    },
  };
}

/** The first whose sum is above what was drawn. */
function place(upTo: readonly number[], drawn: number): number {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (there(upTo[middle]) > drawn) high = middle;
    else low = middle + 1;
  }
  return low;
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}
