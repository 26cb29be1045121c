import { afterEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openLog } from '../../bot/log.ts';
import { startServer } from '../../bot/start.ts';
import { startStorage } from '../../infra/azurite.ts';
import { schoolDayAhead, twoLines, upToReview } from '../../infra/demo/arrange.ts';
import { machine } from '../../infra/tenant/entra/managed-identity.ts';
import { settled } from '../faults/play.ts';
import { idOf, openSite, type Site } from '../school.ts';
import { kept, makeCertificate } from './making-certificates.ts';
import { startApart } from './own-process.ts';

/** The real server proves itself as it would in Azure: by certificate, or by the identity of its machine. No secret is copied anywhere. */

let ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.toReversed()) await end();
  ending = [];
});
function closing<T extends { close(): Promise<void> }>(one: T): T {
  ending.push(() => one.close());
  return one;
}

/** How often Entra was asked for a token since the school was opened. */
async function tokenCalls(site: Site): Promise<number> {
  const calls = await site.control('calls?on=entra', 'GET');
  return (calls as unknown[]).length; // The control answers with a list of calls.
}

async function arranges(site: Site): Promise<void> {
  const senco = site.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()), twoLines);
  await senco.presses('Send');
  await settled(site, 10_000);
  const seen = await site.look();
  expect(seen.rows.map(({ status }) => status)).toEqual(['arranged']);
  expect(site.broken(seen)).toEqual([]);
}

async function opened(settings: Record<string, string> = {}): Promise<Site> {
  const site = closing(await openSite(settings));
  await site.look(); // The tests' own token is not counted.
  await site.control('calls', 'DELETE');
  return site;
}

async function withCertificate(): Promise<Site> {
  const made = await makeCertificate();
  const site = await opened({ APP_SECRET: '', APP_CERTIFICATE_FILE: kept(made.certificate, made.key) });
  await site.control('options', 'PATCH', { certificates: [made.certificate] });
  return site;
}

async function tokenOf(site: Site, name: string): Promise<string> {
  const answer = await fetch(`${site.tenant.url}/_teams/token/${idOf(name)}`);
  return z.object({ token: z.string() }).parse(await answer.json()).token;
}

const serving = async (site: Site) => {
  const server = closing(await startServer(site.config, site.secrets, openLog('silent')));
  site.tenant.serveAt(server.url);
  return server;
};

test('by certificate a meeting is arranged, and one token a service is all it takes', async () => {
  const site = await withCertificate();
  await serving(site);
  await arranges(site);
  expect(await tokenCalls(site)).toBe(2);
});

test('a second instance asks Entra for nothing: it finds the tokens of the first', async () => {
  const site = await withCertificate();
  await serving(site);
  await arranges(site);
  const before = await tokenCalls(site);
  await serving(site);
  expect(await site.as('Maya Okafor').says('help')).toMatchObject({ status: 200 });
  await site.as('Tom Birch').says('my meetings');
  expect(await tokenCalls(site)).toBe(before);
});

/** As a container in Azure: storage and tenant believe the machine's identity, and there is neither key nor secret. */
async function inAzure() {
  const tls = await makeCertificate();
  const files = { certificate: kept(tls.certificate), key: kept(tls.key) };
  const storage = await startStorage({ tls: files });
  ending.push(() => storage.stop());
  const site = await opened();
  const settings = {
    APP_SECRET: '',
    STORAGE_KEY: '',
    STORAGE_URL: storage.url,
    MANAGED_IDENTITY_CLIENT_ID: machine.clientId,
    IDENTITY_ENDPOINT: `${site.tenant.url}${machine.path}`,
    IDENTITY_HEADER: machine.header,
    NODE_EXTRA_CA_CERTS: files.certificate,
    LOG_LEVEL: 'debug',
  };
  return { site, settings };
}

test('by its machine’s identity a meeting is arranged and remembered, without any key or secret', async () => {
  const { site, settings } = await inAzure();
  const server = await startApart(site, settings);
  ending.push(() => server.stop());
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok', storage: 'ok' });
  await arranges(site);
  expect(await tokenCalls(site)).toBe(2);
  expect(server.printed()).toContain('"msg":"ready"');
  expect(server.printed()).not.toMatch(new RegExp(`eyJ|${machine.header}|"level":(?:40|50)`));
});

test('an identity that Entra does not trust opens nothing, and the tab and the log say what is wrong', async () => {
  const { site, settings } = await inAzure();
  await site.control('options', 'PATCH', { federated: [] });
  const server = await startApart(site, settings);
  ending.push(() => server.stop());
  const answer = await fetch(`${server.url}/api/me`, {
    headers: { Authorization: `Bearer ${await tokenOf(site, 'Maya Okafor')}` },
  });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('Entra no longer accepts the app’s own certificate or identity');
  while (!server.printed().includes('Entra gave the app no token: invalid_client 700211'))
    await fetch(`${server.url}/healthz`);
});

test('nothing of a certificate’s key is ever printed, not even when Entra or Graph refuse it', async () => {
  const made = await makeCertificate();
  const file = kept(made.certificate, made.key);
  const site = await opened();
  const server = await startApart(site, { APP_SECRET: '', APP_CERTIFICATE_FILE: file, LOG_LEVEL: 'debug' });
  ending.push(() => server.stop());
  while (!server.printed().includes('700027')) await site.as('Maya Okafor').says('help');
  await site.control('options', 'PATCH', { certificates: [made.certificate] });
  await site.faults([{ method: 'GET', path: '/sites/', times: 3, do: { kind: 'refuse' } }]);
  const headers = { Authorization: `Bearer ${await tokenOf(site, 'Maya Okafor')}` };
  while (!server.printed().includes('answered 403')) await fetch(`${server.url}/api/meetings`, { headers });
  const key = made.key.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
  expect(key.length).toBeGreaterThan(10);
  expect(key.filter((line) => server.printed().includes(line))).toEqual([]);
  expect(server.printed()).not.toMatch(/eyJ|PRIVATE KEY/);
});
