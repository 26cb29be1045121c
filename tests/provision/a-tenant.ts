import { parseEnv } from 'node:util';
import { openAsAdministrator } from '../../infra/provision/administrator.ts';
import { provision } from '../../infra/provision/apply.ts';
import { readFacts } from '../../infra/provision/facts.ts';
import { planOf } from '../../infra/provision/plan.ts';
import { readProvisionSettings } from '../../infra/provision/settings.ts';
import { withSettings } from '../../infra/provision/settings-file.ts';
import { readSettings } from '../../infra/tenant/settings.ts';
import { startTenant } from '../../infra/tenant/tenant.ts';
import { local, urlsOf } from '../school.ts';

/** A tenant in which nobody has done anything for Chaperone but register the two apps. */

const bare = { appRoles: [], siteRole: 'none', accessPolicy: [], mailboxScope: [] };
const siteUrl = 'https://school.example.org/sites/safeguarding';

export type BareTenant = Awaited<ReturnType<typeof openBareTenant>>;

export async function openBareTenant() {
  const tenant = await startTenant(readSettings({ ...local, TENANT_PORT: '0', TENANT_DATABASE: ':memory:' }));
  const control = async (path: string, method: string, body: unknown = {}): Promise<unknown> => {
    const asked = { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const answer = await fetch(`${tenant.url}/_control/${path}`, method === 'GET' ? {} : asked);
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer.status === 204 ? null : answer.json();
  };
  const named = (...names: (keyof typeof local)[]) => names.map((name) => `${name}=${local[name] ?? ''}`);
  const first = [
    '# What the school was told to fill in',
    ...named('TENANT_ID', 'APP_ID', 'ADMIN_APP_ID', 'ADMIN_APP_SECRET'),
    `SITE_URL=${siteUrl} # as the browser shows it`,
    'GROUP_STAFF=',
    '',
  ].join('\n');
  // The settings file, as text.
  let file = first;
  const environment = () => ({ ...parseEnv(file), ...urlsOf(tenant.url), RETRY_MILLISECONDS: '1' });
  const settings = () => readProvisionSettings(environment());
  const graph = () => openAsAdministrator(settings());
  return {
    url: tenant.url,
    control,
    settings,
    environment,
    graph,
    file: () => file,
    faults: (...faults: object[]) => control('faults', 'POST', faults),
    options: (change: object) => control('options', 'PATCH', change),
    /** Back to a tenant that nobody has touched, and the settings file as it was first written. */
    async afresh() {
      await control('reset', 'POST');
      await control('options', 'PATCH', bare);
      file = first;
    },
    /** @returns what was told of each step that was taken, and the troubles that remain */
    async provision() {
      const done: string[] = [];
      const { plan } = await provision(await graph(), {
        settings,
        write: (values) => {
          file = withSettings(file, values);
        },
        told: (sentence) => {
          done.push(sentence);
        },
      });
      return { done, troubles: plan.troubles };
    },
    plan: async () => planOf(await readFacts(await graph(), settings()), settings()),
    facts: async () => readFacts(await graph(), settings()),
    close: () => tenant.close(),
  };
}
