import { askLeaders, leadTold } from '../aftercare/caring.ts';
import { pendingOf } from '../authorising/authorise.ts';
import { afterDecision, waitOn } from '../authorising/waiting.ts';
import { Failure, type FailureKind } from '../failure.ts';
import { type Entry, type Step, type Stored, stands } from '../register/entry.ts';
import { afterChange, mustBeTwo, unlessMissing } from '../second-adult/covering.ts';
import { coverDue } from '../second-adult/next-move.ts';
import { dueAt } from '../sentinel/due.ts';
import { lookAfter } from '../sentinel/look-after.ts';
import { amend, NotAmended, putBack } from './amending.ts';
import { advance, heldUntil } from './claim.ts';
import { end } from './ending.ts';
import { Stopped, schedule } from './schedule.ts';
import type { World } from './world.ts';

/**
 * Brings a register row to its end, from wherever it is: arranges, takes back or calls off, tells, closes. Every step may run again.
 * A row that cannot be brought to its end now keeps its step and its next check, and the sweep comes back to it.
 * @param begun whether this is the host's own Send or a run that was interrupted
 */
export async function carryOn(row: Stored, begun: 'first time' | 'again', world: World): Promise<void> {
  const ended = await leadTold(row, world)
    .then((told) => settled(told, begun, world))
    .catch(async (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      noted(row, error, world);
      if (begun === 'first time' && error.kind !== 'register changed') await told(row, error.wrong, world);
      return null;
    });
  if (ended) await close(ended, world);
}

/** Picks up every row whose next check is due. Each is taken by a write of its own, so of two sweeps one gets it. */
export async function sweep(world: World): Promise<void> {
  const { rows, unreadable } = await world.register.due(world.now());
  for (const item of unreadable) world.log.error({ item }, 'a row of the register is due and cannot be read');
  for (const due of rows) {
    try {
      const row = await advance(due, {}, world);
      if (row.entry.status === 'arranging')
        await world.register.note(row.entry.reference, 'picked up', 'chaperone', world.now(), row.entry.step);
      await carryOn(row, 'again', world);
    } catch (error) {
      noted(due, error, world);
    }
  }
}

async function settled(row: Stored, begun: 'first time' | 'again', world: World): Promise<Stored> {
  switch (row.entry.step) {
    case 'open':
      // Interrupted before the host was answered: they may have heard that nothing was arranged, so nothing is.
      if (begun === 'again') return takeBack(row, { at: 'open', by: 'interrupted' }, world);
      return arranged(await advance(row, { step: 'draft' }, world), begun, world);
    case 'authorise': {
      const waited = pendingOf(row.entry) === null ? row : await waitOn(await unlessMissing(row, world), world);
      if (pendingOf(waited.entry) !== null) return waited;
      return settled(await afterDecision(waited, world), begun, world);
    }
    case 'draft':
    case 'seal':
      return tooLate(row, world)
        ? takeBack(row, { at: row.entry.step, by: 'interrupted' }, world)
        : arranged(row, begun, world);
    case 'replace':
    case 'invite':
    case 'confirm':
      return arranged(row, begun, world);
    case 'amend':
      return amended(row, begun, world);
    case 'end':
      return end(row, world);
    case 'remove':
      return takeBack(row, whyOf(row), world);
    case 'call off':
      return callOff(row, whyOf(row), world);
    case 'tell':
      return row;
    case 'done':
      return stands(row.entry) ? lookedAfter(row, begun, world) : row;
  }
}

async function lookedAfter(row: Stored, begun: 'first time' | 'again', world: World): Promise<Stored> {
  const now = await lookAfter(row, world);
  return now.entry.step === 'done' ? now : settled(now, begun, world);
}

async function amended(row: Stored, begun: 'first time' | 'again', world: World): Promise<Stored> {
  const { amendment } = row.entry;
  if (amendment === null) return advance(row, { step: 'tell' }, world);
  try {
    return await amend(row, amendment, begun, world);
  } catch (error) {
    if (!(error instanceof NotAmended)) throw error;
    const { cause } = error;
    noted(error.row, cause, world);
    if (!(cause instanceof Failure) || leftToTheSweep.includes(cause.kind)) throw cause;
    if (unknownAfterInvite.includes(cause.kind) && !tooLate(row, world)) throw cause;
    const tooLoose = amendment.what === 'settings' && cause.kind === 'not sealed';
    if (error.mailed || tooLoose) return callOff(error.row, { at: 'amend', by: cause.kind }, world);
    return unlessUnsealed(error.row, world, () => putBack(error.row, amendment, cause.kind, world));
  }
}

// People hold invitations to a meeting that no longer holds its safeguards.
async function unlessUnsealed(row: Stored, world: World, work: () => Promise<Stored>): Promise<Stored> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure) || unknownAfterInvite.includes(error.kind)) throw error;
    if (leftToTheSweep.includes(error.kind)) throw error;
    return callOff(row, { at: 'amend', by: error.kind }, world);
  }
}

