import { expect, test } from '@jest/globals';
import { countedGuest, countedMeeting } from '../../bot/insights/counted.ts';
import { edges, figuresOf, medianOf, none, sum } from '../../bot/insights/figures.ts';
import { periodsOf } from '../../bot/insights/periods.ts';
import { spanOf, weekOf, weekOfDay } from '../../bot/insights/week.ts';
import { wordingOf } from '../meetings/wording.ts';
import { guestFields, meetingFields } from './a-register.ts';

/** What a row adds to the figures, and what a week is. */

type Fields = Parameters<typeof meetingFields>[0];
const row = (fields: Fields, createdAt = '2026-11-20T09:00:00Z') => ({ id: '1', createdAt, fields });

function figures(fields: Fields, guests: readonly Fields[] = [], createdAt?: string) {
  const meeting = countedMeeting(row(meetingFields(fields), createdAt));
  const coming = guests.map((one) => countedGuest(row(guestFields(one))));
  if (meeting === null) throw new Error('the row cannot be counted');
  return figuresOf({ meetings: [meeting], guests: coming.filter((one) => one !== null), unreadable: 0 });
}

const decision = (setAside: readonly object[]) => JSON.stringify({ decidedAt: '2026-11-20T08:00:00Z', setAside });
const cover = (is: string, said: object = {}) =>
  JSON.stringify({
    of: { id: '5c0a1d0e-0000-4000-8000-000000000102', name: 'Tom Birch', address: 'tom.birch@school.example.org' },
    state:
      is === 'asked' ? { is, at: '2026-11-20T09:00:00Z', reminded: 0 } : { is, at: '2026-11-20T09:00:00Z', how: 'tap' },
    standIns: [],
    nobodyLeft: false,
    heldSince: null,
    ...said,
  });
const refusal = {
  person: {
    id: '5c0a1d0e-0000-4000-8000-000000000103',
    name: 'Ruth Adeyemi',
    address: 'ruth.adeyemi@school.example.org',
  },
  at: '2026-11-20T09:00:00Z',
  says: 'no',
};

test.each([
  ['proved before they went', { ProvedAt: '2026-11-20T08:04:10Z' }, { before: 1 }],
  ['proved only afterwards', { ProvedAt: '2026-11-20T08:04:11Z' }, { after: 1 }],
  ['never proved', { ProvedAt: null }, { after: 1 }],
  ['from before this was kept', { ProvedAt: null, InvitedAt: null }, { unknown: 1 }],
  ['to nobody, because it was refused', { Status: 'refused', ProvedAt: null, InvitedAt: null }, {}],
  ['to nobody, because it is on the phone', { Status: 'held elsewhere', InvitedAt: null }, {}],
])('invitations that were %s', (_, fields, sealing) => {
  expect(figures(fields).sealing).toEqual(sealing);
});

test('a meeting that came to nothing is no meeting of that week, and stands among what came to nothing', () => {
  expect(figures({ Status: 'cancelled' })).toMatchObject({ kinds: {}, hosts: {}, statuses: { cancelled: 1 } });
});

test.each([
  ['says yes', { Cover: cover('accepted') }, { 'said yes': 1 }],
  ['has another in their place', { Cover: cover('accepted', { standIns: [refusal] }) }, { 'stood in': 1 }],
  ['has not answered', { Cover: cover('asked') }, { 'no answer': 1 }],
  ['has not been asked', { Cover: null }, { 'no answer': 1 }],
  ['cannot come', { Cover: cover('declined'), Status: 'needs review' }, { 'cannot come': 1 }],
  ['is missing, half an hour before', { Cover: cover('asked'), Status: 'on hold' }, { 'on hold': 1 }],
  [
    'was missing to the end',
    { Cover: cover('asked', { heldSince: '2026-11-24T14:45:00Z' }), Status: 'cancelled' },
    { 'called off': 1 },
  ],
  ['does not matter any more, as it was cancelled', { Cover: cover('asked'), Status: 'cancelled' }, {}],
  ['is nobody', { SecondAdultId: null }, {}],
])('a second adult who %s', (_, fields, expected) => {
  expect(figures(fields).cover).toEqual(expected);
});

