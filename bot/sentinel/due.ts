import { nextCare } from '../aftercare/aftercare.ts';
import { checklistDue } from '../checklist/at-its-moment.ts';
import { heldUntil } from '../meetings/claim.ts';
import type { World } from '../meetings/world.ts';
import type { Entry } from '../register/entry.ts';
import { reviewDue } from '../reviewing/reasons.ts';
import { mustHaveTwo } from '../second-adult/must-have-two.ts';
import { coverDue } from '../second-adult/next-move.ts';
import { nextLook } from './next-look.ts';

type Around = Pick<World, 'now' | 'claimSeconds' | 'school' | 'policy'>;

/**
 * When a row at rest is to be looked at again: because it stands, for its second adult, its checklist, its review, or for what an
 * urgent one owes afterwards.
 * @returns UTC; `null` when nothing is due any more
 */
export function dueAt(entry: Entry, world: Around): string | null {
  const now = world.now();
  const each = [
    nextLook(entry, now),
    coverDue(entry, mustHaveTwo(entry.ask, world.policy, now), now),
    checklistDue(entry, now),
    reviewDue(entry, now),
    nextCare(entry, { now, held: heldUntil(world), school: world.school }),
  ].filter((at) => at !== null);
  return each.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}
