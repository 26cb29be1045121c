import type { StoredMeeting } from '../graph/meetings/meeting.ts';

/** One message to one person, as Exchange would have sent it. */
export type Mail = {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly kind: 'invitation' | 'update' | 'cancellation';
  /** The address of the one person it went to. */
  readonly to: string;
  readonly subject: string;
  /** HTML, with the block Teams adds. */
  readonly body: string;
  readonly joinUrl: string | null;
  /** UTC, ISO 8601. */
  readonly start: string;
  readonly end: string;
  readonly eventId: string;
  /** The organizer's address. */
  readonly organizer: string;
  /** Recipients see only themselves. */
  readonly hideAttendees: boolean;
  /** Whom the letter lists as invited, as its reader sees it: name and address. */
  readonly attendees: readonly { readonly name: string; readonly address: string }[];
  /** The meeting exactly as stored at that instant, whatever any answer had claimed; null when the event has none. */
  readonly optionsThen: StoredMeeting | null;
};
