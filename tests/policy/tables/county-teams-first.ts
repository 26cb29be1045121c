import { known, unknown } from '../../../bot/policy/fact.ts';
import { allBut, type Row } from '../situation.ts';

/** The county's guidance, Teams first, in situations a head would recognise. */

const host = {
  id: '5c0a1d0e-0000-4000-8000-000000000101',
  name: 'Maya Okafor',
  address: 'maya.okafor@school.example.org',
};
const nurse = {
  name: 'Pat Lowe',
  role: 'School nurse',
  agency: 'Community Health',
  address: 'pat.lowe@health.example.net',
};
const therapist = {
  name: 'Bo Lind',
  role: 'Music therapist',
  agency: 'Music for All',
  address: 'bo.lind@music.example.net',
};
const onZoom = { place: 'zoom' };
const withChild = { childAttends: true };
const urgent = { reason: 'Welfare concern raised this morning' };

const recording = { recording: { purpose: 'So that a parent who works can see it', deleteOn: '2027-06-08' } };
const neverByItself = { allowTranscription: false, recordAutomatically: false } as const;
const lobbyForAll = {
  lobbyScope: 'organizer',
  dialInBypassesLobby: false,
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
} as const;
const nothingRecorded = { allowRecording: false, allowTranscription: false, recordAutomatically: false } as const;

const places: readonly Row[] = [
  ['(C1) a staff meeting on Teams', 'staff', {}, { verdict: 'allow', clauses: ['000-01'] }],
  [
    '(C1) a staff meeting on Zoom, where everyone has Teams',
    'staff',
    { ask: onZoom },
    { verdict: 'refuse', clauses: ['000-01', '000-02'] },
  ],
  [
    'a staff meeting held in the staff room, which is only written down',
    'staff',
    { ask: { place: 'in person' } },
    { verdict: 'allow', clauses: ['000-01'] },
  ],
  ['a governors’ meeting on Teams', 'governors', {}, { verdict: 'allow', clauses: ['000-01'] }],
  ['a governors’ meeting on Zoom', 'governors', { ask: onZoom }, { verdict: 'refuse', clauses: ['000-01', '000-02'] }],
  [
    '(C1, C2) a TAC on Zoom, where sensitive things may be said',
    'tac',
    { ask: onZoom },
    { verdict: 'refuse', clauses: ['000-03', '000-05'] },
  ],
  ['an annual review on Zoom', 'annual-review', { ask: onZoom }, { verdict: 'refuse', clauses: ['000-03', '000-05'] }],
  ['professionals on Zoom', 'professional', { ask: onZoom }, { verdict: 'refuse', clauses: ['000-03', '000-05'] }],
  [
    'a TAC held on the telephone, which is written down once leaders have said yes',
    'tac',
    { ask: { place: 'phone' } },
    { verdict: 'authorise', clauses: ['000-10'] },
  ],
  [
    'a meeting with parents on Zoom that nobody has prepared for',
    'parent',
    { ask: { ...onZoom, confirmed: allBut('other platform settled') } },
    { verdict: 'ask', clauses: ['000-05', '000-06'] },
  ],
  [
    'a music session on Zoom where nobody has thought of sensitive matters',
    'focus',
    { ask: { ...onZoom, confirmed: allBut('nothing sensitive') } },
    { verdict: 'ask', clauses: ['000-05'] },
  ],
  [
    '(C1) a class on Zoom with both settled, which still waits for leaders',
    'class',
    { ask: onZoom },
    { verdict: 'authorise', clauses: ['000-10'] },
  ],
  [
    'a meeting with parents on Teams, where nobody asks about another tool',
    'parent',
    { ask: { confirmed: allBut('other platform settled', 'nothing sensitive') } },
    { verdict: 'authorise', clauses: ['000-10'] },
  ],
];

const authorising: readonly Row[] = [
  [
    '(C6) a TAC, to which the senior leadership team says yes beforehand',
    'tac',
    {},
    { verdict: 'authorise', clauses: ['000-10', '000-11'] },
  ],
  [
    '(C2) an annual review, sensitive and on Teams for that reason',
    'annual-review',
    {},
    { verdict: 'authorise', clauses: ['000-10'], sets: lobbyForAll },
  ],
  ['(C6) professionals without the family', 'professional', {}, { verdict: 'authorise', clauses: ['000-10'] }],
  [
    '(C18) a TAC with a nurse from outside, who is welcome',
    'tac',
    { ask: { guests: [nurse] } },
    { verdict: 'authorise', clauses: ['000-10'] },
  ],
  [
    'a TAC that cannot wait for leaders',
    'tac',
    { ask: { urgent } },
    { verdict: 'allow', clauses: ['000-03', '000-04', '000-13', '000-20', '000-30'], sets: lobbyForAll },
  ],
  [
    'an urgent TAC on Zoom, which urgency does not open',
    'tac',
    { ask: { ...onZoom, urgent } },
    { verdict: 'refuse', clauses: ['000-03'] },
  ],
  [
    'a TAC called “a quick catch up”',
    'tac',
    { ask: { purpose: 'A quick catch up' } },
    { verdict: 'refuse', clauses: ['000-09', '000-13'] },
  ],
  [
    'a staff meeting called “a quick catch up”, which is nobody’s business',
    'staff',
    { ask: { purpose: 'A quick catch up' } },
    { verdict: 'allow', clauses: ['000-01'] },
  ],
];

