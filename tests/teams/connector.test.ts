import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Box, idOf, ivy, maya, openBox, tenantId, tom } from './box.ts';

/** What can a bot do through the connector, and what does it refuse as Teams refuses it? */

let box: Box;
let chat: string;
beforeAll(async () => {
  box = await openBox();
});
beforeEach(async () => {
  box.reset();
  const { body } = await create(maya);
  chat = `/conversations/${encodeURIComponent(idOf(body))}`;
});
afterAll(() => box.close());

const cardOf = (text: string) => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });
const attached = (text: string) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: cardOf(text) }],
});
const create = (id: string, more: object = {}) =>
  box.connector({ method: 'POST', path: '/conversations', body: { members: [{ id }], tenantId, ...more } });
const send = (body: object, path = `${chat}/activities`) => box.connector({ method: 'POST', path, body });
const read = async () => (await box.get(`/_teams/chats/${maya}`)).body;
const refused = (status: number, code: string) => ({ status, body: { error: { code, message: expect.any(String) } } });

test('a text and a card are seen in the person’s chat', async () => {
  await send({ ...attached('Review'), text: 'Here it is.' });
  expect(await read()).toMatchObject({ messages: [{ from: 'bot', text: 'Here it is.', card: cardOf('Review') }] });
});

test('a reply to a message is one more message', async () => {
  const { body } = await send({ type: 'message', text: 'one' });
  await send({ type: 'message', text: 'two' }, `${chat}/activities/${idOf(body)}`);
  expect(await read()).toMatchObject({ messages: [{ text: 'one' }, { text: 'two' }] });
});

test('an update replaces what was said and leaves its place', async () => {
  const { body } = await send(attached('Review'));
  await send({ type: 'message', text: 'later' });
  await box.connector({ method: 'PUT', path: `${chat}/activities/${idOf(body)}`, body: attached('Sent') });
  const updated = { id: idOf(body), card: cardOf('Sent'), updatedAt: expect.any(String) };
  expect(await read()).toMatchObject({ messages: [updated, { text: 'later' }] });
});

test('a deleted message leaves its place and nothing of what it said', async () => {
  const { body } = await send({ type: 'message', text: 'a mistake' });
  await box.connector({ method: 'DELETE', path: `${chat}/activities/${idOf(body)}` });
  const seen = await read();
  expect(seen).toMatchObject({ messages: [{ id: idOf(body), deleted: true }] });
  expect(JSON.stringify(seen)).not.toContain('a mistake');
});

test('typing is shown until the message comes', async () => {
  await send({ type: 'typing' });
  expect(await read()).toMatchObject({ typing: true, messages: [] });
  await send({ type: 'message', text: 'done' });
  expect(await read()).toMatchObject({ typing: false });
});

test('a colleague who has never spoken is reached by Entra object id, or by the id the bot knows them by', async () => {
  const byObjectId = await create(tom, { activity: { type: 'message', text: 'hello Tom' } });
  expect(byObjectId).toEqual({
    status: 201,
    body: { id: expect.stringMatching(/^a:1/), activityId: expect.any(String) },
  });
  const members = await box.connector({
    method: 'GET',
    path: `/conversations/${encodeURIComponent(idOf(byObjectId.body))}/members`,
  });
  const [account] = z.array(z.looseObject({ id: z.string() })).parse(members.body);
  expect(await create(account?.id ?? '')).toEqual({ status: 201, body: { id: idOf(byObjectId.body) } });
});

test('a pupil is not reached: the app is installed for staff', async () => {
  expect(await create(ivy)).toEqual(refused(403, 'ForbiddenOperationException'));
});

test('a pupil who added the app is reached', async () => {
  await box.post(`/_teams/chats/${ivy}/installed`, {});
  expect((await create(ivy)).status).toBe(201);
});

test.each([
  ['in another tenant', { tenantId: '5c0a1d0e-0000-4000-8000-0000000000ff' }],
  ['in no tenant', { tenantId: undefined }],
  ['as a group', { isGroup: true }],
  ['with two people', { members: [{ id: maya }, { id: tom }] }],
])('a conversation %s is not created', async (_, changes) => {
  expect(await create(maya, changes)).toEqual(refused(400, 'BadSyntax'));
});

test('the members of a conversation come with their Entra ids and addresses', async () => {
  const account = {
    id: expect.stringMatching(/^29:1/),
    aadObjectId: maya,
    name: 'Maya Okafor',
    email: 'maya.okafor@school.example.org',
    tenantId,
  };
  const list = await box.connector({ method: 'GET', path: `${chat}/pagedmembers` });
  expect(list.body).toMatchObject({ members: [account] });
  const one = await box.connector({ method: 'GET', path: `${chat}/members/${maya}` });
  expect(one.body).toMatchObject(account);
});

test('somebody who is not in a conversation is not found there', async () => {
  expect(await box.connector({ method: 'GET', path: `${chat}/members/${tom}` })).toEqual(
    refused(404, 'MemberNotFoundInConversation'),
  );
});

test('a bot cannot change what a person wrote', async () => {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'mine' });
  const { messages } = z.looseObject({ messages: z.array(z.unknown()) }).parse(await read());
  const changed = await box.connector({
    method: 'PUT',
    path: `${chat}/activities/${idOf(messages[0])}`,
    body: attached('yours'),
  });
  expect(changed).toEqual(refused(403, 'Forbidden'));
});

test.each([
  ['nothing', { type: 'message' }, refused(400, 'BadSyntax')],
  ['no activity', { text: 'hi' }, refused(400, 'BadSyntax')],
  ['too much', { type: 'message', text: 'x'.repeat(100_001) }, refused(413, 'MessageSizeTooBig')],
  [
    'what the box cannot draw',
    { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: {} }] },
    refused(501, 'NotImplemented'),
  ],
])('a bot that says %s is told so', async (_, body, answer) => {
  expect(await send(body)).toEqual(answer);
});

test('an unknown conversation, message or path is said to be so', async () => {
  expect(await send({ type: 'message', text: 'hi' }, '/conversations/a%3Anobody/activities')).toEqual(
    refused(404, 'ConversationNotFound'),
  );
  expect(await box.connector({ method: 'DELETE', path: `${chat}/activities/1` })).toEqual(
    refused(404, 'ActivityNotFoundInConversation'),
  );
  expect(await box.connector({ method: 'GET', path: '/teams/19%3Aabc' })).toEqual(refused(501, 'NotImplemented'));
});
