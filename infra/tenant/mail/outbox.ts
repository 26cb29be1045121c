import { randomUUID } from 'node:crypto';
import type { Store } from '../database.ts';
import { type Documents, documents } from '../documents.ts';
import { escaped, mailedBody, type StoredEvent, sameAddress } from '../graph/events/event.ts';
import type { Letter } from '../graph/events/invitations.ts';
import type { StoredMeeting } from '../graph/meetings/meeting.ts';
import type { SeededPerson } from '../school/people.ts';
import type { Mail } from './mail.ts';

/** Everything Exchange would have mailed, oldest first. */
export type Outbox = {
  /** One message to each; the organizer is never written to. */
  send(letters: readonly Letter[], of: Posted): void;
  all(): readonly Mail[];
  clear(): void;
};

type Posted = {
  readonly event: StoredEvent;
  readonly eventId: string;
  readonly meeting: StoredMeeting | undefined;
  readonly organizer: SeededPerson;
  readonly at: Date;
  readonly comment?: string;
};

export function openOutbox(store: Store): Outbox {
  const mails: Documents<Mail> = documents(store, 'mails', ({ id }) => id);
  return {
    send: (letters, posted) => {
      for (const letter of letters)
        if (!sameAddress(letter.to, posted.organizer.address)) mails.put(written(letter, posted));
    },
    all: () => mails.all(),
    clear: () => {
      mails.clear();
    },
  };
}

function written({ kind, to }: Letter, { event, eventId, meeting, organizer, at, comment = '' }: Posted): Mail {
  return {
    id: randomUUID(),
    at: at.toISOString(),
    kind,
    to,
    subject: kind === 'cancellation' ? `Cancelled: ${event.subject}` : event.subject,
    body: `${comment === '' ? '' : `<p>${escaped(comment)}</p>`}${mailedBody(event, meeting)}`,
    joinUrl: event.joinUrl,
    start: event.start,
    end: event.end,
    eventId,
    organizer: organizer.address,
    hideAttendees: event.hideAttendees,
    attendees: event.attendees
      .filter(({ address }) => !event.hideAttendees || sameAddress(address, to))
      .map(({ name, address }) => ({ name, address })),
    optionsThen: meeting ?? null,
  };
}
