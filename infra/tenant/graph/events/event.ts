import { createHash } from 'node:crypto';
import { findPerson, type SeededPerson } from '../../school/people.ts';
import type { StoredMeeting } from '../meetings/meeting.ts';
import { inZone } from './time-zones.ts';

export const responses = ['accepted', 'tentativelyAccepted', 'declined'] as const;
export type Response = (typeof responses)[number];

export type Attendee = {
  readonly type: 'required' | 'optional' | 'resource';
  readonly name: string;
  readonly address: string;
  /** What they answered in their own Outlook, and when (UTC); absent before they did. */
  readonly answer?: { readonly response: Response; readonly at: string };
};

export type ExtendedProperty = { readonly id: string; readonly value: string };

/** What the organizer wrote, apart from who is asked and what it leads to. */
export type EventDetails = {
  readonly subject: string;
  /** As sent; Exchange keeps HTML only. */
  readonly content: string;
  /** UTC, ISO 8601. */
  readonly start: string;
  readonly end: string;
  readonly originalStartTimeZone: string;
  readonly originalEndTimeZone: string;
  readonly location: string;
  readonly importance: 'low' | 'normal' | 'high';
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
  readonly categories: readonly string[];
  readonly isAllDay: boolean;
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly hideAttendees: boolean;
};

/** A calendar event, kept once for the organizer and everybody who was invited. */
export type StoredEvent = EventDetails & {
  readonly key: string;
  readonly organizerId: string;
  readonly state: 'live' | 'cancelled' | 'deleted';
  readonly transactionId: string | null;
  readonly attendees: readonly Attendee[];
  readonly extended: readonly ExtendedProperty[];
  readonly isOnlineMeeting: boolean;
  readonly joinUrl: string | null;
  /** The meeting the event leads to now; an earlier one lives on without it. */
  readonly meetingId: string | null;
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  readonly version: number;
};

/** Outlook knows one event by another id in every mailbox it lies in. */
export const eventId = (event: StoredEvent, mailbox: SeededPerson): string =>
  `AAMk${Buffer.from(`${event.key}|${mailbox.id.slice(-12)}`).toString('base64url')}=`;

/** @returns the event's key, if this is an id of this mailbox */
export function keyOf(id: string, mailbox: SeededPerson): string | null {
  const match = /^AAMk([\w-]+)=$/.exec(id);
  const [key, owner] = Buffer.from(match?.[1] ?? '', 'base64url')
    .toString()
    .split('|');
  return key !== undefined && owner === mailbox.id.slice(-12) ? key : null;
}

export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Does the event lie in this person's calendar, as theirs or as an invitation they have not declined? */
export const liesIn = (event: StoredEvent, person: SeededPerson): boolean =>
  event.state === 'live' &&
  (event.organizerId === person.id || !['declined', undefined].includes(responseOf(event, person)));

/** What they answered; `notResponded` before that, and nothing of somebody who was not asked. */
export const responseOf = (
  { attendees }: StoredEvent,
  { address }: SeededPerson,
): Response | 'notResponded' | undefined => {
  const own = attendees.find((attendee) => sameAddress(attendee.address, address));
  return own && (own.answer?.response ?? 'notResponded');
};

/** The body as it is mailed and read: what was written, and below it the block by which Outlook finds the meeting again. */
export function mailedBody(event: StoredEvent, meeting: StoredMeeting | undefined): string {
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${event.content}${
    meeting === undefined ? '' : teamsBlock(meeting)
  }</body></html>`;
}

function teamsBlock({ joinWebUrl, joinMeetingIdSettings: { joinMeetingId, passcode } }: StoredMeeting): string {
  const id = joinMeetingId.match(/.{1,3}/g)?.join(' ') ?? joinMeetingId;
  return `<div class="me-email-text"><hr><h2>Microsoft Teams meeting</h2><p><a class="me-email-headline" href="${escaped(joinWebUrl)}">Join the meeting now</a></p><p>Meeting ID: ${id}</p><p>Passcode: ${passcode}</p></div>`;
}

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');

export const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const never = '0001-01-01T00:00:00Z';

type Reader = { readonly mailbox: SeededPerson; readonly zone: string };

/** The event as Graph answers it to whoever reads this mailbox. */
export function shownEvent(event: StoredEvent, meeting: StoredMeeting | undefined, { mailbox, zone }: Reader) {
  const isOrganizer = event.organizerId === mailbox.id;
  const changeKey = createHash('md5').update(`${event.key} ${event.version}`).digest('base64');
  const organizer = findPerson(event.organizerId);
  const content = mailedBody(event, meeting);
  return {
    '@odata.etag': `W/"${changeKey}"`,
    id: eventId(event, mailbox),
    ...kept(event),
    ...(event.transactionId === null ? {} : { transactionId: event.transactionId }),
    changeKey,
    iCalUId: `040000008200E00074C5B7101A82E008${event.key.replaceAll('-', '').toUpperCase()}`,
    hasAttachments: false,
    bodyPreview: plainText(content).slice(0, 255),
    isCancelled: false,
    isDraft: false,
    isOrganizer,
    type: 'singleInstance',
    seriesMasterId: null,
    recurrence: null,
    onlineMeetingUrl: null,
    onlineMeetingProvider: event.isOnlineMeeting ? 'teamsForBusiness' : 'unknown',
    onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl },
    responseStatus: isOrganizer ? { response: 'organizer', time: never } : ownStatus(event, mailbox),
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(eventId(event, mailbox))}`,
    body: { contentType: 'html', content },
    start: inZone(event.start, zone),
    end: inZone(event.end, zone),
    location: placeOf(event),
    locations: event.location === '' ? [] : [placeOf(event)],
    attendees: visible(event.attendees, event.hideAttendees && !isOrganizer, mailbox).map(
      ({ type, name, address, answer }) => ({
        type,
        // `none` to everybody else, `notResponded` to themselves: https://learn.microsoft.com/graph/api/resources/responsestatus
        status: { response: answer?.response ?? 'none', time: answer?.at ?? never },
        emailAddress: { name, address },
      }),
    ),
    organizer: { emailAddress: { name: organizer?.name ?? '', address: organizer?.address ?? '' } },
  };
}

function ownStatus({ attendees }: StoredEvent, { address }: SeededPerson) {
  const answer = attendees.find((attendee) => sameAddress(attendee.address, address))?.answer;
  return { response: answer?.response ?? 'notResponded', time: answer?.at ?? never };
}

const placeOf = ({ location }: StoredEvent) => ({ displayName: location, locationType: 'default' });

/** What is answered as it is stored. */
const kept = (event: StoredEvent) => ({
  subject: event.subject,
  originalStartTimeZone: event.originalStartTimeZone,
  originalEndTimeZone: event.originalEndTimeZone,
  importance: event.importance,
  sensitivity: event.sensitivity,
  showAs: event.showAs,
  categories: event.categories,
  isAllDay: event.isAllDay,
  isReminderOn: event.isReminderOn,
  reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
  responseRequested: event.responseRequested,
  allowNewTimeProposals: event.allowNewTimeProposals,
  hideAttendees: event.hideAttendees,
  isOnlineMeeting: event.isOnlineMeeting,
  createdDateTime: event.createdDateTime,
  lastModifiedDateTime: event.lastModifiedDateTime,
});

const visible = (attendees: readonly Attendee[], onlySelf: boolean, { address }: SeededPerson) =>
  onlySelf ? attendees.filter((attendee) => sameAddress(attendee.address, address)) : attendees;
