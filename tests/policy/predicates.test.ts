import { expect, test } from '@jest/globals';
import { Condition } from '../../bot/policy/condition.ts';
import { known, unknown } from '../../bot/policy/fact.ts';
import type { Kind } from '../../bot/policy/kind.ts';
import { holds } from '../../bot/policy/predicates.ts';
import { givesContactDetails, isUnknownRole, isVague } from '../../bot/policy/purpose-and-role.ts';
import { type Change, situation } from './situation.ts';

/** What makes each predicate true: the words of a pack have to mean to a program what they mean to a head. */

const guest = (address: string, name = 'Sam Field', role = 'Social worker', agency = 'Social care') => ({
  name,
  role,
  agency,
  address,
});
const mother = guest('jo.marsh@example.com', 'Jo Marsh', 'Mother', 'Family');
const is = (condition: unknown, kind: Kind = 'tac', change: Change = {}) =>
  holds(Condition.parse(condition), situation(kind, change));
const yes = known(true);
const no = known(false);

test.each([
  'Meeting',
  'a chat',
  'Catch up',
  'quick catch-up',
  'TBC',
  'Team meeting online',
  'about him',
  '…',
  'Attendance',
])('“%s” is vague', (purpose) => {
  expect(isVague(purpose)).toBe(true);
});

test.each([
  'Support at school and at home',
  'Music therapy',
  'Reading support',
  'Meeting about attendance',
  'Annual review',
])('“%s” says what it is for', (purpose) => {
  expect(isVague(purpose)).toBe(false);
});

test.each([
  'Ring 07700 900123 about it',
  'Ring +44 7700 900 123',
  'Call (020) 7946 0123',
  'Number ０７７００９００１２３',
  'NHS number 943 476 5919',
  'Write to jo@example.com first',
  'Find me as @jomarsh online',
  'See www.example.com',
  'See https://example.org/plan',
  'See example.co.uk',
  'Visit at SW1A 1AA',
])('“%s” gives contact details', (purpose) => {
  expect(givesContactDetails(purpose)).toBe(true);
});

test.each([
  'Support at school and at home',
  'Review of 2026-11-24 and 01/12/2026',
  'Review on 01-12-2026 at 15:15',
  'Year 4 and 5 reading, 30 minutes',
  'Plan for 2026/27, Y5 2nd review',
  'Support at 3.30, room 12.',
  'Handover e.g. reading, i.e. phonics',
])('“%s” gives none', (purpose) => {
  expect(givesContactDetails(purpose)).toBe(false);
});

test.each([
  'Unknown',
  'friend',
  'Family friend',
  'TBC',
  'Nurse?',
  '?',
  'Other',
  'n/a',
  'role to be confirmed tbc',
  '—',
])('from the role “%s” nobody could tell who comes', (role) => {
  expect(isUnknownRole(role)).toBe(true);
});

test.each(['Mother', 'Other parent', 'Family support worker', 'School nurse', 'Person from the council', 'Family'])(
  'from the role “%s” one could',
  (role) => {
    expect(isUnknownRole(role)).toBe(false);
  },
);

test.each<[why: string, guests: readonly object[]]>([
  ['is one letter from the school’s', [guest('ali@schoo1.example.org')]],
  ['leaves out a letter of the school’s', [guest('ali@shool.example.org')]],
  ['swaps two letters of the school’s', [guest('ali@shcool.example.org')]],
  ['is one letter from a well-known provider', [guest('ali@gmial.com')]],
  ['is drawn like a well-known provider', [guest('ali@hotrnail.com')]],
  ['is one letter from another guest’s domain', [mother, guest('ali@examp1e.com')]],
  ['is one letter from another guest’s address', [mother, guest('jo.marsch@example.com')]],
  ['goes with a name that another guest has', [mother, guest('jo@example.net', ' jo  MARSH')]],
])('an address looks like another when it %s', (_, guests) => {
  expect(is('guestAddressLooksLikeAnother', 'tac', { ask: { guests } })).toEqual(yes);
});

