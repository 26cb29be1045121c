import { allAgreedToRecording } from '../agreeing/ledger.ts';
import { openChange } from '../changing/open-change.ts';
import { wished } from '../changing/wish.ts';
import type { World } from '../meetings/world.ts';
import type { Stored } from '../register/entry.ts';

/**
 * A recording stays open while everyone from outside agrees. Once somebody has taken that back, it is closed without asking anybody.
 * @param row held, with `done` as its step
 * @returns the row, with the change to carry on when there is one
 */
export async function lookAtRecording(row: Stored, world: World): Promise<Stored> {
  const { ask, reference, status } = row.entry;
  // On hold nobody but the host is in it; it is looked at again when it is let go.
  if (ask.recording === null || status === 'on hold') return row;
  if (allAgreedToRecording({ ask, reference }, await world.register.agreements(reference))) return row;
  const closed = wished(ask, { to: 'close recording' }, []);
  return typeof closed === 'string' ? row : openChange(row, closed, 'chaperone', world);
}
