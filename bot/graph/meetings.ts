import type { Logger } from 'pino';
import { Failure, type FailureKind } from '../failure.ts';
import type { Ask, Reference } from '../meetings/ask.ts';
import type { Invitation } from '../meetings/invitation.ts';
import { type Difference, differences, type MeetingAsRead, sealHash } from '../meetings/safeguards.ts';
import { invitedTo, rosterOf } from '../meetings/who-comes.ts';
import type { Safeguards } from '../policy/decision.ts';
import { openClosing } from './closing.ts';
import { type CalendarAnswer, type CalendarEvent, createEvent, eventsOf, patchAttendees, readEvent } from './events.ts';
import { type Graph, refusalOf } from './graph.ts';
import { findMeeting, patchMeeting, readMeeting } from './online-meeting.ts';

/**
 * How far a meeting has come at Microsoft. Each stage is made from the one before it, and only in this file: the classes are
 * exported as types alone and have a protected member, so nothing else can make one and the wrong order does not compile.
 */

/** In the host's calendar with a Teams link; nobody is invited. */
class Drafted {
  declare protected readonly stage: 'drafted';
  readonly ask: Ask;
  readonly eventId: string;
  readonly joinUrl: string;
  constructor(ask: Ask, eventId: string, joinUrl: string) {
    this.ask = ask;
    this.eventId = eventId;
    this.joinUrl = joinUrl;
  }
}

/** Its Teams meeting is known, with whatever settings it has. */
class Located {
  declare protected readonly stage: 'located';
  readonly draft: Drafted;
  readonly meetingId: string;
  constructor(draft: Drafted, meetingId: string) {
    this.draft = draft;
    this.meetingId = meetingId;
  }
}

/** A separate GET showed every safeguard as policy asked. Only this can be invited to. */
class Sealed {
  declare protected readonly stage: 'sealed';
  readonly located: Located;
  /** Over the settings as read. */
  readonly hash: string;
  /** As the same reading has it. */
  readonly chatThreadId: string | null;
  constructor(located: Located, { hash, chatThreadId }: { hash: string; chatThreadId: string | null }) {
    this.located = located;
    this.hash = hash;
    this.chatThreadId = chatThreadId;
  }
}

/** A separate GET showed exactly the people asked for, on the same link. */
class Invited {
  declare protected readonly stage: 'invited';
  readonly located: Located;
  constructor(located: Located) {
    this.located = located;
  }
}

export type { Drafted, Invited, Located, Sealed };

/** What a reading of the settings came to. */
export type Reading =
  | { readonly sealed: Sealed }
  | { readonly sealed: null; readonly differences: readonly Difference[] };

// Settings may lag behind their PATCH: a reading is repeated this often before it counts.
const readings = 3;
const writings = 2;
export type Meetings = ReturnType<typeof openMeetings>;

/**
 * @param school its tenant, and what it writes to those who are invited
 * @param stepMilliseconds how long one of these steps may take with all its tries. It must end before the register's claim does.
 * Every method rejects with a `Failure` and nothing else.
 */
