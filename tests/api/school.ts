import type { Role } from '../../bot/identity/caller.ts';
import { Ask, PersonId, Reference } from '../../bot/meetings/ask.ts';
import { Decision } from '../../bot/policy/decision.ts';
import type { Statement } from '../../bot/register/agreements.ts';
import { Entry, LogEntry } from '../../bot/register/entry.ts';
import { told } from '../agreeing/an-agreement.ts';

/** The people, the meetings and the log that the door's tests are told about. */

const person = (last: string, name: string, roles: readonly Role[]) => ({
  id: PersonId.parse(`5c0a1d0e-0000-4000-8000-0000000001${last}`),
  name,
  address: `${name.toLowerCase().replace(' ', '.')}@school.example.org`,
  roles,
});

export const people = {
  senco: person('01', 'Maya Okafor', ['staff']),
  teacher: person('02', 'Tom Birch', ['staff']),
  head: person('03', 'Ruth Adeyemi', ['staff', 'head', 'slt']),
  safeguardingLead: person('05', 'Leila Haddad', ['staff', 'dsl']),
  safeguardingLeadOnly: person('15', 'Joan Marsh', ['dsl']),
  headOnly: person('13', 'Alan Frost', ['slt']),
  ict: person('06', 'Sam Whitlock', ['staff', 'ict']),
  ictOnly: person('16', 'Pat Lowe', ['ict']),
  dpoOnly: person('17', 'Grace Tan', ['dpo']),
  pupil: person('08', 'Ivy Lark', ['pupil']),
  pupilInStaffGroup: person('09', 'Noah Finch', ['pupil', 'staff', 'slt']),
  guest: person('10', 'Dana Cole', []),
};
export type PersonKey = keyof typeof people;

const safeguards = {
  lobbyScope: 'organizer',
  dialInBypassesLobby: false,
  allowedPresenters: 'roleIsPresenter',
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
  allowMeetingChat: 'limited',
  allowRecording: false,
  allowTranscription: false,
  recordAutomatically: false,
  allowBreakoutRooms: false,
  allowWhiteboard: true,
  allowLiveShare: 'disabled',
  allowAttendeeToEnableMic: true,
  allowAttendeeToEnableCamera: true,
} as const;

const decision = Decision.parse({
  verdict: 'allow',
  because: [
    { id: 'OM-4.2', says: 'Visitors wait in the lobby until a member of staff lets them in.' },
    { id: 'OM-4.5', says: 'A second adult attends every meeting with a family.' },
  ],
  safeguards,
  fired: ['online-meetings/lobby', 'online-meetings/second-adult'],
  questions: [],
  authorisedBy: [],
  authorisedBecause: [],
  instead: [],
  setAside: [],
  packs: [{ id: 'online-meetings', version: '2026-09' }],
  decidedAt: '2026-11-18T10:00:00Z',
});

type Part = {
  reference: string;
  start: string;
  host: PersonKey;
  secondAdult: PersonKey;
  status?: Entry['status'];
  /** What is asked for otherwise than of a TAC. */
  ask?: object;
  decision?: object;
  authorisation?: object;
};

const colleague = ({ id, name, address }: (typeof people)[PersonKey]) => ({ id, name, address });

export function meeting({ reference, start, host, secondAdult, status = 'arranged', ...other }: Part): Entry {
  const sealed = status === 'arranged' || status === 'called off';
  return Entry.parse({
    reference: Reference.parse(reference),
    ask: Ask.parse({
      kind: 'tac',
      child: { initials: 'AB', year: '4' },
      purpose: 'Review of the support plan',
      start,
      minutes: 45,
      place: 'teams',
      colleagues: [],
      confirmed: [],
      urgent: null,
      childAttends: false,
      host: colleague(people[host]),
      secondAdult: colleague(people[secondAdult]),
      guests: [
        { name: 'Rosa Bell', role: 'Mother', agency: 'Family', address: 'rosa.bell@mail.example.com' },
        { name: 'Dana Cole', role: 'School nurse', agency: 'School nursing', address: 'dana.cole@partner.example.net' },
      ],
      ...other.ask,
    }),
    status,
    step: status === 'arranging' ? 'seal' : 'done',
    nextCheck: null,
    seal: sealed ? { state: 'sealed', at: '2026-11-18T10:00:05Z', hash: 'f'.repeat(64) } : { state: 'not sealed' },
    decision: { ...decision, ...other.decision },
    authorisation: other.authorisation ?? { state: 'not needed' },
    eventId: 'event-1',
    meetingId: 'meeting-1',
    joinUrl: status === 'arranged' ? 'https://teams.microsoft.com/meet/123456789?p=secret' : null,
    chatThreadId: status === 'arranged' ? `19:meeting_${reference}@thread.v2` : null,
    stoppedAt: status === 'not arranged' ? 'seal' : null,
    stoppedBy: status === 'not arranged' ? 'not sealed' : null,
    replaces: null,
    replacedBy: null,
    amendment: null,
    cover: null,
    aftercare: { state: 'not needed' },
    outcome: { state: 'not said' },
    review: null,
    provedAt: sealed ? '2026-11-18T10:00:03Z' : null,
    invitedAt: sealed ? '2026-11-18T10:00:04Z' : null,
  });
}

