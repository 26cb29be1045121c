import { expect, test } from '@jest/globals';
import type { Caller } from '../../bot/identity/caller.ts';
import { Entry, type Status } from '../../bot/register/entry.ts';
import { meetingDetail } from '../../bot/views/meeting.ts';
import { log, meeting, meetings, now, others, type PersonKey, people } from './school.ts';

// A record in plain words.

const callerOf = ({ id, name, roles }: (typeof people)[PersonKey]): Caller => ({ id, name, roles: new Set(roles) });
const asHost = { reader: 'host', caller: callerOf(people.senco), now: now() } as const;
const asHead = { reader: 'slt', caller: callerOf(people.head), now: now() } as const;

test('says who, when and why of a meeting', () => {
  expect(meetingDetail(meetings.ofSenco, log, asHost)).toMatchObject({
    reference: 'TAC-AAAAAAA1',
    kind: 'Team Around the Child meeting',
    child: 'AB, Year 4',
    purpose: 'Review of the support plan',
    start: '2026-11-24T15:15:00Z',
    end: '2026-11-24T16:00:00Z',
    host: 'Maya Okafor',
    secondAdult: 'Tom Birch',
    clauses: [{ id: 'OM-4.2' }, { id: 'OM-4.5' }],
    stopped: null,
  });
});

test('says every safeguard as asked and as read back', () => {
  const { safeguards } = meetingDetail(meetings.ofSenco, log, asHost);
  expect(safeguards).toHaveLength(13);
  expect(safeguards[0]).toEqual({
    name: 'Lobby',
    asked: 'Everyone but the host and second adult waits to be let in',
    readBack: 'Everyone but the host and second adult waits to be let in',
  });
  expect(safeguards.every(({ asked, readBack }) => readBack === asked)).toBe(true);
});

test.each<[Status, string]>([
  ['arranging', 'not yet'],
  ['arranged', 'sealed'],
  ['not arranged', 'not sealed'],
  ['called off', 'broken'],
  ['waiting', 'not yet'],
  ['refused', 'not sealed'],
  ['held elsewhere', 'not sealed'],
  ['on hold', 'not sealed'],
  ['moved', 'not sealed'],
  ['cancelled', 'not sealed'],
])('shows a meeting that is %s as %s', (status, seal) => {
  const entry = meeting({
    reference: 'TAC-AAAAAAA9',
    start: '2026-11-24T15:15:00Z',
    host: 'senco',
    secondAdult: 'teacher',
    status,
  });
  const view = meetingDetail(entry, [], asHost);
  expect(view.seal.state).toBe(seal);
  expect(view.safeguards.every(({ readBack }) => (readBack !== null) === (seal === 'sealed'))).toBe(true);
});

test('says of a meeting that was cancelled that its link is useless, and says so when that could not be proved', () => {
  const cancelled = { ...meetings.ofSenco, status: 'cancelled', seal: { state: 'not sealed' } } as const;
  expect(meetingDetail(cancelled, [], asHost).seal.says).toBe(
    'It has ended. Its link was made useless, and read back so.',
  );
  const open = meetingDetail({ ...cancelled, stoppedBy: 'link not retired' }, [], asHost);
  expect(open.seal).toEqual({ state: 'broken', says: 'It has ended, and its link could not be proved useless.' });
});

test('lets the host join while a meeting that stands needs review, and nobody while it is on hold', () => {
  const may = (status: Status) => meetingDetail({ ...meetings.ofSenco, status }, [], asHost).can.join.may;
  expect([may('needs review'), may('on hold'), may('moved')]).toEqual([true, false, false]);
});

test('tells of changes without the register’s own marks', () => {
  const line = { reference: meetings.stopped.reference, by: 'chaperone', at: now().toISOString(), before: '' } as const;
  const at = '2026-11-20T10:00:00Z';
  const { log: lines } = meetingDetail(
    meetings.ofSenco,
    [
      { ...line, number: 1, event: 'change asked', detail: `guests, ${at}` },
      { ...line, number: 2, event: 'authorised', detail: `slt, change of ${at}` },
      { ...line, number: 3, event: 'change not made', detail: `graph refused, change of ${at}` },
    ],
    asHost,
  );
  expect(lines.map(({ detail }) => detail)).toEqual(['guests', 'slt', 'Microsoft 365 would not allow it']);
});

test('says what stopped a meeting, and at which step', () => {
  expect(meetingDetail(meetings.stopped, [], asHost).stopped).toBe(
    'It stopped while its safeguards were being proved: the safeguards did not read back as asked.',
  );
});

test('says at which step alone when a record does not say what stopped it', () => {
  const { stopped } = meetingDetail({ ...meetings.stopped, stoppedBy: null }, [], asHost);
  expect(stopped).toBe('It stopped while its safeguards were being proved.');
});

test('says what went wrong with a meeting that was called off', () => {
  const entry = { ...meetings.calledOff, stoppedAt: 'confirm', stoppedBy: 'not sealed' } as const;
  expect(meetingDetail(entry, [], asHost).stopped).toBe(
    'It went wrong while invitations and safeguards were read back: the safeguards did not read back as asked.',
  );
});

