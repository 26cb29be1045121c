import { known, unknown } from '../../../bot/policy/fact.ts';
import { allBut, type Row } from '../situation.ts';

/** The parish primary's policy, in situations a head would recognise. */

const host = {
  id: '5c0a1d0e-0000-4000-8000-000000000101',
  name: 'Maya Okafor',
  address: 'maya.okafor@school.example.org',
};
const mother = { name: 'Jo Marsh', role: 'Mother', agency: 'Family', address: 'jo.marsh@example.com' };
const nurse = {
  name: 'Pat Lowe',
  role: 'School nurse',
  agency: 'Community Health',
  address: 'pat.lowe@health.example.net',
};
const stranger = { name: 'Kit Ford', role: 'TBC', agency: 'Other', address: 'kit.ford@example.net' };
const onZoom = { place: 'zoom' };
const withChild = { childAttends: true };
const urgent = { reason: 'Welfare concern raised this morning' };

const recording = { recording: { purpose: 'So that a parent who works can see it', deleteOn: '2027-06-08' } };
const notAllAgree = { recordingAgreed: known(false) };
const neverByItself = { allowTranscription: false, recordAutomatically: false } as const;
const privateAndClosed = {
  lobbyScope: 'organizer',
  dialInBypassesLobby: false,
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
} as const;
const staffShare = {
  allowedPresenters: 'roleIsPresenter',
  allowWhiteboard: false,
  allowLiveShare: 'disabled',
} as const;

const settings: readonly Row[] = [
  [
    'a staff meeting, as private as it can be made',
    'staff',
    {},
    { verdict: 'allow', clauses: ['004-02', '004-30', '004-31'], sets: privateAndClosed },
  ],
  [
    '(C8) a meeting with parents, locked from the start and opened again only by staff',
    'parent',
    {},
    { verdict: 'allow', clauses: ['004-32', '004-24', '004-41'], sets: privateAndClosed },
  ],
  [
    '(C11) a governors’ meeting, where the chat is off because Teams has none for the host alone',
    'governors',
    {},
    { verdict: 'allow', clauses: ['004-37'], sets: { allowMeetingChat: 'disabled' } },
  ],
  [
    '(C12) a class, which stays in one group',
    'class',
    {},
    { verdict: 'allow', clauses: ['004-38'], sets: { allowBreakoutRooms: false } },
  ],
  [
    '(C10) a class, where a raised hand asks to speak',
    'class',
    {},
    { verdict: 'allow', clauses: ['004-35'], sets: { allowAttendeeToEnableMic: false } },
  ],
  [
    '(C10) a meeting with parents, who may speak when they like',
    'parent',
    {},
    { verdict: 'allow', clauses: ['004-20'], sets: { allowAttendeeToEnableMic: true } },
  ],
  [
    '(C25) a meeting with parents, where only staff share their screen',
    'parent',
    {},
    { verdict: 'allow', clauses: ['004-36'], sets: staffShare },
  ],
  [
    '(C3) a music session, which nobody records, since nobody was asked',
    'focus',
    {},
    {
      verdict: 'allow',
      clauses: ['004-27', '004-28'],
      sets: { allowRecording: false, allowTranscription: false, recordAutomatically: false },
    },
  ],
  [
    '(C13) a music session, where the invitation says in which room to sit and the camera stays a choice',
    'focus',
    {},
    { verdict: 'allow', clauses: ['004-21', '004-22', '004-23'], sets: { allowAttendeeToEnableCamera: true } },
  ],
  [
    '(C13) an urgent TAC of adults, who may shut the door behind them',
    'tac',
    { ask: { urgent, confirmed: ['in person offered'] } },
    { verdict: 'allow', clauses: ['004-21', '004-25'], sets: privateAndClosed },
  ],
  [
    '(C24) a class, whose invitation goes by email to the parents with a fresh link',
    'class',
    {},
    { verdict: 'allow', clauses: ['004-18', '004-19', '004-26'] },
  ],
  [
    '(C15) a meeting with parents who have agreed to nothing in particular, as none of it rests on that',
    'parent',
    { ask: { confirmed: [] } },
    { verdict: 'allow', clauses: ['004-27'] },
  ],
];

