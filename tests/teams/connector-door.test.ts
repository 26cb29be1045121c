import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { appId, type Box, maya, openBox, tenantId } from './box.ts';

/** Who may speak through the connector? */

let box: Box;
let path: string;
beforeAll(async () => {
  box = await openBox();
  await box.post(`/_teams/chats/${maya}/messages`, { text: 'hello' });
  path = `/conversations/${encodeURIComponent(box.bot.heard[0]?.activity.conversation.id ?? '')}/activities`;
});
afterAll(() => box.close());

const says = (token: string | null) =>
  box.connector({ method: 'POST', path, body: { type: 'message', text: 'hi' }, token });
const denied = { status: 401, body: { error: { code: 'Unauthorized', message: expect.any(String) } } };

test('a bot with a token from this tenant’s Entra is let in', async () => {
  expect((await says(await box.entraToken())).status).toBe(201);
});

test('the older form of issuer and the newer claim for the app are as good', async () => {
  const issuer = `https://sts.windows.net/${tenantId}/`;
  expect((await says(await box.entraToken({ issuer }))).status).toBe(201);
  expect((await says(await box.entraToken({ claims: { azp: appId } }))).status).toBe(201);
});

test('without a token it is refused', async () => {
  expect(await says(null)).toEqual(denied);
});

test('garbage for a token is refused', async () => {
  expect(await says('not.a.token')).toEqual(denied);
});

test.each([
  ['another audience', { audience: 'https://graph.microsoft.com' }],
  ['another tenant', { issuer: 'https://login.microsoftonline.com/5c0a1d0e-0000-4000-8000-0000000000ff/v2.0' }],
  ['another app', { claims: { appid: '5c0a1d0e-0000-4000-8000-0000000000ff' } }],
  ['no app', { claims: {} }],
  ['an expiry in the past', { expiresInSeconds: -60 }],
  ['the channel itself as issuer', { issuer: 'https://api.botframework.com' }],
])('a token with %s is refused', async (_, changes) => {
  expect(await says(await box.entraToken(changes))).toEqual(denied);
});

test('a token signed with another key is refused', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  const forged = await new SignJWT({ appid: appId })
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(`https://login.microsoftonline.com/${tenantId}/v2.0`)
    .setAudience('https://api.botframework.com')
    .setExpirationTime('1h')
    .sign(privateKey);
  expect(await says(forged)).toEqual(denied);
});
