import { z } from 'zod';
import { type Busy, busyTimes } from '../../school/calendars.ts';
import { findPerson, type SeededPerson } from '../../school/people.ts';
import { type Call, context, ok, Refusal, type Route, read } from '../call.ts';
import { liesIn, responseOf } from '../events/event.ts';
import type { EventsWorld } from '../events/events.ts';
import { inZone, preferredZone, toUtc } from '../events/time-zones.ts';
import { select } from '../odata/select.ts';
import { mailbox } from './mailbox.ts';
import { inMailbox } from './mailbox-scope.ts';

/** https://learn.microsoft.com/graph/api/calendar-getschedule */
export function scheduleRoutes(world: EventsWorld): Route[] {
  const mayRead = inMailbox(
    world,
    'Calendars.ReadBasic',
    'Calendars.ReadBasic.All',
    'Calendars.Read',
    'Calendars.ReadWrite',
  );
  const asking = ['getSchedule', 'microsoft.graph.getSchedule'].map(
    (name): Route => ({
      method: 'POST',
      path: `/users/:user/calendar/${name}`,
      needs: mayRead,
      answer: (call) => getSchedule(world, call),
    }),
  );
  return [
    {
      method: 'GET',
      path: '/users/:user/calendar',
      needs: mayRead,
      options: ['$select'],
      answer: (call) => calendar(world, call),
    },
    ...asking,
  ];
}

function calendar({ options }: EventsWorld, call: Call) {
  const { id, name, address } = mailbox(call);
  const providers = options.now().onlineMeetingProviders;
  const shown = {
    id: `AAMkCalendar${id.slice(-12)}=`,
    name: 'Calendar',
    isDefaultCalendar: true,
    canEdit: true,
    allowedOnlineMeetingProviders: providers,
    defaultOnlineMeetingProvider: providers[0] ?? 'unknown',
    owner: { name, address },
  };
  return ok({ ...context(`users('${call.param('user')}')/calendar/$entity`), ...select(call.query, shown) });
}

const When = z.strictObject({ dateTime: z.string(), timeZone: z.string() });
const Asked = z.object({
  schedules: z.array(z.string()).min(1),
  startTime: When,
  endTime: When,
  availabilityViewInterval: z.int().min(5).max(1440).default(30),
});

// The metadata spells the parameters in capitals, the documentation in small letters; the service takes both.
const smallLetters = (body: unknown): unknown =>
  typeof body === 'object' && body !== null
    ? Object.fromEntries(
        Object.entries(body).map(([name, value]) => [`${name.slice(0, 1).toLowerCase()}${name.slice(1)}`, value]),
      )
    : body;

type Window = { readonly from: string; readonly to: string; readonly minutes: number; readonly zone: string };

function getSchedule(world: EventsWorld, call: Call) {
  const caller = mailbox(call);
  const asked = read(
    Asked,
    smallLetters(call.body),
    (issue) => new Refusal(400, 'ErrorInvalidParameter', `${issue.path.join('.')}: ${issue.message}`),
  );
  const window: Window = {
    from: toUtc(asked.startTime),
    to: toUtc(asked.endTime),
    minutes: asked.availabilityViewInterval,
    zone: preferredZone(call.header('prefer')),
  };
  const days = (Date.parse(window.to) - Date.parse(window.from)) / 86_400_000;
  // 20 mailboxes, and under 42 days: concepts/outlook-get-free-busy-schedule.
  if (asked.schedules.length > 20)
    throw new Refusal(400, 'ErrorInvalidParameter', 'A maximum of 20 mailboxes can be asked for.');
  if (days <= 0 || days >= 42)
    throw new Refusal(400, 'ErrorInvalidTimeInterval', 'The requested time interval is not valid.');
  const value = asked.schedules.map((address) => scheduleOf(world, { address, window, caller }));
  return ok({ ...context('Collection(microsoft.graph.scheduleInformation)'), value });
}

/** Whoever has no mailbox here is an error inside a successful answer. */
function scheduleOf(
  world: EventsWorld,
  { address, window, caller }: { address: string; window: Window; caller: SeededPerson },
) {
  const person = findPerson(address);
  if (person?.kind !== 'member') {
    const message = `Unable to resolve e-mail address ${address} to an Active Directory object.`;
    return { scheduleId: address, error: { message, responseCode: 'ErrorMailRecipientNotFound' } };
  }
  const busy = [...busyTimes(person, window.from, window.to), ...booked(world, person, window)].sort((a, b) =>
    a.start.localeCompare(b.start),
  );
  return {
    scheduleId: address,
    availabilityView: view(busy, window),
    scheduleItems: busy.map((item) => ({
      isPrivate: false,
      status: item.status,
      // Only one's own calendar shows what it is about.
      ...(person.id === caller.id ? { subject: item.subject, location: item.location } : {}),
      start: inZone(item.start, window.zone),
      end: inZone(item.end, window.zone),
    })),
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: 'GMT Standard Time' },
    },
  };
}

const booked = ({ events }: EventsWorld, person: SeededPerson, { from, to }: Window): Busy[] =>
  events
    .all()
    .filter((event) => event.start < to && event.end > from && event.showAs !== 'free' && liesIn(event, person))
    .map((event) => ({
      start: event.start,
      end: event.end,
      subject: event.subject,
      location: event.location,
      // An invitation that was not accepted is pencilled in.
      status: event.organizerId === person.id || responseOf(event, person) === 'accepted' ? 'busy' : 'tentative',
    }));

/** From the lightest to the weightiest, with the digit each is shown as: out of office hides all others. */
const weights = [
  { status: 'workingElsewhere', digit: '4' },
  { status: 'tentative', digit: '1' },
  { status: 'busy', digit: '2' },
  { status: 'oof', digit: '3' },
] as const;

/** One digit an interval: the weightiest of what lies in it, 0 for nothing. */
function view(busy: readonly Busy[], { from, to, minutes }: Window): string {
  const interval = minutes * 60_000;
  const begin = Date.parse(from);
  const slots = Array.from({ length: Math.ceil((Date.parse(to) - begin) / interval) }, () => '0');
  for (const { status, digit } of weights) {
    for (const item of busy.filter((one) => one.status === status)) {
      const first = Math.max(0, Math.floor((Date.parse(item.start) - begin) / interval));
      slots.fill(digit, first, Math.ceil((Date.parse(item.end) - begin) / interval));
    }
  }
  return slots.join('');
}
