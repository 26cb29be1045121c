import { z } from 'zod';
import { findPerson } from '../../school/people.ts';
import { Refusal, read } from '../call.ts';
import { type Attendee, type EventDetails, escaped, sameAddress } from './event.ts';
import { toUtc } from './time-zones.ts';

const When = z.strictObject({ dateTime: z.string(), timeZone: z.string() });
const Place = z.object({ displayName: z.string().optional() });

/** The members of an event that may be written (https://learn.microsoft.com/graph/api/resources/event). */
const EventBody = z.strictObject({
  subject: z.string().nullish(),
  body: z
    .strictObject({ contentType: z.enum(['html', 'text', 'HTML', 'Text']).optional(), content: z.string().nullish() })
    .nullish(),
  start: When.optional(),
  end: When.optional(),
  location: Place.nullish(),
  locations: z.array(Place).optional(),
  attendees: z
    .array(
      z.strictObject({
        type: z.enum(['required', 'optional', 'resource']).optional(),
        emailAddress: z.strictObject({ name: z.string().nullish(), address: z.string().nullish() }),
      }),
    )
    .optional(),
  importance: z.enum(['low', 'normal', 'high']).optional(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).optional(),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']).optional(),
  categories: z.array(z.string()).optional(),
  isAllDay: z.boolean().optional(),
  isReminderOn: z.boolean().optional(),
  reminderMinutesBeforeStart: z.int().optional(),
  responseRequested: z.boolean().optional(),
  allowNewTimeProposals: z.boolean().optional(),
  hideAttendees: z.boolean().optional(),
  isOnlineMeeting: z.boolean().optional(),
  onlineMeetingProvider: z.enum(['unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness']).optional(),
  transactionId: z.string().nullish(),
  singleValueExtendedProperties: z.array(z.strictObject({ id: z.string(), value: z.string() })).optional(),
});
export type EventBody = z.infer<typeof EventBody>;

/** @throws Refusal 400 in Outlook's words */
export function readEventBody(body: unknown): EventBody {
  return read(EventBody, body, (issue) => {
    if (issue.code === 'unrecognized_keys') {
      const message = `The property '${issue.keys.join(', ')}' does not exist on type 'microsoft.graph.event'. Make sure to only use property names that are defined by the type.`;
      return new Refusal(400, 'RequestBodyRead', message);
    }
    return new Refusal(
      400,
      'ErrorInvalidArgument',
      `The value of '${issue.path.join('.')}' is not valid: ${issue.message}.`,
    );
  });
}

/**
 * The details after the body has been applied to those before.
 * @throws Refusal 400 when the end comes before the start
 */
export function applied(before: EventDetails, body: EventBody): EventDetails {
  const { subject, body: text, start, end, location, locations } = body;
  const place = location === undefined ? locations?.[0] : location;
  const after = {
    ...settled(before, body),
    subject: subject === undefined ? before.subject : (subject ?? ''),
    content: text === undefined ? before.content : htmlOf(text),
    location: place === undefined ? before.location : (place?.displayName ?? ''),
    start: start === undefined ? before.start : toUtc(start),
    end: end === undefined ? before.end : toUtc(end),
    originalStartTimeZone: start?.timeZone ?? before.originalStartTimeZone,
    originalEndTimeZone: end?.timeZone ?? before.originalEndTimeZone,
  };
  if (after.end >= after.start) return after;
  throw new Refusal(
    400,
    'ErrorPropertyValidationFailure',
    'At least one property failed validation: the end is before the start.',
  );
}

const settled = (before: EventDetails, body: EventBody): EventDetails => ({
  ...before,
  importance: body.importance ?? before.importance,
  sensitivity: body.sensitivity ?? before.sensitivity,
  showAs: body.showAs ?? before.showAs,
  categories: body.categories ?? before.categories,
  isAllDay: body.isAllDay ?? before.isAllDay,
  isReminderOn: body.isReminderOn ?? before.isReminderOn,
  reminderMinutesBeforeStart: body.reminderMinutesBeforeStart ?? before.reminderMinutesBeforeStart,
  responseRequested: body.responseRequested ?? before.responseRequested,
  allowNewTimeProposals: body.allowNewTimeProposals ?? before.allowNewTimeProposals,
  hideAttendees: body.hideAttendees ?? before.hideAttendees,
});

/** What an event is like before anything was said about it. */
export const blank: EventDetails = {
  subject: '',
  content: '',
  start: '',
  end: '',
  originalStartTimeZone: 'UTC',
  originalEndTimeZone: 'UTC',
  location: '',
  importance: 'normal',
  sensitivity: 'normal',
  showAs: 'busy',
  categories: [],
  isAllDay: false,
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  responseRequested: true,
  allowNewTimeProposals: true,
  hideAttendees: false,
};

/** Exchange resolves who it knows to their name in the directory, and a person named twice to one attendee. */
export function attendeesOf(wanted: EventBody['attendees'] & object): Attendee[] {
  const attendees: Attendee[] = [];
  for (const { type = 'required', emailAddress } of wanted) {
    const address = emailAddress.address ?? '';
    if (!address.includes('@'))
      throw new Refusal(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
    if (attendees.some((attendee) => sameAddress(attendee.address, address))) continue;
    attendees.push({ type, address, name: findPerson(address)?.name ?? emailAddress.name ?? address });
  }
  if (attendees.length > 500)
    throw new Refusal(400, 'ErrorExceededMaxRecipientLimit', 'The maximum number of attendees is 500.');
  return attendees;
}

function htmlOf(body: EventBody['body']): string {
  const content = body?.content ?? '';
  return body?.contentType?.toLowerCase() === 'html' ? content : escaped(content);
}
