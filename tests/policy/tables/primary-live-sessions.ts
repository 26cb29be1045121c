import { known, unknown } from '../../../bot/policy/fact.ts';
import { allBut, type Row } from '../situation.ts';

/** The primary school's policy for live sessions, in situations a head would recognise. */

const host = {
  id: '5c0a1d0e-0000-4000-8000-000000000101',
  name: 'Maya Okafor',
  address: 'maya.okafor@school.example.org',
};
const mother = { name: 'Jo Marsh', role: 'Mother', agency: 'Family', address: 'jo.marsh@example.com' };
const therapist = {
  name: 'Bo Lind',
  role: 'Music therapist',
  agency: 'Music for All',
  address: 'bo.lind@music.example.net',
};
const withChild = { childAttends: true };
const fiveHoursBefore = '2026-12-08T10:15:00Z';
const dayBeforeClass = '2026-12-07T10:15:00Z';
const urgent = { reason: 'Welfare concern raised this morning' };

const recording = { recording: { purpose: 'So that a parent who works can see it', deleteOn: '2027-06-08' } };
const notAllAgree = { recordingAgreed: known(false) };
const neverByItself = { allowTranscription: false, recordAutomatically: false } as const;
const shutToStrangers = {
  lobbyScope: 'organizer',
  dialInBypassesLobby: false,
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
} as const;

const settings: readonly Row[] = [
  [
    '(C18) a TAC of adults with a parent and a nurse, who may have its link',
    'tac',
    {},
    { verdict: 'allow', clauses: ['001-45', '001-50'], sets: shutToStrangers },
  ],
  [
    '(C11) a governors’ meeting, which has no chat either',
    'governors',
    {},
    { verdict: 'allow', clauses: ['001-28', '001-30'], sets: { allowMeetingChat: 'disabled' } },
  ],
  [
    '(C12) a TAC, which stays in one room because the second adult can watch only one',
    'tac',
    {},
    { verdict: 'allow', clauses: ['001-08'], sets: { allowBreakoutRooms: false } },
  ],
  [
    '(C12) a staff meeting, where this policy has nothing to say about breakout rooms',
    'staff',
    {},
    { verdict: 'allow', clauses: ['001-22', '001-49'], sets: { allowBreakoutRooms: true, lobbyScope: 'organizer' } },
  ],
  [
    '(C3, C19) a meeting with parents, where recording is off and so nothing is kept for a year',
    'parent',
    {},
    {
      verdict: 'allow',
      clauses: ['001-09', '001-24'],
      sets: { allowRecording: false, allowTranscription: false, recordAutomatically: false },
    },
  ],
  [
    '(C25) a professional meeting where a nurse would like to show a report',
    'professional',
    {},
    {
      verdict: 'allow',
      clauses: ['001-23', '001-29'],
      sets: { allowedPresenters: 'roleIsPresenter', allowWhiteboard: false, allowLiveShare: 'disabled' },
    },
  ],
  [
    '(C8) an annual review, where whoever was sent out or drops off finds the lobby',
    'annual-review',
    {},
    { verdict: 'allow', clauses: ['001-31'], sets: { lobbyScope: 'organizer' } },
  ],
  [
    '(C10) a class, which starts with the microphones off',
    'class',
    {},
    { verdict: 'authorise', clauses: ['001-02'], sets: { allowAttendeeToEnableMic: false } },
  ],
  [
    '(C10) a TAC, which is a conversation',
    'tac',
    {},
    { verdict: 'allow', clauses: ['001-49'], sets: { allowAttendeeToEnableMic: true } },
  ],
  [
    '(C9) a class where pupils are seen at the door and the camera is then theirs to choose',
    'class',
    {},
    { verdict: 'authorise', clauses: ['001-02'], sets: { allowAttendeeToEnableCamera: true } },
  ],
  [
    '(C20) a parent meeting the child comes to, let in by first name from the lobby',
    'parent',
    { ask: withChild },
    { verdict: 'authorise', clauses: ['001-02'], sets: shutToStrangers },
  ],
  [
    '(C21) a parent who might record at home: it is off in Teams, and the rest is a friendly request',
    'parent',
    {},
    { verdict: 'allow', clauses: ['001-24'], sets: { allowRecording: false } },
  ],
];

