import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Documents } from '../../documents.ts';
import type { Outbox } from '../../mail/outbox.ts';
import type { SeededPerson } from '../../school/people.ts';
import { type Answer, type Call, context, created, nothing, ok, paging, Refusal, type Route, read } from '../call.ts';
import { mailbox } from '../directory/mailbox.ts';
import { inMailbox } from '../directory/mailbox-scope.ts';
import { newMeeting, type StoredMeeting } from '../meetings/meeting.ts';
import type { MeetingsWorld } from '../meetings/meetings.ts';
import { changed, settingsOf } from '../meetings/settings.ts';
import { page } from '../odata/page.ts';
import { select } from '../odata/select.ts';
import { type Attendee, eventId, keyOf, liesIn, type StoredEvent, sameAddress, shownEvent } from './event.ts';
import { applied, attendeesOf, blank, type EventBody, readEventBody } from './event-body.ts';
import { expandedProperties, propertyWanted } from './extended-properties.ts';
import { cancellations, type Letter, letters } from './invitations.ts';
import { preferredZone } from './time-zones.ts';

export type EventsWorld = MeetingsWorld & { readonly events: Documents<StoredEvent>; readonly outbox: Outbox };

/** https://learn.microsoft.com/graph/api/resources/event with application permissions; single events, no series. */
export function eventRoutes(world: EventsWorld): Route[] {
  const mayRead = inMailbox(world, 'Calendars.Read', 'Calendars.ReadWrite');
  const mayWrite = inMailbox(world, 'Calendars.ReadWrite');
  return ['/users/:user/events', '/users/:user/calendar/events'].flatMap((all): Route[] => {
    const one = `${all}/:event`;
    const options = ['$select', '$expand'];
    const query = ['$filter', ...options, ...paging];
    return [
      { method: 'GET', path: all, needs: mayRead, options: query, answer: (call) => list(world, call) },
      { method: 'POST', path: all, needs: mayWrite, options, answer: (call) => post(world, call) },
      { method: 'GET', path: one, needs: mayRead, options, answer: (call) => get(world, call) },
      { method: 'PATCH', path: one, needs: mayWrite, options, answer: (call) => patch(world, call) },
      { method: 'DELETE', path: one, needs: mayWrite, answer: (call) => remove(world, call) },
      { method: 'POST', path: `${one}/cancel`, needs: mayWrite, answer: (call) => cancel(world, call) },
    ];
  });
}

