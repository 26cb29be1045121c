import { expect, test } from '@jest/globals';
import { decide } from '../../bot/policy/decide.ts';
import { known, unknown } from '../../bot/policy/fact.ts';
import { type Kind, kinds } from '../../bot/policy/kind.ts';
import { only } from './packs.ts';
import { allBut, type Change, situation } from './situation.ts';

/** Our own promises, with no other pack beside them: what every school gets whatever its policy forgot. */

const baseline = only('chaperone');
const { host } = situation('tac').ask;
const therapist = { name: 'Bo Lind', role: 'Therapist', agency: 'Music for All', address: 'bo.lind@example.net' };

const atSchool = (domain: string) => ({ ...therapist, role: 'Mother', agency: 'Family', address: `bo.lind@${domain}` });

test.each(kinds)('%s: no setting of the door, the screen, the recording or the chat is left open', (kind) => {
  const decision = decide(situation(kind), baseline);
  expect(decision.verdict).toBe('allow');
  expect(decision.safeguards).toEqual({
    lobbyScope: 'organizer',
    dialInBypassesLobby: false,
    allowedPresenters: 'roleIsPresenter',
    allowedLobbyAdmitters: 'organizerAndCoOrganizers',
    allowMeetingChat: 'disabled',
    allowRecording: false,
    allowTranscription: false,
    recordAutomatically: false,
    allowBreakoutRooms: false,
    allowWhiteboard: false,
    allowLiveShare: 'disabled',
    allowAttendeeToEnableMic: true,
    allowAttendeeToEnableCamera: true,
  });
});

const recorded = (deleteOn = '2027-12-08') => ({ recording: { purpose: 'For a parent who works', deleteOn } });

test.each<[what: string, kind: Kind, change: Change, clause: string]>([
  ['the host is not staff', 'staff', { facts: { hostIsStaff: known(false) } }, 'chaperone-07'],
  ['the second adult is not staff', 'governors', { facts: { secondAdultIsStaff: known(false) } }, 'chaperone-08'],
  ['host and second adult are one person', 'tac', { ask: { secondAdult: host } }, 'chaperone-08'],
  ['a colleague is not staff', 'staff', { facts: { colleaguesAreStaff: known(false) } }, 'chaperone-09'],
  ['a guest is a pupil', 'class', { facts: { guests: known(['outsider', 'pupil']) } }, 'chaperone-09'],
  ['a guest has an account at the school', 'tac', { facts: { guests: known(['member']) } }, 'chaperone-09'],
  ['a guest is staff', 'tac', { facts: { guests: known(['staff']) } }, 'chaperone-09'],
  ['a governor is staff', 'governors', { facts: { guests: known(['outsider', 'staff']) } }, 'chaperone-09'],
  ['a governor is a pupil', 'governors', { facts: { guests: known(['pupil']) } }, 'chaperone-09'],
  [
    'a guest has an address of the school’s',
    'tac',
    { ask: { guests: [atSchool('school.example.org')] } },
    'chaperone-09',
  ],
  [
    'a guest’s address is below the school’s',
    'class',
    { ask: { guests: [atSchool('mail.school.example.org')] } },
    'chaperone-09',
  ],
  ['nobody can tell who a guest is', 'parent', { ask: { guests: [{ ...therapist, role: 'friend' }] } }, 'chaperone-23'],
  [
    'a governor is somebody still unknown',
    'governors',
    { ask: { guests: [{ ...therapist, role: 'TBC' }] } },
    'chaperone-23',
  ],
  ['the time has passed', 'staff', { now: '2026-12-08T15:15:00Z' }, 'chaperone-10'],
  ['the purpose holds a number', 'parent', { ask: { purpose: 'Please ring 07700 900123' } }, 'chaperone-11'],
  ['a review is less than two weeks ahead', 'annual-review', { now: '2026-11-25T10:00:00Z' }, 'chaperone-13'],
  [
    'not everyone agreed to a recording',
    'tac',
    { ask: recorded(), facts: { recordingAgreed: known(false) } },
    'chaperone-20',
  ],
  [
    'nobody can look up who agreed to a recording',
    'tac',
    { ask: recorded(), facts: { recordingAgreed: unknown('it') } },
    'chaperone-20',
  ],
  ['a recording would be kept for more than a year', 'tac', { ask: recorded('2027-12-09') }, 'chaperone-19'],
  ['a recording would be deleted before the meeting', 'tac', { ask: recorded('2026-12-07') }, 'chaperone-19'],
  ['a recording is wanted where I make nothing', 'tac', { ask: { ...recorded(), place: 'phone' } }, 'chaperone-12'],
  ['no parent is asked to a review', 'annual-review', { ask: { guests: [therapist] } }, 'chaperone-15'],
])('a meeting is refused when %s, and hears what would be allowed', (_, kind, change, clause) => {
  const decision = decide(situation(kind, change), baseline);
  expect(decision).toMatchObject({ verdict: 'refuse', because: [{ id: clause }] });
  expect(decision.instead).toHaveLength(1);
});