const authorisation: readonly Row[] = [
  ['(C6) a class session, which the head agrees to first', 'class', {}, { verdict: 'authorise', clauses: ['001-02'] }],
  ['a music therapy session with one child', 'focus', {}, { verdict: 'authorise', clauses: ['001-02'] }],
  ['a TAC that the child comes to', 'tac', { ask: withChild }, { verdict: 'authorise', clauses: ['001-02'] }],
  [
    'an annual review that the child comes to',
    'annual-review',
    { ask: withChild },
    { verdict: 'authorise', clauses: ['001-02'] },
  ],
  ['(C6) a TAC without the child needs nobody’s yes here', 'tac', {}, { verdict: 'allow', clauses: ['001-49'] }],
  [
    'a class session held on Zoom, with two reasons to ask the head',
    'class',
    { ask: { place: 'zoom' } },
    { verdict: 'authorise', clauses: ['001-02', '001-46'] },
  ],
  [
    '(C1) a meeting with parents held on Zoom',
    'parent',
    { ask: { place: 'zoom' } },
    { verdict: 'authorise', clauses: ['001-46'] },
  ],
  [
    'an urgent meeting with parents on Zoom, where hurry does not approve a system',
    'parent',
    { ask: { place: 'zoom', urgent } },
    { verdict: 'authorise', clauses: ['001-46'] },
  ],
  [
    '(C1) a TAC held in person and only written down',
    'tac',
    { ask: { place: 'in person' } },
    { verdict: 'allow', clauses: ['001-49'] },
  ],
  [
    '(C1) a talk with parents on the phone',
    'parent',
    { ask: { place: 'phone' } },
    { verdict: 'allow', clauses: ['001-49'] },
  ],
];