const placesAndMatters: readonly Row[] = [
  [
    '(C1) a class on Zoom, which is written down and set up there',
    'class',
    { ask: onZoom },
    { verdict: 'allow', clauses: ['004-03'] },
  ],
  ['a staff meeting on Zoom', 'staff', { ask: onZoom }, { verdict: 'allow', clauses: ['004-03'] }],
  ['(C1) a class on Teams, which this policy does not forbid', 'class', {}, { verdict: 'allow', clauses: ['004-30'] }],
  [
    '(C2) a TAC where nobody has offered to meet in person',
    'tac',
    { ask: { confirmed: allBut('in person offered') } },
    { verdict: 'ask', clauses: ['004-13'] },
  ],
  [
    '(C2) a TAC with that offer made, which leaders still have to say yes to',
    'tac',
    { ask: { confirmed: ['in person offered'] } },
    { verdict: 'authorise', clauses: ['004-13'] },
  ],
  ['(C2) an annual review', 'annual-review', {}, { verdict: 'authorise', clauses: ['004-13'] }],
  [
    'an annual review without that offer',
    'annual-review',
    { ask: { confirmed: allBut('in person offered') } },
    { verdict: 'ask', clauses: ['004-13'] },
  ],
  ['professionals about a child', 'professional', {}, { verdict: 'authorise', clauses: ['004-13'] }],
  [
    '(C2) a TAC on Zoom, which leaders have to say yes to as well',
    'tac',
    { ask: onZoom },
    { verdict: 'authorise', clauses: ['004-13'] },
  ],
  [
    'a TAC that cannot wait for leaders, with in person offered',
    'tac',
    { ask: { urgent } },
    { verdict: 'allow', clauses: ['004-02', '004-38'], sets: privateAndClosed },
  ],
  [
    'an urgent TAC without that offer, which is still asked for',
    'tac',
    { ask: { urgent, confirmed: allBut('in person offered') } },
    { verdict: 'ask', clauses: ['004-13'] },
  ],
  [
    '(C6) a meeting with parents, at which leaders look afterwards and not before',
    'parent',
    {},
    { verdict: 'allow', clauses: ['004-18'] },
  ],
  [
    'a meeting with parents called “a chat”',
    'parent',
    { ask: { purpose: 'A chat' } },
    { verdict: 'refuse', clauses: ['004-15'] },
  ],
  [
    'a staff meeting called “a chat”, of which no parent has to be told',
    'staff',
    { ask: { purpose: 'A chat' } },
    { verdict: 'allow', clauses: ['004-02'] },
  ],
  [
    '(C20) a meeting with parents and somebody whose role is “TBC”',
    'parent',
    { ask: { guests: [mother, stranger] } },
    { verdict: 'refuse', clauses: ['004-15'] },
  ],
];

const people: readonly Row[] = [
  [
    '(C24) a class from an account outside the school',
    'class',
    { facts: { hostIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['004-05', '004-10'] },
  ],
  [
    'a meeting with parents whose host could not be looked up',
    'parent',
    { facts: { hostIsStaff: unknown('whether the host is staff') } },
    { verdict: 'refuse', clauses: ['004-05'] },
  ],
  [
    '(C5, C7) a meeting with parents nobody could take over, as the second adult is not staff',
    'parent',
    { facts: { secondAdultIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['004-06', '004-08'] },
  ],
  [
    '(C7) a governors’ meeting whose host is also the second adult',
    'governors',
    { ask: { secondAdult: host } },
    { verdict: 'refuse', clauses: ['004-06', '004-08'] },
  ],
  [
    'a class whose second adult could not be looked up',
    'class',
    { facts: { secondAdultIsStaff: unknown('whether the second adult is staff') } },
    { verdict: 'refuse', clauses: ['004-06'] },
  ],
  [
    '(C23) a class with a pupil’s own address among the guests',
    'class',
    { facts: { guests: known(['outsider', 'pupil']) } },
    { verdict: 'refuse', clauses: ['004-11', '004-18'] },
  ],
  [
    'a meeting with parents to which no parent is invited',
    'parent',
    { ask: { guests: [nurse] } },
    { verdict: 'refuse', clauses: ['004-18'] },
  ],
  [
    'a music session to which nobody of the family is invited',
    'focus',
    { ask: { guests: [nurse] } },
    { verdict: 'refuse', clauses: ['004-18'] },
  ],
  [
    '(C4) a music session that leaves a child with one member of staff',
    'focus',
    { ask: { guests: [nurse], secondAdult: host } },
    { verdict: 'refuse', clauses: ['004-42'] },
  ],
  [
    '(C4) an urgent TAC with a child, a nurse and two staff, who are not one to one',
    'tac',
    { ask: { ...withChild, guests: [nurse], urgent } },
    { verdict: 'allow', clauses: ['004-02'] },
  ],
  [
    '(C18) a meeting with parents and a nurse, who may come too',
    'parent',
    { ask: { guests: [mother, nurse] } },
    { verdict: 'allow', clauses: ['004-31'] },
  ],
];

const recordings: readonly Row[] = [
  [
    '(C3) a music session to be recorded, to which everyone agreed beforehand',
    'focus',
    { ask: recording },
    { verdict: 'allow', clauses: ['004-27'], sets: { allowRecording: true, ...neverByItself } },
  ],
  [
    '(C3, C15) a meeting with parents to be recorded, where one of them has not agreed',
    'parent',
    { ask: recording, facts: notAllAgree },
    { verdict: 'refuse', clauses: ['004-27'] },
  ],
  [
    'a meeting with parents to be recorded, where the ledger cannot be read',
    'parent',
    { ask: recording, facts: { recordingAgreed: unknown('whether everyone agreed to be recorded') } },
    { verdict: 'refuse', clauses: ['004-27'] },
  ],
  [
    '(C19) a class whose recording would be gone before it is made',
    'class',
    { ask: { recording: { purpose: 'For those who were ill', deleteOn: '2026-12-01' } } },
    { verdict: 'refuse', clauses: ['004-28'] },
  ],
];

export const rows: readonly Row[] = [...settings, ...placesAndMatters, ...people, ...recordings];
