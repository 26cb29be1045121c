import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Box, idOf, maya, openBox, theOneHeard, tom } from './box.ts';
import type { Heard } from './stub-bot.ts';

/** Does a chat show everybody what Teams would show them, at once, and after a restart? */

let folder: string;
let box: Box;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chat-'));
  box = await openBox({ database: join(folder, 'school.sqlite') });
});
afterEach(async () => {
  await box.close();
  await rm(folder, { recursive: true });
});

const card = (text: string) => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });
const answer = (value: object) => ({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value });

async function reply(to: Heard, text: string): Promise<string> {
  const path = `/conversations/${encodeURIComponent(to.conversation.id)}/activities/${to.id}`;
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card(text) }];
  const { body } = await box.connector({ method: 'POST', path, body: { type: 'message', attachments } });
  return idOf(body);
}

test('what is said and answered comes back in order', async () => {
  box.bot.does(async (activity) => {
    await reply(activity, 'Which child?');
    return { status: 200 };
  });
  const sent = await box.post(`/_teams/chats/${maya}/messages`, { text: 'TAC' });
  expect(sent).toEqual({ status: 200, body: { status: 200, body: null } });
  expect((await box.get(`/_teams/chats/${maya}`)).body).toEqual({
    messages: [
      expect.objectContaining({
        from: 'person',
        by: maya,
        text: 'TAC',
        delivery: expect.objectContaining({ status: 200 }),
      }),
      expect.objectContaining({ from: 'bot', card: card('Which child?') }),
    ],
    n: 3,
    typing: false,
    resets: 0,
  });
});

test('nobody sees another person’s chat', async () => {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'private' });
  expect((await box.get(`/_teams/chats/${tom}`)).body).toMatchObject({ messages: [] });
});

test('a wait ends as soon as there is something newer', async () => {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'hello' });
  const { n } = z.looseObject({ n: z.number() }).parse((await box.get(`/_teams/chats/${maya}`)).body);
  const waiting = box.get(`/_teams/chats/${maya}?after=${n}&wait=30`);
  await reply(theOneHeard(box), 'Hello.');
  expect((await waiting).body).toMatchObject({ messages: [{ from: 'bot', card: card('Hello.') }] });
});

test('a wait without news ends empty', async () => {
  expect((await box.get(`/_teams/chats/${maya}?after=0&wait=0.05`)).body).toEqual({
    messages: [],
    n: 0,
    typing: false,
    resets: 0,
  });
});

test('the card that answers a press takes the old one’s place, for that person only', async () => {
  await box.post('/_teams/group/messages', { from: maya, text: 'TAC', mention: true });
  const messageId = await reply(theOneHeard(box), 'for everybody');
  box.bot.does(() => ({ status: 200, body: answer(card('for Maya')) }));
  const pressed = await box.post('/_teams/group/actions', { from: maya, messageId, verb: 'look' });
  expect(pressed.body).toEqual({ status: 200, body: answer(card('for Maya')) });
  expect((await box.get(`/_teams/group?as=${maya}`)).body).toMatchObject({
    messages: [{}, { card: card('for Maya') }],
  });
  expect((await box.get(`/_teams/group?as=${tom}`)).body).toMatchObject({
    messages: [{}, { card: card('for everybody') }],
  });
});

test('an answer that is no card leaves the card as it was', async () => {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'TAC' });
  const messageId = await reply(theOneHeard(box), 'Review');
  box.bot.does(() => ({ status: 500 }));
  await box.post(`/_teams/chats/${maya}/actions`, { messageId, verb: 'send' });
  expect((await box.get(`/_teams/chats/${maya}`)).body).toMatchObject({ messages: [{}, { card: card('Review') }] });
});

test('a card in somebody else’s chat cannot be pressed', async () => {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'TAC' });
  const messageId = await reply(theOneHeard(box), 'Review');
  expect((await box.post(`/_teams/chats/${tom}/actions`, { messageId, verb: 'send' })).status).toBe(404);
  expect(box.bot.heard).toHaveLength(1);
});

test('a bot that is not there leaves the message in the chat, marked', async () => {
  await box.bot.close();
  const sent = await box.post(`/_teams/chats/${maya}/messages`, { text: 'anybody?' });
  expect(sent.body).toEqual({ status: null, body: null });
  expect((await box.get(`/_teams/chats/${maya}`)).body).toMatchObject({
    messages: [{ text: 'anybody?', delivery: { state: 'unanswered' } }],
  });
});

test('chats are still there after a restart, and change numbers go on', async () => {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'before' });
  await box.close();
  box = await openBox({ database: join(folder, 'school.sqlite') });
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'after' });
  expect((await box.get(`/_teams/chats/${maya}`)).body).toMatchObject({
    messages: [{ text: 'before' }, { text: 'after' }],
    n: 4,
  });
});

test('a reset empties every chat', async () => {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'hello' });
  await box.post('/_teams/group/messages', { from: maya, text: 'hello', mention: false });
  box.reset();
  expect((await box.get(`/_teams/chats/${maya}`)).body).toMatchObject({ messages: [] });
  expect((await box.get('/_teams/group')).body).toMatchObject({ messages: [] });
});

test('a page that knew the school before the reset is answered at once', async () => {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'after the reset' });
  expect((await box.get(`/_teams/chats/${maya}?after=900&wait=30`)).body).toMatchObject({
    messages: [{ text: 'after the reset' }],
  });
});

test('a person’s token for the tab and a person’s mail are to be had by the page', async () => {
  expect((await box.get(`/_teams/token/${maya}`)).body).toEqual({ token: expect.stringMatching(/^ey.*\..*\./) });
  expect((await box.get('/_teams/outbox?to=nurse@example.org')).body).toEqual([]);
});