export function openMeetings(
  base: Graph,
  school: { tenantId: string; invitationTo: (ask: Ask, reference: Reference) => Invitation },
  stepMilliseconds: number,
  log: Logger,
) {
  const within = () => base.until(Date.now() + stepMilliseconds);

  function draftOf(ask: Ask, event: CalendarEvent): Drafted {
    // Outlook has answered 201 for an event whose Teams meeting was never made (microsoft-graph-docs issue 9741).
    if (!event.joinUrl) throw new Failure('no meeting link', 'the event has no join URL');
    if (!event.hidesAttendees) throw new Failure('not sealed', 'the event would show its guests to one another');
    return new Drafted(ask, event.id, event.joinUrl);
  }

  // The POST's answer is an echo: whether guests are hidden from one another is read in the event itself, before there are any.
  async function readBack(graph: Graph, ask: Ask, eventId: string): Promise<CalendarEvent> {
    for (let tries = 1; ; tries += 1) {
      const event = await readEvent(graph, ask.host.id, eventId);
      if (event) return event;
      if (tries >= readings) throw new Failure('not sealed', 'the new event cannot be read back');
      await graph.rest(tries);
    }
  }

  async function read(graph: Graph, { draft, meetingId }: Located, safeguards: Safeguards): Promise<Reading> {
    const { host } = draft.ask;
    const meeting = await readMeeting(graph, host.id, meetingId);
    if (meeting === null) throw new Failure('meeting not found', 'the meeting is gone');
    const expected = {
      safeguards,
      host: host.id,
      roster: rosterOf(draft.ask).map(({ person, role }) => ({ id: person.id, role })),
      tenantId: school.tenantId,
      joinUrl: draft.joinUrl,
    };
    const found = differences(expected, meeting);
    return found.length === 0
      ? {
          sealed: new Sealed(new Located(draft, meetingId), { hash: sealHash(meeting), chatThreadId: chatOf(meeting) }),
        }
      : { sealed: null, differences: found };
  }

  async function readPatiently(graph: Graph, located: Located, safeguards: Safeguards): Promise<Reading> {
    for (let tries = 0; ; tries += 1) {
      const reading = await read(graph, located, safeguards);
      if (reading.sealed || tries + 1 >= readings) return reading;
      await graph.rest(tries);
    }
  }

  async function peopleOf(graph: Graph, { ask, eventId, joinUrl }: Drafted): Promise<readonly string[]> {
    const event = await readEvent(graph, ask.host.id, eventId);
    if (!event) throw new Failure('meeting gone', 'the event is no longer in the calendar');
    if (event.joinUrl !== joinUrl) throw new Failure('changed in Outlook', 'the event has another link');
    if (!event.hidesAttendees) throw new Failure('changed in Outlook', 'the event shows its guests to one another');
    return event.attendees.toSorted();
  }

  return {
    /** 1. An event without attendees, read back. Twice is once: an event of this reference that is there already is taken. */
    async draft(ask: Ask, reference: Reference, begun: 'first time' | 'again'): Promise<Drafted> {
      const graph = within();
      const there = begun === 'again' ? (await eventsOf(graph, ask.host.id, reference))[0] : undefined;
      if (there) return draftOf(ask, there);
      const { id } = await createEvent(graph, { ask, reference, invitation: school.invitationTo(ask, reference) });
      return draftOf(ask, await readBack(graph, ask, id));
    },

    /** 2. The meeting behind the event's link. Only the organizer may look it up; a new one may take a while to be found. */
    locate: async (draft: Drafted): Promise<Located> =>
      new Located(draft, await findMeeting(within(), draft.ask.host.id, draft.joinUrl)),

    /** 3 and 4. Writes the safeguards, then proves them by a reading of its own. The PATCH's answer is an echo and proves nothing. */
    async seal(located: Located, safeguards: Safeguards): Promise<Reading> {
      const graph = within();
      const { ask } = located.draft;
      for (let tries = 1; ; tries += 1) {
        const written = await patchMeeting(graph, ask.host.id, located.meetingId, settingsOf(ask, safeguards));
        if (written.outcome === 'refused') throw refusalOf(written);
        const reading = await readPatiently(graph, located, safeguards);
        if (reading.sealed || tries >= writings) return reading;
      }
    },

    /** 5 and 6. The invitations, and the event read back: the people asked for, nobody else, the same link. */
    async invite({ located }: Sealed, begun: 'first time' | 'again'): Promise<Invited> {
      const graph = within();
      const { ask, eventId, joinUrl } = located.draft;
      const asked = addressesOf(ask).join();
      const isThere = async (): Promise<boolean> => {
        const event = await readEvent(graph, ask.host.id, eventId);
        if (!event) throw new Failure('not the people asked for', 'the event is gone');
        if (event.attendees.length === 0) return false;
        if (event.joinUrl !== joinUrl || event.attendees.toSorted().join() !== asked)
          throw new Failure('not the people asked for', 'the event reads back with other people or another link');
        if (!event.hidesAttendees)
          throw new Failure('not the people asked for', 'the event shows its guests to one another');
        return true;
      };
      if (begun === 'again' && (await unclearUnless(isThere))) return new Invited(located);
      for (let tries = 0; tries < writings; tries += 1) {
        const written = await patchAttendees(graph, ask, eventId);
        if (written.outcome === 'refused') throw refusalOf(written);
        if (await unclearUnless(isThere)) return new Invited(located);
        await graph.rest(tries);
      }
      throw new Failure('not invited', 'the event keeps no attendees');
    },

    /** 7. The settings once more: the attendees' write may have touched them. */
    confirm: async ({ located }: Invited, safeguards: Safeguards): Promise<Reading> =>
      readPatiently(within(), located, safeguards),

    /**
     * A meeting that was arranged before, to be written to as `ask` now says. The event is looked at first: one that somebody has
     * given another link in Outlook is not ours to change. Rejects with `meeting gone` when the host has deleted it there.
     */
    async standing(ask: Ask, { eventId, joinUrl, meetingId }: Whereabouts): Promise<Located> {
      if (eventId === null || joinUrl === null || meetingId === null)
        throw new Failure('meeting gone', 'the row names no event');
      const draft = new Drafted(ask, eventId, joinUrl);
      await peopleOf(within(), draft);
      return new Located(draft, meetingId);
    },

    /** What somebody who was invited has answered in their own calendar; `null` when nothing yet, or the event is gone. */
    async answerOf(ask: Ask, { eventId }: Whereabouts, address: string): Promise<CalendarAnswer | null> {
      const event = eventId === null ? null : await readEvent(within(), ask.host.id, eventId);
      return event?.answers.find((answer) => answer.address === address) ?? null;
    },

    /** What everybody who was invited has answered, with one call; `null` when the event is gone. */
    async answersTo(ask: Ask, { eventId }: Whereabouts): Promise<readonly CalendarAnswer[] | null> {
      const event = eventId === null ? null : await readEvent(within(), ask.host.id, eventId);
      return event?.answers ?? null;
    },

    /**
     * 5 and 6 for a meeting that stands: a PATCH of the attendees alone mails those who are new and those who are gone, nobody else.
     * @param before who was invited until now; anybody else on the event was put there in Outlook, and nothing is written then
     */
    async reinvite({ located }: Sealed, before: Ask, begun: 'first time' | 'again'): Promise<Invited> {
      const graph = within();
      const { draft } = located;
      const asked = addressesOf(draft.ask);
      const looked = await peopleOf(graph, draft);
      if (same(looked, asked)) return new Invited(located);
      if (!same(looked, addressesOf(before)))
        throw begun === 'first time'
          ? new Failure('changed in Outlook', 'somebody else is on the event')
          : new Failure('not the people asked for', 'the event reads back with other people');
      for (let tries = 0; tries < writings; tries += 1) {
        const written = await patchAttendees(graph, draft.ask, draft.eventId);
        if (written.outcome === 'refused') throw refusalOf(written);
        const isThere = await unclearUnless(async () => {
          const now = await peopleOf(graph, draft);
          if (same(now, asked)) return true;
          if (same(now, addressesOf(before))) return false;
          throw new Failure('not the people asked for', 'the event reads back with other people');
        });
        if (isThere) return new Invited(located);
        await graph.rest(tries);
      }
      throw new Failure('not invited', 'the event keeps no new attendees');
    },

    ...openClosing(within, log),
  };
}

