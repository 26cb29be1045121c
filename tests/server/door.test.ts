import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { idOf, openSchool, type School } from '../school.ts';
import { openAnotherKey } from './another-key.ts';

/** Who gets past the chat's door: the channel, and nobody else. */

const channel = 'https://api.botframework.com';
let school: School;
let another: Awaited<ReturnType<typeof openAnotherKey>>;
let appId: string;
let serviceUrl: string;

beforeAll(async () => {
  another = await openAnotherKey(() => school.tenant.signing.jwks());
  school = await openSchool({ CHANNEL_METADATA_URL: another.metadataUrl });
  appId = school.environment['APP_ID'] ?? '';
  serviceUrl = school.environment.CHANNEL_SERVICE_URL;
});
afterAll(async () => {
  await school.close();
  await another.close();
});

const activity = (change: Record<string, unknown> = {}) => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:somebody', aadObjectId: idOf('Maya Okafor') },
  recipient: { id: `28:${appId}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: school.environment['TENANT_ID'] },
  text: 'help',
  ...change,
});

async function post(body: unknown, token: string | null): Promise<number> {
  const answer = await fetch(`${school.server.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token !== null && { Authorization: `Bearer ${token}` }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return answer.status;
}

const now = () => Math.floor(Date.now() / 1000);
/** What the channel would say, signed with the other key it publishes. */
const claims = (change: JWTPayload = {}): JWTPayload => ({
  ...{ iss: channel, aud: appId, serviceurl: serviceUrl, nbf: now() - 10, exp: now() + 600 },
  ...change,
});
const endless = (): JWTPayload => Object.fromEntries(Object.entries(claims()).filter(([name]) => name !== 'exp'));
const entra = () => `https://login.microsoftonline.com/${school.config.tenantId}/v2.0`;
// The tenant of Microsoft's that botbuilder takes a developer's emulator to be from.
const emulator = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

type Signed = { issuer?: string; audience?: string; seconds?: number; claims?: JWTPayload };
const signed = (change: Signed = {}) =>
  school.tenant.signing.sign(change.claims ?? { serviceurl: serviceUrl }, {
    issuer: change.issuer ?? channel,
    audience: change.audience ?? appId,
    expiresInSeconds: change.seconds ?? 600,
  });

test('so is whatever it signs with another of its keys: what is changed below is all that shuts the door', async () => {
  expect(await post(activity({ type: 'typing' }), await another.sign(claims()))).toBe(200);
});

test('the channel itself is let in', async () => {
  expect(await school.as('Maya Okafor').says('help')).toMatchObject({ status: 200 });
});

test.each<[string, () => Promise<string | null>]>([
  ['there is no token', () => Promise.resolve(null)],
  ['the token is no token', () => Promise.resolve('nonsense')],
  ['the token has expired', () => signed({ seconds: -3600 })],
  ['the token is for another app', () => signed({ audience: '5c0a1d0e-0000-4000-8000-0000000000ff' })],
  ['the token has another issuer', () => signed({ issuer: 'https://issuer.example.com' })],
  ['the token names another service', () => signed({ claims: { serviceurl: 'https://elsewhere.example.com/' } })],
  ['the token names no service', () => signed({ claims: {} })],
  ['the token is signed by somebody else under the right key id', () => forged()],
  ['the token is signed by a key the channel does not publish', () => forged('unknown-key')],
  ['the token is not signed at all', () => Promise.resolve(unsigned())],
  ['the token is not signed, and its place is filled', () => Promise.resolve(`${unsigned()}AAAA`)],
  ['the public key is its secret (HS256)', () => another.sign(claims(), { alg: 'HS256' }, another.publicKey)],
  [
    'it is signed on a curve (ES256)',
    async () => another.sign(claims(), { alg: 'ES256' }, (await generateKeyPair('ES256')).privateKey),
  ],
  [
    'it is signed as the channel never signs (RS512)',
    async () => another.sign(claims(), { alg: 'RS512' }, await another.as('RS512')),
  ],
  ['it is not good yet', () => another.sign(claims({ nbf: now() + 3600 }))],
  ['it never ends', () => another.sign(endless())],
  ['it is Entra’s, for the app itself', () => another.sign(claims({ iss: entra(), appid: appId, ver: '2.0' }))],
  ['it is a developer’s emulator’s', () => another.sign(claims({ iss: emulator, appid: appId, ver: '1.0' }))],
  ['it is a person’s, for the tab', () => another.sign(claims({ iss: entra(), scp: 'access_as_user' }))],
])('nobody is let in when %s', async (_, token) => {
  expect(await post(activity(), await token())).toBe(401);
});

test.each<[string, Record<string, unknown>]>([
  ['replies would go elsewhere', { serviceUrl: 'https://elsewhere.example.com/' }],
  ['replies would go to an address that only begins alike', { serviceUrl: 'SERVICE.example.com/' }],
  ['it comes from another school', { conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'another' } }],
  ['it says beside that it comes from another school', { channelData: { tenant: { id: 'another' } } }],
  ['it comes from no school', { conversation: { id: 'a:1', conversationType: 'personal' } }],
])('an activity with a good token is refused when %s', async (_, change) => {
  const url =
    typeof change['serviceUrl'] === 'string'
      ? change['serviceUrl'].replace('SERVICE', serviceUrl.slice(0, -1))
      : serviceUrl;
  const body = activity('serviceUrl' in change ? { serviceUrl: url } : change);
  expect(await post(body, await signed({ claims: { serviceurl: url } }))).toBe(401);
});

test.each<[string, unknown]>([
  ['is no JSON', '{"type":'],
  ['is a list', []],
  ['is empty', {}],
  ['has no service', { type: 'message', channelId: 'msteams' }],
  ['comes from another channel', { type: 'message', channelId: 'webchat' }],
])('a body that %s is answered 400', async (_, body) => {
  expect(await post(body, await signed())).toBe(400);
});

test('somebody without an account in Entra is not answered, and it is no fault', async () => {
  expect(await post(activity({ from: { id: '29:somebody' } }), await signed())).toBe(200);
});

test('an answer to a stranger says nothing of why', async () => {
  const answer = await fetch(`${school.server.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await forged()}` },
    body: JSON.stringify(activity()),
  });
  expect(await answer.text()).not.toMatch(/signature|token|jwt/i);
});

async function forged(named?: string): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  const kid = named ?? school.tenant.signing.jwks().keys[0]?.kid ?? '';
  return new SignJWT({ serviceurl: serviceUrl })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(channel)
    .setAudience(appId)
    .setExpirationTime('10m')
    .sign(privateKey);
}

function unsigned(): string {
  return new UnsecuredJWT({ serviceurl: serviceUrl })
    .setIssuer(channel)
    .setAudience(appId)
    .setExpirationTime('10m')
    .encode();
}
