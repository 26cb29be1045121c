import { type Entry, moment, stands } from '../register/entry.ts';

const hour = 3_600_000;
const half = hour / 2;
/** Before the start; after the last of these it is looked at at the start itself, and then no more. */
const before = [24 * hour, 3 * hour, hour, half] as const;
const everySoOften = 6 * hour;

/**
 * When a meeting that stands is to be looked at again: every six hours, and a day, three hours, an hour and half an hour before it
 * starts. Pure.
 * @returns UTC; `null` when it is over or does not stand, and nothing is due any more
 */
export function nextLook(entry: Pick<Entry, 'status' | 'ask'>, now: Date): string | null {
  if (!stands(entry)) return null;
  const start = Date.parse(entry.ask.start);
  const at = now.getTime();
  if (start <= at) return null;
  const moments = [...before.map((each) => start - each), start, at + everySoOften].filter((each) => each > at);
  return moment(new Date(Math.min(...moments)));
}
