import { known, unknown } from '../../../bot/policy/fact.ts';
import { allBut, type Row } from '../situation.ts';

/** The county's guidance with its data-protection assessment, in situations a head would recognise. */

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
const withChild = { childAttends: true };
const oneNew = { guestsMet: known([true, false]) };

const recording = { recording: { purpose: 'So that a parent who works can see it', deleteOn: '2027-06-08' } };
const notAllAgree = { recordingAgreed: known(false) };
const neverByItself = { allowTranscription: false, recordAutomatically: false } as const;
const doorShut = {
  lobbyScope: 'organizer',
  dialInBypassesLobby: false,
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
} as const;
const nothingKept = { allowRecording: false, allowTranscription: false, recordAutomatically: false } as const;

const settings: readonly Row[] = [
  [
    'a TAC as it should be: the door is shut to all who were not invited',
    'tac',
    {},
    { verdict: 'allow', clauses: ['002-30', '002-31', '002-46', '002-66', '002-83', '002-84'], sets: doorShut },
  ],
  [
    'a staff meeting, with a lobby like any other',
    'staff',
    {},
    { verdict: 'allow', clauses: ['002-05', '002-46', '002-73', '002-84'], sets: doorShut },
  ],
  [
    'a TAC with a link and a passcode of its own, which open nothing but the lobby',
    'tac',
    {},
    { verdict: 'allow', clauses: ['002-35', '002-67', '002-82'], sets: { lobbyScope: 'organizer' } },
  ],
  [
    'a meeting with governors, who do not see one another’s addresses',
    'governors',
    {},
    { verdict: 'allow', clauses: ['002-33', '002-36', '002-47', '002-62'], sets: doorShut },
  ],
  [
    '(C3) an annual review, where nothing is recorded and no exception is on offer',
    'annual-review',
    {},
    { verdict: 'allow', clauses: ['002-27', '002-69'], sets: nothingKept },
  ],
  [
    '(C3, C5) a staff meeting, where the clause on pupils is silent and nothing is recorded all the same',
    'staff',
    {},
    { verdict: 'allow', clauses: ['002-69'], sets: nothingKept },
  ],
  [
    '(C19) a class session, of which there is no recording to keep or to delete',
    'class',
    {},
    { verdict: 'allow', clauses: ['002-27', '002-69'], sets: nothingKept },
  ],
  [
    '(C11) a meeting of professionals without chat, whiteboard or shared files',
    'professional',
    {},
    {
      verdict: 'allow',
      clauses: ['002-79'],
      sets: { allowMeetingChat: 'disabled', allowWhiteboard: false, allowLiveShare: 'disabled' },
    },
  ],
  [
    '(C12) a TAC in one room, because the host is to know what is talked about',
    'tac',
    {},
    { verdict: 'allow', clauses: ['002-80'], sets: { allowBreakoutRooms: false } },
  ],
  [
    '(C25) a meeting of professionals, whose reports are shown by staff',
    'professional',
    {},
    { verdict: 'allow', clauses: ['002-68'], sets: { allowedPresenters: 'roleIsPresenter' } },
  ],
  [
    '(C8) a parent meeting that closes its door once everybody has come, where staff let a dropped parent back in',
    'parent',
    {},
    { verdict: 'allow', clauses: ['002-85', '002-99'], sets: { allowedLobbyAdmitters: 'organizerAndCoOrganizers' } },
  ],
  [
    '(C9) a focus session in which the child would rather not be seen',
    'focus',
    {},
    { verdict: 'allow', clauses: ['002-37'], sets: { allowAttendeeToEnableCamera: true } },
  ],
  [
    '(C10) a class session, for which this policy leaves microphones alone',
    'class',
    {},
    { verdict: 'allow', clauses: ['002-05'], sets: { allowAttendeeToEnableMic: true } },
  ],
  [
    '(C20) a TAC that lets people in under the names the school knows',
    'tac',
    {},
    { verdict: 'allow', clauses: ['002-66', '002-99'], sets: doorShut },
  ],
  [
    '(C24) a parent meeting whose invitation is mailed from school, after a text message about Teams',
    'parent',
    {},
    { verdict: 'allow', clauses: ['002-31'] },
  ],
  [
    '(C22) a parent meeting from a school account, which the mother joins on her own telephone',
    'parent',
    {},
    { verdict: 'allow', clauses: ['002-30'], sets: doorShut },
  ],
];

