import type { Reference } from '../meetings/ask.ts';
import type { Retention } from '../policy/retention.ts';
import { isOver } from '../register/entry.ts';
import type { OldMeeting } from '../register/old-meetings.ts';
import { isTimeOver } from './retention.ts';

/** Whether a meeting may be disposed of. Pure; whatever is not known to be finished stays. */

/** Why a meeting stays, the first that applies, with the words the data protection officer reads. */
export const stays = {
  'not over': 'It has not taken place yet',
  'time not over': 'It is to be kept for longer',
  'kept back': 'Kept back',
  'under way': 'Something is still to be done about it',
  'review open': 'It is still to be looked at again',
  'aftercare due': 'Senior leaders are still to look at it',
  recording: 'Its recording is not yet to be deleted',
} as const;
export type Stays = keyof typeof stays;

type Given = { readonly retention: Retention; readonly held: ReadonlySet<Reference>; readonly now: Date };

/** @returns why it stays, or `null` when it may go */
export function whyStays(meeting: OldMeeting, { retention, held, now }: Given): Stays | null {
  const { start, minutes, status } = meeting;
  if (Date.parse(start) + minutes * 60_000 > now.getTime()) return 'not over';
  if (!isTimeOver(retention[meeting.kind], meeting, now)) return 'time not over';
  if (held.has(meeting.reference)) return 'kept back';
  if (meeting.aftercareDue) return 'aftercare due';
  if (meeting.reviewOpen && !isOver[status]) return 'review open';
  if (meeting.underWay || !finished(meeting)) return 'under way';
  if (meeting.recordingDeleteOn !== null && meeting.recordingDeleteOn >= now.toISOString().slice(0, 10))
    return 'recording';
  return null;
}

// What still waits long after its time was never brought to an end: somebody has to look at it first.
const finished = ({ status }: OldMeeting): boolean =>
  isOver[status] || status === 'arranged' || status === 'held elsewhere';