const people: readonly Row[] = [
  [
    'a class hosted by somebody who is not staff',
    'class',
    { facts: { hostIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['001-17', '001-21', '001-35', '001-49'] },
  ],
  [
    'a staff meeting started by somebody who is not staff',
    'staff',
    { facts: { hostIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['001-21'] },
  ],
  [
    'a host nobody could look up',
    'tac',
    { facts: { hostIsStaff: unknown('whether the host is staff') } },
    { verdict: 'refuse', clauses: ['001-21'] },
  ],
  [
    '(C7) a class teacher who is on no list of organisers: here any member of staff may host',
    'parent',
    { facts: { hostMayOrganise: known(false) } },
    { verdict: 'allow', clauses: ['001-49'] },
  ],
  [
    'a TAC whose second adult is not staff',
    'tac',
    { facts: { secondAdultIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['001-08', '001-50'] },
  ],
  [
    'a governors’ meeting whose second adult nobody could look up',
    'governors',
    { facts: { secondAdultIsStaff: unknown('whether the second adult is staff') } },
    { verdict: 'refuse', clauses: ['001-08'] },
  ],
  [
    '(C3, C5) a class whose host would record it instead of bringing a colleague',
    'class',
    { ask: { secondAdult: host } },
    { verdict: 'refuse', clauses: ['001-08', '001-10', '001-50'] },
  ],
  [
    '(C4) a child with one member of staff and a second adult who is not staff, and no family',
    'focus',
    { ask: { guests: [therapist] }, facts: { secondAdultIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['001-56', '001-08', '001-68'] },
  ],
  [
    '(C4) a child and a therapist with a host who is their own second adult',
    'tac',
    { ask: { ...withChild, guests: [therapist], secondAdult: host } },
    { verdict: 'refuse', clauses: ['001-56', '001-10'] },
  ],
  [
    '(C4) a child at a TAC without family but with two members of staff, which is not one to one',
    'tac',
    { ask: { ...withChild, guests: [therapist] } },
    { verdict: 'authorise', clauses: ['001-02'] },
  ],
  [
    'music therapy to which no family is invited',
    'focus',
    { ask: { guests: [therapist] } },
    { verdict: 'refuse', clauses: ['001-68'] },
  ],
  [
    'music therapy with the therapist and the mother',
    'focus',
    { ask: { guests: [mother, therapist] } },
    { verdict: 'authorise', clauses: ['001-02'] },
  ],
  [
    '(C18) a class with a visiting musician on the list',
    'class',
    { ask: { guests: [mother, therapist] } },
    { verdict: 'refuse', clauses: ['001-39'] },
  ],
  [
    'a class with a visiting musician and no family at all',
    'class',
    { ask: { guests: [therapist] } },
    { verdict: 'refuse', clauses: ['001-39', '001-68'] },
  ],
];

const promises: readonly Row[] = [
  [
    '(C26) a class after a worry went to the head, and nobody has said who may come back',
    'class',
    { ask: { confirmed: allBut('nobody held back') } },
    { verdict: 'ask', clauses: ['001-34', '001-44'] },
  ],
  [
    'a TAC the child comes to, and nobody has said whether the child is held back',
    'tac',
    { ask: { ...withChild, confirmed: allBut('nobody held back') } },
    { verdict: 'ask', clauses: ['001-34'] },
  ],
  [
    'a TAC without the child, where there is no pupil to hold back',
    'tac',
    { ask: { confirmed: allBut('nobody held back') } },
    { verdict: 'allow', clauses: ['001-49'] },
  ],
  [
    '(C15) a class whose families have not said yes yet: they do at the start, and it is not the lawful basis',
    'class',
    { ask: { confirmed: allBut('permission given', 'family opted in') } },
    { verdict: 'authorise', clauses: ['001-02'] },
  ],
  [
    '(C14) music therapy where a parent shows themselves at the start and need not promise to stay',
    'focus',
    { ask: { confirmed: allBut('adult with the child') } },
    { verdict: 'authorise', clauses: ['001-02'] },
  ],
  [
    '(C2) a sensitive TAC, about which this policy asks nothing more',
    'tac',
    { ask: { confirmed: [] } },
    { verdict: 'allow', clauses: ['001-49'] },
  ],
  [
    '(C27) a purpose with a phone number in it: it should go, and a waiver may say otherwise',
    'parent',
    { ask: { purpose: 'Reading at home, ring me on 01632 960123' } },
    { verdict: 'refuse', clauses: ['001-64'] },
  ],
  [
    'a staff meeting with a private mail address in its purpose',
    'staff',
    { ask: { purpose: 'Rota, replies to tom@example.com please' } },
    { verdict: 'refuse', clauses: ['001-64'] },
  ],
];

const time: readonly Row[] = [
  ['a class in five hours', 'class', { now: '2026-12-08T05:15:00Z' }, { verdict: 'refuse', clauses: ['001-01'] }],
  [
    'a class in exactly a day, on its way to the head',
    'class',
    { now: dayBeforeClass },
    { verdict: 'authorise', clauses: ['001-02'] },
  ],
  [
    'a TAC this afternoon that the child comes to',
    'tac',
    { ask: withChild, now: fiveHoursBefore },
    { verdict: 'refuse', clauses: ['001-01'] },
  ],
  [
    'a TAC this afternoon without the child',
    'tac',
    { now: fiveHoursBefore },
    { verdict: 'allow', clauses: ['001-49'] },
  ],
  [
    'a worry about a child that cannot wait: a TAC with the child this afternoon',
    'tac',
    { ask: { ...withChild, urgent }, now: fiveHoursBefore },
    { verdict: 'allow', clauses: ['001-49', '001-50'], sets: shutToStrangers },
  ],
  [
    'the same, with a second adult who is not staff: hurry waives no safeguard',
    'tac',
    { ask: { ...withChild, urgent }, facts: { secondAdultIsStaff: known(false) }, now: fiveHoursBefore },
    { verdict: 'refuse', clauses: ['001-08'] },
  ],
  [
    'an urgent session whose child may be held back',
    'focus',
    { ask: { urgent, confirmed: allBut('nobody held back') }, now: fiveHoursBefore },
    { verdict: 'ask', clauses: ['001-44'] },
  ],
  ['(C16) a class of 35 minutes', 'class', { ask: { minutes: 35 } }, { verdict: 'refuse', clauses: ['001-15'] }],
  [
    '(C16) a class of exactly half an hour',
    'class',
    { ask: { minutes: 30 } },
    { verdict: 'authorise', clauses: ['001-02'] },
  ],
  ['(C16) a TAC of two hours', 'tac', { ask: { minutes: 120 } }, { verdict: 'allow', clauses: ['001-49'] }],
  [
    'a class on a Saturday',
    'class',
    { ask: { start: '2026-12-05T10:15:00Z' } },
    { verdict: 'refuse', clauses: ['001-16'] },
  ],
  [
    'a class in the Christmas holidays',
    'class',
    { ask: { start: '2026-12-22T10:15:00Z' } },
    { verdict: 'refuse', clauses: ['001-16'] },
  ],
  [
    'a class on a training day',
    'class',
    { school: { holidays: ['2026-12-08'] } },
    { verdict: 'refuse', clauses: ['001-16'] },
  ],
  [
    'a meeting with parents on a Saturday, which is theirs to choose',
    'parent',
    { ask: { start: '2026-12-05T10:15:00Z' } },
    { verdict: 'allow', clauses: ['001-49'] },
  ],
  [
    '(C17) a class that runs past the end of lessons, and nobody has said that it suits',
    'class',
    { ask: { start: '2026-12-08T15:15:00Z', confirmed: allBut('time agreed') } },
    { verdict: 'ask', clauses: ['001-16'] },
  ],
  [
    '(C17) the same class once the time is agreed',
    'class',
    { ask: { start: '2026-12-08T15:15:00Z' } },
    { verdict: 'authorise', clauses: ['001-02'] },
  ],
  [
    '(C17) a class that ends with the last lesson',
    'class',
    { ask: { start: '2026-12-08T15:00:00Z', confirmed: allBut('time agreed') } },
    { verdict: 'authorise', clauses: ['001-02'] },
  ],
  [
    'a class at ten to nine on a summer’s day by the clock on the wall',
    'class',
    {
      ask: { start: '2027-06-08T07:50:00Z', confirmed: allBut('time agreed') },
      school: { terms: [{ from: '2027-06-01', to: '2027-07-16' }] },
    },
    { verdict: 'authorise', clauses: ['001-02'] },
  ],
  [
    '(C17) a TAC at six in the evening for working parents',
    'tac',
    { ask: { start: '2026-12-08T18:00:00Z', confirmed: allBut('time agreed') } },
    { verdict: 'allow', clauses: ['001-49'] },
  ],
];

const recordings: readonly Row[] = [
  [
    '(C3) a class that the head decides to have recorded',
    'class',
    { ask: recording },
    { verdict: 'authorise', clauses: ['001-09'], sets: { allowRecording: true, ...neverByItself } },
  ],
  [
    '(C3, C15) a class to be recorded, where one family has not agreed',
    'class',
    { ask: recording, facts: notAllAgree },
    { verdict: 'refuse', clauses: ['001-74'] },
  ],
  [
    'a music session to be recorded, where nobody can look up who agreed',
    'focus',
    { ask: recording, facts: { recordingAgreed: unknown('whether everyone agreed to be recorded') } },
    { verdict: 'refuse', clauses: ['001-74'] },
  ],
  [
    '(C19) a class whose recording would be kept for more than a year',
    'class',
    { ask: { recording: { purpose: 'For next year’s class', deleteOn: '2028-01-31' } } },
    { verdict: 'refuse', clauses: ['001-09'] },
  ],
  [
    '(C3, C5) a class to be recorded by a host who comes alone',
    'class',
    { ask: { ...recording, secondAdult: host } },
    { verdict: 'refuse', clauses: ['001-08', '001-10'] },
  ],
];

export const rows: readonly Row[] = [...settings, ...authorisation, ...people, ...promises, ...time, ...recordings];
