import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { said } from '../../infra/demo/person.ts';
import { afresh } from '../arranging/chatting.ts';
import { idOf, type School } from '../school.ts';
import { arrangedOnce, asks, button, newest, nothingMade, openLeadershipSchool, people, row } from './leadership.ts';

/** The same yes, no and question from the tab: one request, whichever door the answer comes through. */

let school: School;
beforeAll(async () => {
  school = await openLeadershipSchool();
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const Token = z.object({ token: z.string() });

/** From the meeting's page, as it stands there now. */
async function post(name: string, reference: string, said: object) {
  const { seen } = Shown.parse((await ask(name, `/api/meetings/${reference}`)).body).can?.authorise ?? {};
  return ask(name, `/api/meetings/${reference}/authorisation`, { ...said, seen: seen ?? 'a'.repeat(64) });
}
const Shown = z.object({ can: z.object({ authorise: z.object({ seen: z.string().optional() }) }).optional() });

/** @param body of a POST; without one it is a GET */
async function ask(name: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const { token } = Token.parse(await (await fetch(`${school.tenant.url}/_teams/token/${idOf(name)}`)).json());
  const answer = await fetch(`${school.server.url}${path}`, {
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

test('a yes in the tab arranges it, and the cards in chat show it', async () => {
  const reference = await asks(school);
  const { senco, deputy } = people(school);
  expect((await post('Ruth Adeyemi', reference, { say: 'yes' })).status).toBe(200);
  await senco.hears('Arranged: the invitations have gone');
  await arrangedOnce(school);
  expect(said(await newest(deputy))).toMatch(/^Authorised .*Ruth Adeyemi/);
});

test('a yes from the meeting’s page counts for the request as it was shown, and for no other', async () => {
  const reference = await asks(school);
  const path = `/api/meetings/${reference}`;
  const stale = await ask('Ruth Adeyemi', `${path}/authorisation`, { say: 'yes', seen: 'a'.repeat(64) });
  expect(stale).toMatchObject({
    status: 409,
    body: { error: { code: 'changed meanwhile' }, theirs: { reference, can: { authorise: { may: true } } } },
  });
  expect(await row(school)).toMatchObject({ Status: 'waiting', Authorisation: 'wanted' });
  await nothingMade(school);
});

test('a yes from the queue counts for the request as it was shown, and for no other', async () => {
  const reference = await asks(school);
  const path = `/api/authorise/${reference}`;
  const stale = await ask('Ruth Adeyemi', path, { say: 'yes', seen: 'a'.repeat(64) });
  expect(stale).toMatchObject({ status: 200, body: { taken: false, stands: { is: 'yours' } } });
  await nothingMade(school);
  const shown = z.object({ request: z.object({ seen: z.string() }) }).parse((await ask('Ruth Adeyemi', path)).body);
  const taken = await ask('Ruth Adeyemi', path, { say: 'yes', seen: shown.request.seen });
  expect(taken).toMatchObject({ status: 200, body: { taken: true, stands: { is: 'decided', says: 'Authorised' } } });
  await people(school).senco.hears('Arranged: the invitations have gone');
  await arrangedOnce(school);
});

test('a yes in the tab and a yes in chat at once arrange it once', async () => {
  const reference = await asks(school);
  const { senco, deputy } = people(school);
  const yes = await button(deputy, 'Authorise');
  const [tab] = await Promise.all([
    post('Ruth Adeyemi', reference, { say: 'yes' }),
    deputy.act(yes.messageId, yes.verb, yes.data),
  ]);
  expect([200, 409]).toContain(tab.status);
  await senco.hears('Arranged: the invitations have gone');
  await arrangedOnce(school);
});

test('a question in the tab reaches the host in chat, and a refusal does with its reason', async () => {
  const reference = await asks(school);
  const { senco } = people(school);
  expect((await post('Owen Pryce', reference, { say: 'ask', words: 'Which room?' })).status).toBe(200);
  await senco.hears('Which room?');
  expect((await post('Owen Pryce', reference, { say: 'no', words: 'Not this week.' })).status).toBe(200);
  await senco.hears('Not this week.');
  expect(await row(school)).toMatchObject({ Status: 'refused' });
  await nothingMade(school);
});

test.each([
  ['the host', 'Maya Okafor', { say: 'yes' }],
  ['the second adult', 'Tom Birch', { say: 'yes' }],
  ['somebody it is no business of', 'Sam Whitlock', { say: 'yes' }],
  ['a pupil', 'Ivy Lark', { say: 'yes' }],
  ['an approver without a reason', 'Ruth Adeyemi', { say: 'no' }],
  ['an approver with a link for a reason', 'Ruth Adeyemi', { say: 'no', words: '[x](https://example.org)' }],
  ['an approver who says something else', 'Ruth Adeyemi', { say: 'perhaps' }],
])('an answer from %s is not taken', async (_, name, body) => {
  const reference = await asks(school);
  const { status } = await post(name, reference, body);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(await row(school)).toMatchObject({ Status: 'waiting', Authorisation: 'wanted' });
  await nothingMade(school);
});