test('a rule that was set aside is counted with its clauses, and an urgent meeting and a recording as such', () => {
  const setAside = [{ rule: 'trust-minimum/notice', why: 'urgent', because: [{ id: '003-12', says: 'Two weeks.' }] }];
  expect(
    figures({ Decision: decision(setAside), Urgent: 'A placement ends', RecordingFor: 'The child' }),
  ).toMatchObject({
    exceptions: { 'urgent trust-minimum/notice': { meetings: 1, clauses: ['003-12'] } },
    urgent: 1,
    recorded: 1,
  });
});

test('guests are counted by agency, those of this request of this meeting alone', () => {
  const guests = [
    { Attended: 'came' },
    { Attended: 'did not come' },
    {},
    { Request: 'of an earlier request' },
    { Reference: 'TAC-AAAAAAA2' },
    { Agency: 'Early Help', Attended: 'came' },
  ];
  expect(figures({}, guests).agencies).toEqual({
    'School nursing': { came: 1, 'did not come': 1, 'not noted': 1 },
    'Early Help': { came: 1 },
  });
});

test('nobody’s name, purpose or initials is asked for, and none is in the figures', () => {
  const text = JSON.stringify(
    figures({ Child: 'AB', Purpose: 'Support', Urgent: 'A placement ends' }, [{ Name: 'Rosa Bell' }]),
  );
  expect(text).not.toMatch(/AB|Support|placement|Rosa|Okafor/);
});

test.each([
  ['decided on before its row was brought in from elsewhere', '2026-11-21T00:00:00Z', 2],
  ['decided on anew after it was first written down', '2026-11-20T07:04:10Z', 5],
])('the time to the invitation begins when it was first known: %s', (_, createdAt, within) => {
  expect(figures({}, [], createdAt).waits).toEqual({ [within]: 1 });
});

test('half of the invitations went within as long as the half of them took', () => {
  const waits = { 0: 2, 4: 1, 9: 1, [edges.length]: 1 };
  expect(medianOf(waits)).toBe(edges[4]);
  expect(medianOf({})).toBe(null);
  expect(medianOf({ [edges.length]: 3 })).toBe(null);
});

test('figures of several weeks add up, in whatever order', () => {
  const one = figures({}, [{ Attended: 'came' }]);
  const other = figures({ Kind: 'parent' }, [{}]);
  expect(sum([one, other, none])).toEqual(sum([other, none, one]));
  expect(sum([one, other])).toMatchObject({ kinds: { tac: 1, parent: 1 }, sealing: { before: 2 } });
});

test.each([
  ['2026-11-22T23:59:59Z', '2026-11-16'],
  ['2026-11-23T00:00:00Z', '2026-11-23'],
  // Summer time: midnight in London is an hour earlier.
  ['2026-06-14T22:59:59Z', '2026-06-08'],
  ['2026-06-14T23:00:00Z', '2026-06-15'],
  ['2027-01-01T10:00:00Z', '2026-12-28'],
])('%s is in the week of Monday %s', (at, monday) => {
  expect(weekOf(at)).toBe(monday);
});

test('a week in which the clocks change is an hour longer or shorter', () => {
  expect(spanOf(weekOfDay('2026-10-25'))).toEqual({ from: '2026-10-18T23:00:00Z', to: '2026-10-26T00:00:00Z' });
  expect(spanOf(weekOfDay('2027-03-28'))).toEqual({ from: '2027-03-22T00:00:00Z', to: '2027-03-28T23:00:00Z' });
});

test('people choose among the school years that there are, and the terms and half-terms of the school', () => {
  const names = periodsOf(wordingOf().school, { first: '2025-01-06', last: '2026-11-22' }).map(({ name }) => name);
  expect(names).toEqual([
    'School year 2026 to 2027',
    'School year 2025 to 2026',
    'School year 2024 to 2025',
    'Autumn term 2026',
    'Autumn term 2026, first half',
    'Autumn term 2026, second half',
    'Spring term 2027',
    'Spring term 2027, first half',
    'Spring term 2027, second half',
    'Summer term 2027',
    'Summer term 2027, first half',
    'Summer term 2027, second half',
  ]);
});