test('tells the log in words, and what stopped a meeting above it and not in it', () => {
  const line = { reference: meetings.stopped.reference, by: 'chaperone', at: now().toISOString(), before: '' } as const;
  const { log: lines } = meetingDetail(
    meetings.stopped,
    [
      { ...line, number: 1, event: 'picked up', detail: 'seal' },
      { ...line, number: 2, event: 'drifted after invitation', detail: 'lobby' },
      { ...line, number: 3, event: 'not arranged', detail: 'seal: not sealed' },
    ],
    asHost,
  );
  expect(lines.map(({ detail }) => detail)).toEqual([
    'It had stopped while its safeguards were being proved',
    'lobby',
    '',
  ]);
});

test('tells the log with names of the two hosts and nobody else’s', () => {
  expect(meetingDetail(meetings.ofSenco, log, asHost).log).toEqual([
    { at: '2026-11-18T10:00:01Z', says: 'Asked for, and not refused by policy', by: 'Maya Okafor', detail: '' },
    { at: '2026-11-18T10:00:02Z', says: 'Put in the calendar, without anyone invited', by: 'Chaperone', detail: '' },
    {
      at: '2026-11-18T10:00:03Z',
      says: 'Safeguards written, read back and found as asked',
      by: 'Chaperone',
      detail: 'eleven settings',
    },
    { at: '2026-11-18T10:00:04Z', says: 'Invitations sent', by: 'Chaperone', detail: '' },
    { at: '2026-11-18T10:00:05Z', says: 'Invitations and safeguards read back again', by: 'a colleague', detail: '' },
  ]);
});

test.each([
  [
    'before it is over',
    '2026-11-24T15:59:59Z',
    { may: true, url: 'https://teams.microsoft.com/meet/123456789?p=secret' },
  ],
  ['after it is over', '2026-11-24T16:00:00Z', { may: false, why: 'The meeting is over.' }],
])('lets the host join %s', (_, at, join) => {
  expect(meetingDetail(meetings.ofSenco, [], { ...asHost, now: new Date(at) }).can.join).toEqual(join);
});

test('has a reason wherever a reader cannot do a thing', () => {
  expect(meetingDetail(meetings.ofSenco, [], asHead).can).toMatchObject({
    join: { may: false, why: 'Only the host and the second adult join from here.' },
    seeAddresses: { may: false, why: 'Only the host and the second adult see guests’ addresses.' },
    authorise: { may: false, why: 'You are not among those who can authorise this, so nothing was done.' },
    raiseConcern: { may: true },
  });
  expect(meetingDetail(meetings.stopped, [], asHost).can.join).toEqual({
    may: false,
    why: 'There is no meeting to join.',
  });
  expect(meetingDetail(meetings.stopped, [], asHead).can.join).toEqual({
    may: false,
    why: 'There is no meeting to join.',
  });
});

test('a staff meeting has no child, no second adult and no guests, and says who comes', () => {
  const view = meetingDetail(others.staff, [], asHost);
  expect(view).toMatchObject({ kind: 'Staff meeting', colleagues: ['Tom Birch', 'Ruth Adeyemi'], guests: [] });
  for (const member of ['child', 'secondAdult', 'childAttends', 'place', 'urgent', 'authorisation'])
    expect(view).not.toHaveProperty(member);
});

test('a class is its year', () => {
  expect(meetingDetail(others.classSession, [], asHost)).toMatchObject({ kind: 'Class session', child: 'Year 3' });
});

test('a meeting held elsewhere says where, claims no safeguard, and keeps what was confirmed', () => {
  expect(meetingDetail(others.onThePhone, [], asHost)).toMatchObject({
    place: 'By phone.',
    childAttends: true,
    safeguards: [],
    confirmed: ['Writing to this family puts nobody at risk.'],
    seal: { state: 'not sealed', says: 'It is held without Teams, so there is nothing to seal.' },
  });
});

test('a request that waits says whose yes it needs, why it is urgent and what was set aside for it', () => {
  expect(meetingDetail(others.waiting, [], asHost)).toMatchObject({
    authorisation: { says: 'It waits for the yes of the safeguarding lead.', yes: [] },
    urgent: 'The placement ends on Friday',
    setAside: [{ why: 'Set aside because it is urgent', clauses: [{ id: 'OM-2.1' }] }],
    can: { authorise: { may: false, why: 'This is your own meeting. Somebody else has to authorise it.' } },
  });
});

const { safeguardingLead: lead } = people;
const by = { id: lead.id, name: lead.name, address: lead.address } as const;
const at = '2026-11-20T08:00:00Z';

test.each([
  [
    { state: 'given', yes: [{ of: ['dsl'], by, at }] },
    { says: 'Authorised.', yes: [{ by: 'Leila Haddad', at }] },
  ],
  [
    { state: 'asked back', of: ['dsl'], yes: [], reminded: 0, by, question: 'Does the child know?', at },
    {
      says: 'Leila Haddad has asked the host a question; it waits for the answer.',
      question: 'Does the child know?',
    },
  ],
  [
    { state: 'refused', of: ['dsl'], by, at, reason: 'Please meet in person first' },
    { says: 'Leila Haddad said no.', reason: 'Please meet in person first' },
  ],
] as const)('says who did what about its authorisation: %j', (authorisation, view) => {
  const entry = Entry.parse({ ...others.waiting, authorisation });
  expect(meetingDetail(entry, [], asHost).authorisation).toMatchObject(view);
});