test.each<[why: string, guests: readonly object[]]>([
  ['are of the school’s own domain', [guest('ali@school.example.org')]],
  ['are of two well-known providers that are much alike', [guest('ali@gmail.com'), guest('sam@ymail.com', 'Sam Vale')]],
  ['are nothing like one another', [mother, guest('pat.lowe@health.example.net')]],
  ['are two people’s one address', [mother, guest('jo.marsh@example.com')]],
])('addresses do not look alike when they %s', (_, guests) => {
  expect(is('guestAddressLooksLikeAnother', 'tac', { ask: { guests } })).toEqual(no);
});

test('a pupil is alone with staff when there is neither family nor a second adult', () => {
  const nurse = { guests: [guest('pat.lowe@health.example.net', 'Pat Lowe', 'School nurse')] };
  const { host } = situation('focus').ask;
  expect(is('pupilIsAloneWithStaff', 'focus', { ask: { ...nurse, secondAdult: host } })).toEqual(yes);
  expect(is('pupilIsAloneWithStaff', 'focus', { ask: nurse, facts: { secondAdultIsStaff: no } })).toEqual(yes);
  expect(is('pupilIsAloneWithStaff', 'focus', { ask: nurse })).toEqual(no);
  expect(is('pupilIsAloneWithStaff', 'focus', { facts: { secondAdultIsStaff: no } })).toEqual(no);
  expect(is('pupilIsAloneWithStaff', 'tac', { ask: { ...nurse, secondAdult: host } })).toEqual(no);
  expect(is('pupilIsAloneWithStaff', 'tac', { ask: { ...nurse, secondAdult: host, childAttends: true } })).toEqual(yes);
});

test.each<[day: string, start: string, is: boolean]>([
  ['a Tuesday in term', '2026-12-08T15:15:00Z', true],
  ['the last day of term', '2026-12-18T15:15:00Z', true],
  ['a Saturday in term', '2026-12-05T10:00:00Z', false],
  ['a day between the terms', '2026-12-22T10:00:00Z', false],
])('%s is a school day or not', (_, start, school) => {
  expect(is('notASchoolDay', 'tac', { ask: { start } })).toEqual(known(!school));
});

test('a holiday in term is no school day', () => {
  expect(is('notASchoolDay', 'tac', { school: { holidays: ['2026-12-08'] } })).toEqual(yes);
});

const hours = { is: 'outsideHours', from: '08:30', to: '16:00' };
test.each<[what: string, start: string, outside: boolean]>([
  ['ends on the minute', '2026-12-08T15:15:00Z', false],
  ['ends a minute late', '2026-12-08T15:16:00Z', true],
  ['begins on the minute', '2026-12-08T08:30:00Z', false],
  ['begins before in winter', '2026-12-08T07:30:00Z', true],
  ['begins on the minute in summer, when London is an hour ahead', '2027-06-08T07:30:00Z', false],
  ['ends late in summer', '2027-06-08T15:00:00Z', true],
  ['runs past midnight', '2026-12-08T23:45:00Z', true],
])('a meeting that %s is or is not outside hours', (_, start, outside) => {
  expect(is(hours, 'tac', { ask: { start } })).toEqual(known(outside));
});

test('school hours are those of the school’s settings', () => {
  const early = { from: '08:00', to: '15:30' };
  expect(is('outsideSchoolHours')).toEqual(no);
  expect(is('outsideSchoolHours', 'tac', { school: { hours: early } })).toEqual(yes);
});

test.each<[condition: object, now: string, fires: boolean]>([
  [{ is: 'startsWithinHours', hours: 24 }, '2026-12-07T15:15:00Z', false],
  [{ is: 'startsWithinHours', hours: 24 }, '2026-12-07T15:16:00Z', true],
  [{ is: 'startsWithinDays', days: 14 }, '2026-11-24T23:59:00Z', false],
  [{ is: 'startsWithinDays', days: 14 }, '2026-11-25T00:00:00Z', true],
  [{ is: 'startsWithinHoursWhen', hours: 24, and: 'familyInvited' }, '2026-12-08T10:00:00Z', true],
  [{ is: 'startsWithinHoursWhen', hours: 24, and: 'heldElsewhere' }, '2026-12-08T10:00:00Z', false],
])('%j at %s', (condition, now, fires) => {
  expect(is(condition, 'tac', { now })).toEqual(known(fires));
});

