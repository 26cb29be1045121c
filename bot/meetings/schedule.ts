import { Failure } from '../failure.ts';
import type { Invited, Reading, Sealed } from '../graph/meetings.ts';
import type { Decision } from '../policy/decision.ts';
import { type Entry, moment, type Stored, steps } from '../register/entry.ts';
import { decideOn, refusalOf } from './gather.ts';
import type { World } from './world.ts';

/**
 * The promise, in order: written down, drafted, located, sealed, read back, invited, read back, read back.
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
    await register.note(reference, 'sealed', 'chaperone', world.now());

    await decideAgain(row.entry, world);
    row = await advance(row, { step: 'invite', meetingId: located.meetingId, seal }, world);

    const invited = await meetings.invite(sealed, begun);
    await register.note(reference, 'invited', 'chaperone', world.now());
    row = await advance(row, { step: 'confirm' }, world);

    const { hash } = await confirmOrHarden(invited, row.entry, world);
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

type Claiming = Pick<World, 'now' | 'claimSeconds'> & { readonly register: Pick<World['register'], 'write'> };

// Between two writes of the row stand two steps at Graph at most, a third of the claim each.
const partToBegin = 2 / 3;
const claims = 5;

/**
 * Writes what is about to be done, and holds the row while it is done. A run that begins again never takes the row back a step.
 * A register that was slow to answer has used up some of the claim already: the row is written again until enough is left, because
 * a step that outlasts its claim may be taken up by the sweep and done twice.
 * @throws Failure `register changed` when somebody else took the row, `register unavailable` when it stays too slow
 */
export async function advance(row: Stored, change: Partial<Entry>, world: Claiming): Promise<Stored> {
  const { step: now } = row.entry;
  const step = change.step && steps.indexOf(change.step) > steps.indexOf(now) ? change.step : now;
  let held = row;
  for (let tries = 0; tries < claims; tries += 1) {
    const nextCheck = heldUntil(world);
    held = await world.register.write(held, { ...change, step, nextCheck });
    const left = Date.parse(nextCheck) - world.now().getTime();
    if (left >= world.claimSeconds * 1000 * partToBegin) return held;
  }
  throw new Failure('register unavailable', 'each claim was half spent before the register had answered');
}

/** Until when whoever starts a step now holds the row; UTC, and to the second above, because SharePoint drops the rest. */
export const heldUntil = ({ now, claimSeconds }: Pick<World, 'now' | 'claimSeconds'>): string =>
  moment(new Date(Math.ceil(now().getTime() / 1000 + claimSeconds) * 1000));

function proven(reading: Reading): Sealed {
  if (reading.sealed) return reading.sealed;
  throw new Failure('not sealed', reading.differences.map((one) => `${one.setting} was ${one.was}`).join('; '));
}

// Policy is asked again at the last moment: an account may have been closed since, and what cannot be checked now is refused.
async function decideAgain({ ask, step, authorisation }: Entry, world: World): Promise<void> {
  if (step !== 'seal') return;
  const { facts, decision } = await decideOn(ask, world, world.people.afresh());
  if (!stands(decision, authorisation)) throw refusalOf(facts, decision);
}

// A yes counts for the groups it was asked of: one that policy wants only now has not been asked.
function stands({ verdict, authorisedBy }: Decision, authorisation: Entry['authorisation']): boolean {
  if (verdict !== 'authorise') return verdict === 'allow';
  return (
    authorisation.state === 'given' && authorisedBy.every((by) => authorisation.yes.some((yes) => yes.of.includes(by)))
  );
}

// The attendees' write may have touched the settings. They are written once more and read back; if they will not hold, it stops.
async function confirmOrHarden(invited: Invited, { decision, reference }: Entry, world: World): Promise<Sealed> {
  const reading = await world.meetings.confirm(invited, decision.safeguards).catch(notNow);
  if (reading?.sealed) return reading.sealed;
  const what = reading?.differences.map((one) => one.setting).join(', ') ?? 'could not be read';
  await world.register.note(reference, 'drifted after invitation', 'chaperone', world.now(), what);
  return proven(await world.meetings.seal(invited.located, decision.safeguards));
}

// A refusal is answered by hardening, like a difference; silence is left to a later try.
function notNow(error: unknown): null {
  if (error instanceof Failure && error.kind !== 'graph unavailable') return null;
  throw error;
}
