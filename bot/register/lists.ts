import type { Column, ListDefinition } from '../graph/lists.ts';
import { places, waysOfChecking } from '../meetings/ask.ts';
import { kinds } from '../policy/kind.ts';
import { accessEvents } from './access.ts';
import { agreements, says, ways } from './agreements.ts';
import { attendances } from './attendance.ts';
import { aftercareStates, authorisationStates, outcomeStates, seals, statuses, steps } from './entry.ts';
import { marks } from './exceptions.ts';

/**
 * The lists of the register as SharePoint holds them. Titles read well there too, because schools open them there.
 * Whatever is filtered or sorted by is indexed when the list is made: above 5,000 rows SharePoint refuses anything else.
 * `npm run provision` makes and mends them in this order; the server only looks whether they are so.
 */

const text = (name: string, displayName = name): Column => ({ name, displayName, text: {} });
// A single line holds 255 characters; a join link or an immutable id can be longer.
const long = (name: string, displayName = name): Column => ({
  name,
  displayName,
  text: { allowMultipleLines: true, textType: 'plain' },
});
const when = (name: string, displayName = name): Column => ({ name, displayName, dateTime: { format: 'dateTime' } });
const number = (name: string, displayName = name): Column => ({ name, displayName, number: { decimalPlaces: 'none' } });
const choice = (name: string, choices: readonly string[], displayName = name): Column => ({
  name,
  displayName,
  choice: { choices, allowTextEntry: false, displayAs: 'dropDownMenu' },
});
const indexed = (column: Column): Column => ({ ...column, indexed: true });
const unique = (column: Column): Column => ({ ...column, indexed: true, enforceUniqueValues: true });

export const meetingsList: ListDefinition = {
  name: 'Meetings',
  description: 'The meeting register, one row a meeting. Kept by Chaperone: please do not edit.',
  // Nothing is logged of a meeting before its row stands there, and its guests are written before the row.
  before: 'Log',
  columns: [
    unique(text('Reference')),
    indexed(choice('Kind', kinds)),
    indexed(text('Child', 'Child (initials)')),
    indexed(text('Year', 'School year')),
    choice('ChildAttends', ['yes', 'no'], 'Child takes part'),
    text('Purpose'),
    choice('Place', places),
    indexed(when('Starts')),
    number('Minutes'),
    indexed(text('Host')),
    indexed(text('HostSurname', 'Host (surname)')),
    indexed(text('HostId', 'Host (object id)')),
    text('HostAddress', 'Host (address)'),
    text('SecondAdult', 'Second adult'),
    indexed(text('SecondAdultId', 'Second adult (object id)')),
    text('SecondAdultAddress', 'Second adult (address)'),
    long('Colleagues', 'Other staff'),
    long('Confirmed', 'Confirmed by the host'),
    text('Urgent', 'Urgent because'),
    text('RecordingFor', 'Recorded for'),
    text('RecordingDeleteOn', 'Recording to be deleted on'),
    indexed(choice('Aftercare', aftercareStates, 'Looked at afterwards')),
    long('AftercareDetail', 'Looked at: by when, by whom'),
    indexed(choice('Outcome', outcomeStates, 'Whether it took place')),
    long('OutcomeDetail', 'Took place: who says so, how long, why not'),
    text('AskHash', 'Request (hash)'),
    long('Amendment', 'Change under way'),
    long('Review', 'To be looked at again'),
    long('Cover', 'Second adult: asked, answered, stood in for'),
    text('Disposal', 'Being disposed of'),
    text('Replaces', 'Takes the place of'),
    text('ReplacedBy', 'Its place was taken by'),
    indexed(choice('Status', statuses)),
    choice('Step', steps),
    indexed(when('NextCheck', 'Next check due')),
    indexed(choice('Seal', seals)),
    when('SealedAt', 'Sealed at'),
    text('SealHash', 'Seal (hash)'),
    when('ProvedAt', 'Sealed before the invitations, at'),
    when('InvitedAt', 'Invitations sent at'),
    long('Decision', 'Decision, as made'),
    text('AuthorisedBy', 'Needs a yes of'),
    text('SetAside', 'Rules set aside because'),
    indexed(choice('Exceptions', marks)),
    indexed(choice('Authorisation', authorisationStates)),
    long('AuthorisationDetail', 'Authorisation: whose, by whom, when'),
    text('StoppedAt', 'Stopped at'),
    text('StoppedBy', 'Stopped by'),
    long('EventId', 'Event (Graph)'),
    long('MeetingId', 'Meeting (Graph)'),
    long('JoinUrl', 'Join link'),
    indexed(text('ChatThreadId', 'Chat of the meeting (Graph)')),
  ],
};