test('days ahead are days in London, not days of 24 hours', () => {
  const ask = { start: '2027-06-14T08:00:00Z' };
  const fortnight = { is: 'startsWithinDays', days: 14 };
  expect(is(fortnight, 'tac', { ask, now: '2027-05-31T22:59:00Z' })).toEqual(no);
  expect(is(fortnight, 'tac', { ask, now: '2027-05-31T23:00:00Z' })).toEqual(yes);
});

const recorded = (deleteOn: string) => ({ ask: { recording: { purpose: 'For a parent who works', deleteOn } } });
test.each<[condition: unknown, kind: Kind, change: Change, expected: boolean]>([
  ['startIsPast', 'tac', { now: '2026-12-08T15:15:00Z' }, true],
  ['startIsPast', 'tac', { now: '2026-12-08T15:14:59Z' }, false],
  ['assessmentNotCurrent', 'tac', { school: { assessment: null } }, true],
  ['assessmentNotCurrent', 'tac', { now: '2027-09-01T22:00:00Z' }, false],
  ['assessmentNotCurrent', 'tac', { now: '2027-09-02T10:00:00Z' }, true],
  ['outsiderInvited', 'staff', {}, false],
  ['familyInvited', 'tac', {}, true],
  ['familyMissing', 'tac', { ask: { guests: [guest('sam@example.net')] } }, true],
  ['guestIsNotFamily', 'class', {}, false],
  ['guestIsNotFamily', 'tac', {}, true],
  ['pupilAttends', 'professional', {}, false],
  ['pupilAttends', 'class', {}, true],
  ['heldElsewhere', 'tac', { ask: { place: 'phone' } }, true],
  ['recordingWanted', 'tac', {}, false],
  ['recordingWanted', 'tac', recorded('2027-06-08'), true],
  ['recordingNotWanted', 'tac', recorded('2027-06-08'), false],
  ['recordingNotAgreed', 'tac', recorded('2027-06-08'), false],
  ['recordingNotAgreed', 'tac', { facts: { recordingAgreed: no } }, false],
  ['recordingNotAgreed', 'tac', { ...recorded('2027-06-08'), facts: { recordingAgreed: no } }, true],
  ['recordingDeletedTooSoon', 'tac', recorded('2026-12-07'), true],
  ['recordingDeletedTooSoon', 'tac', recorded('2026-12-08'), false],
  [{ is: 'recordingKeptLongerThan', months: 12 }, 'tac', recorded('2027-12-08'), false],
  [{ is: 'recordingKeptLongerThan', months: 12 }, 'tac', recorded('2027-12-09'), true],
  [{ is: 'recordingKeptLongerThan', months: 12 }, 'tac', {}, false],
  ['recordingHeldElsewhere', 'tac', { ask: { place: 'phone' } }, false],
  [{ is: 'heldOn', places: ['zoom', 'phone'] }, 'tac', { ask: { place: 'in person' } }, false],
  [{ is: 'longerThan', minutes: 45 }, 'tac', {}, false],
  [{ is: 'longerThan', minutes: 40 }, 'tac', {}, true],
  [{ is: 'shorterThan', minutes: 45 }, 'tac', {}, false],
  [{ is: 'morePeopleThan', people: 3 }, 'tac', {}, true],
  [{ is: 'morePeopleThan', people: 4 }, 'tac', {}, false],
  [{ is: 'morePeopleThan', people: 3 }, 'staff', {}, false],
  [{ is: 'nobodyAs', anyOf: ['social worker', 'NURSE'] }, 'tac', {}, false],
  [{ is: 'nobodyAs', anyOf: ['social worker', 'nurs'] }, 'tac', {}, true],
])('%j for %s with %j', (condition, kind, change, expected) => {
  expect(is(condition, kind, change)).toEqual(known(expected));
});

test('a fact that is unknown stays unknown, whatever else would have answered it', () => {
  const blind = unknown('whom the school has met');
  const confirmed = { is: 'notConfirmedWhen', confirmation: 'addresses checked', and: 'guestIsNew' };
  expect(is('guestIsNew', 'tac', { facts: { guestsMet: blind } })).toEqual(blind);
  expect(is(confirmed, 'tac', { facts: { guestsMet: blind } })).toEqual(blind);
});
