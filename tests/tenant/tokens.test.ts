import { afterAll, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { openSchool, settings } from './school.ts';

/** Who gets a token from Entra, and what stands in it. */
const school = await openSchool();
afterAll(() => school.close());

const { tenantId, appId, appSecret } = settings;
const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
const right = {
  grant_type: 'client_credentials',
  client_id: appId,
  client_secret: appSecret,
  scope: 'https://graph.microsoft.com/.default',
};

async function granted(form: Record<string, string>, tenant = tenantId) {
  const address = `${school.url}/${tenant}/oauth2/v2.0/token`;
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(form) });
  const body: unknown = await answer.json();
  return { status: answer.status, body };
}

test('the app’s own secret earns a token that carries the roles it was granted', async () => {
  const keys = createRemoteJWKSet(new URL(`${school.url}/${tenantId}/discovery/v2.0/keys`));
  const { payload } = await jwtVerify(await school.token(), keys, { issuer, audience: 'https://graph.microsoft.com' });
  expect(payload).toMatchObject({ appid: appId, tid: tenantId });
  expect(payload['roles']).toContain('OnlineMeetings.ReadWrite.All');
  // Exchange gave it that, over a scope of mailboxes, and Entra knows nothing of it.
  expect(payload['roles']).not.toContain('Calendars.ReadWrite');
});

test('a token for the channel carries no Graph roles', async () => {
  const { body } = await granted({ ...right, scope: 'https://api.botframework.com/.default' });
  const keys = createRemoteJWKSet(new URL(`${school.url}/common/discovery/v2.0/keys`));
  const { access_token: token } = body as { access_token: string }; // as the first test of this file proves
  const { payload } = await jwtVerify(token, keys, { issuer, audience: 'https://api.botframework.com' });
  expect(payload['roles']).toBeUndefined();
});

test.each([
  ['a wrong secret', { ...right, client_secret: 'guessed' }, 401, 'invalid_client', 7000215],
  ['an assertion of no kind', { ...right, client_assertion: 'ey' }, 401, 'invalid_client', 50027],
  ['an app nobody registered', { ...right, client_id: tenantId }, 400, 'unauthorized_client', 700016],
  ['a password', { ...right, grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
  ['a single scope', { ...right, scope: 'User.Read' }, 400, 'invalid_scope', 1002012],
  ['a service that is not there', { ...right, scope: 'https://example.org/.default' }, 400, 'invalid_resource', 500011],
])('%s earns none, and Entra’s number for it', async (_what, form, status, error, number) => {
  const answer = await granted(form);
  expect(answer).toMatchObject({ status, body: { error, error_codes: [number] } });
  expect(JSON.stringify(answer.body)).toContain(`AADSTS${number}:`);
});

test('a tenant that is not there earns none', async () => {
  expect(await granted(right, appId)).toMatchObject({ status: 400, body: { error_codes: [90002] } });
});

test('its metadata names Microsoft’s own addresses', async () => {
  const { body } = await school.ask('GET', `/${tenantId}/v2.0/.well-known/openid-configuration`);
  expect(body).toMatchObject({
    issuer,
    token_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
    jwks_uri: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
  });
});
