import { known, unknown } from '../../../bot/policy/fact.ts';
import { allBut, type Row } from '../situation.ts';

/** The trust's least for every meeting, in situations a head would recognise. */

const host = {
  id: '5c0a1d0e-0000-4000-8000-000000000101',
  name: 'Maya Okafor',
  address: 'maya.okafor@school.example.org',
};
const mother = { name: 'Jo Marsh', role: 'Mother', agency: 'Family', address: 'jo.marsh@example.com' };
const almostTheMother = { name: 'Ali Reyes', role: 'Father', agency: 'Family', address: 'jo.marsch@example.com' };
const friend = { name: 'Kit Ford', role: 'Family friend', agency: 'Family', address: 'kit.ford@example.net' };
const therapist = {
  name: 'Bo Lind',
  role: 'Music therapist',
  agency: 'Music for All',
  address: 'bo.lind@music.example.net',
};
const withChild = { childAttends: true };
const nothingConfirmed = { confirmed: [] };
const oneIsNew = { guestsMet: known([true, false]) };

const recording = { recording: { purpose: 'So that a parent who works can see it', deleteOn: '2027-06-08' } };
const notAllAgree = { recordingAgreed: known(false) };
const closedDoor = {
  lobbyScope: 'organizer',
  dialInBypassesLobby: false,
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
} as const;
const staffInCharge = {
  allowedPresenters: 'roleIsPresenter',
  allowWhiteboard: false,
  allowLiveShare: 'disabled',
} as const;

const door: readonly Row[] = [
  [
    '(C6) a TAC whose guests all came before, which needs no answer and nobody’s yes',
    'tac',
    { ask: nothingConfirmed },
    { verdict: 'allow', clauses: ['003-27', '003-28', '003-31', '003-32'], sets: { ...closedDoor, ...staffInCharge } },
  ],
  [
    '(C18) a TAC with a mother and a school nurse, with all settings',
    'tac',
    {},
    { verdict: 'allow', clauses: ['003-04', '003-23', '003-24', '003-36'], sets: closedDoor },
  ],
  ['a staff meeting', 'staff', {}, { verdict: 'allow', clauses: ['003-23', '003-28'], sets: closedDoor }],
  ['a governors’ meeting', 'governors', {}, { verdict: 'allow', clauses: ['003-03'], sets: staffInCharge }],
  [
    'an annual review with nothing confirmed and nobody new',
    'annual-review',
    { ask: nothingConfirmed },
    { verdict: 'allow', clauses: ['003-27'] },
  ],
  [
    '(C2) professionals about a child, who may speak of it under the same closed door',
    'professional',
    { ask: nothingConfirmed },
    { verdict: 'allow', clauses: ['003-31'], sets: closedDoor },
  ],
  [
    '(C8) a meeting with parents, which is locked once all are there and opened only by staff',
    'parent',
    {},
    { verdict: 'allow', clauses: ['003-26', '003-29'], sets: closedDoor },
  ],
  [
    'a TAC whose guest is new and whose address nobody checked',
    'tac',
    { ask: nothingConfirmed, facts: oneIsNew },
    { verdict: 'ask', clauses: ['003-27'] },
  ],
  [
    'a TAC whose guest is new and whose address was checked, with nothing more to ask',
    'tac',
    { ask: { confirmed: ['addresses checked'] }, facts: oneIsNew },
    { verdict: 'allow', clauses: ['003-27'] },
  ],
  [
    'a governors’ meeting with a new guest whose address nobody checked',
    'governors',
    { ask: nothingConfirmed, facts: oneIsNew },
    { verdict: 'ask', clauses: ['003-27'] },
  ],
  [
    'a TAC for which the register could not say who came before',
    'tac',
    { facts: { guestsMet: unknown('whether the guests came before') } },
    { verdict: 'refuse', clauses: ['003-27'] },
  ],
  [
    'a TAC with two addresses that differ by one letter',
    'tac',
    { ask: { guests: [mother, almostTheMother], confirmed: allBut('look-alike address is right') } },
    { verdict: 'ask', clauses: ['003-27'] },
  ],
  [
    'a TAC with two such addresses, both of them right',
    'tac',
    { ask: { guests: [mother, almostTheMother] } },
    { verdict: 'allow', clauses: ['003-27'] },
  ],
  [
    '(C20) a TAC with somebody who is only “a family friend”',
    'tac',
    { ask: { guests: [mother, friend] } },
    { verdict: 'refuse', clauses: ['003-27', '003-31'] },
  ],
  [
    '(C20) a TAC with a mother and a therapist, of whom staff know who they are',
    'tac',
    { ask: { guests: [mother, therapist] } },
    { verdict: 'allow', clauses: ['003-27'] },
  ],
];

