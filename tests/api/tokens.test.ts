import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { exportPKCS8, generateKeyPair, importPKCS8, UnsecuredJWT } from 'jose';
import { claimsOf, type Door, openDoor, sign, tenantId } from './door.ts';

// Who gets through the door on the strength of a token.

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
afterEach(() => {
  expect(door.register.asked).toEqual([]);
});

test('opens to a token Entra made for this tab', async () => {
  expect(await door.getAs('senco', '/api/me')).toMatchObject({ status: 200, body: { name: 'Maya Okafor' } });
});

test('opens to a token without a name', async () => {
  const token = await door.tokenFor('senco', { name: undefined });
  expect(await door.get('/api/me', token)).toMatchObject({ status: 200, body: { name: 'Colleague' } });
});

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;
const badTokens: Record<string, () => Promise<string | null> | string | null> = {
  'no token': () => null,
  'an empty token': () => '',
  'a token that is no token': () => 'let-me-in',
  'a token that has expired': () => door.tokenFor('senco', { exp: seconds(-1) }),
  'a token that is not valid yet': () => door.tokenFor('senco', { nbf: seconds(60) }),
  'a token that never expires': () => door.tokenFor('senco', { exp: undefined }),
  'a token for another app': () => door.tokenFor('senco', { aud: '5c0a1d0e-0000-4000-8000-0000000000ff' }),
  'a token for Graph': () => door.tokenFor('senco', { aud: 'https://graph.microsoft.com' }),
  'a token of another issuer': () => door.tokenFor('senco', { iss: `https://sts.windows.net/${tenantId}/` }),
  'a token of another school’s issuer': () =>
    door.tokenFor('senco', { iss: 'https://login.microsoftonline.com/5c0a1d0e-0000-4000-8000-0000000000fe/v2.0' }),
  'a token of another tenant': () => door.tokenFor('senco', { tid: '5c0a1d0e-0000-4000-8000-0000000000fe' }),
  'a token without a tenant': () => door.tokenFor('senco', { tid: undefined }),
  'a token without a person': () => door.tokenFor('senco', { oid: undefined }),
  'a token whose person is no object id': () => door.tokenFor('senco', { oid: 'maya' }),
  'a token without a scope': () => door.tokenFor('senco', { scp: undefined }),
  'a token of an app and not of a person': () => door.tokenFor('senco', { scp: undefined, roles: ['access_as_user'] }),
  'a token for another scope': () => door.tokenFor('senco', { scp: 'User.Read access_as_user_too' }),
  'a person’s id token for the tab': () =>
    door.tokenFor('senco', { scp: undefined, azp: undefined, nonce: 'once', preferred_username: 'maya' }),
  'a token another app asked for': () => door.tokenFor('senco', { azp: '5c0a1d0e-0000-4000-8000-0000000000ff' }),
  'a token nobody is said to have asked for': () => door.tokenFor('senco', { azp: undefined }),
  'a token signed with Entra’s key in a way it never signs (RS512)': async () => {
    const key = await importPKCS8(await exportPKCS8(door.privateKey), 'RS512');
    return sign(key, claimsOf('senco'), { alg: 'RS512' });
  },
  'a token signed on a curve under the right key id (ES256)': async () =>
    sign((await generateKeyPair('ES256')).privateKey, claimsOf('senco'), { alg: 'ES256' }),
  'a token signed with somebody else’s key': async () =>
    sign((await generateKeyPair('RS256')).privateKey, claimsOf('senco')),
  'a token signed with a key Entra does not know': () => sign(door.privateKey, claimsOf('senco'), { kid: 'key-2' }),
  'a token whose claims were changed after signing': async () => {
    const [header, , signature] = (await door.tokenFor('senco')).split('.');
    const claims = Buffer.from(JSON.stringify(claimsOf('head'))).toString('base64url');
    return [header, claims, signature].join('.');
  },
  'a token nobody signed (alg none)': () => new UnsecuredJWT(claimsOf('senco')).encode(),
  'a token nobody signed, with a signature’s place filled': () => `${new UnsecuredJWT(claimsOf('senco')).encode()}AAAA`,
  'a token signed with the public key as a shared secret (HS256)': () =>
    sign(Buffer.from(door.publicKey.n ?? '', 'base64url'), claimsOf('senco'), { alg: 'HS256' }),
  'a token of 10,000 characters': () => 'a'.repeat(10_000),
};

const paths = ['/api/me', '/api/meetings', '/api/meetings/TAC-AAAAAAA1', '/api/meetings/TAC-ZZZZZZZZ'];
test.each(Object.keys(badTokens).flatMap((what) => paths.map((path) => ({ what, path }))))(
  'refuses $what at $path',
  async ({ what, path }) => {
    const token = await badTokens[what]?.();
    const answer = await door.get(path, token ?? null);
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      error: { code: 'not signed in', say: expect.any(String), next: expect.stringContaining('Teams') },
    });
  },
);

test('does not call its own trouble the caller’s: keys that cannot be had are a 503', async () => {
  const closed = await openDoor();
  await closed.closeEntra();
  const answer = await closed.getAs('senco', '/api/meetings');
  expect(answer).toMatchObject({ status: 503, body: { error: { code: 'sign-in cannot be checked' } } });
  expect(closed.reported).toHaveLength(1);
  await closed.close();
});

test('says where the tab lives to somebody without a token', async () => {
  const answer = await door.get('/api/where', null);
  expect(answer).toMatchObject({ status: 200, body: { teamsUrl: 'https://teams.example.org/' } });
});

test('takes roles from Entra’s groups, whatever the token says of them', async () => {
  const token = await door.tokenFor('pupil', { roles: ['slt', 'staff'], groups: ['slt'] });
  expect(await door.get('/api/me', token)).toMatchObject({ status: 403 });
});