export const meetings = {
  ofSenco: meeting({ reference: 'TAC-AAAAAAA1', start: '2026-11-24T15:15:00Z', host: 'senco', secondAdult: 'teacher' }),
  ofTeacher: meeting({
    reference: 'TAC-AAAAAAA2',
    start: '2026-11-26T09:00:00Z',
    host: 'teacher',
    secondAdult: 'head',
  }),
  stopped: meeting({
    reference: 'TAC-AAAAAAA3',
    start: '2026-11-25T13:00:00Z',
    host: 'senco',
    secondAdult: 'ict',
    status: 'not arranged',
  }),
  calledOff: meeting({
    reference: 'TAC-AAAAAAA4',
    start: '2026-07-01T09:00:00Z',
    host: 'senco',
    secondAdult: 'teacher',
    status: 'called off',
  }),
  underWay: meeting({
    reference: 'TAC-AAAAAAA5',
    start: '2026-12-01T10:30:00Z',
    host: 'senco',
    secondAdult: 'safeguardingLead',
    status: 'arranging',
  }),
};

/** What the other kinds look like; not among those the list's tests count. */
export const others = {
  staff: meeting({
    reference: 'STF-AAAAAAA1',
    start: '2026-12-02T15:30:00Z',
    host: 'senco',
    secondAdult: 'teacher',
    ask: { kind: 'staff', purpose: 'Phonics', colleagues: [colleague(people.teacher), colleague(people.head)] },
  }),
  classSession: meeting({
    reference: 'CLS-AAAAAAA1',
    start: '2026-12-03T10:00:00Z',
    host: 'senco',
    secondAdult: 'teacher',
    ask: { kind: 'class', year: '3' },
  }),
  onThePhone: meeting({
    reference: 'PAR-AAAAAAA1',
    start: '2026-12-04T10:00:00Z',
    host: 'senco',
    secondAdult: 'teacher',
    status: 'held elsewhere',
    ask: { kind: 'parent', place: 'phone', confirmed: ['contact is safe'], childAttends: true },
  }),
  /** Waits for the safeguarding lead, who has no other part in it. */
  waiting: meeting({
    reference: 'REV-AAAAAAA1',
    start: '2026-12-08T10:00:00Z',
    host: 'senco',
    secondAdult: 'teacher',
    status: 'waiting',
    ask: { kind: 'annual-review', urgent: { reason: 'The placement ends on Friday' } },
    decision: {
      verdict: 'authorise',
      authorisedBy: ['dsl'],
      setAside: [
        { rule: 'online-meetings/notice', why: 'urgent', because: [{ id: 'OM-2.1', says: 'Two weeks’ notice.' }] },
      ],
    },
    authorisation: { state: 'wanted', of: ['dsl'], yes: [], reminded: 0, answered: null },
  }),
};

const logLine = (number: number, event: LogEntry['event'], by: LogEntry['by']) =>
  LogEntry.parse({
    reference: meetings.ofSenco.reference,
    number,
    event,
    by,
    at: `2026-11-18T10:00:0${number}Z`,
    detail: event === 'sealed' ? 'eleven settings' : '',
    before: '0'.repeat(64),
  });

export const log: readonly LogEntry[] = [
  logLine(1, 'asked', people.senco.id),
  logLine(2, 'drafted', 'chaperone'),
  logLine(3, 'sealed', 'chaperone'),
  logLine(4, 'invited', 'chaperone'),
  logLine(5, 'confirmed', people.head.id),
];

export const now = () => new Date('2026-11-20T09:00:00Z');

/** What Rosa Bell has agreed to for the meeting of the senco's, and what she took back. */
export const statements: readonly Statement[] = told(
  [
    { agreement: 'take part', by: colleague(people.senco), on: '2026-11-16' },
    { agreement: 'be recorded', by: colleague(people.senco), on: '2026-11-16' },
    { agreement: 'be recorded', says: 'withdrawn', how: 'by phone', by: colleague(people.teacher), on: '2026-11-17' },
  ],
  meetings.ofSenco,
);