test('a review asks whether the papers go out in time', () => {
  const decision = decide(situation('annual-review', { ask: { confirmed: allBut('papers in time') } }), baseline);
  expect(decision).toMatchObject({ verdict: 'ask', questions: [{ asks: 'papers in time' }] });
});

const oneNew = { guestsMet: known([true, false]) };

test('first use of an address asks how it was checked, and is asked until that is said of each new one', () => {
  const asked = decide(situation('tac', { ask: { confirmed: allBut('addresses checked') }, facts: oneNew }), baseline);
  expect(asked).toMatchObject({ verdict: 'ask', because: [{ id: 'chaperone-18' }] });
  expect(decide(situation('tac', { facts: oneNew }), baseline).verdict).toBe('allow');
});

test('a guest who joins the request later with a new address is asked about, whatever was ticked before', () => {
  const { ask, ...around } = situation('tac', { facts: { guestsMet: known([false, false]) } });
  if (ask.kind !== 'tac') throw new Error('it is a TAC');
  const guests = ask.guests.map((guest, at) => (at === 0 ? guest : { ...guest, checked: undefined }));
  expect(ask.confirmed).toContain('addresses checked');
  expect(decide({ ...around, ask: { ...ask, guests } }, baseline)).toMatchObject({
    questions: [{ asks: 'addresses checked' }],
  });
});

test('a governor may have an address of the school’s, and nobody else’s that only ends like it', () => {
  const own = {
    ...therapist,
    role: 'Parent governor',
    agency: 'Governing body',
    address: 'al.gray@school.example.org',
  };
  expect(decide(situation('governors', { ask: { guests: [own] } }), baseline).verdict).toBe('allow');
  const alike = { ...therapist, address: 'bo.lind@myschool.example.org' };
  expect(decide(situation('tac', { ask: { guests: [alike] } }), baseline).verdict).toBe('allow');
});

test('two of a family are written to apart, and the host is told so; one is not', () => {
  const mother = { ...therapist, role: 'Mother', agency: 'Family' };
  const father = { ...therapist, role: 'Father', agency: 'Family', address: 'al.reed@example.net', name: 'Al Reed' };
  const told = (guests: readonly unknown[]) => decide(situation('tac', { ask: { guests } }), baseline).told;
  expect(told([mother, father])).toMatchObject([{ because: [{ id: 'chaperone-22' }] }]);
  expect(told([mother, therapist])).toEqual([]);
});

test('a governor may have an account at the school', () => {
  expect(decide(situation('governors', { facts: { guests: known(['member']) } }), baseline).verdict).toBe('allow');
});

test('what is held elsewhere is allowed as something to write down', () => {
  const decision = decide(situation('tac', { ask: { place: 'phone' } }), baseline);
  expect(decision.verdict).toBe('allow');
  expect(decision.because.map(({ id }) => id)).toContain('chaperone-12');
});

test.each(kinds)(
  '%s: a recording that everyone agreed to is opened once leaders say yes, and nothing else is',
  (kind) => {
    const decision = decide(situation(kind, { ask: recorded() }), baseline);
    expect(decision).toMatchObject({ verdict: 'authorise', authorisedBy: ['slt'], because: [{ id: 'chaperone-21' }] });
    const { safeguards } = decide(situation(kind), baseline);
    expect(decision.safeguards).toEqual({ ...safeguards, allowRecording: true });
  },
);

test('where another pack keeps recordings shut, they stay shut', () => {
  const decision = decide(situation('tac', { ask: recorded() }), only('chaperone', 'county-dpia'));
  expect(decision).toMatchObject({ verdict: 'refuse', because: [{ id: '002-69' }] });
  expect(decision.instead).toEqual(['The same meeting without a recording.']);
});

test('urgency does not stand in for the leaders’ yes to a recording', () => {
  const ask = { ...recorded(), urgent: { reason: 'A worry about today' } };
  expect(decide(situation('tac', { ask }), baseline)).toMatchObject({ verdict: 'authorise', setAside: [] });
});
