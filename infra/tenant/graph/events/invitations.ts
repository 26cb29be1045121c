import type { Mail } from '../../mail/mail.ts';
import type { Attendee, StoredEvent } from './event.ts';
import { sameAddress } from './event.ts';

export type Letter = { readonly kind: Mail['kind']; readonly to: string };

// These stay in the organizer's own calendar: nobody is told of them.
const own = new Set(['categories', 'isReminderOn', 'reminderMinutesBeforeStart', 'showAs']);

type Invited = Pick<StoredEvent, 'attendees'>;

/**
 * Who Exchange mails when an event changes, and what
 * (https://learn.microsoft.com/graph/api/event-update: with nothing but `attendees` in the change it reaches
 * those added or changed; with anything else beside them, everybody).
 * @param before null for a new event
 * @param changed the members named in the request
 */
export function letters(before: Invited | null, after: Invited, changed: ReadonlySet<string>): Letter[] {
  const earlier = before?.attendees ?? [];
  const same = ({ address }: Attendee) => earlier.find((attendee) => sameAddress(attendee.address, address));
  const onlyAttendees = [...changed].every((name) => name === 'attendees');
  const tellsAll = !onlyAttendees && [...changed].some((name) => !own.has(name));
  const removed = earlier.filter((one) => !after.attendees.some(({ address }) => sameAddress(address, one.address)));
  return [
    ...removed.map(({ address }): Letter => ({ kind: 'cancellation', to: address })),
    ...after.attendees.flatMap((attendee): Letter[] => {
      const was = same(attendee);
      if (was === undefined) return [{ kind: 'invitation', to: attendee.address }];
      return tellsAll || was.type !== attendee.type ? [{ kind: 'update', to: attendee.address }] : [];
    }),
  ];
}

export const cancellations = (event: Invited): Letter[] =>
  event.attendees.map(({ address }) => ({ kind: 'cancellation', to: address }));
