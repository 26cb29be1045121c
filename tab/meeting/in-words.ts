import type { Wanted } from '../../bot/changing/wanted.ts';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { dayOf, hoursOf } from '../when.ts';
import { meetingWords } from '../words/meeting.ts';
import { statusNames } from '../words/words.ts';

/** A meeting and what somebody wants of it, field by field, so that two states of it can be held against each other. */

export type Fields = Readonly<Record<keyof typeof meetingWords.fields, string>>;

export const fieldsOf = (meeting: MeetingDetail): Fields => ({
  when: `${dayOf(meeting.start)}, ${hoursOf(meeting.start, meeting.end)}`,
  host: meeting.host,
  secondAdult: meeting.secondAdult ?? '',
  guests: meeting.guests.map(({ name }) => name).join(', '),
  status: statusNames[meeting.status],
  purpose: meeting.purpose,
  outcome: meeting.outcome.says,
  change: meeting.proposal?.rows.map(({ label, value }) => `${label}: ${value}`).join('; ') ?? '',
});

/** What somebody wants, beside the field it is about. */
export function wishOf(wanted: Wanted): Partial<Fields> {
  switch (wanted.to) {
    case 'move':
      return 'date' in wanted.when
        ? { when: [wanted.when.date, wanted.when.time, `${wanted.when.minutes} minutes`].join(', ') }
        : {};
    case 'add guests':
      return 'rows' in wanted.guests ? { guests: `+ ${wanted.guests.rows.map(({ name }) => name).join(', ')}` } : {};
    case 'remove guest':
      return { guests: `− ${wanted.said}` };
    case 'change second adult':
      return { secondAdult: wanted.said };
    case 'change host':
      return { host: wanted.said };
  }
}

/** The fields that are not the same any more, and those that somebody wants otherwise. */
export function differing(before: Fields, now: Fields, yours: Partial<Fields>) {
  // The compiler knows what the keys are; `Object.keys` forgets it.
  const names = Object.keys(meetingWords.fields) as (keyof Fields)[];
  return names
    .filter((name) => before[name] !== now[name] || yours[name] !== undefined)
    .map((name) => ({ name, before: before[name], now: now[name], yours: yours[name] ?? '' }));
}
