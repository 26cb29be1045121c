import { Failure, type FailureKind } from '../failure.ts';
import { type Amendment, cameToNothing, moment, type Stored } from '../register/entry.ts';
import { reviewAfter, standingWith } from '../reviewing/reasons.ts';
import { advance } from './claim.ts';
import { decideOn, refusalOf } from './gather.ts';
import { confirmOrHarden, hasItsYes, proven } from './schedule.ts';
import type { World } from './world.ts';

/**
 * Changes who comes to a meeting that stands, or one of its settings, in the order of the promise: what is about to be is written
 * down, sealed, read back, and only then is anybody mailed; read back, read back. Only those who are new or gone are mailed.
 * Every step may run again.
 */

/** It did not come to its end. `mailed`: people may have been written to already, so it cannot quietly be as it was. */
export class NotAmended extends Error {
  readonly row: Stored;
  readonly mailed: boolean;

  constructor(row: Stored, mailed: boolean, cause: unknown) {
    super('not amended', { cause });
    this.name = 'NotAmended';
    this.row = row;
    this.mailed = mailed;
  }
}

/**
 * @param held the row, with the change open and `amend` as its step
 * @returns the row as it is now, with `tell` as its step
 * @throws NotAmended with the row as far as it came
 */
export async function amend(
  held: Stored,
  amendment: Amendment,
  begun: 'first time' | 'again',
  world: World,
): Promise<Stored> {
  const { meetings, register } = world;
  const { reference, ask: before, seal: sealedBefore } = held.entry;
  const { ask, decision, at } = amendment;
  const { safeguards } = decision;
  let row = held;
  let mailed = false;
  try {
    await register.note(reference, 'change asked', amendment.by, world.now(), `${amendment.what}, ${at}`);
    const located = await meetings.standing(ask, row.entry);
    const sealed = proven(await meetings.seal(located, safeguards));
    if (!onlyTightens(amendment)) await decideAgain(row, amendment, world);
    row = await advance(row, { step: 'amend' }, world);

    mailed = true;
    const invited = await meetings.reinvite(sealed, before, begun);
    const { hash } = await confirmOrHarden(invited, { reference, safeguards }, world);
    await register.note(reference, 'changed', 'chaperone', world.now(), `${amendment.what}, ${at}`);
    const seal = { ...sealedBefore, state: 'sealed' as const, at: moment(world.now()), hash };
    const came = { ...amendment, came: { to: 'made' } } as const;
    // A second adult is what a meeting on hold waits for.
    const review = reviewAfter(row.entry.review, amendment.what);
    const status = amendment.what === 'second adult' ? standingWith({ review }, 'arranged') : amendment.statusBefore;
    return await advance(row, { step: 'tell', status, ask, decision, seal, review, amendment: came }, world);
  } catch (error) {
    throw new NotAmended(row, mailed && !isSureNobodyWasMailed(error), error);
  }
}

// An agreement was taken back, and a recording closes by itself; a policy sets more than before: that needs nobody's leave.
const onlyTightens = ({ what, by, ask }: Amendment): boolean =>
  what === 'settings' || (what === 'recording' && by === 'chaperone' && ask.recording === null);

const beforeAnyWrite: readonly FailureKind[] = ['changed in Outlook', 'meeting gone', 'graph refused', 'not invited'];
const isSureNobodyWasMailed = (error: unknown): boolean =>
  error instanceof Failure && beforeAnyWrite.includes(error.kind);

// As at the moment of the first decision, so that a notice that was long enough is not too short for a change.
async function decideAgain({ entry }: Stored, { ask }: Amendment, world: World): Promise<void> {
  const then = { ...world, now: () => new Date(entry.decision.decidedAt) };
  const { facts, decision } = await decideOn(ask, then, { people: world.people.afresh(), reference: entry.reference });
  if (!hasItsYes(decision, entry.authorisation)) throw refusalOf(facts, decision);
}

/**
 * The change came to nothing and nobody was mailed: people and settings are written as they were before, and read back.
 * @returns the row, with `tell` as its step
 * @throws Failure `not sealed` when the meeting no longer holds its safeguards
 */
export async function putBack(row: Stored, amendment: Amendment, by: FailureKind, world: World): Promise<Stored> {
  const { entry } = row;
  await world.register.note(entry.reference, 'change not made', 'chaperone', world.now(), `${by}, ${amendment.at}`);
  if (amendment.statusBefore === 'on hold') {
    const link = await world.meetings.retire(entry.ask, entry);
    if (!link.shut) throw new Failure('not sealed', link.why);
    return advance(row, cameToNothing(amendment, by), world);
  }
  const located = await world.meetings.standing(entry.ask, entry);
  const { hash } = proven(await world.meetings.seal(located, entry.decision.safeguards));
  return advance(
    row,
    { ...cameToNothing(amendment, by), seal: { state: 'sealed', at: moment(world.now()), hash } },
    world,
  );
}
