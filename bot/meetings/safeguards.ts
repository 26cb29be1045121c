import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import { z } from 'zod';
import type { Safeguards } from '../policy/decision.ts';
import type { PersonId } from './ask.ts';
import type { MeetingRole } from './who-comes.ts';

/**
 * A Teams meeting as a fresh GET showed it, read with `Prefer: include-unknown-enum-members`
 * (https://learn.microsoft.com/graph/api/resources/onlinemeeting). Every member may be missing: what is missing is not enforced.
 */
export const MeetingAsRead = z.object({
  id: z.string(),
  joinWebUrl: z.string().nullish(),
  lobbyBypassSettings: z
    .object({ scope: z.string().nullish(), isDialInBypassEnabled: z.boolean().nullish() })
    .nullish(),
  chatInfo: z.object({ threadId: z.string().nullish() }).nullish(),
  allowedPresenters: z.string().nullish(),
  allowedLobbyAdmitters: z.string().nullish(),
  allowMeetingChat: z.string().nullish(),
  allowRecording: z.boolean().nullish(),
  allowTranscription: z.boolean().nullish(),
  recordAutomatically: z.boolean().nullish(),
  allowBreakoutRooms: z.boolean().nullish(),
  allowWhiteboard: z.boolean().nullish(),
  allowLiveShare: z.string().nullish(),
  allowAttendeeToEnableMic: z.boolean().nullish(),
  allowAttendeeToEnableCamera: z.boolean().nullish(),
  participants: z
    .object({
      organizer: participant().nullish(),
      attendees: z.array(participant()).nullish(),
    })
    .nullish(),
});
export type MeetingAsRead = z.infer<typeof MeetingAsRead>;

function participant() {
  const user = z.object({ id: z.string().nullish(), tenantId: z.string().nullish() });
  return z.object({ role: z.string().nullish(), identity: z.object({ user: user.nullish() }).nullish() });
}

/** What the read-back is held against. */
export type Expected = {
  readonly safeguards: Safeguards;
  readonly host: PersonId;
  /** The staff named in the meeting, as it was asked for. */
  readonly roster: readonly { readonly id: PersonId; readonly role: MeetingRole }[];
  readonly tenantId: string;
  /** From the calendar event: settings on any other meeting protect nobody. */
  readonly joinUrl: string;
};

/** A safeguard that is not as asked. `was` is Graph's own word, never a person's name. */
export type Difference = { readonly setting: string; readonly asked: string; readonly was: string };

const raised = new Set(['presenter', 'coorganizer', 'producer', 'unknownFutureValue']);

/**
 * What stands between this meeting and being sealed. Pure. Missing, null and `unknownFutureValue` are differences like any other;
 * only an empty list means enforced.
 */
export function differences(expected: Expected, read: MeetingAsRead): readonly Difference[] {
  const { safeguards } = expected;
  const pairs: [setting: string, asked: string | boolean, was: string | boolean | null | undefined][] = [
    ['lobby', safeguards.lobbyScope, read.lobbyBypassSettings?.scope],
    ['dial-in past the lobby', safeguards.dialInBypassesLobby, read.lobbyBypassSettings?.isDialInBypassEnabled],
    ['who may present', safeguards.allowedPresenters, read.allowedPresenters],
    ['who may admit', safeguards.allowedLobbyAdmitters, read.allowedLobbyAdmitters],
    ['chat', safeguards.allowMeetingChat, read.allowMeetingChat],
    ['recording', safeguards.allowRecording, read.allowRecording],
    ['transcription', safeguards.allowTranscription, read.allowTranscription],
    ['automatic recording', safeguards.recordAutomatically, read.recordAutomatically],
    ['breakout rooms', safeguards.allowBreakoutRooms, read.allowBreakoutRooms],
    ['whiteboard', safeguards.allowWhiteboard, read.allowWhiteboard],
    ['live share', safeguards.allowLiveShare, read.allowLiveShare],
    ['microphones', safeguards.allowAttendeeToEnableMic, read.allowAttendeeToEnableMic],
    ['cameras', safeguards.allowAttendeeToEnableCamera, read.allowAttendeeToEnableCamera],
    // Whose meeting and which one are told as yes or no: an object id or a link has no place in a log.
    ['hosted by the host', true, read.participants?.organizer?.identity?.user?.id === expected.host],
    ['the meeting in the calendar', true, read.joinWebUrl === expected.joinUrl],
  ];
  const settings = pairs
    .filter(([, asked, was]) => asked !== was)
    .map(([setting, asked, was]) => ({ setting, asked: String(asked), was: String(was ?? 'missing') }));
  return [...settings, ...rosterDifferences(expected, read)];
}

