import { clockOf } from '../when.ts';
import { inTheMeeting } from '../words/in-the-meeting.ts';

/** What the clock says. Pure. It counts in minutes: seconds that run would draw the eye away from the people in the call. */
export type LockSays = {
  readonly says: string;
  /** How long it still is; empty when that is nothing to count yet, or any more. */
  readonly left: string;
  /** Said aloud, once: a minute before, and when it is time. */
  readonly aloud: string;
};

const minute = 60_000;
const countsFrom = 60 * minute;
const longAfter = 30 * minute;

/** @param lockAt UTC @param now milliseconds */
export function lockSays(lockAt: string, now: number): LockSays {
  const words = inTheMeeting.lock;
  const left = Date.parse(lockAt) - now;
  const time = clockOf(lockAt);
  if (left <= -longAfter) return { says: words.since(time), left: '', aloud: '' };
  if (left <= 0) return { says: words.now, left: '', aloud: words.now };
  const minutes = Math.ceil(left / minute);
  return {
    says: words.at(time),
    left: left > countsFrom ? '' : words.in(minutes),
    aloud: minutes === 1 ? words.soon : '',
  };
}

/** Milliseconds until it says something else. */
export function untilNext(lockAt: string, now: number): number {
  const left = Date.parse(lockAt) - now;
  // A browser's timer holds 24 days at most; and an hour is soon enough to look again.
  if (left > countsFrom) return Math.min(left - countsFrom, countsFrom);
  return left % minute > 0 ? left % minute : (left % minute) + minute;
}
