import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { requestHash } from '../../bot/authorising/request-hash.ts';
import type { Answered } from '../../bot/authorising/waiting.ts';
import { type Door, openDoor } from './door.ts';
import { others } from './school.ts';

// An approver's answer from the tab: who may give one, and what comes back.

let door: Door;
let given: unknown[];
beforeAll(async () => {
  door = await openDoor();
  const stored = { itemId: '1', eTag: '"1"', entry: others.waiting };
  const find = door.register.find.bind(door.register);
  door.register.find = (reference) =>
    reference === others.waiting.reference ? Promise.resolve(stored) : find(reference);
});
afterAll(() => door.close());
beforeEach(() => {
  given = [];
  door.answer = (reference, { id }, answer, seen) => {
    given.push({ reference, id, answer, seen });
    return Promise.resolve<Answered>({ done: true, row: { itemId: '1', eTag: '"2"', entry: others.waiting } });
  };
});

const seen = requestHash(others.waiting);
const path = `/api/meetings/${others.waiting.reference}/authorisation`;

test('whoever is asked for their yes reads the meeting, without addresses and without its link', async () => {
  const answer = await door.getAs('safeguardingLead', `/api/meetings/${others.waiting.reference}`);
  expect(answer).toMatchObject({
    status: 200,
    body: { can: { authorise: { may: true, seen, canAsk: true }, seeAddresses: { may: false } } },
  });
  expect(answer.text).not.toMatch(/@|https:/);
});

test.each([
  [{ say: 'yes' }],
  [{ say: 'ask', words: 'Does the family know?' }],
  [{ say: 'no', words: 'Please meet in person first' }],
])('an answer is passed on, and the meeting comes back: %j', async (said) => {
  const answer = await door.postAs('safeguardingLead', path, { ...said, seen });
  expect(answer).toMatchObject({ status: 200, body: { status: 'waiting' } });
  expect(given).toMatchObject([{ reference: others.waiting.reference, answer: said, seen }]);
});

test.each([
  [{ say: 'no', seen }],
  [{ say: 'ask', words: '', seen }],
  [{ say: 'no', words: 'a'.repeat(201), seen }],
  [{ say: 'no', words: 'two\nlines', seen }],
  [{ say: 'perhaps', seen }],
  [{ say: 'yes', of: ['head'], seen }],
  [{ say: 'yes' }],
  [{ say: 'yes', seen: 'all of it' }],
  [[]],
])('what is no answer is not passed on: %j', async (said) => {
  expect(await door.postAs('safeguardingLead', path, said)).toMatchObject({
    status: 400,
    body: { error: { code: 'words missing' } },
  });
  expect(given).toEqual([]);
});

test('an answer that is not taken says why', async () => {
  door.answer = () => Promise.resolve<Answered>({ done: false, why: 'authorised', entry: others.waiting });
  expect(await door.postAs('safeguardingLead', path, { say: 'yes', seen })).toMatchObject({
    status: 409,
    body: { error: { code: 'not taken', say: expect.stringContaining('authorised already') } },
  });
});

test('what has changed since it was read is not decided, and comes back as it stands', async () => {
  const entry = { ...others.waiting, ask: { ...others.waiting.ask, purpose: 'Moving to another school' } };
  door.answer = () => Promise.resolve<Answered>({ done: false, why: 'changed since', entry });
  expect(await door.postAs('safeguardingLead', path, { say: 'yes', seen })).toMatchObject({
    status: 409,
    body: {
      error: { code: 'changed meanwhile' },
      theirs: { purpose: 'Moving to another school', can: { authorise: { may: true, seen: requestHash(entry) } } },
    },
  });
});

test.each(['ict', 'guest', 'pupil'] as const)('a stranger (%s) learns nothing and decides nothing', async (who) => {
  const { status } = await door.postAs(who, path, { say: 'yes', seen });
  expect([403, 404]).toContain(status);
  expect(given).toEqual([]);
});

test('those that wait for one’s yes can be listed, by those whose yes can be needed', async () => {
  door.register.page = (query) =>
    Promise.resolve({
      rows: query.authorisation === 'wanted' ? [{ ...others.waiting, request: '' }] : [],
      next: null,
      lookedTo: null,
      unreadable: 0,
    });
  const listed = (who: 'safeguardingLead' | 'head' | 'senco') => door.getAs(who, '/api/meetings?scope=to%20authorise');
  expect(await listed('safeguardingLead')).toMatchObject({ body: { meetings: [{ reference: 'REV-AAAAAAA1' }] } });
  // It waits for the safeguarding lead and not for the head.
  expect(await listed('head')).toMatchObject({ body: { meetings: [] } });
  expect(await listed('senco')).toMatchObject({ status: 403, body: { error: { code: 'nothing to authorise' } } });
});