const assessment: readonly Row[] = [
  [
    'a staff meeting before anybody has made an assessment',
    'staff',
    { school: { assessment: null } },
    { verdict: 'refuse', clauses: ['002-03', '002-73'] },
  ],
  [
    'a TAC whose assessment should have been reviewed last month',
    'tac',
    { school: { assessment: { reference: 'DPIA-7', reviewDue: '2026-10-31' } } },
    { verdict: 'refuse', clauses: ['002-03', '002-94'] },
  ],
  [
    'a TAC on the very day the assessment is due for review',
    'tac',
    { school: { assessment: { reference: 'DPIA-7', reviewDue: '2026-11-18' } } },
    { verdict: 'allow', clauses: ['002-73'] },
  ],
  [
    'an urgent welfare meeting without an assessment: hurry does not replace it',
    'parent',
    { ask: { urgent: { reason: 'Welfare concern raised this morning' } }, school: { assessment: null } },
    { verdict: 'refuse', clauses: ['002-03'] },
  ],
  [
    '(C6) a parent meeting under an assessment signed once, which nobody has to authorise again',
    'parent',
    {},
    { verdict: 'allow', clauses: ['002-73'] },
  ],
  [
    '(C28) a meeting of professionals under a current assessment, with no word of a treaty that has lapsed',
    'professional',
    {},
    { verdict: 'allow', clauses: ['002-47', '002-62'] },
  ],
  [
    '(C2) a TAC about a sensitive matter, which this policy allows behind all its settings',
    'tac',
    { ask: { purpose: 'Support after a hospital stay' } },
    { verdict: 'allow', clauses: ['002-33', '002-47'], sets: { ...doorShut, ...nothingKept } },
  ],
];

const where: readonly Row[] = [
  [
    '(C1) a parent meeting on Zoom, which the data protection officer has to agree to',
    'parent',
    { ask: { place: 'zoom' } },
    { verdict: 'authorise', clauses: ['002-06'] },
  ],
  [
    '(C1) a staff meeting on Zoom, although the school has Teams',
    'staff',
    { ask: { place: 'zoom' } },
    { verdict: 'authorise', clauses: ['002-06'] },
  ],
  [
    'a TAC by telephone, because the family would rather not be on a screen',
    'tac',
    { ask: { place: 'phone' } },
    { verdict: 'allow', clauses: ['002-37'] },
  ],
  [
    'a parent meeting in person, because the family would rather come in',
    'parent',
    { ask: { place: 'in person' } },
    { verdict: 'allow', clauses: ['002-05'] },
  ],
  [
    'a parent meeting on Zoom with an address nobody checked: the question comes first',
    'parent',
    { ask: { place: 'zoom', confirmed: allBut('addresses checked') }, facts: oneNew },
    { verdict: 'ask', clauses: ['002-50', '002-57'] },
  ],
];

