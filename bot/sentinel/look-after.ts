import { showAtItsMoment } from '../checklist/at-its-moment.ts';
import { tellOfWhatIsOpen } from '../concerns/raising.ts';
import type { World } from '../meetings/world.ts';
import { lookAtRecording } from '../recording/closing.ts';
import { type Stored, stands } from '../register/entry.ts';
import { endUnreviewed, lookAtFacts } from '../reviewing/look-at-facts.ts';
import { lookAtSecondAdult } from '../second-adult/covering.ts';

/**
 * A meeting that stands, looked at when it is due, until it is over. What is found is written to the row and told to those concerned.
 * @param row taken by the sweep; its step is `done`
 * @returns the row as it is then: still `done`, or with a step that is to be carried on
 */
export async function lookAfter(row: Stored, world: World): Promise<Stored> {
  const begun = await endUnreviewed(row, world);
  if (begun.entry.step !== 'done') return begun;
  const covered = await lookAtSecondAdult(begun, world);
  if (covered.entry.step !== 'done') return covered;
  await showAtItsMoment(covered, world);
  await tellOfWhatIsOpen(covered.entry, world);
  const closed = await lookAtRecording(covered, world);
  return closed.entry.step === 'done' && stands(closed.entry) ? lookAtFacts(closed, world) : closed;
}
