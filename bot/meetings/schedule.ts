import { Failure } from '../failure.ts';
import type { Invited, Reading, Sealed } from '../graph/meetings.ts';
import type { Decision, Safeguards } from '../policy/decision.ts';
import { type Entry, moment, type Stored } from '../register/entry.ts';
import type { Reference } from './ask.ts';
import { advance } from './claim.ts';
import { giveWay } from './ending.ts';
import { decideOn, refusalOf } from './gather.ts';
import type { World } from './world.ts';

/**
 * The promise, in order: written down, drafted, located, sealed, read back, invited, read back, read back.
 * Where it takes another meeting's place, that one's link is made useless before anybody is invited to this one.
 * The row is written before each step and names it. Nobody, staff included, gets an invitation before a reading showed
 * every safeguard as asked: `invite` takes nothing but a `Sealed`.
 * @param opened the register row, written already
 * @param begun `again` when an earlier run was interrupted: whatever it did is found and taken, not repeated
 * @returns the row, with `tell` as its step
 * @throws Stopped with the row as far as it came
 */
export async function schedule(opened: Stored, begun: 'first time' | 'again', world: World): Promise<Stored> {
  const { meetings, register } = world;
  const { ask, reference, decision } = opened.entry;
  const { safeguards } = decision;
  let row = opened;
  try {
    await register.note(reference, 'asked', ask.host.id, world.now());

    const drafted = await meetings.draft(ask, reference, begun);
    row = await advance(row, { step: 'seal', eventId: drafted.eventId, joinUrl: drafted.joinUrl }, world);

    const located = await meetings.locate(drafted);
    const sealed = proven(await meetings.seal(located, safeguards));
    const seal = { state: 'sealed' as const, at: moment(world.now()), hash: sealed.hash };
    const found = { meetingId: located.meetingId, chatThreadId: sealed.chatThreadId };
    const proof = { ...found, seal, provedAt: row.entry.provedAt ?? seal.at };
    await register.note(reference, 'sealed', 'chaperone', world.now());

    await decideAgain(row.entry, world);
    if (row.entry.replaces !== null) {
      // From here on there is no way back: the meeting whose place this one takes is about to go.
      row = await advance(row, { step: 'replace', ...proof }, world);
      await giveWay(row.entry, world);
    }
    row = await advance(row, { step: 'invite', ...proof }, world);

    const invited = await meetings.invite(sealed, begun);
    await register.note(reference, 'invited', 'chaperone', world.now());
    row = await advance(row, { step: 'confirm', invitedAt: row.entry.invitedAt ?? moment(world.now()) }, world);

    const { hash } = await confirmOrHarden(invited, { reference, safeguards }, world);
    await register.note(reference, 'confirmed', 'chaperone', world.now());
    const confirmed = { state: 'sealed' as const, at: moment(world.now()), hash };
    return await advance(row, { step: 'tell', status: 'arranged', seal: confirmed }, world);
  } catch (error) {
    throw new Stopped(row, error);
  }
}

/** A run that did not come to its end; the row tells how far it came. */
export class Stopped extends Error {
  readonly row: Stored;

  constructor(row: Stored, cause: unknown) {
    super(`stopped at ${row.entry.step}`, { cause });
    this.name = 'Stopped';
    this.row = row;
  }
}

/** @throws Failure `not sealed`, naming the settings that were not as asked */
export function proven(reading: Reading): Sealed {
  if (reading.sealed) return reading.sealed;
  throw new Failure('not sealed', reading.differences.map((one) => `${one.setting} was ${one.was}`).join('; '));
}

// Policy is asked again at the last moment: an account may have been closed since, and what cannot be checked now is refused.
async function decideAgain({ ask, reference, step, authorisation }: Entry, world: World): Promise<void> {
  if (step !== 'seal') return;
  const { facts, decision } = await decideOn(ask, world, { people: world.people.afresh(), reference });
  if (!hasItsYes(decision, authorisation)) throw refusalOf(facts, decision);
}

/** Whether policy lets it go on. A yes counts for the groups it was asked of: one that policy wants only now has not been asked. */
export function hasItsYes({ verdict, authorisedBy }: Decision, authorisation: Entry['authorisation']): boolean {
  if (verdict !== 'authorise') return verdict === 'allow';
  return (
    authorisation.state === 'given' && authorisedBy.every((by) => authorisation.yes.some((yes) => yes.of.includes(by)))
  );
}

/**
 * 7. The attendees' write may have touched the settings. They are written once more and read back.
 * @throws Failure `not sealed` if they will not hold
 */
export async function confirmOrHarden(
  invited: Invited,
  { reference, safeguards }: { reference: Reference; safeguards: Safeguards },
  world: World,
): Promise<Sealed> {
  const reading = await world.meetings.confirm(invited, safeguards).catch(notNow);
  if (reading?.sealed) return reading.sealed;
  const what = reading?.differences.map((one) => one.setting).join(', ') ?? 'could not be read';
  await world.register.note(reference, 'drifted after invitation', 'chaperone', world.now(), what);
  return proven(await world.meetings.seal(invited.located, safeguards));
}

// A refusal is answered by hardening, like a difference; silence is left to a later try.
function notNow(error: unknown): null {
  if (error instanceof Failure && error.kind !== 'graph unavailable') return null;
  throw error;
}
