import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Ask, PersonId, Reference } from '../meetings/ask.ts';
import type { Invitation } from '../meetings/invitation.ts';
import { invitedTo } from '../meetings/who-comes.ts';
import { type Graph, parsed, refusalOf, settle, type Written } from './graph.ts';

/** The host's calendar, event by event. The order of the calls is `meetings.ts`'s business. */

/** An event as a fresh GET showed it. */
export type CalendarEvent = {
  readonly id: string;
  readonly joinUrl: string | null;
  /** Lower case. */
  readonly attendees: readonly string[];
  /** Who of them has said yes or no in their own calendar, and when (UTC). */
  readonly answers: readonly CalendarAnswer[];
  /** Whether each of them sees only themselves in the invitation. */
  readonly hidesAttendees: boolean;
  readonly cancelled: boolean;
};

// `none` and `notResponded` are no answer, and `tentativelyAccepted` is neither yes nor no
// (https://learn.microsoft.com/graph/api/resources/responsestatus).
const Attendee = z.object({
  emailAddress: z.object({ address: z.string() }),
  status: z.object({ response: z.string().nullish(), time: z.string().nullish() }).nullish(),
});

export type CalendarAnswer = { readonly address: string; readonly says: 'yes' | 'no'; readonly at: string };

const Event = z.object({
  id: z.string(),
  isCancelled: z.boolean().nullish(),
  hideAttendees: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  attendees: z.array(Attendee).nullish(),
});

// Named properties in the public strings set, as MAPI has them. The first is how an event is found again after an unclear POST;
// the second asks Outlook not to offer forwarding (advice to the client, no barrier: the lobby is the barrier).
const referenceProperty = 'String {00020329-0000-0000-C000-000000000046} Name ChaperoneReference';
const doNotForward = 'Boolean {00020329-0000-0000-C000-000000000046} Name DoNotForward';

/**
 * Puts the meeting into the host's calendar with a Teams link and nobody invited: with no attendees nothing is mailed.
 * Subject, body and times are final, because a later change of the body makes a new meeting with default settings.
 * `hideAttendees`: each of those invited later sees only themselves in the invitation and in its tracking list, and whoever replies to
 * it, to all as well, writes to the organizer alone; parents who live apart learn nothing of one another. By default it is off.
 * `transactionId` makes Outlook answer a repeated POST with the same event (https://learn.microsoft.com/graph/api/resources/event).
 */
export function createEvent(
  graph: Graph,
  { ask, reference, invitation }: { ask: Ask; reference: Reference; invitation: Invitation },
): Promise<CalendarEvent> {
  const event = {
    subject: invitation.subject,
    body: { contentType: 'html', content: invitation.html },
    start: { dateTime: utc(ask.start, 0), timeZone: 'UTC' },
    end: { dateTime: utc(ask.start, ask.minutes), timeZone: 'UTC' },
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    transactionId: transactionIdOf(reference),
    hideAttendees: true,
    responseRequested: true,
    allowNewTimeProposals: false,
    sensitivity: 'private',
    singleValueExtendedProperties: [
      { id: referenceProperty, value: reference },
      { id: doNotForward, value: 'true' },
    ],
  };
  return settle(graph, {
    write: () => graph.write('POST', `/users/${ask.host.id}/events`, event),
    read: eventOf,
    look: async () => (await eventsOf(graph, ask.host.id, reference))[0] ?? null,
  });
}

/** Every event of this reference that stands in the host's calendar, cancelled ones aside. */
export async function eventsOf(graph: Graph, host: PersonId, reference: Reference): Promise<readonly CalendarEvent[]> {
  // As Microsoft spells it (https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get).
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${referenceProperty}' and ep/value eq '${reference}')`;
  const answer = await graph.read(`/users/${host}/events?$filter=${encodeURIComponent(filter)}&$select=${members}`);
  if (!answer.found) throw new Failure('graph refused', 'the host has no calendar');
  const { value } = parsed(z.object({ value: z.array(z.unknown()) }), answer.body, 'events');
  return value.map(eventOf).filter((event) => !event.cancelled);
}

/** The event as it is now; null when it is gone. */
export async function readEvent(graph: Graph, host: PersonId, eventId: string): Promise<CalendarEvent | null> {
  const answer = await graph.read(`/users/${host}/events/${encodeURIComponent(eventId)}?$select=${members}`);
  const event = answer.found ? eventOf(answer.body) : null;
  return event?.cancelled ? null : event;
}

/**
 * Sends the invitations: a PATCH with attendees and nothing else mails those who are new, and only those
 * (https://learn.microsoft.com/graph/api/event-update). Any other member beside it would mail everybody.
 */
export function patchAttendees(graph: Graph, ask: Ask, eventId: string): Promise<Written> {
  const attendees = invitedTo(ask).map(({ name, address }) => ({
    type: 'required',
    emailAddress: { name, address },
  }));
  return graph.write('PATCH', `/users/${ask.host.id}/events/${encodeURIComponent(eventId)}`, { attendees });
}

/** Removes an event nobody was invited to, and reads that it is gone. */
export async function removeEvents(graph: Graph, host: PersonId, reference: Reference): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const events = await eventsOf(graph, host, reference);
    if (events.length === 0) return;
    if (tries > 0) await graph.rest(tries);
    for (const event of events) {
      const gone = await graph.write('DELETE', `/users/${host}/events/${encodeURIComponent(event.id)}`);
      if (gone.outcome === 'refused' && gone.status !== 404) throw refusalOf(gone);
    }
  }
}

/** Cancels with a word to everybody invited, and reads that it is gone. */
export async function cancelEvent(graph: Graph, host: PersonId, eventId: string, comment: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    if ((await readEvent(graph, host, eventId)) === null) return;
    if (tries > 0) await graph.rest(tries);
    const path = `/users/${host}/events/${encodeURIComponent(eventId)}/cancel`;
    const gone = await graph.write('POST', path, { comment });
    if (gone.outcome === 'refused' && gone.status !== 404) throw refusalOf(gone);
  }
}

const members = 'id,isCancelled,onlineMeeting,attendees,hideAttendees';

function eventOf(body: unknown): CalendarEvent {
  const event = parsed(Event, body, 'an event');
  return {
    id: event.id,
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    attendees: (event.attendees ?? []).map((attendee) => attendee.emailAddress.address.toLowerCase()),
    answers: (event.attendees ?? []).flatMap(answerOf),
    hidesAttendees: event.hideAttendees ?? false,
    cancelled: event.isCancelled ?? false,
  };
}

function answerOf({ emailAddress, status }: z.infer<typeof Attendee>): CalendarAnswer[] {
  const says = status?.response === 'accepted' ? 'yes' : status?.response === 'declined' ? 'no' : null;
  const at = Date.parse(status?.time ?? '');
  if (says === null || Number.isNaN(at)) return [];
  return [
    { address: emailAddress.address.toLowerCase(), says, at: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z') },
  ];
}

const utc = (start: string, minutes: number) =>
  Temporal.Instant.from(start).add({ minutes }).toString({ smallestUnit: 'second' }).replace('Z', '');

// The same reference always gives the same id, so a retry after a crash is the same transaction.
function transactionIdOf(reference: Reference): string {
  const hex = createHash('sha256').update(`chaperone ${reference}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
