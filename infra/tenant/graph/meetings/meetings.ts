import { z } from 'zod';
import type { Documents } from '../../documents.ts';
import type { Options } from '../../options.ts';
import { findPerson, type SeededPerson } from '../../school/people.ts';
import type { TenantSettings } from '../../settings.ts';
import { type Call, context, created, nothing, ok, oneOf, Refusal, type Route, read } from '../call.ts';
import { comparison, parseFilter } from '../odata/filter.ts';
import type { Hiding } from './hiding.ts';
import { newMeeting, organizerOf, Participant, type StoredMeeting, shown } from './meeting.ts';
import { changed, SettingsChange, settingsOf } from './settings.ts';

export type MeetingsWorld = {
  readonly meetings: Documents<StoredMeeting>;
  readonly options: Options;
  readonly settings: TenantSettings;
  readonly hiding: Hiding;
  now(): Date;
};

const mayRead = oneOf('OnlineMeetings.Read.All', 'OnlineMeetings.ReadWrite.All');
const mayWrite = oneOf('OnlineMeetings.ReadWrite.All');

/** https://learn.microsoft.com/graph/api/resources/onlinemeeting with application permissions. */
export const meetingRoutes = (world: MeetingsWorld): Route[] => [
  {
    method: 'GET',
    path: '/users/:user/onlineMeetings',
    needs: mayRead,
    options: ['$filter'],
    answer: (call) => lookUp(world, call),
  },
  { method: 'POST', path: '/users/:user/onlineMeetings', needs: mayWrite, answer: (call) => create(world, call) },
  {
    method: 'POST',
    path: '/users/:user/onlineMeetings/createOrGet',
    needs: mayWrite,
    answer: (call) => createOrGet(world, call),
  },
  { method: 'GET', path: '/users/:user/onlineMeetings/:meeting', needs: mayRead, answer: (call) => get(world, call) },
  {
    method: 'PATCH',
    path: '/users/:user/onlineMeetings/:meeting',
    needs: mayWrite,
    answer: (call) => patch(world, call),
  },
  {
    method: 'DELETE',
    path: '/users/:user/onlineMeetings/:meeting',
    needs: mayWrite,
    answer: (call) => {
      world.meetings.remove(meetingOf(world, call).id);
      return nothing;
    },
  },
];

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const people = z.strictObject({ attendees: z.array(Participant), organizer: Participant.optional() });
const Change = SettingsChange.extend({
  subject: z.string().nullable().optional(),
  startDateTime: time.optional(),
  endDateTime: time.optional(),
  participants: people.optional(),
});
const New = Change.extend({ externalId: z.string().optional() });

const invalid = (message: string) => new Refusal(400, 'InvalidArgument', message);
const notFound = () => new Refusal(404, 'NotFound', '3004: Specified meeting is not found');
const forbidden = () => new Refusal(403, 'Forbidden', '3003: User does not have access to lookup meeting');
// What was wrong is not said: this is all the service answers, whichever member it was.
const notUpdatable = () =>
  invalid(
    'One or more properties do not support updating. Please refer to Microsoft Graph documentation for more information.',
  );

/** The person in the path, who must be known by object id and covered by the application access policy. */
function organizer({ options }: MeetingsWorld, call: Call): SeededPerson {
  const person = findPerson(call.param('user'));
  if (person === undefined || person.id !== call.param('user').toLowerCase())
    throw new Refusal(404, 'NotFound', 'User not found');
  if (options.now().accessPolicy.includes(person.id)) return person;
  throw new Refusal(
    403,
    'Forbidden',
    `No Application Access Policy found for this app ${call.app.id} on the user ${person.id}.`,
  );
}

function meetingOf(world: MeetingsWorld, call: Call): StoredMeeting {
  const person = organizer(world, call);
  const meeting = world.meetings.get(call.param('meeting'));
  if (meeting === undefined) throw notFound();
  if (organizerOf(meeting) !== person.id) throw forbidden();
  return meeting;
}

const show = (call: Call, meeting: StoredMeeting) =>
  shown(meeting, call.header('prefer')?.includes('include-unknown-enum-members') === true);
const entity = (call: Call, meeting: StoredMeeting) => ({
  ...context(`users('${call.param('user')}')/onlineMeetings/$entity`),
  ...show(call, meeting),
});

