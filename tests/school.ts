import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig } from '../bot/config.ts';
import { openLog } from '../bot/log.ts';
import { startServer } from '../bot/start.ts';
import { emulator, type Storage, startStorage } from '../infra/azurite.ts';
import { type Person, person } from '../infra/demo/person.ts';
import { appToken, broken, look, type Seen } from '../infra/demo/promises.ts';
import { provisionInABox } from '../infra/provision/in-a-box.ts';
import { people } from '../infra/tenant/school/people.ts';
import { readSettings } from '../infra/tenant/settings.ts';
import { startTenant } from '../infra/tenant/tenant.ts';

/** A whole school for one test file: the tenant, the storage and the real server, which know each other by URL. */

export const local = parseEnv(readFileSync(resolve(import.meta.dirname, '..', 'infra', 'local.env'), 'utf8'));

export type Site = Awaited<ReturnType<typeof openSite>>;
export type School = Awaited<ReturnType<typeof openSchool>>;

/**
 * The tenant, provisioned, and the storage, and all a server needs to be told to work with them; no server yet.
 * @param settings of the server, on top of the local ones; quick pauses unless a test says otherwise
 * @param given a storage of the caller's own, who ends it
 */
export async function openSite(settings: Record<string, string> = {}, given?: Storage) {
  const storage = given ?? sharedStorage() ?? (await startStorage());
  const tenant = await startTenant(readSettings({ ...local, TENANT_PORT: '0', TENANT_DATABASE: ':memory:' }));
  const environment: Record<string, string | undefined> & ReturnType<typeof urlsOf> = {
    ...local,
    ...urlsOf(tenant.url),
    PORT: '0',
    STORAGE_URL: storage.url,
    STORAGE_KEY: storage.key,
    STORAGE_CONTAINER: `test-${randomUUID()}`,
    RETRY_MILLISECONDS: '5',
    ...untiring,
    LOG_LEVEL: 'silent',
    ...settings,
  };
  await provisionInABox(environment);
  const { config, secrets } = readConfig(environment);
  const app = { tenantId: config.tenantId, appId: config.appId, appSecret: local['APP_SECRET'] ?? '' };
  // Good for an hour, and so longer than any test.
  let asked: Promise<string> | undefined;
  const token = () => {
    asked ??= appToken(tenant.url, app);
    return asked;
  };
  const staff = new Set(people.filter((one) => one.groups.includes('staff')).map((one) => one.id));
  const control = (path: string, method: string, body?: unknown) =>
    controlled(`${tenant.url}/_control/${path}`, method, body);

  return {
    tenant,
    storage,
    config,
    secrets,
    environment,
    control,
    as: (name: string): Person => person(tenant.url, idOf(name)),
    faults: (faults: unknown) => control('faults', 'POST', faults),
    look: async (): Promise<Seen> => look(tenant.url, config.siteId, await token()),
    broken: (seen: Seen) => broken(seen, staff),
    async close() {
      await tenant.close();
      if (storage !== given) await storage.stop();
    },
  };
}

/** Under `npm test` one storage serves every file (run.ts), each with a container of its own; it is not theirs to end. */
function sharedStorage(): Storage | undefined {
  const url = process.env['TEST_STORAGE_URL'];
  return url === undefined ? undefined : { url, key: emulator.key, stop: () => Promise.resolve() };
}

/** The same with the real server, in this process. */
export async function openSchool(settings: Record<string, string> = {}, given?: Storage) {
  const site = await openSite(settings, given);
  const server = await startServer(site.config, site.secrets, openLog(site.config.logLevel));
  site.tenant.serveAt(server.url);
  return {
    ...site,
    server,
    async close() {
      await server.close();
      await site.close();
    },
  };
}

/** A test does in seconds what people do in hours. */
export const untiring = { PERSON_PER_MINUTE: '100000', ADDRESS_PER_MINUTE: '1000000' };

/** What of the server's settings follows from where the tenant answers. */
export const urlsOf = (tenantUrl: string) => ({
  ENTRA_URL: tenantUrl,
  GRAPH_URL: `${tenantUrl}/v1.0`,
  CHANNEL_METADATA_URL: `${tenantUrl}/botframework/.well-known/openidconfiguration`,
  CHANNEL_SERVICE_URL: `${tenantUrl}/botframework/`,
  TEAMS_URL: `${tenantUrl}/teams`,
  TAB_FRAMED_BY: tenantUrl,
});

export function idOf(name: string): string {
  const found = people.find((one) => one.name === name);
  if (!found) throw new Error(`nobody in the school is called ${name}`);
  return found.id;
}

async function controlled(url: string, method: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`);
  const text = await answer.text();
  return text === '' ? null : JSON.parse(text);
}
