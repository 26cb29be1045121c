import { allAgreedToRecording } from '../agreeing/ledger.ts';
import { decideOnChange } from '../changing/open-change.ts';
import { heldUntil } from '../meetings/claim.ts';
import type { World } from '../meetings/world.ts';
import { type Amendment, moment, type Stored, standing } from '../register/entry.ts';

/**
 * A recording stays open while everyone from outside agrees. Once somebody has taken that back, it is closed without asking anybody,
 * whatever else policy says of the meeting by now: a setting that only becomes stricter needs nobody's leave.
 * @param row held, with `done` as its step
 * @returns the row, with the change to carry on when there is one
 */
export async function lookAtRecording(row: Stored, world: World): Promise<Stored> {
  const { ask, reference, status, decision, authorisation } = row.entry;
  const statusBefore = standing.find((one) => one === status);
  // On hold nobody but the host is in it; it is looked at again when it is let go.
  if (ask.recording === null || statusBefore === undefined || statusBefore === 'on hold') return row;
  if (allAgreedToRecording({ ask, reference }, await world.register.agreements(reference))) return row;
  const closed = { ...ask, recording: null };
  const now = await decideOnChange(row, { how: 'in place', ask: closed }, world);
  const lets = now.decision.verdict === 'allow' || now.decision.verdict === 'authorise';
  const amendment: Amendment = {
    what: 'recording',
    by: 'chaperone',
    at: moment(world.now()),
    ask: closed,
    decision: lets ? now.decision : { ...decision, safeguards: { ...decision.safeguards, allowRecording: false } },
    authorisedBefore: authorisation,
    statusBefore,
    came: { to: 'open' },
  };
  return world.register.write(row, { amendment, step: 'amend', nextCheck: heldUntil(world) });
}