// Only staff who were asked for may hold a raised role; one that nobody can put a name to is somebody else's.
function rosterDifferences(expected: Expected, read: MeetingAsRead): Difference[] {
  const attendees = read.participants?.attendees;
  if (!attendees) return [{ setting: 'people', asked: 'a list', was: 'missing' }];
  const strangers = attendees.filter(({ role, identity }) => {
    if (!raised.has(role ?? '')) return false;
    const { id, tenantId } = identity?.user ?? {};
    return !mayHold(expected, id, role) || (tenantId != null && tenantId !== expected.tenantId);
  });
  return [
    ...strangers.map(({ role }) => ({
      setting: 'raised roles',
      asked: 'staff only',
      was: `somebody else as ${role ?? 'nothing'}`,
    })),
    ...secondAdultDifferences(expected, attendees),
  ];
}

// A colleague who may present may not admit: that is for the host and the second adult.
function mayHold({ host, roster }: Expected, id: string | null | undefined, role: string | null | undefined): boolean {
  if (id === host) return true;
  return roster.some(
    (one) => one.id === id && (one.role === 'coorganizer' || (one.role === 'presenter' && role === 'presenter')),
  );
}

/**
 * What a meeting is left with whose link is to be useless: nobody but its organizer gets in, presents, admits or writes. Nobody is
 * named in it any more, because a co-organizer never waits.
 */
export const closed = {
  lobbyBypassSettings: { scope: 'organizer', isDialInBypassEnabled: false },
  allowedPresenters: 'organizer',
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
  allowMeetingChat: 'disabled',
  participants: { attendees: [] },
} as const;

/** What is still open about a meeting whose link is to be useless, in Graph's words; empty when it is. Pure. */
export function stillOpen(read: MeetingAsRead): readonly string[] {
  const wrong = {
    lobby: read.lobbyBypassSettings?.scope !== closed.lobbyBypassSettings.scope,
    'dial-in past the lobby': read.lobbyBypassSettings?.isDialInBypassEnabled !== false,
    'who may present': read.allowedPresenters !== closed.allowedPresenters,
    'who may admit': read.allowedLobbyAdmitters !== closed.allowedLobbyAdmitters,
    chat: read.allowMeetingChat !== closed.allowMeetingChat,
    people: read.participants?.attendees?.every(({ role }) => !raised.has(role ?? '')) !== true,
  };
  return Object.entries(wrong).flatMap(([setting, is]) => (is ? [setting] : []));
}

type Attendees = NonNullable<NonNullable<MeetingAsRead['participants']>['attendees']>;

function secondAdultDifferences({ roster }: Expected, attendees: Attendees): Difference[] {
  const secondAdult = roster.find(({ role }) => role === 'coorganizer');
  if (!secondAdult) return [];
  const role = attendees.find(({ identity }) => identity?.user?.id === secondAdult.id)?.role;
  return role === 'coorganizer' ? [] : [{ setting: 'second adult', asked: 'coorganizer', was: role ?? 'missing' }];
}

/** SHA-256 over the settings that were read back, hex: what the sentinel holds a later reading against. */
export function sealHash(read: MeetingAsRead): string {
  // The chat is no safeguard, and seals from before it was read must still give the same.
  const settings: Partial<MeetingAsRead> = { ...read };
  delete settings.chatInfo;
  return createHash('sha256').update(stringify(settings)).digest('hex');
}
