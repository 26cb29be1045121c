import type { Reference } from '../../bot/meetings/ask.ts';
import { childOf } from '../../bot/meetings/ask.ts';
import type { Entry } from '../../bot/register/entry.ts';
import type { OldMeeting, OldMeetingsBook } from '../../bot/register/old-meetings.ts';

/** Old meetings of a register in memory. @param left those that stand there still; what is taken out is taken from it */
export function memoryOldMeetings(left: Entry[]): OldMeetingsBook {
  const olds = () => left.map(oldMeetingOf).toSorted((a, b) => a.start.localeCompare(b.start));
  return {
    oldMeetings: ({ kind, from, to }) =>
      Promise.resolve({
        meetings: olds().filter((one) => one.kind === kind && one.start >= from && one.start < to),
        unreadable: 0,
        next: null,
      }),
    oldMeetingsAmong: (references) =>
      Promise.resolve({ meetings: olds().filter(({ reference }) => references.includes(reference)), unreadable: 0 }),
    oldestStart: () => Promise.resolve(olds()[0]?.start ?? null),
    takeOut: async (reference: Reference, _disposal, isHeld) => {
      if (await isHeld()) return 'kept back';
      const at = left.findIndex((entry) => entry.reference === reference);
      if (at >= 0) left.splice(at, 1);
      return 'gone';
    },
  };
}

const oldMeetingOf = ({
  reference,
  ask,
  status,
  step,
  nextCheck,
  review,
  aftercare,
  amendment,
}: Entry): OldMeeting => ({
  reference,
  kind: ask.kind,
  start: ask.start,
  minutes: ask.minutes,
  year: childOf(ask)?.year ?? ('year' in ask ? ask.year : null),
  status,
  underWay: step !== 'done' || nextCheck !== null || amendment !== null,
  reviewOpen: (review?.reasons ?? []).some(({ dismissed }) => dismissed === null),
  aftercareDue: aftercare.state === 'due',
  recordingDeleteOn: ask.recording?.deleteOn ?? null,
  disposal: null,
});
