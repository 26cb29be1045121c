import { Failure } from '../failure.ts';
import { type Entry, moment, type Stored, steps } from '../register/entry.ts';
import type { World } from './world.ts';

/** Whoever works on a row of the register holds it until its next check. */

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