const families: readonly Row[] = [
  [
    '(C4) a music session with one child and a mother',
    'focus',
    {},
    { verdict: 'authorise', clauses: ['000-10'], sets: nothingRecorded },
  ],
  [
    '(C4) a music session that leaves a child with one member of staff',
    'focus',
    { ask: { guests: [therapist] }, facts: { secondAdultIsStaff: known(false), guestsMet: known([true]) } },
    { verdict: 'refuse', clauses: ['000-22', '000-25'] },
  ],
  [
    'a TAC with a child and a nurse, whose second adult turns out to be the host',
    'tac',
    { ask: { ...withChild, guests: [nurse], secondAdult: host } },
    { verdict: 'refuse', clauses: ['000-22'] },
  ],
  [
    '(C4) a TAC with a child, a nurse and two staff, who are not one to one',
    'tac',
    { ask: { ...withChild, guests: [nurse] } },
    { verdict: 'authorise', clauses: ['000-10'] },
  ],
  [
    'a music session nobody could find out the second adult of',
    'focus',
    { ask: { guests: [therapist] }, facts: { secondAdultIsStaff: unknown('whether the second adult is staff') } },
    { verdict: 'refuse', clauses: ['000-22'] },
  ],
  [
    '(C15) a music session whose family has not opted in, which is a choice and no legal ground',
    'focus',
    { ask: { confirmed: allBut('family opted in') } },
    { verdict: 'ask', clauses: ['000-14', '000-15', '000-17'] },
  ],
  [
    'a TAC with the child, whose family has not opted in',
    'tac',
    { ask: { ...withChild, confirmed: allBut('family opted in') } },
    { verdict: 'ask', clauses: ['000-14', '000-15', '000-17'] },
  ],
  [
    'a TAC without the child, where no family has to opt in',
    'tac',
    { ask: { confirmed: allBut('family opted in') } },
    { verdict: 'authorise', clauses: ['000-10'] },
  ],
  [
    '(C13, C14) a class whose parents may not be in the room',
    'class',
    { ask: { confirmed: allBut('adult with the child') } },
    { verdict: 'ask', clauses: ['000-22'] },
  ],
  [
    '(C13) a TAC of adults only, where nobody sits beside a child',
    'tac',
    { ask: { confirmed: allBut('adult with the child') } },
    { verdict: 'authorise', clauses: ['000-10'] },
  ],
  [
    '(C14) an annual review the child comes to, with no word of a parent beside them',
    'annual-review',
    { ask: { ...withChild, confirmed: allBut('adult with the child') } },
    { verdict: 'ask', clauses: ['000-22', '000-26'] },
  ],
  [
    '(C23) a class to which a pupil is invited directly',
    'class',
    { facts: { guests: known(['outsider', 'pupil']) } },
    { verdict: 'refuse', clauses: ['000-25', '000-26'] },
  ],
  [
    'a TAC whose guests the directory could not tell me about',
    'tac',
    { facts: { guests: unknown('whether the guests are pupils') } },
    { verdict: 'refuse', clauses: ['000-25'] },
  ],
  [
    'a meeting with parents to which no parent is invited',
    'parent',
    { ask: { guests: [nurse] } },
    { verdict: 'refuse', clauses: ['000-25'] },
  ],
];

const accountsAndSettings: readonly Row[] = [
  [
    '(C24) a TAC from an account outside the school',
    'tac',
    { facts: { hostIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['000-16', '000-29'] },
  ],
  [
    'a staff meeting whose host could not be looked up',
    'staff',
    { facts: { hostIsStaff: unknown('whether the host is staff') } },
    { verdict: 'refuse', clauses: ['000-16'] },
  ],
  [
    '(C8) a class, whose door closes and opens again only for those staff let in',
    'class',
    {},
    { verdict: 'authorise', clauses: ['000-10'], sets: lobbyForAll },
  ],
  [
    '(C9, C10) a music session, where cameras and microphones may be on and staff can switch them off',
    'focus',
    {},
    {
      verdict: 'authorise',
      clauses: ['000-10'],
      sets: { allowedPresenters: 'roleIsPresenter', allowAttendeeToEnableCamera: true, allowAttendeeToEnableMic: true },
    },
  ],
  [
    '(C3) an urgent TAC, which nobody records all the same',
    'tac',
    { ask: { urgent } },
    { verdict: 'allow', clauses: ['000-30', '000-31', '000-32'], sets: nothingRecorded },
  ],
  [
    '(C21) a family that records for itself, which stops nothing and opens no recording of ours',
    'parent',
    {},
    { verdict: 'authorise', clauses: ['000-10'], sets: nothingRecorded },
  ],
  [
    '(C22, C26) an urgent meeting with parents, whose laptop and worries are the host’s list and no setting',
    'parent',
    { ask: { urgent } },
    { verdict: 'allow', clauses: ['000-13', '000-14', '000-19', '000-20'] },
  ],
  [
    '(C5) a class whose second adult is not staff, of which this guidance does not speak',
    'class',
    { facts: { secondAdultIsStaff: known(false) } },
    { verdict: 'authorise', clauses: ['000-10'] },
  ],
];

const recordings: readonly Row[] = [
  [
    '(C3) a music session to be recorded because of a risk, which senior leaders decide',
    'focus',
    { ask: recording },
    { verdict: 'authorise', clauses: ['000-31', '000-32'], sets: { allowRecording: true, ...neverByItself } },
  ],
  [
    '(C3) an urgent TAC to be recorded, where urgency does not stand in for the leaders’ yes',
    'tac',
    { ask: { ...recording, urgent } },
    { verdict: 'authorise', clauses: ['000-32'] },
  ],
  [
    '(C3) a class that nobody asked to record',
    'class',
    {},
    { verdict: 'authorise', clauses: ['000-10'], sets: nothingRecorded },
  ],
];

export const rows: readonly Row[] = [...places, ...authorising, ...families, ...accountsAndSettings, ...recordings];
