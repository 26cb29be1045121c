import type { Caller } from '../identity/caller.ts';
import { secondAdultOf } from '../meetings/ask.ts';
import { type Entry, type Status, stands } from '../register/entry.ts';
import type { RecordingWish, Wish, WishFault } from './wish.ts';

/** Who may change or cancel a meeting that stands. Pure. */

export type Deed = Wish['to'] | RecordingWish['to'] | 'cancel';

/** Why nothing is done. Each has its sentence in cards/words/changing.ts. */
export type WhyNotChanged =
  | WishFault
  /** There is none, or none of this person's: nobody learns which. */
  | 'no such meeting'
  | 'not yours to change'
  /** It waits for a yes, or is being arranged. */
  | 'not arranged yet'
  /** Chaperone made nothing, so it has nothing to change. */
  | 'held elsewhere'
  /** Stopped, refused or called off. */
  | 'never arranged'
  /** Another change, or a yes for one, is still outstanding. */
  | 'change under way'
  /** Since somebody looked at it. */
  | 'changed meanwhile'
  | 'on hold'
  | 'moved'
  | 'cancelled'
  | 'over'
  /** Policy says no, or asks something that has not been ticked. */
  | 'refused'
  | 'questions open';

export type MayChange = { readonly may: true } | { readonly may: false; readonly why: WhyNotChanged };
const no = (why: WhyNotChanged): MayChange => ({ may: false, why });

// What cannot wait for the host to come back from being ill.
const ofLeaders: ReadonlySet<Deed> = new Set<Deed>(['cancel', 'change host', 'change second adult', 'close recording']);
const ofSecondAdult: ReadonlySet<Deed> = new Set<Deed>(['cancel', 'close recording']);
const onHold: ReadonlySet<Deed> = new Set<Deed>(['cancel', 'move', 'change host', 'change second adult']);

const notStanding: Readonly<Partial<Record<Status, WhyNotChanged>>> = {
  waiting: 'not arranged yet',
  arranging: 'not arranged yet',
  'held elsewhere': 'held elsewhere',
};

/** Everything anybody may do with a meeting that stands, in the order a card offers it. */
export const deeds = [
  'move',
  'add guests',
  'remove guest',
  'change second adult',
  'change host',
  'cancel',
] as const satisfies readonly Deed[];

/** @param caller with the roles Entra gives at this moment */
export function mayChange(entry: Entry, { id, roles }: Caller, deed: Deed, now: Date): MayChange {
  const { ask, status } = entry;
  // Whoever left the staff, or whose account is a pupil's, does nothing with a meeting of theirs any more.
  if (!roles.has('staff') || roles.has('pupil')) return no('no such meeting');
  const leads = roles.has('slt') || roles.has('head');
  const isHost = ask.host.id === id;
  const isSecondAdult = secondAdultOf(ask)?.id === id;
  if (!isHost && !isSecondAdult && !leads) return no('no such meeting');
  if (!isHost && !(isSecondAdult && ofSecondAdult.has(deed)) && !(leads && ofLeaders.has(deed)))
    return no('not yours to change');
  if (status === 'moved' || status === 'cancelled') return no(status);
  if (!stands(entry)) return no(notStanding[status] ?? 'never arranged');
  if (Date.parse(ask.start) + ask.minutes * 60_000 <= now.getTime()) return no('over');
  if (entry.replacedBy !== null) return no('moved');
  if (status === 'on hold' && !onHold.has(deed)) return no('on hold');
  // While approvers think about a change nothing is under way, and it may still be cancelled.
  const thinking = entry.step === 'authorise' && deed === 'cancel';
  return entry.step === 'done' || thinking ? { may: true } : no('change under way');
}