function eventOf({ events }: EventsWorld, call: Call, person: SeededPerson): StoredEvent {
  const event = events.get(keyOf(call.param('event'), person) ?? '');
  if (event !== undefined && liesIn(event, person)) return event;
  throw new Refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

const meetingOf = ({ meetings }: EventsWorld, { meetingId }: StoredEvent): StoredMeeting | undefined =>
  meetingId === null ? undefined : meetings.get(meetingId);

function show(world: EventsWorld, call: Call, { event, person }: { event: StoredEvent; person: SeededPerson }) {
  const zone = preferredZone(call.header('prefer'));
  const whole = shownEvent(event, meetingOf(world, event), { mailbox: person, zone });
  return { ...select(call.query, whole), ...expandedProperties(call.query.get('$expand'), event) };
}

const entity = (world: EventsWorld, call: Call, { event, person }: { event: StoredEvent; person: SeededPerson }) => ({
  ...context(`users('${call.param('user')}')/events/$entity`),
  ...show(world, call, { event, person }),
});

function list(world: EventsWorld, call: Call): Answer {
  const person = mailbox(call);
  const wanted = propertyWanted(call.query.get('$filter'), person);
  const found = world.events.all().filter((event) => liesIn(event, person) && wanted(event));
  const { rows, link } = page(call, found);
  const value = rows.map((event) => show(world, call, { event, person }));
  return ok({ ...context(`users('${call.param('user')}')/events`), value, ...link });
}

function get(world: EventsWorld, call: Call): Answer {
  const person = mailbox(call);
  return ok(entity(world, call, { event: eventOf(world, call, person), person }));
}

/** Makes the event, and the meeting it asks for, and writes to everybody on it. The same transaction id again is the same event. */
function post(world: EventsWorld, call: Call): Answer {
  const person = mailbox(call);
  const body = readEventBody(call.body);
  const again = sameTransaction(world, person, body.transactionId);
  if (again !== undefined) return created(entity(world, call, { event: again, person }));
  if (body.start === undefined || body.end === undefined) {
    throw new Refusal(400, 'ErrorPropertyRequired', 'Required property missing: Start and End are needed.');
  }
  const now = world.now().toISOString();
  const bare: StoredEvent = {
    ...applied(blank, remembered(call, body)),
    key: randomUUID(),
    organizerId: person.id,
    state: 'live',
    transactionId: body.transactionId ?? null,
    attendees: body.attendees === undefined ? [] : attendeesOf(body.attendees),
    extended: body.singleValueExtendedProperties ?? [],
    isOnlineMeeting: false,
    joinUrl: null,
    meetingId: null,
    createdDateTime: now,
    lastModifiedDateTime: now,
    version: 1,
  };
  const event = asksForMeeting(world, call, body) ? withNewMeeting(world, bare, person) : bare;
  world.events.put(event);
  if (call.twist?.kind === 'hide' && event.meetingId !== null)
    world.hiding.hide(event.meetingId, world.now(), call.twist);
  send(world, person, { event, letters: letters(null, event, new Set(Object.keys(body))) });
  return created(entity(world, call, { event: { ...event, ...applied(event, body) }, person }));
}

/** What is stored of a new event, when a fault makes that less than was asked. */
const remembered = ({ twist }: Call, body: EventBody): EventBody =>
  twist?.kind === 'forget setting' ? { ...body, [twist.member]: undefined } : body;

const sameTransaction = ({ events }: EventsWorld, { id }: SeededPerson, transactionId: string | null | undefined) =>
  transactionId == null
    ? undefined
    : events.all().find((one) => one.transactionId === transactionId && one.organizerId === id && one.state === 'live');

/** Without a provider the school has, Outlook makes the event all the same, and no meeting. */
function asksForMeeting({ options }: EventsWorld, { twist }: Call, body: EventBody): boolean {
  if (body.isOnlineMeeting !== true || twist?.kind === 'no link') return false;
  const wanted = body.onlineMeetingProvider ?? 'teamsForBusiness';
  return wanted === 'teamsForBusiness' && options.now().onlineMeetingProviders.includes('teamsForBusiness');
}

/** A meeting as the school's own policy makes them: none of the options of an earlier one carry over. */
function withNewMeeting(world: EventsWorld, event: StoredEvent, organizer: SeededPerson): StoredEvent {
  const { attendeesAppearAsParticipants, joinUrls, meetingDefaults } = world.options.now();
  const meeting = newMeeting({
    organizer,
    tenantId: world.settings.tenantId,
    joinUrls,
    settings: meetingDefaults,
    subject: event.subject,
    start: event.start,
    end: event.end,
    now: world.now(),
    attendees: attendeesAppearAsParticipants ? participants(event) : [],
  });
  world.meetings.put(meeting);
  return { ...event, isOnlineMeeting: true, joinUrl: meeting.joinWebUrl, meetingId: meeting.id };
}

const participants = (event: StoredEvent) =>
  event.attendees.map(({ address }) => ({ upn: address, role: 'attendee' as const, identity: null }));

function send(
  world: EventsWorld,
  organizer: SeededPerson,
  { event, letters, comment }: { event: StoredEvent; letters: readonly Letter[]; comment?: string },
) {
  const meeting = meetingOf(world, event);
  const posted = { event, eventId: eventId(event, organizer), meeting, organizer, at: world.now() };
  world.outbox.send(letters, comment === undefined ? posted : { ...posted, comment });
}

/**
 * A changed body costs the event its meeting: it gets a new one, with a new link and the default options
 * (microsoftgraph/microsoft-graph-docs issue 18896). An online meeting cannot be taken away again.
 */
function patch(world: EventsWorld, call: Call): Answer {
  const person = mailbox(call);
  const before = eventOf(world, call, person);
  if (before.organizerId !== person.id) throw accessDenied('You need to be an organizer to change a meeting.');
  unchangedSince(call, world, { event: before, person });
  const body = readEventBody(call.body);
  if (body.transactionId !== undefined) {
    throw new Refusal(400, 'ErrorInvalidPropertySet', "The property 'transactionId' can be set on creation only.");
  }
  const edited: StoredEvent = {
    ...before,
    ...applied(before, body),
    attendees: body.attendees === undefined ? before.attendees : answersKept(attendeesOf(body.attendees), before),
    extended: mergedProperties(before, body),
    lastModifiedDateTime: world.now().toISOString(),
    version: before.version + 1,
  };
  const needsMeeting = before.isOnlineMeeting ? body.body !== undefined : asksForMeeting(world, call, body);
  const event = needsMeeting ? withNewMeeting(world, edited, person) : edited;
  world.events.put(event);
  followed(world, event);
  send(world, person, { event, letters: letters(before, event, new Set(Object.keys(body))) });
  drifted(world, call, event);
  return ok(entity(world, call, { event, person }));
}

/** Whoever stays invited has still answered. Microsoft does not say so; Outlook's own tracking behaves like it. */
const answersKept = (attendees: readonly Attendee[], before: StoredEvent): readonly Attendee[] =>
  attendees.map((one) => {
    const answer = before.attendees.find(({ address }) => sameAddress(address, one.address))?.answer;
    return answer === undefined ? one : { ...one, answer };
  });

function mergedProperties(before: StoredEvent, { singleValueExtendedProperties: written = [] }: EventBody) {
  const ids = new Set(written.map(({ id }) => id));
  return [...before.extended.filter(({ id }) => !ids.has(id)), ...written];
}

/** The meeting takes its time and name from the event; whether it takes its people, Microsoft does not say. */
function followed(world: EventsWorld, event: StoredEvent): void {
  const meeting = meetingOf(world, event);
  if (meeting === undefined) return;
  const attendees = world.options.now().attendeesAppearAsParticipants
    ? [...meeting.participants.attendees.filter(({ identity }) => identity != null), ...participants(event)]
    : meeting.participants.attendees;
  world.meetings.put({
    ...meeting,
    subject: event.subject,
    startDateTime: event.start,
    endDateTime: event.end,
    participants: { ...meeting.participants, attendees },
  });
}

/** After the letters have left: what opens a meeting in the very act of inviting, nobody could have read before. */
function drifted(world: EventsWorld, { twist }: Call, event: StoredEvent): void {
  const meeting = meetingOf(world, event);
  if (meeting === undefined || twist?.kind !== 'drift') return;
  world.meetings.put({ ...meeting, ...changed(settingsOf(meeting), twist.settings) });
}

function unchangedSince(
  call: Call,
  world: EventsWorld,
  { event, person }: { event: StoredEvent; person: SeededPerson },
): void {
  const wanted = call.header('if-match');
  const etag = shownEvent(event, meetingOf(world, event), { mailbox: person, zone: 'UTC' })['@odata.etag'];
  if (wanted === undefined || wanted === '*' || wanted === etag) return;
  throw new Refusal(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}

const accessDenied = (message: string) => new Refusal(403, 'ErrorAccessDenied', message);

/** The organizer's delete tells everybody; an attendee's only takes it from their own calendar. */
function remove(world: EventsWorld, call: Call): Answer {
  const person = mailbox(call);
  const event = eventOf(world, call, person);
  if (event.organizerId !== person.id)
    throw new Refusal(501, 'notSupported', 'This tenant does not let attendees delete.');
  end(world, person, { event, state: 'deleted' });
  return nothing;
}

const CancelBody = z.strictObject({ comment: z.string().nullish(), Comment: z.string().nullish() });

/** The meeting behind it stays, and so does its link: only its lobby guards it from now on. */
function cancel(world: EventsWorld, call: Call): Answer {
  const person = mailbox(call);
  const event = eventOf(world, call, person);
  if (event.organizerId !== person.id) {
    throw new Refusal(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
    );
  }
  const { comment, Comment } = read(
    CancelBody,
    call.body ?? {},
    () => new Refusal(400, 'ErrorInvalidArgument', 'The comment is not valid.'),
  );
  end(world, person, { event, state: 'cancelled', comment: comment ?? Comment ?? '' });
  return { status: 202 };
}

function end(
  world: EventsWorld,
  person: SeededPerson,
  { event, state, comment = '' }: { event: StoredEvent; state: 'cancelled' | 'deleted'; comment?: string },
) {
  const ended: StoredEvent = { ...event, state, lastModifiedDateTime: world.now().toISOString() };
  world.events.put(ended);
  send(world, person, { event: ended, letters: cancellations(event), comment });
}