/** Where a meeting stands, as its row says. */
type Whereabouts = {
  readonly eventId: string | null;
  readonly joinUrl: string | null;
  readonly meetingId: string | null;
};

const chatOf = ({ chatInfo }: MeetingAsRead): string | null => chatInfo?.threadId ?? null;

const addressesOf = (ask: Ask): readonly string[] =>
  invitedTo(ask)
    .map(({ address }) => address)
    .toSorted();
const same = (some: readonly string[], others: readonly string[]): boolean => some.join() === others.join();

// Minimal plain JSON: a PATCH that carries more than what changes, or an @odata.type, is refused. The roster is always whole,
// because it replaces what was there, and by object id, because a wrong address is a silent dead entry.
function settingsOf(ask: Ask, safeguards: Safeguards) {
  const { lobbyScope, dialInBypassesLobby, ...others } = safeguards;
  const attendees = rosterOf(ask).map(({ person, role }) => ({ identity: { user: { id: person.id } }, role }));
  return {
    lobbyBypassSettings: { scope: lobbyScope, isDialInBypassEnabled: dialInBypassesLobby },
    ...others,
    participants: { attendees },
  };
}

const known: readonly FailureKind[] = ['not the people asked for', 'changed in Outlook', 'meeting gone'];

// Once the invitations may have left, "I could not look" is a state of its own: nobody may conclude that nobody was mailed.
async function unclearUnless(look: () => Promise<boolean>): Promise<boolean> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Failure && known.includes(error.kind)) throw error;
    throw new Failure('invitation unclear', 'the event could not be read back', { cause: error });
  }
}
