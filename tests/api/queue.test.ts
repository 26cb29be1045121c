import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { AnswerTaken, Queue } from '../../bot/api/authorise.ts';
import { requestHash } from '../../bot/authorising/request-hash.ts';
import { type Stands, standsFor } from '../../bot/authorising/request-view.ts';
import type { Answered } from '../../bot/authorising/waiting.ts';
import { known, unknown } from '../../bot/policy/fact.ts';
import type { Entry } from '../../bot/register/entry.ts';
import { aRequest, wanted } from '../authorising/a-request.ts';
import { waitsFor } from './a-day.ts';
import { type Door, openDoor } from './door.ts';
import { meeting, now, type PersonKey, people } from './school.ts';

// The queue of those who say yes: what is in it for whom, what they read of each, and that each answer is one decision.

const waiting = (last: string, start: string, more: object = {}) =>
  meeting({
    reference: `TAC-QQQQQQQ${last}`,
    start,
    host: 'senco',
    secondAdult: 'teacher',
    status: 'waiting',
    decision: {
      verdict: 'authorise',
      authorisedBy: ['slt'],
      authorisedBecause: [{ id: '000-10', says: 'Leadership says yes.' }],
      decidedAt: `2026-11-1${last}T10:00:00Z`,
    },
    authorisation: waitsFor(['slt']),
    ...more,
  });

const newest = waiting('9', '2026-11-24T10:00:00Z');
const oldest = waiting('2', '2026-12-01T10:00:00Z');
const own = waiting('3', '2026-12-02T10:00:00Z', { host: 'headOnly' });
const leads = waiting('4', '2026-12-03T10:00:00Z', {
  decision: { verdict: 'authorise', authorisedBy: ['dsl'], decidedAt: '2026-11-14T10:00:00Z' },
  authorisation: waitsFor(['dsl']),
});
const toCover = waiting('5', '2026-12-04T10:00:00Z', {
  decision: { verdict: 'authorise', authorisedBy: ['dsl'], decidedAt: '2026-11-15T10:00:00Z' },
  authorisation: waitsFor(['dsl'], 2),
});
const given: Entry = {
  ...waiting('6', '2026-12-05T10:00:00Z', { status: 'arranging' }),
  authorisation: { state: 'given', yes: [{ of: ['slt'], by: colleague('head'), at: '2026-11-19T10:00:00Z' }] },
};
const tooLate = waiting('7', '2026-11-19T10:00:00Z');

function colleague(who: PersonKey) {
  const { id, name } = people[who];
  return { id, name, address: aRequest().ask.host.address };
}

let door: Door;
let answers: unknown[];
beforeAll(async () => {
  door = await openDoor([newest, oldest, own, leads, toCover, given, tooLate]);
});
afterAll(() => door.close());
beforeEach(() => {
  answers = [];
  door.answer = (reference, { id }, answer, seen) => {
    answers.push({ reference, id, answer, seen });
    return Promise.resolve<Answered>({ done: true, row: { itemId: '1', eTag: '"2"', entry: given } });
  };
});

const get = async <T>(who: PersonKey, path: string) => (await door.getAs(who, path)).body as T; // the handler's own type
const last = ({ reference }: { reference: string }) => reference.slice(-1);
const queueOf = async (who: PersonKey) => {
  const { yours, others } = await get<Queue>(who, '/api/authorise');
  return { yours: yours.map(last).join(''), others: others.map(last).join('') };
};
const opened = (who: PersonKey, { reference }: Entry) => get<Stands>(who, `/api/authorise/${reference}`);
const requestTo = async (who: PersonKey, entry: Entry) => {
  const stands = await opened(who, entry);
  if (stands.is === 'decided') throw new Error('it is decided');
  return { is: stands.is, ...stands.request };
};
const say = async (who: PersonKey, { reference }: Entry, body: unknown) =>
  door.postAs(who, `/api/authorise/${reference}`, body);

test('everybody has what waits for their own yes, the oldest first, never their own, and sees what waits for others', async () => {
  expect(await queueOf('headOnly')).toEqual({ yours: '29', others: '345' });
  // The head covers for the safeguarding lead once they were reminded twice.
  expect(await queueOf('head')).toEqual({ yours: '2359', others: '4' });
  expect(await queueOf('safeguardingLead')).toEqual({ yours: '45', others: '239' });
});

test('the row says why it is not theirs', async () => {
  const { others } = await get<Queue>('headOnly', '/api/authorise');
  expect(others.find((one) => last(one) === '3')?.why).toBe(
    'This is your own meeting. Somebody else has to authorise it.',
  );
});

test('the queue holds no guest’s name and no address; an opened request holds names and no address', async () => {
  const queue = await door.getAs('head', '/api/authorise');
  expect(queue.text).not.toMatch(/Rosa|@/);
  const request = await door.getAs('head', `/api/authorise/${oldest.reference}`);
  expect(request.text).toContain('Rosa Bell');
  expect(request.text).not.toContain('@');
});