const whoLeads: readonly Row[] = [
  [
    'a staff meeting from somebody’s own account',
    'staff',
    { facts: { hostIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['002-09', '002-91'] },
  ],
  [
    'a TAC whose host could not be looked up in the directory',
    'tac',
    { facts: { hostIsStaff: unknown('whether the host is staff') } },
    { verdict: 'refuse', clauses: ['002-09', '002-91'] },
  ],
  [
    'a TAC whose second adult has no staff account',
    'tac',
    { facts: { secondAdultIsStaff: known(false) } },
    { verdict: 'refuse', clauses: ['002-09'] },
  ],
  [
    'a staff meeting to which a former colleague is asked from their own account',
    'staff',
    { facts: { colleaguesAreStaff: known(false) } },
    { verdict: 'refuse', clauses: ['002-09'] },
  ],
  [
    '(C7) a TAC hosted by a colleague whom the head has not chosen',
    'tac',
    { facts: { hostMayOrganise: known(false) } },
    { verdict: 'refuse', clauses: ['002-63'] },
  ],
  [
    '(C7) a TAC hosted by a colleague of the head’s choosing, who is not the head',
    'tac',
    { facts: { hostMayOrganise: known(true) } },
    { verdict: 'allow', clauses: ['002-62'] },
  ],
  [
    'a governors’ meeting when the list of chosen hosts cannot be had',
    'governors',
    { facts: { hostMayOrganise: unknown('who may host meetings') } },
    { verdict: 'refuse', clauses: ['002-63'] },
  ],
  [
    '(C27) a host nobody has chosen and no assessment: what should be and what must be stand side by side',
    'staff',
    { facts: { hostMayOrganise: known(false) }, school: { assessment: null } },
    { verdict: 'refuse', clauses: ['002-63', '002-03'] },
  ],
];

const withPupils: readonly Row[] = [
  [
    '(C4) a focus session of one child and one member of staff, with a nurse for company',
    'focus',
    { ask: { guests: [nurse], secondAdult: host } },
    { verdict: 'refuse', clauses: ['002-08', '002-51'] },
  ],
  [
    '(C4) a TAC that the child joins without family and without a second member of staff',
    'tac',
    { ask: { ...withChild, guests: [nurse], secondAdult: host } },
    { verdict: 'refuse', clauses: ['002-08'] },
  ],
  [
    '(C4) a TAC that the child joins without family, with two members of staff',
    'tac',
    { ask: { ...withChild, guests: [nurse] } },
    { verdict: 'allow', clauses: ['002-05'] },
  ],
  [
    '(C5) a focus session whose host names nobody else: with the mother there this policy is content',
    'focus',
    { ask: { guests: [mother], secondAdult: host }, facts: { guests: known(['outsider']), guestsMet: known([true]) } },
    { verdict: 'allow', clauses: ['002-05'] },
  ],
  [
    'a focus session of which no parent knows',
    'focus',
    { ask: { guests: [nurse] } },
    { verdict: 'refuse', clauses: ['002-51'] },
  ],
  [
    'a class session with a visitor and no parent',
    'class',
    { ask: { guests: [nurse] } },
    { verdict: 'refuse', clauses: ['002-51'] },
  ],
  [
    '(C23) a parent meeting to which the pupil’s own address is invited',
    'parent',
    { facts: { guests: known(['outsider', 'pupil']) } },
    { verdict: 'refuse', clauses: ['002-16'] },
  ],
  [
    'a class session when nobody can tell whether an address is a pupil’s',
    'class',
    { facts: { guests: unknown('who the guests are') } },
    { verdict: 'refuse', clauses: ['002-16'] },
  ],
  [
    'a focus session that a telephone call might replace',
    'focus',
    { ask: { confirmed: allBut('video is needed') } },
    { verdict: 'ask', clauses: ['002-44'] },
  ],
  [
    'an annual review with the pupil, on video without a reason',
    'annual-review',
    { ask: { ...withChild, confirmed: allBut('video is needed') } },
    { verdict: 'ask', clauses: ['002-44'] },
  ],
  [
    'an annual review without the pupil, where nobody asks whether video is needed',
    'annual-review',
    { ask: { confirmed: allBut('video is needed') } },
    { verdict: 'allow', clauses: ['002-05'] },
  ],
  [
    '(C14) a class session when nobody has asked for a grown-up in the building',
    'class',
    { ask: { confirmed: allBut('adult with the child') } },
    { verdict: 'ask', clauses: ['002-22', '002-51'] },
  ],
  [
    '(C13) a TAC that the child joins, where an adult has to be in the building and the door stands open',
    'tac',
    { ask: { ...withChild, confirmed: allBut('adult with the child') } },
    { verdict: 'ask', clauses: ['002-22'] },
  ],
  [
    '(C13) a TAC of adults, who sit behind closed doors with nobody to watch over them',
    'tac',
    { ask: { confirmed: allBut('adult with the child') } },
    { verdict: 'allow', clauses: ['002-33'] },
  ],
  [
    '(C26) a TAC with the child, allowed without a word to the head: worries go to the safeguarding lead',
    'tac',
    { ask: withChild },
    { verdict: 'allow', clauses: ['002-05'] },
  ],
];

const withGuests: readonly Row[] = [
  [
    'a TAC of which the family does not know that it may come in person',
    'tac',
    { ask: { confirmed: allBut('alternative offered') } },
    { verdict: 'ask', clauses: ['002-74'] },
  ],
  [
    'a meeting of professionals, who need no other way offered',
    'professional',
    { ask: { guests: [nurse], confirmed: allBut('alternative offered', 'contact is safe') } },
    { verdict: 'allow', clauses: ['002-05', '002-37'] },
  ],
  [
    '(C15) a TAC to which the family has not opted in: this policy rests on the public task and does not ask',
    'tac',
    { ask: { confirmed: allBut('family opted in', 'permission given') } },
    { verdict: 'allow', clauses: ['002-05'] },
  ],
  [
    'a parent meeting when writing to the family may put somebody at risk',
    'parent',
    { ask: { confirmed: allBut('contact is safe') } },
    { verdict: 'ask', clauses: ['002-17'] },
  ],
  [
    'a TAC with professionals alone, to whom mail may go without a thought for the family’s safety',
    'tac',
    { ask: { guests: [nurse], confirmed: allBut('contact is safe') } },
    { verdict: 'allow', clauses: ['002-31'] },
  ],
  [
    'a TAC whose guest is new and whose address nobody checked',
    'tac',
    { ask: { confirmed: allBut('addresses checked') }, facts: oneNew },
    { verdict: 'ask', clauses: ['002-50', '002-57'] },
  ],
  [
    'a TAC whose guest is new and whose address was checked by telephone',
    'tac',
    { facts: oneNew },
    { verdict: 'allow', clauses: ['002-30', '002-31'] },
  ],
  [
    'a TAC of people the school has met before, whose addresses need no second check',
    'tac',
    { ask: { confirmed: allBut('addresses checked') } },
    { verdict: 'allow', clauses: ['002-30'] },
  ],
  [
    'a TAC when the register cannot say whom it has met',
    'tac',
    { facts: { guestsMet: unknown('whether we have met these guests') } },
    { verdict: 'refuse', clauses: ['002-50', '002-57'] },
  ],
  [
    'a TAC with an address that is one letter away from another guest’s',
    'tac',
    {
      ask: {
        guests: [mother, { ...nurse, address: 'jo.march@example.com' }],
        confirmed: allBut('look-alike address is right'),
      },
    },
    { verdict: 'ask', clauses: ['002-65'] },
  ],
  [
    'a TAC with an address that looks like another and is right',
    'tac',
    { ask: { guests: [mother, { ...nurse, address: 'jo.march@example.com' }] } },
    { verdict: 'allow', clauses: ['002-31'] },
  ],
  [
    'a TAC with a guest of whom nobody can say who they are',
    'tac',
    { ask: { guests: [mother, { ...nurse, role: 'unknown' }] } },
    { verdict: 'refuse', clauses: ['002-87'] },
  ],
  [
    '(C18) a TAC with a nurse from outside, who is a guest like the mother',
    'tac',
    { ask: { guests: [mother, nurse] } },
    { verdict: 'allow', clauses: ['002-30'] },
  ],
  [
    'a new guest, an unsafe address and a family that was offered nothing else: all three are asked at once',
    'tac',
    { ask: { confirmed: allBut('addresses checked', 'contact is safe', 'alternative offered') }, facts: oneNew },
    { verdict: 'ask', clauses: ['002-17', '002-50', '002-74'] },
  ],
];

const whatIsWritten: readonly Row[] = [
  [
    'a TAC to “catch up”',
    'tac',
    { ask: { purpose: 'Catch up' } },
    { verdict: 'refuse', clauses: ['002-78', '002-80'] },
  ],
  [
    'a staff meeting to “catch up”, which is nobody else’s business',
    'staff',
    { ask: { purpose: 'Catch up' } },
    { verdict: 'allow', clauses: ['002-05'] },
  ],
  [
    'a parent meeting whose purpose gives the teacher’s own address',
    'parent',
    { ask: { purpose: 'Support at home, write to tom@example.com' } },
    { verdict: 'refuse', clauses: ['002-14', '002-36'] },
  ],
];

const when: readonly Row[] = [
  [
    '(C16) a TAC of two and a half hours, of which this policy says nothing',
    'tac',
    { ask: { minutes: 150 } },
    { verdict: 'allow', clauses: ['002-05'] },
  ],
  [
    '(C17) a parent meeting at seven in the evening, when parents are home from work',
    'parent',
    { ask: { start: '2026-12-08T19:00:00Z', confirmed: allBut('time agreed') } },
    { verdict: 'allow', clauses: ['002-05'] },
  ],
];

const recordings: readonly Row[] = [
  [
    '(C3) a TAC that somebody would like to record',
    'tac',
    { ask: recording },
    { verdict: 'refuse', clauses: ['002-69'] },
  ],
  [
    '(C3) a class to be recorded, with every parent’s permission',
    'class',
    { ask: recording },
    { verdict: 'authorise', clauses: ['002-27'], sets: { allowRecording: true, ...neverByItself } },
  ],
  [
    '(C3, C15) a music session to be recorded, where one parent took the permission back',
    'focus',
    { ask: recording, facts: notAllAgree },
    { verdict: 'refuse', clauses: ['002-27'] },
  ],
  [
    '(C3) a class to be recorded, while the assessment is out of date',
    'class',
    { ask: recording, school: { assessment: null } },
    { verdict: 'refuse', clauses: [] },
  ],
];

export const rows: readonly Row[] = [
  ...settings,
  ...assessment,
  ...where,
  ...whoLeads,
  ...withPupils,
  ...withGuests,
  ...whatIsWritten,
  ...when,
  ...recordings,
];