/** `$filter=JoinWebUrl eq '…'`: for the organizer alone, and only for the exact URL. */
function lookUp(world: MeetingsWorld, call: Call) {
  const person = organizer(world, call);
  const list = (found: readonly StoredMeeting[]) =>
    ok({ ...context(`users('${person.id}')/onlineMeetings`), value: found.map((meeting) => show(call, meeting)) });
  const { joinWebUrl } = wanted(call);
  const meeting = world.meetings.all().find((one) => one.joinWebUrl === joinWebUrl);
  if (meeting === undefined && world.options.now().missingMeeting === 'not found') throw notFound();
  if (meeting === undefined || call.twist?.kind === 'hide' || world.hiding.hides(meeting.id, world.now()))
    return list([]);
  if (organizerOf(meeting) !== person.id) throw forbidden();
  return list([meeting]);
}

function wanted(call: Call): { joinWebUrl: string } {
  const filter = call.query.get('$filter');
  if (filter === null) throw invalid('Filter expression expected - /onlineMeetings?$filter=...');
  const one = comparison(parseFilter(filter));
  if (one?.path.toLowerCase() === 'joinweburl' && one.operator === 'eq' && typeof one.value === 'string') {
    return { joinWebUrl: one.value };
  }
  throw new Refusal(501, 'notSupported', 'This tenant looks meetings up by JoinWebUrl only.');
}

const get = (world: MeetingsWorld, call: Call) => ok(entity(call, meetingOf(world, call)));

/** Everything can be given at once, and nobody is told: https://learn.microsoft.com/graph/api/application-post-onlinemeetings */
function create(world: MeetingsWorld, call: Call) {
  const body = read(New, call.body, () => invalid('Invalid value specified for one or more properties.'));
  const meeting = made(world, organizer(world, call), body);
  world.meetings.put(meeting);
  return created(entity(call, meeting));
}

// The chat that may be named with it is read over.
const CreateOrGet = z.object({
  externalId: z.string().min(1),
  subject: z.string().optional(),
  startDateTime: time.optional(),
  endDateTime: time.optional(),
  participants: people.optional(),
});

/** Answers a meeting of that external id as it stands, whatever else the body says. */
function createOrGet(world: MeetingsWorld, call: Call) {
  const person = organizer(world, call);
  const body = read(CreateOrGet, call.body, () => invalid('Invalid value specified for one or more properties.'));
  const existing = world.meetings
    .all()
    .find((one) => organizerOf(one) === person.id && one.externalId === body.externalId);
  if (existing !== undefined) return ok(entity(call, existing));
  const meeting = made(world, person, body);
  world.meetings.put(meeting);
  return created(entity(call, meeting));
}

function made(world: MeetingsWorld, person: SeededPerson, body: z.infer<typeof New>): StoredMeeting {
  const { subject, startDateTime, endDateTime, participants, externalId, ...settings } = body;
  if (endDateTime !== undefined && startDateTime === undefined)
    throw invalid('StartDateTime is required with EndDateTime.');
  const now = world.now();
  const start = startDateTime ?? now.toISOString();
  return newMeeting({
    organizer: person,
    tenantId: world.settings.tenantId,
    joinUrls: world.options.now().joinUrls,
    settings: changed(world.options.now().meetingDefaults, settings),
    subject: subject ?? null,
    start,
    end: endDateTime ?? new Date(Date.parse(start) + 3_600_000).toISOString(),
    now,
    attendees: participants?.attendees ?? [],
    ...(externalId === undefined ? {} : { externalId }),
  });
}

/**
 * The members named, and no others, take the values given; the list of attendees is replaced whole; start and end come together;
 * the organizer stays. The answer shows what was asked for, which is not always what is kept.
 */
function patch(world: MeetingsWorld, call: Call) {
  const before = meetingOf(world, call);
  const { subject, startDateTime, endDateTime, participants, ...settings } = read(Change, call.body, notUpdatable);
  if ((startDateTime === undefined) !== (endDateTime === undefined)) {
    throw invalid('StartDateTime and EndDateTime must be specified together.');
  }
  const named = participants?.organizer?.identity?.user.id;
  if (participants?.organizer !== undefined && named !== organizerOf(before)) throw notUpdatable();
  const asked: StoredMeeting = {
    ...before,
    ...changed(settingsOf(before), settings),
    subject: subject === undefined ? before.subject : subject,
    startDateTime: startDateTime ?? before.startDateTime,
    endDateTime: endDateTime ?? before.endDateTime,
    participants: { ...before.participants, attendees: participants?.attendees ?? before.participants.attendees },
  };
  world.meetings.put(kept(call, before, asked));
  return ok(entity(call, asked));
}

/** What is stored of a change, when a fault makes that less than was asked. */
function kept({ twist }: Call, before: StoredMeeting, asked: StoredMeeting): StoredMeeting {
  if (twist?.kind === 'drift') return { ...asked, ...changed(settingsOf(asked), twist.settings) };
  if (twist?.kind !== 'forget setting') return asked;
  return { ...asked, ...Object.fromEntries(Object.entries(before).filter(([member]) => member === twist.member)) };
}