test('an opened request has what the card in chat has: facts, people, clauses, calendars, what a yes leads to, who covers', async () => {
  expect(await requestTo('head', oldest)).toMatchObject({
    is: 'yours',
    afterYes: [expect.stringContaining('If you say yes, it is arranged at once.')],
    facts: expect.arrayContaining([{ label: 'Second adult', value: 'Tom Birch' }]),
    guests: [{ name: 'Rosa Bell', role: 'Mother' }, { name: 'Dana Cole' }],
    clauses: [{ id: '000-10', says: 'Leadership says yes.' }],
    calendars: 'Nothing else is in the calendars of the staff who come.',
    cover: ['After two reminders it goes to the cover approvers too: the head (Ruth Adeyemi).'],
    canAsk: true,
  });
});

test('whoever is asked as cover is told so, and since when', async () => {
  door.register.log = (reference) =>
    Promise.resolve([
      {
        reference,
        number: 1,
        event: 'reminded',
        by: 'chaperone',
        at: '2026-11-19T14:15:00Z',
        detail: 'number 2',
        before: '0'.repeat(64),
      },
    ]);
  const { cover } = await requestTo('head', toCover);
  expect(cover).toEqual([
    'You are asked as cover: the safeguarding lead did not answer.',
    'Sent to the cover approvers too, the head (Ruth Adeyemi), on Thursday 19 November 2026, 2.15pm (UK time, GMT).',
  ]);
});

test('a busy colleague is named, and a calendar that cannot be read is no free one', () => {
  const caller = { ...people.head, roles: new Set(people.head.roles) };
  const around = { caller, now: now(), log: [], covers: known([]), besides: [] };
  const busy = standsFor(oldest, { ...around, busy: known(['Maya Okafor']) });
  expect(busy).toMatchObject({ request: { calendars: 'Busy then: Maya Okafor.' } });
  const unread = standsFor(oldest, { ...around, busy: unknown('whether they are free') });
  expect(unread).toMatchObject({ request: { calendars: expect.stringContaining('I could not read the calendars') } });
});

test('what somebody else decided is shown as decided, by whom', async () => {
  expect(await opened('headOnly', given)).toEqual({
    is: 'decided',
    says: 'Authorised',
    next: expect.any(String),
    rows: [{ label: 'By', value: 'Ruth Adeyemi' }],
  });
});

test('that a request was opened is kept, once', async () => {
  const before = door.register.accesses.length;
  await opened('head', newest);
  await opened('head', newest);
  expect(door.register.accesses.slice(before)).toMatchObject([{ event: 'opened', reference: newest.reference }]);
});

test.each(['yes', 'ask', 'no'] as const)('%s is passed on with what was shown', async (what) => {
  const { seen } = await requestTo('head', oldest);
  const words = what === 'yes' ? {} : { words: 'Which room?' };
  const taken = (await say('head', oldest, { say: what, seen, ...words })).body as AnswerTaken; // the handler's own type
  expect(taken).toMatchObject({ taken: true, stands: { is: 'decided', says: 'Authorised' } });
  expect(answers).toEqual([{ reference: oldest.reference, id: people.head.id, answer: { say: what, ...words }, seen }]);
});

test.each([
  ['without what was shown', { say: 'yes' }],
  ['with something else than a hash of it', { say: 'yes', seen: 'all' }],
  ['without a reason', { say: 'no', seen: 'a'.repeat(64) }],
  ['with a link for a reason', { say: 'no', seen: 'a'.repeat(64), words: '[x](https://example.org)' }],
])('an answer %s is not passed on', async (_, body) => {
  expect(await say('head', oldest, body)).toMatchObject({ status: 400 });
  expect(answers).toEqual([]);
});

test('an answer that is not taken says why, and how it stands', async () => {
  door.answer = () => Promise.resolve<Answered>({ done: false, why: 'changed since', entry: oldest });
  const { seen } = await requestTo('head', oldest);
  expect((await say('head', oldest, { say: 'yes', seen })).body).toMatchObject({
    taken: false,
    why: 'It has changed since you read it, so nothing was decided. Please read it again.',
    stands: { is: 'yours' },
  });
});

test('what is shown has another hash once anything of it is another', async () => {
  const { seen } = await requestTo('head', oldest);
  expect(requestHash(oldest)).toBe(seen);
  expect(requestHash({ ...oldest, authorisation: wanted(['slt'], 1) })).toBe(seen);
  const others: Entry[] = [
    { ...oldest, ask: { ...oldest.ask, start: '2026-12-01T11:00:00Z' } },
    { ...oldest, ask: { ...oldest.ask, purpose: 'Something else' } },
    { ...oldest, authorisation: wanted(['slt', 'dsl']) },
    { ...oldest, decision: { ...oldest.decision, authorisedBecause: [] } },
  ];
  for (const other of others) expect(requestHash(other)).not.toBe(seen);
});