export const guestsList: ListDefinition = {
  name: 'Guests',
  description:
    'Who was asked to a meeting from outside, one row a guest and request. Kept by Chaperone: please do not edit.',
  before: 'Log',
  columns: [
    unique(text('Key')),
    indexed(text('Reference')),
    // Who was asked in an earlier state of the meeting stays in the list; the row's own request is what counts.
    text('Request', 'Request (hash)'),
    number('Number'),
    indexed(text('Name')),
    indexed(text('Surname')),
    text('Role'),
    indexed(text('Agency')),
    indexed(text('Address')),
    choice('AddressChecked', waysOfChecking, 'Address checked'),
    indexed(when('Starts', 'Meeting starts')),
    indexed(when('Asked', 'Asked for at')),
    choice('Attended', attendances),
  ],
};

export const logList: ListDefinition = {
  name: 'Log',
  description: 'What happened to each meeting. Rows are only ever added; each carries the hash of the row before it.',
  columns: [
    unique(text('Key')),
    indexed(text('Reference')),
    number('Number'),
    text('Event'),
    text('By'),
    when('At'),
    long('Detail'),
    text('Before', 'Hash of the row before'),
  ],
};

export const recordsList: ListDefinition = {
  name: 'Records',
  description:
    'What hosts ticked and answered around each meeting. Rows are only ever added; the newest of a line counts.',
  columns: [
    unique(text('Key')),
    indexed(text('Reference')),
    number('Number'),
    text('Line', 'Line of the policy'),
    text('Moment'),
    long('Asked'),
    text('Answer'),
    text('By'),
    when('At'),
  ],
};

export const agreementsList: ListDefinition = {
  name: 'Agreements',
  description:
    'What guests have agreed to and withdrawn, one row each time somebody wrote it down. Rows are only ever added; of a guest and an agreement the newest counts.',
  columns: [
    unique(text('Key')),
    indexed(text('Reference')),
    number('Number'),
    choice('Agreement', agreements),
    choice('Says', says, 'Given or withdrawn'),
    number('Guest', 'Guest (number)'),
    indexed(text('Name', 'Given or withdrawn by')),
    text('GuestKey', 'Guest (hash)'),
    choice('How', ways),
    text('Day', 'On (day)'),
    text('By', 'Written down by'),
    text('ById', 'Written down by (object id)'),
    when('At', 'Written down at'),
  ],
};

export const accessList: ListDefinition = {
  name: 'Access',
  description:
    'Who looked at what, and what was exported, searched, kept back or disposed of. Rows are only ever added; each carries the hash of the row before it of the same meeting, or of the same day.',
  columns: [
    unique(text('Key')),
    indexed(text('AccessId', 'What (id)')),
    indexed(text('Chain', 'Meeting, or day')),
    number('Number'),
    indexed(text('Reference')),
    indexed(choice('Event', Object.keys(accessEvents))),
    text('By'),
    indexed(text('ById', 'By (object id)')),
    indexed(text('ByMonth', 'By (object id), month')),
    indexed(text('Day')),
    indexed(when('At')),
    text('Reason'),
    long('Detail'),
    text('Before', 'Hash of the row before'),
  ],
};

/** All of them, in the order in which they are made. */
export const everyList: readonly ListDefinition[] = [
  meetingsList,
  guestsList,
  logList,
  recordsList,
  agreementsList,
  accessList,
];