async function arranged(row: Stored, begun: 'first time' | 'again', world: World): Promise<Stored> {
  try {
    return await schedule(row, begun, world);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    noted(error.row, error.cause, world);
    return stopped(error.row, error.cause, world);
  }
}

// Silence proves nothing, so it is left to the sweep: the register did not answer, or nobody knows whether the invitations went.
const leftToTheSweep: readonly FailureKind[] = [
  'register changed',
  'register unavailable',
  'register missing',
  'register incomplete',
  'register unreadable',
];
const unknownAfterInvite: readonly FailureKind[] = ['invitation unclear', 'graph unavailable'];

async function stopped(row: Stored, cause: unknown, world: World): Promise<Stored> {
  if (!(cause instanceof Failure) || leftToTheSweep.includes(cause.kind)) throw cause;
  const { ask, reference, step } = row.entry;
  const why = { at: step, by: cause.kind };
  if (step === 'draft' || step === 'seal') return takeBack(row, why, world);
  if (unknownAfterInvite.includes(cause.kind)) throw cause;
  return (await world.meetings.anyoneInvited(ask, reference)) ? callOff(row, why, world) : takeBack(row, why, world);
}

type Why = { readonly at: Step; readonly by: FailureKind };

const whyOf = ({ entry }: Stored): Why => ({ at: entry.stoppedAt ?? 'open', by: entry.stoppedBy ?? 'interrupted' });

/** Nobody was invited: the event goes, and the row says which step stopped it. */
async function takeBack(row: Stored, { at, by }: Why, world: World): Promise<Stored> {
  const { ask, reference } = row.entry;
  const removing = await advance(row, { step: 'remove', stoppedAt: at, stoppedBy: by }, world);
  await world.meetings.remove(ask, reference);
  await world.register.note(reference, 'not arranged', 'chaperone', world.now(), `${at}: ${by}`);
  return advance(removing, { step: 'tell', status: 'not arranged', seal: { state: 'not sealed' } }, world);
}

/** Invitations have left and the safeguards will not hold: the lobby is shut, then the meeting cancelled. */
async function callOff(row: Stored, { at, by }: Why, world: World): Promise<Stored> {
  const { ask, reference } = row.entry;
  const calling = await advance(row, { step: 'call off', stoppedAt: at, stoppedBy: by }, world);
  const words = 'This meeting is cancelled. Please do not use its link. The school will be in touch.';
  await world.meetings.callOff(ask, row.entry, words);
  await world.register.note(reference, 'called off', 'chaperone', world.now(), `${at}: ${by}`);
  return advance(calling, { step: 'tell', status: 'called off', seal: { state: 'not sealed' } }, world);
}

// Once the host has heard how it ended, a fault is the sweep's business: "I am still trying" after "Arranged" would be the last they hear.
async function close(row: Stored, world: World): Promise<void> {
  // It waits for somebody's yes, and its next check stands.
  if (row.entry.step === 'authorise') return;
  try {
    if (row.entry.step === 'tell') await world.notices.outcome(row.entry);
    if (row.entry.cover !== null && !stands(row.entry)) await world.secondAdults.show(row.entry);
    const change = { step: 'done', amendment: null, ...afterChange(row.entry) } as const;
    // Somebody may have taken back their agreement while the recording was being opened.
    const recorded = row.entry.amendment?.what === 'recording' && row.entry.ask.recording !== null;
    const due: Due = recorded ? { now: true } : dueNext({ ...row.entry, ...change }, world);
    if (due.now)
      await carryOn(await world.register.write(row, { ...change, nextCheck: heldUntil(world) }), 'again', world);
    else await askLeaders(await world.register.write(row, { ...change, nextCheck: due.at }), world);
  } catch (error) {
    noted(row, error, world);
  }
}

type Due = { readonly now: true } | { readonly now: false; readonly at: string | null };

/** When a row that was brought to its end is to be looked at again: at once when its second adult has to be asked, or found. */
function dueNext(entry: Entry, world: World): Due {
  const cover = coverDue(entry, mustBeTwo(entry, world), world.now());
  if (cover !== null && Date.parse(cover) <= world.now().getTime()) return { now: true };
  return { now: false, at: dueAt(entry, world) };
}

// The host waits for an answer; if even this does not reach them, the outcome will.
async function told(row: Stored, wrong: string | null, world: World): Promise<void> {
  try {
    await world.notices.delay(row.entry, wrong);
  } catch (error) {
    noted(row, error, world);
  }
}

const tooLate = ({ entry }: Stored, { now }: World) => Date.parse(entry.ask.start) <= now().getTime();

function noted({ entry }: Stored, error: unknown, { log }: World): void {
  const failure = error instanceof Failure ? error.message : error;
  log.warn({ reference: entry.reference, step: entry.step, failure }, 'a meeting could not be brought to its end yet');
}
