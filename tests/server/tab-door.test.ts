import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { appToken } from '../../infra/demo/promises.ts';
import { idOf, local, openSchool, type School } from '../school.ts';

/** Tokens that are good somewhere, and open nothing at the tab's door. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const teams = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
type Change = { claims?: Record<string, unknown>; issuer?: string; audience?: string; seconds?: number };

/** As Entra makes the head's token for the tab, but for what is changed. */
function signed({ claims, issuer, audience, seconds }: Change = {}): Promise<string> {
  const { tenantId, appId } = school.config;
  const own = { oid: idOf('Ruth Adeyemi'), tid: tenantId, scp: 'access_as_user', azp: teams, name: 'Ruth Adeyemi' };
  return school.tenant.signing.sign(
    { ...own, ...claims },
    {
      issuer: issuer ?? `https://login.microsoftonline.com/${tenantId}/v2.0`,
      audience: audience ?? appId,
      expiresInSeconds: seconds ?? 600,
    },
  );
}

const get = (path: string, token: string) =>
  fetch(`${school.server.url}${path}`, { headers: { Authorization: `Bearer ${token}` } });

const another = '5c0a1d0e-0000-4000-8000-0000000000fe';
const app = () => {
  const { config } = school;
  return { tenantId: config.tenantId, appId: config.appId, appSecret: local['APP_SECRET'] ?? '' };
};

test('the token that Teams gets for a person opens it', async () => {
  const answer = await fetch(`${school.tenant.url}/_teams/token/${idOf('Ruth Adeyemi')}`);
  const { token } = z.object({ token: z.string() }).parse(await answer.json());
  expect((await get('/api/meetings?scope=all', token)).status).toBe(200);
});

test('so does one that says the same: what is changed below is all that shuts it', async () => {
  expect((await get('/api/me', await signed())).status).toBe(200);
});

test.each<[string, () => Promise<string>]>([
  [
    'of the channel',
    () =>
      signed({
        issuer: 'https://api.botframework.com',
        claims: { serviceurl: school.config.channel.serviceUrl },
      }),
  ],
  ['of the app itself, for Graph', () => appToken(school.tenant.url, app())],
  [
    'of the app itself, for the tab',
    () => signed({ claims: { scp: undefined, idtyp: 'app', roles: ['access_as_user'] } }),
  ],
  ['of a person, for Graph', () => signed({ audience: 'https://graph.microsoft.com' })],
  ['of another school’s Entra', () => signed({ issuer: `https://login.microsoftonline.com/${another}/v2.0` })],
  ['that says it is another school’s', () => signed({ claims: { tid: another } })],
  ['that has expired', () => signed({ seconds: -60 })],
])('a token %s does not', async (_, token) => {
  for (const path of ['/api/me', '/api/meetings', '/api/meetings?scope=all', '/api/meetings/TAC-AAAAAAA1']) {
    const answer = await get(path, await token());
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'not signed in' } });
  }
});
