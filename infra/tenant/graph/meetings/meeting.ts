import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SeededPerson } from '../../school/people.ts';
import type { MeetingSettings } from './settings.ts';

const roles = ['attendee', 'presenter', 'coorganizer', 'producer'] as const;

/** Stored as written: an id or name that means nobody is kept, and gives nobody anything. */
export const Participant = z.strictObject({
  identity: z.strictObject({ user: z.strictObject({ id: z.string(), displayName: z.string().nullish() }) }).nullish(),
  upn: z.string().nullish(),
  role: z.enum(roles).nullish(),
});
export type Participant = z.infer<typeof Participant>;

/** An online meeting in Graph's own shape, with nothing masked. */
export type StoredMeeting = MeetingSettings & {
  readonly id: string;
  readonly creationDateTime: string;
  readonly startDateTime: string;
  readonly endDateTime: string;
  readonly joinWebUrl: string;
  readonly subject: string | null;
  readonly externalId: string | null;
  readonly participants: { readonly organizer: Participant; readonly attendees: readonly Participant[] };
  readonly chatInfo: { readonly threadId: string };
  readonly joinMeetingIdSettings: {
    readonly joinMeetingId: string;
    readonly passcode: string;
    readonly isPasscodeRequired: boolean;
  };
};

export const organizerOf = (meeting: StoredMeeting): string => meeting.participants.organizer.identity?.user.id ?? '';

type NewMeeting = {
  readonly organizer: SeededPerson;
  readonly tenantId: string;
  readonly joinUrls: 'long' | 'short';
  readonly settings: MeetingSettings;
  readonly subject: string | null;
  /** UTC, ISO 8601. */
  readonly start: string;
  readonly end: string;
  readonly now: Date;
  readonly attendees?: readonly Participant[];
  readonly externalId?: string;
};

/** @returns a meeting with an id, a chat and a join URL of its own, as Teams makes them up */
export function newMeeting(wanted: NewMeeting): StoredMeeting {
  const { organizer, settings, now } = wanted;
  const threadId = `19:meeting_${Buffer.from(randomUUID()).toString('base64url')}@thread.v2`;
  const joinMeetingId = `3${String(randomInt(1e11, 1e12))}`;
  const passcode = randomBytes(6).toString('base64url').replaceAll(/[-_]/g, 'x');
  return {
    ...settings,
    id: Buffer.from(`1*${organizer.id}*0**${threadId}`).toString('base64'),
    creationDateTime: now.toISOString(),
    startDateTime: wanted.start,
    endDateTime: wanted.end,
    joinWebUrl:
      wanted.joinUrls === 'short'
        ? `https://teams.microsoft.com/meet/${joinMeetingId}?p=${passcode}`
        : longJoinUrl(threadId, wanted.tenantId, organizer.id),
    subject: wanted.subject,
    externalId: wanted.externalId ?? null,
    participants: {
      organizer: { identity: { user: { id: organizer.id } }, upn: organizer.userPrincipalName, role: 'presenter' },
      attendees: wanted.attendees ?? [],
    },
    chatInfo: { threadId },
    joinMeetingIdSettings: { joinMeetingId, passcode, isPasscodeRequired: true },
  };
}

/** Lower-case escapes inside, as Teams writes them: whoever puts the URL into a query must escape the escapes. */
function longJoinUrl(threadId: string, tenantId: string, organizerId: string): string {
  const lower = (text: string) => encodeURIComponent(text).replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
  const about = lower(JSON.stringify({ Tid: tenantId, Oid: organizerId }));
  return `https://teams.microsoft.com/l/meetup-join/${lower(threadId)}/0?context=${about}`;
}

/**
 * The meeting as an answer shows it.
 * Members of an enumeration that came after `unknownFutureValue` are hidden behind that word unless the caller says it knows them
 * (https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations).
 */
export function shown(meeting: StoredMeeting, knowsLateMembers: boolean) {
  const mask = <T extends string>(value: T, late: readonly string[]) =>
    late.includes(value) && !knowsLateMembers ? 'unknownFutureValue' : value;
  const participant = ({ identity, upn, role }: Participant) => ({
    upn: upn ?? null,
    role: role == null ? null : mask(role, ['producer', 'coorganizer']),
    identity:
      identity == null ? null : { user: { id: identity.user.id, displayName: identity.user.displayName ?? null } },
  });
  const { lobbyBypassSettings: lobby, participants } = meeting;
  return {
    ...meeting,
    lobbyBypassSettings: { ...lobby, scope: mask(lobby.scope, ['invited', 'organizationExcludingGuests']) },
    participants: {
      organizer: participant(participants.organizer),
      attendees: participants.attendees.map(participant),
    },
    chatInfo: { ...meeting.chatInfo, messageId: '0', replyChainMessageId: null },
    isBroadcast: false,
    meetingType: 'scheduled',
    isEndToEndEncryptionEnabled: false,
    shareMeetingChatHistoryDefault: 'none',
    allowParticipantsToChangeName: false,
    audioConferencing: null,
    videoTeleconferenceId: null,
    sensitivityLabelAssignment: null,
    expiryDateTime: null,
    meetingTemplateId: null,
    meetingOptionsWebUrl: `https://teams.microsoft.com/meetingOptions/?threadId=${encodeURIComponent(meeting.chatInfo.threadId)}`,
    joinInformation: {
      contentType: 'html',
      content: `<a href="${meeting.joinWebUrl.replaceAll('&', '&amp;')}">Join</a>`,
    },
  };
}
