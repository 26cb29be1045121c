import { usualPurpose } from '../cards/words/urgent.ts';
import { inLondon, toUtc } from '../london.ts';
import type { Draft, Heard } from './conversation.ts';
import { openTopics, withMinutes, withStart } from './draft.ts';
import { minutesOf, purposeOf, type Topic } from './plan.ts';
import { startAt } from './reading/when.ts';

/**
 * An urgent meeting takes three messages: a line, one card with all that is missing, the review. What is not said is taken for
 * granted; it stands on the review and can be changed there. Pure.
 */

const usualMinutes = 30;
/** Whoever fills in a card and reads a review needs some minutes before the start. */
const leastMinutesAhead = 5;

/** @returns the draft with what goes without saying; a start only where none was said, or a time of day that is still ahead today */
export function granted(draft: Draft, now: Date): Draft {
  const named = { ...draft, purpose: purposeOf(draft) ?? usualPurpose };
  const long = minutesOf(named) === null ? withMinutes(named, usualMinutes) : named;
  const when = soon(long.when, now);
  return when === long.when ? long : withStart(long, when);
}

function soon(heard: Heard, now: Date): Heard {
  if (heard.known === 'nothing') return { known: 'start', start: nextQuarter(now) };
  if (heard.known !== 'part' || heard.day !== null || heard.time === null) return heard;
  const today = startAt(inLondon(now).toPlainDate(), heard.time, now);
  return today.known === 'start' ? today : heard;
}

/** UTC. */
function nextQuarter(now: Date): string {
  const quarter = { smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'ceil' } as const;
  return toUtc(inLondon(now).add({ minutes: leastMinutesAhead }).round(quarter));
}

/** What one card has to ask for, with the reason first; empty when all is known. */
export const missing = (draft: Draft, now: Date): readonly Topic[] => {
  const whole = granted(draft, now);
  return openTopics(whole).filter((topic) => topic !== 'when' || whole.when.known !== 'start');
};
