import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../failure.ts';
import { type Entry, type Stored, stands } from '../register/entry.ts';
import { guestsOf, secondAdultOf } from './ask.ts';
import { advance, heldUntil } from './claim.ts';
import type { World } from './world.ts';

/** How a meeting that stands comes to its end by the school's own will: its link is made useless, then everybody is told. */

/** What everybody who was invited reads. The subject carries the reference. */
const comments = {
  cancelled: 'The school has cancelled this meeting. Please do not use its link any more. Nobody is let in.',
  moved:
    'This meeting is at another time or with another host now. A new invitation follows. Please do not use this link any more; nobody is let in.',
};

/**
 * Ends a meeting whose row says `end`. Every step may run again.
 * @returns the row, with `tell` as its step
 * @throws Failure `graph unavailable` when nobody knows whether the link is shut: nobody is told before, and the sweep comes back
 */
export async function end(row: Stored, world: World): Promise<Stored> {
  const { ask, reference, replacedBy } = row.entry;
  const as = replacedBy === null ? 'cancelled' : 'moved';
  const link = await world.meetings.retire(ask, row.entry);
  // What cannot be shut is ended all the same: people must hear of it, and the safeguarding lead hears that the link may be open.
  if (link.shut) await world.register.note(reference, 'link retired', 'chaperone', world.now());
  else {
    world.log.error({ reference, failure: link.why }, 'a link could not be proved shut');
    await world.register.note(reference, 'link not retired', 'chaperone', world.now(), link.why);
  }
  const held = await advance(row, { step: 'end' }, world);
  await world.meetings.cancel(ask, reference, comments[as]);
  await world.register.note(reference, as, 'chaperone', world.now(), replacedBy ?? '');
  const stoppedBy = link.shut ? null : ('link not retired' as const);
  return advance(held, { step: 'tell', status: as, seal: { state: 'not sealed' }, stoppedBy }, world);
}

/**
 * The meeting whose place this one takes is ended. Of two that want to take the same place, one does.
 * @param entry the one that takes its place, sealed, with nobody invited yet
 * @throws Failure `meeting over` when it has ended in another way meanwhile, `meeting changed` when other people come to it now
 */
export async function giveWay({ replaces, reference, ask }: Entry, world: World): Promise<void> {
  if (replaces === null) return;
  const old = await world.register.find(replaces);
  if (old === null) throw new Failure('meeting over', 'the row it was to replace is gone');
  const { status, step, replacedBy, amendment } = old.entry;
  if (status === 'moved' && replacedBy === reference) return;
  // Whoever cancelled it while this one was being made wants neither.
  const beingCancelled = step === 'end' && replacedBy === null;
  if (!stands(old.entry) || beingCancelled || (replacedBy !== null && replacedBy !== reference))
    throw new Failure('meeting over', `the meeting it was to replace is ${status}, at ${step}`);
  if (amendment?.came.to === 'open') throw new Failure('meeting changed', 'it is being changed');
  // Neither a move nor a change of host touches these: whoever was added since would be lost.
  if (!isDeepStrictEqual([guestsOf(old.entry.ask), secondAdultOf(old.entry.ask)], [guestsOf(ask), secondAdultOf(ask)]))
    throw new Failure('meeting changed', 'other people come to the meeting it was to replace');
  const giving = { step: 'end', replacedBy: reference, amendment: null, nextCheck: heldUntil(world) } as const;
  const ended = await end(await world.register.write(old, giving), world);
  // A link that may still be good is told of, by the sweep: the invitations to the new meeting do not wait for that.
  if (ended.entry.stoppedBy === null) await world.register.write(ended, { step: 'done', nextCheck: null });
}
