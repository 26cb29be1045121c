import type { Logger } from 'pino';
import { Failure } from '../failure.ts';
import type { Ask, PersonId, Reference } from '../meetings/ask.ts';
import { closed, stillOpen } from '../meetings/safeguards.ts';
import { cancelEvent, eventsOf, removeEvents } from './events.ts';
import type { Graph } from './graph.ts';
import { findMeeting, patchMeeting, readMeeting } from './online-meeting.ts';

/** How a meeting is ended at Microsoft: its link made useless, its event cancelled or taken back. */

/** Whether a link was proved useless; `why` is a word for the log. */
export type Shut = { readonly shut: true } | { readonly shut: false; readonly why: string };

/** A meeting that is to be ended, as its row says. */
type Ended = { readonly reference: Reference; readonly eventId: string | null; readonly joinUrl: string | null };

// Settings may lag behind their PATCH: a reading is repeated this often before it counts.
const readings = 3;
const writings = 2;

/**
 * @param within Graph, for as long as one step may take
 * Every method rejects with a `Failure` and nothing else.
 */
export function openClosing(within: () => Graph, log: Logger) {
  // A meeting that cannot be shut is cancelled all the same: an open door is no reason to leave the party going.
  async function shutIfPossible(graph: Graph, host: PersonId, link: string): Promise<void> {
    const done = await shut(graph, host, link).catch((error: unknown) => {
      if (error instanceof Failure) return { shut: false, why: error.kind } as const;
      throw error;
    });
    if (!done.shut) log.warn({ failure: done.why }, 'a meeting to be called off could not be shut first');
  }

  async function cancelAll(graph: Graph, { host }: Ask, of: { reference: Reference; comment: string }): Promise<void> {
    for (const event of await eventsOf(graph, host.id, of.reference))
      await cancelEvent(graph, host.id, event.id, of.comment);
  }

  return {
    /**
     * Makes the link useless, and proves it by a reading of its own: nobody but the organizer gets in without being let in, presents
     * or writes. The link itself can never be taken back. Rejects with `graph unavailable` when nobody knows.
     */
    async retire({ host }: Ask, meeting: Ended): Promise<Shut> {
      const graph = within();
      for (const link of await linksOf(graph, host.id, meeting)) {
        const done = await shut(graph, host.id, link);
        if (!done.shut) return done;
      }
      return { shut: true };
    },

    /** Cancels what stands of this reference; `comment` goes to everybody invited. After `retire`, because the link outlives it. */
    cancel: (ask: Ask, reference: Reference, comment: string): Promise<void> =>
      cancelAll(within(), ask, { reference, comment }),

    /** Shuts the lobby, then cancels; `comment` goes to everybody invited. In that order, because the link outlives the meeting. */
    async callOff(ask: Ask, meeting: Ended, comment: string): Promise<void> {
      const graph = within();
      for (const link of await linksOf(graph, ask.host.id, meeting)) await shutIfPossible(graph, ask.host.id, link);
      await cancelAll(graph, ask, { reference: meeting.reference, comment });
    },

    /** Whether the event holds anybody but the host. Unknown is a rejection: nobody may conclude that nobody was mailed. */
    async anyoneInvited(ask: Ask, reference: Reference): Promise<boolean> {
      const events = await eventsOf(within(), ask.host.id, reference);
      return events.some((event) => event.attendees.length > 0);
    },

    /** Takes back a draft nobody was invited to; mails nobody. */
    remove: (ask: Ask, reference: Reference): Promise<void> => removeEvents(within(), ask.host.id, reference),
  };
}

// Also the link the row knows: it outlives an event that the host has deleted in Outlook.
async function linksOf(graph: Graph, host: PersonId, { reference, joinUrl }: Ended): Promise<ReadonlySet<string>> {
  const events = await eventsOf(graph, host, reference);
  return new Set([...events.flatMap((event) => event.joinUrl ?? []), ...(joinUrl === null ? [] : [joinUrl])]);
}

// Rejects with `graph unavailable` alone: whatever else stands in the way will stand there the next time too.
async function shut(graph: Graph, host: PersonId, link: string): Promise<Shut> {
  try {
    const meetingId = await findMeeting(graph, host, link);
    let open: readonly string[] = [];
    for (let tries = 0; tries < writings; tries += 1) {
      const written = await patchMeeting(graph, host, meetingId, closed);
      if (written.outcome === 'refused') return { shut: false, why: `${written.status} ${written.code}` };
      for (let looks = 0; looks < readings; looks += 1) {
        if (looks > 0) await graph.rest(looks);
        const meeting = await readMeeting(graph, host, meetingId);
        open = meeting === null ? ['it could not be read back'] : stillOpen(meeting);
        if (open.length === 0) return { shut: true };
      }
    }
    return { shut: false, why: open.join(', ') };
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'graph unavailable') throw error;
    return { shut: false, why: error.kind };
  }
}
