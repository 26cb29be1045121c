import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { appId, type Box, idOf, maya, openBox, tenantId } from './box.ts';

/** Do activities arrive at a bot with the shape and the token with which Teams sends them? */

let box: Box;
beforeAll(async () => {
  box = await openBox();
});
beforeEach(() => {
  box.reset();
  box.bot.heard.length = 0;
  box.bot.does(() => ({ status: 200 }));
});
afterAll(() => box.close());

const heard = () => box.bot.heard.map(({ activity }) => activity);
const personal = { conversationType: 'personal', tenantId, id: expect.stringMatching(/^a:1/) };
const fromMaya = { id: expect.stringMatching(/^29:1/), name: 'Maya Okafor', aadObjectId: maya };

test('a text of a person arrives as a message of a one-to-one chat', async () => {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'TAC for AB Y4' });
  expect(heard()).toEqual([
    {
      type: 'message',
      id: expect.stringMatching(/^\d{13}$/),
      text: 'TAC for AB Y4',
      textFormat: 'plain',
      attachments: [{ contentType: 'text/html', content: '<p>TAC for AB Y4</p>' }],
      channelId: 'msteams',
      serviceUrl: `${box.url}/botframework/`,
      timestamp: expect.stringMatching(/Z$/),
      localTimestamp: expect.stringMatching(/[+]0[01]:00$/),
      localTimezone: 'Europe/London',
      locale: 'en-GB',
      from: fromMaya,
      recipient: { id: `28:${appId}`, name: 'Chaperone' },
      conversation: personal,
      entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
      channelData: { tenant: { id: tenantId } },
    },
  ]);
});

test('the token names the bot as its audience and the place for replies', async () => {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'help' });
  expect(box.bot.heard[0]?.claims).toMatchObject({
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: `${box.url}/botframework/`,
  });
});

test('the channel publishes its issuer and keys that endorse Teams', async () => {
  const metadata = await box.get('/botframework/.well-known/openidconfiguration');
  expect(metadata.body).toMatchObject({
    issuer: 'https://api.botframework.com',
    jwks_uri: `${box.url}/botframework/.well-known/keys`,
  });
  const { body } = await box.get('/botframework/.well-known/keys');
  expect(body).toEqual({ keys: [expect.objectContaining({ kid: expect.any(String), endorsements: ['msteams'] })] });
});

test('adding the app sends an installation and a conversation update, neither with the person’s name', async () => {
  await box.post(`/_teams/chats/${maya}/installed`, {});
  const nameless = { id: fromMaya.id, aadObjectId: maya };
  expect(heard()).toEqual([
    expect.objectContaining({ type: 'installationUpdate', action: 'add', from: nameless, conversation: personal }),
    expect.objectContaining({ type: 'conversationUpdate', from: nameless, membersAdded: [{ id: `28:${appId}` }] }),
  ]);
});

test('a pressed button arrives as an invoke with its verb and data', async () => {
  const messageId = await botSaysCard();
  await box.post(`/_teams/chats/${maya}/actions`, { messageId, verb: 'send', data: { draft: 'd1', length: '45' } });
  expect(heard().at(-1)).toMatchObject({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: messageId,
    from: fromMaya,
    value: { action: { type: 'Action.Execute', verb: 'send', data: { draft: 'd1', length: '45' } }, trigger: 'manual' },
  });
});

test('a group chat delivers a text only when it mentions the bot', async () => {
  const unheard = await box.post('/_teams/group/messages', { from: maya, text: 'lunch?', mention: false });
  expect(unheard.body).toEqual({ status: null, body: null });
  await box.post('/_teams/group/messages', { from: maya, text: 'TAC for AB', mention: true });
  expect(heard()).toEqual([
    expect.objectContaining({
      text: '<at>Chaperone</at> TAC for AB',
      conversation: {
        isGroup: true,
        conversationType: 'groupChat',
        tenantId,
        id: expect.stringMatching(/^19:.*@thread\.v2$/),
      },
      entities: expect.arrayContaining([
        { type: 'mention', text: '<at>Chaperone</at>', mentioned: { id: `28:${appId}`, name: 'Chaperone' } },
      ]),
    }),
  ]);
});

test('the bot’s refusal is kept with the message it answered', async () => {
  box.bot.does(() => ({ status: 401, body: 'Unauthorized' }));
  const answer = await box.post(`/_teams/chats/${maya}/messages`, { text: 'hello' });
  expect(answer.body).toEqual({ status: 401, body: 'Unauthorized' });
  const chat = await box.get(`/_teams/chats/${maya}`);
  expect(chat.body).toMatchObject({ messages: [{ delivery: { state: 'answered', status: 401 } }] });
});

async function botSaysCard(): Promise<string> {
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'hello' });
  const conversation = encodeURIComponent(heard()[0]?.conversation.id ?? '');
  const card = {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: { type: 'AdaptiveCard', version: '1.5' },
  };
  const path = `/conversations/${conversation}/activities`;
  const { body } = await box.connector({ method: 'POST', path, body: { type: 'message', attachments: [card] } });
  return idOf(body);
}
