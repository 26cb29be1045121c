import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importPKCS8, SignJWT } from 'jose';
import { machine } from '../../infra/tenant/entra/managed-identity.ts';
import { type Made, makeCertificate } from '../identity/making-certificates.ts';
import { openSchool, settings } from './school.ts';

/** Entra believes an app by its certificate, or by an identity it trusts, and looks closely. */
const school = await openSchool();
afterAll(() => school.close());

const { tenantId, appId } = settings;
const endpoint = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`;
let ours: Made;
let stranger: Made;
let over: Made;
beforeAll(async () => {
  [ours, stranger, over] = await Promise.all([makeCertificate(), makeCertificate(), makeCertificate({ ends: -1 })]);
  await school.options({ certificates: [ours.certificate, over.certificate] });
});

type Change = { issuer?: string; subject?: string; audience?: string; expires?: string; named?: Made };

/** As msal signs it, but for what is changed; `named`: whose thumbprint it carries. */
async function signed(by: Made, { issuer, subject, audience, expires, named }: Change = {}): Promise<string> {
  const { raw } = new X509Certificate((named ?? by).certificate);
  return new SignJWT({ jti: 'once' })
    .setProtectedHeader({ alg: 'PS256', 'x5t#S256': createHash('sha256').update(raw).digest('base64url') })
    .setIssuer(issuer ?? appId)
    .setSubject(subject ?? appId)
    .setAudience(audience ?? endpoint)
    .setExpirationTime(expires ?? '10m')
    .sign(await importPKCS8(by.key, 'PS256'));
}

async function granted(assertion: string, type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer') {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_assertion: assertion,
    client_assertion_type: type,
    scope: 'https://graph.microsoft.com/.default',
  });
  const answer = await fetch(`${school.url}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: form });
  return { status: answer.status, body: (await answer.json()) as { error_codes?: number[]; access_token?: string } };
}

const ofMachine = async (query: Record<string, string>, word: string = machine.header) => {
  const asked = new URLSearchParams({ 'api-version': '2019-08-01', client_id: machine.clientId, ...query });
  const answer = await fetch(`${school.url}${machine.path}?${asked.toString()}`, {
    headers: { 'X-IDENTITY-HEADER': word },
  });
  return { status: answer.status, body: (await answer.json()) as { access_token?: string } };
};

test('the key of a certificate that is registered earns a token', async () => {
  expect(await granted(await signed(ours))).toMatchObject({ status: 200, body: { access_token: expect.any(String) } });
});

test.each<[string, () => Promise<string>, number]>([
  ['a certificate nobody registered', () => signed(stranger), 700027],
  ['another key under the name of ours', () => signed(stranger, { named: ours }), 700027],
  ['a certificate that has expired', () => signed(over), 1000502],
  ['a statement that is over', () => signed(ours, { expires: '-6m' }), 700024],
  ['a statement for another tenant', () => signed(ours, { audience: endpoint.replace('0001/', '0002/') }), 700023],
  ['a statement of another app', () => signed(ours, { issuer: tenantId }), 700021],
  ['a statement about another app', () => signed(ours, { subject: tenantId }), 700021],
  ['no statement', () => Promise.resolve('nonsense'), 50027],
])('%s earns none', async (_, assertion, code) => {
  expect(await granted(await assertion())).toMatchObject({ status: 401, body: { error_codes: [code] } });
});

test('the machine’s own identity earns a token of the app’s', async () => {
  const { body } = await ofMachine({ resource: 'api://AzureADTokenExchange' });
  expect(await granted(body.access_token ?? '')).toMatchObject({ status: 200 });
});

const trusted = {
  issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  subject: machine.principalId,
  audience: 'api://AzureADTokenExchange',
};
test.each([
  ['another issuer', { ...trusted, issuer: 'https://issuer.example.com' }, 700211],
  ['another identity', { ...trusted, subject: tenantId }, 700213],
  ['another purpose', { ...trusted, audience: 'api://another' }, 700212],
])('an app that trusts %s gives it none', async (_, federated, code) => {
  const { body } = await ofMachine({ resource: 'api://AzureADTokenExchange' });
  await school.options({ federated: [federated] });
  const answer = await granted(body.access_token ?? '');
  await school.options({ federated: [trusted] });
  expect(answer).toMatchObject({ status: 401, body: { error_codes: [code] } });
});

test('a token that only says it is the machine’s earns none', async () => {
  const { body } = await ofMachine({ resource: 'api://AzureADTokenExchange' });
  const [header, payload] = (body.access_token ?? '').split('.');
  const forged = (await signed(stranger)).split('.')[2] ?? '';
  expect(await granted(`${header}.${payload}.${forged}`)).toMatchObject({
    status: 401,
    body: { error_codes: [50013] },
  });
});

test.each<[string, Record<string, string>, string | undefined]>([
  ['without its word', { resource: 'https://storage.azure.com' }, 'guessed'],
  ['for an identity it has not got', { resource: 'https://storage.azure.com', client_id: appId }, undefined],
  ['for nothing', {}, undefined],
])('the machine hands out nothing %s', async (_, query, word) => {
  const { status, body } = await ofMachine(query, word);
  expect([400, 401]).toContain(status);
  expect(body.access_token).toBeUndefined();
});
