import { z } from 'zod';
import type { Caller } from '../identity/caller.ts';
import { type Colleague, Purpose, secondAdultOf } from '../meetings/ask.ts';
import { type Entry, moment, type Outcome, stands } from '../register/entry.ts';

/** Whether a meeting took place: who may say so, and what the register keeps of it. Pure. */

/** What somebody says. `minutes`: how long it took; a reason is one line, without a name of a child or guest. */
export const SaidHeld = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('held'), minutes: z.int().positive().max(600) }),
  z.strictObject({ state: z.literal('not held'), reason: Purpose.nullable() }),
]);
export type SaidHeld = z.infer<typeof SaidHeld>;

/** Why an answer is not taken. Each has its sentence in cards/words/held.ts. */
export type WhyNotSaid =
  | 'no such meeting'
  | 'not yours'
  | 'not begun'
  /** It was cancelled, moved, refused or never arranged. */
  | 'not to be held'
  | 'change under way'
  | 'changed meanwhile';

export type MaySay = { readonly may: true } | { readonly may: false; readonly why: WhyNotSaid };
const no = (why: WhyNotSaid): MaySay => ({ may: false, why });

/** Those who were to be there, and who leads the school, once it has begun. @param caller with the roles Entra gives at this moment */
export function maySayHeld(entry: Entry, { id, roles }: Pick<Caller, 'id' | 'roles'>, now: Date): MaySay {
  if (!roles.has('staff') || roles.has('pupil')) return no('no such meeting');
  const { ask, status, step } = entry;
  const comes = ask.host.id === id || secondAdultOf(ask)?.id === id;
  if (!comes && !roles.has('slt') && !roles.has('head')) return no('not yours');
  if (!stands(entry) && status !== 'held elsewhere') return no('not to be held');
  if (now.getTime() < Date.parse(ask.start)) return no('not begun');
  // While somebody works on it, its row belongs to them; while a yes to a change is waited for, nobody does.
  return step === 'done' || step === 'authorise' ? { may: true } : no('change under way');
}

/** @returns what the row keeps; the same said twice by the same person is said once */
export function outcomeSaid(before: Outcome, said: SaidHeld, by: Colleague, at: Date): Outcome {
  const says = { ...said, by, at: moment(at) };
  return isSaid(before, said, by) ? before : says;
}

const isSaid = (before: Outcome, said: SaidHeld, { id }: Colleague): boolean => {
  if (before.state === 'not said' || before.by.id !== id) return false;
  if (before.state === 'held') return said.state === 'held' && said.minutes === before.minutes;
  return said.state === 'not held' && said.reason === before.reason;
};
