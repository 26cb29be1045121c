import { pendingOf } from '../authorising/authorise.ts';
import type { Caller } from '../identity/caller.ts';
import type { Ask, Colleague } from '../meetings/ask.ts';
import type { School } from '../policy/school.ts';
import { endOfNextWorkingDay } from '../policy/school-day.ts';
import { type Aftercare, type Entry, moment } from '../register/entry.ts';

/**
 * An urgent meeting waits neither for notice nor for a yes. Instead the safeguarding lead is told at once, and senior leaders look
 * at it within a working day, whether or not it was arranged in the end. Pure.
 */

/** @returns what a request begins with; `by`: the end of the next working day */
export const aftercareOf = ({ urgent }: Ask, now: Date, school: School): Aftercare =>
  urgent === null
    ? { state: 'not needed' }
    : { state: 'due', by: endOfNextWorkingDay(now, school), lead: 'to tell', asked: 0 };

/** Asked once and reminded three times; then it stands in the register as not looked at. */
const mostAsked = 4;
/** From the second reminder on the head is asked as well, in a school whose senior leaders are others. */
export const groupsAt = (asked: number): readonly ('slt' | 'head')[] => (asked < 2 ? ['slt'] : ['slt', 'head']);

/** When leaders are to be asked the next time: at once, when it is due, and at the end of each working day after that. UTC. */
function askAt(aftercare: Extract<Aftercare, { state: 'due' }>, now: Date, school: School): string | null {
  const { asked, by } = aftercare;
  if (asked >= mostAsked) return null;
  if (asked === 0) return moment(now);
  let at = by;
  for (let reminders = 1; reminders < asked; reminders += 1) at = endOfNextWorkingDay(new Date(at), school);
  return at;
}

/** Whether leaders are to be asked now. */
export function isToAsk({ aftercare }: Pick<Entry, 'aftercare'>, now: Date, school: School): boolean {
  const at = aftercare.state === 'due' ? askAt(aftercare, now, school) : null;
  return at !== null && Date.parse(at) <= now.getTime();
}

/**
 * When to come back to the row for it.
 * @param held until when whoever works on the row now holds it
 * @returns UTC; `null` when nothing is left to do
 */
export function nextCare(
  { aftercare }: Pick<Entry, 'aftercare'>,
  { now, held, school }: { readonly now: Date; readonly held: string; readonly school: School },
): string | null {
  if (aftercare.state === 'not needed') return null;
  if (aftercare.lead === 'to tell') return held;
  const at = aftercare.state === 'due' ? askAt(aftercare, now, school) : null;
  return at !== null && Date.parse(at) <= now.getTime() ? held : at;
}

/** Why somebody's look is not taken. Each has its sentence in cards/words/aftercare.ts. */
export type WhyNotLooked =
  | 'no such meeting'
  | 'your own'
  | 'not a leader'
  | 'looked at already'
  | 'not urgent'
  | 'not yet';

/** @param caller with the roles Entra gives at this moment */
export function mayLook(entry: Entry, { id, roles }: Caller): { may: true } | { may: false; why: WhyNotLooked } {
  const no = (why: WhyNotLooked) => ({ may: false, why }) as const;
  if (entry.ask.host.id.toLowerCase() === id.toLowerCase()) return no('your own');
  if (!roles.has('slt') && !roles.has('head')) return no('not a leader');
  if (entry.aftercare.state === 'not needed') return no('not urgent');
  if (entry.aftercare.state === 'reviewed') return no('looked at already');
  // While somebody works on it, its row belongs to them.
  return entry.step === 'done' || pendingOf(entry) !== null ? { may: true } : no('not yet');
}

/** What somebody's look makes of it. @param words a sentence of theirs, if they had one to say */
export const lookedAt = (
  { by, lead }: Extract<Aftercare, { state: 'due' }>,
  look: { readonly by: Colleague; readonly at: Date; readonly words: string | null },
): Aftercare => ({ state: 'reviewed', due: by, lead, by: look.by, at: moment(look.at), words: look.words });
