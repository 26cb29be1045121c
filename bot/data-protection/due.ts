import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { inLondon, toUtc, zone } from '../london.ts';
import { kinds } from '../policy/kind.ts';
import type { Retention } from '../policy/retention.ts';
import type { OldMeeting } from '../register/old-meetings.ts';
import type { Register } from '../register/register.ts';
import { holds } from './holds.ts';
import { type Stays, whyStays } from './may-go.ts';
import { schoolYearOf } from './retention.ts';

/** Which meetings of the register may go now. */

export type DisposalWorld = {
  readonly register: Register;
  readonly retention: Retention;
  readonly now: () => Date;
};

/** A class of meetings that is looked at in one go: of one kind, in one school year (by its beginning). */
export const MeetingClass = z.strictObject({ kind: z.enum(kinds), schoolYear: z.int().min(2000).max(2099) });
export type MeetingClass = z.infer<typeof MeetingClass>;

/** A set is no larger than somebody can look through; what is beyond it is found by the next dry run. */
export const largestSet = 250;

/** What the data protection officer sees of a meeting: nothing of whom it was with or about. */
export type Line = { readonly reference: string } & Pick<OldMeeting, 'start' | 'status'>;
type DueLine = Pick<OldMeeting, 'reference' | 'start' | 'status'>;
export type StayingLine = Line & { readonly why: Stays };

/** What of a class would go, oldest first, and what stays although its time is over. */
export async function dueOf(world: DisposalWorld, { kind, schoolYear }: MeetingClass) {
  const { register, retention, now } = world;
  const held = await heldNow(register);
  const meetings: DueLine[] = [];
  const staying: StayingLine[] = [];
  let unreadable = 0;
  for (const window of monthsOf(schoolYear)) {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await register.oldMeetings({ kind, ...window }, cursor ?? null);
      unreadable += page.unreadable;
      for (const meeting of page.meetings) {
        const why = whyStays(meeting, { retention, held, now: now() });
        if (why === null) meetings.push(lineOf(meeting));
        else if (why !== 'not over' && why !== 'time not over') staying.push({ ...lineOf(meeting), why });
      }
      if (meetings.length > largestSet)
        return { meetings: meetings.slice(0, largestSet), staying, unreadable, more: true };
      cursor = page.next;
    }
  }
  return { meetings, staying, unreadable, more: false };
}

/** A month at a time: SharePoint finds no more than 5,000 rows of an index, and a busy school has that in a year. UTC. */
function monthsOf(schoolYear: number): readonly { readonly from: string; readonly to: string }[] {
  const first = Temporal.PlainDate.from({ year: schoolYear, month: 8, day: 1 });
  const at = (months: number) => toUtc(first.add({ months }).toZonedDateTime(zone));
  return Array.from({ length: 12 }, (_, month) => ({ from: at(month), to: at(month + 1) }));
}

/** The school years there are meetings of, oldest first; none while the register is empty. */
export async function schoolYears({
  register,
  now,
}: Pick<DisposalWorld, 'register' | 'now'>): Promise<readonly number[]> {
  const oldest = await register.oldestStart();
  if (oldest === null) return [];
  const first = schoolYearOf(inLondon(oldest));
  return Array.from({ length: Math.max(schoolYearOf(inLondon(now())) - first + 1, 0) }, (_, index) => first + index);
}

/** SHA-256 over references in their order, hex. */
export const hashOf = (references: readonly string[]): string =>
  createHash('sha256').update(references.toSorted().join('\n')).digest('hex');

export const heldNow = async (register: Register) => new Set((await holds(register)).keys());

export const lineOf = ({ reference, start, status }: OldMeeting): DueLine => ({ reference, start, status });
