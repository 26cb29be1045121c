import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { PersonId } from '../meetings/ask.ts';
import { MeetingAsRead } from '../meetings/safeguards.ts';
import { type Graph, parsed, type Written } from './graph.ts';

/** A Teams meeting, call by call (https://learn.microsoft.com/graph/api/resources/onlinemeeting). The order is `meetings.ts`'s business. */

// Without it Graph answers `unknownFutureValue` for every member that came late: coorganizer, organizationExcludingGuests
// (https://learn.microsoft.com/graph/api/resources/lobbybypasssettings).
const withLateMembers = { Prefer: 'include-unknown-enum-members, IdType="ImmutableId"' };

const Page = z.object({ value: z.array(MeetingAsRead) });

// A new meeting may take a while to be found by its link; with the pauses between, this is about a minute.
const lookups = 8;

const pathOf = (host: PersonId, meetingId: string) => `/users/${host}/onlineMeetings/${encodeURIComponent(meetingId)}`;

/** The id of the meeting behind a link. Only its organizer may look it up. @throws Failure `meeting not found` */
export async function findMeeting(graph: Graph, host: PersonId, joinUrl: string): Promise<string> {
  // The whole link is encoded once more inside the filter: its own %3a must arrive as %3a
  // (https://learn.microsoft.com/graph/api/onlinemeeting-get).
  const path = `/users/${host}/onlineMeetings?$filter=JoinWebUrl%20eq%20'${encodeURIComponent(joinUrl)}'`;
  for (let tries = 0; ; tries += 1) {
    const answer = await graph.read(path, withLateMembers);
    const meetings = answer.found ? parsed(Page, answer.body, 'the meeting of the link').value : [];
    const [meeting] = meetings;
    if (meetings.length > 1) throw new Failure('meeting not found', 'the link belongs to more than one meeting');
    if (meeting && meeting.participants?.organizer?.identity?.user?.id !== host)
      throw new Failure('meeting not found', 'the meeting has another organizer');
    if (meeting) return meeting.id;
    if (tries >= lookups) throw new Failure('meeting not found', 'no meeting behind the link yet');
    await graph.rest(tries);
  }
}

/** A fresh reading; `null` when there is no such meeting. */
export async function readMeeting(graph: Graph, host: PersonId, meetingId: string): Promise<MeetingAsRead | null> {
  const answer = await graph.read(pathOf(host, meetingId), withLateMembers);
  return answer.found ? parsed(MeetingAsRead, answer.body, 'the meeting') : null;
}

/** The PATCH's own answer is an echo and proves nothing. @param settings nothing but what changes: more is refused */
export const patchMeeting = (graph: Graph, host: PersonId, meetingId: string, settings: object): Promise<Written> =>
  graph.write('PATCH', pathOf(host, meetingId), settings);