const inside: readonly Row[] = [
  [
    '(C25) a professional meeting where a guest has a report, which staff show for them',
    'professional',
    {},
    { verdict: 'allow', clauses: ['003-24', '003-32'], sets: staffInCharge },
  ],
  [
    '(C11) a class, where nobody can chat',
    'class',
    {},
    { verdict: 'allow', clauses: ['003-36'], sets: { allowMeetingChat: 'disabled' } },
  ],
  [
    '(C10) a class, which joins with microphones off',
    'class',
    {},
    { verdict: 'allow', clauses: ['003-34'], sets: { allowAttendeeToEnableMic: false } },
  ],
  [
    '(C10) a TAC, which is a talk, so microphones stay on',
    'tac',
    {},
    { verdict: 'allow', clauses: ['003-33'], sets: { allowAttendeeToEnableMic: true } },
  ],
  [
    '(C9) a class, where a camera may be off but is never forbidden',
    'class',
    {},
    { verdict: 'allow', clauses: ['003-19', '003-34'], sets: { allowAttendeeToEnableCamera: true } },
  ],
  [
    '(C16) a TAC of two hours, which may take its time',
    'tac',
    { ask: { minutes: 120 } },
    { verdict: 'allow', clauses: ['003-28'] },
  ],
  [
    '(C17) a TAC at half past six in the evening, when parents are home from work',
    'tac',
    { ask: { start: '2026-12-08T18:30:00Z' } },
    { verdict: 'allow', clauses: ['003-28'] },
  ],
  [
    '(C1) a meeting with parents on the telephone, which is only written down',
    'parent',
    { ask: { place: 'phone' } },
    { verdict: 'allow', clauses: ['003-27'] },
  ],
];

const children: readonly Row[] = [
  [
    '(C15) a music session without a parent’s permission, which is a yes to take part and no legal ground',
    'focus',
    { ask: { confirmed: allBut('permission given') } },
    { verdict: 'ask', clauses: ['003-10'] },
  ],
  [
    'a TAC the child comes to, with no parent’s permission yet',
    'tac',
    { ask: { ...withChild, ...nothingConfirmed } },
    { verdict: 'ask', clauses: ['003-10'] },
  ],
  [
    'a TAC the child comes to, with a parent’s permission and nothing else to answer',
    'tac',
    { ask: { ...withChild, confirmed: ['permission given'] } },
    { verdict: 'allow', clauses: ['003-27'] },
  ],
  [
    'a music session with permission, practised',
    'focus',
    { ask: { confirmed: ['permission given', 'rehearsed'] } },
    { verdict: 'allow', clauses: ['003-28'], sets: closedDoor },
  ],
  [
    'a class its teachers never practised',
    'class',
    { ask: { confirmed: allBut('rehearsed') } },
    { verdict: 'ask', clauses: ['003-20'] },
  ],
  [
    'a TAC nobody practised, which nobody has to',
    'tac',
    { ask: { confirmed: allBut('rehearsed') } },
    { verdict: 'allow', clauses: ['003-27'] },
  ],
  [
    '(C14, C23) a class with a pupil’s own address among the guests',
    'class',
    { facts: { guests: known(['pupil', 'outsider']) } },
    { verdict: 'refuse', clauses: ['003-11'] },
  ],
  [
    'a TAC whose guests the directory could not tell me about',
    'tac',
    { facts: { guests: unknown('whether the guests are pupils') } },
    { verdict: 'refuse', clauses: ['003-11'] },
  ],
  [
    '(C14) a music session to which nobody of the family is invited',
    'focus',
    { ask: { guests: [therapist] } },
    { verdict: 'refuse', clauses: ['003-10', '003-11'] },
  ],
  [
    '(C4) a music session that leaves a child with one member of staff',
    'focus',
    { ask: { guests: [therapist], secondAdult: host } },
    { verdict: 'refuse', clauses: ['003-13', '003-14'] },
  ],
  [
    '(C4) a TAC with a child, a therapist and two staff, who are not one to one',
    'tac',
    { ask: { ...withChild, guests: [therapist] } },
    { verdict: 'allow', clauses: ['003-27'] },
  ],
  [
    '(C4) a TAC with a child and a therapist, whose second adult is not staff',
    'tac',
    { ask: { ...withChild, guests: [therapist] }, facts: { secondAdultIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['003-13'] },
  ],
  [
    '(C5) a class whose second adult is a volunteer',
    'class',
    { facts: { secondAdultIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['003-14'] },
  ],
  [
    '(C3, C5) a class with one member of staff, which no recording makes up for',
    'class',
    { ask: { secondAdult: host } },
    { verdict: 'refuse', clauses: ['003-14'] },
  ],
  [
    'a class whose second adult could not be looked up',
    'class',
    { facts: { secondAdultIsStaff: unknown('whether the second adult is staff') } },
    { verdict: 'refuse', clauses: ['003-14'] },
  ],
  [
    '(C27) a class that cannot wait, which keeps the least all the same',
    'class',
    { ask: { urgent: { reason: 'Welfare concern raised this morning' }, confirmed: allBut('permission given') } },
    { verdict: 'ask', clauses: ['003-10'], sets: closedDoor },
  ],
];

const recordings: readonly Row[] = [
  [
    '(C3) a TAC to be recorded, of which this policy does not speak',
    'tac',
    { ask: recording },
    { verdict: 'allow', clauses: ['003-03'], sets: staffInCharge },
  ],
  [
    '(C3) a class to be recorded, where not every family agreed, of which this policy does not speak either',
    'class',
    { ask: recording, facts: notAllAgree },
    { verdict: 'allow', clauses: ['003-03'], sets: closedDoor },
  ],
];

export const rows: readonly Row[] = [...door, ...inside, ...children, ...recordings];
