import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { every, fileAt, hole, modules, propertiesOf, property, type Resource, resources, written } from './bicep.ts';

/** What has to be true of what is made in Azure, whoever changes the modules. */

const all = (type: string) => resources.filter((one) => one.type === type);
function only(type: string): Resource {
  const [one, ...others] = all(type);
  if (one === undefined || others.length > 0) throw new Error(`not one ${type}`);
  return one;
}

test.each([
  'Microsoft.App/containerApps',
  'Microsoft.App/managedEnvironments',
  'Microsoft.Authorization/roleAssignments',
  'Microsoft.BotService/botServices',
  'Microsoft.BotService/botServices/channels',
  'Microsoft.Consumption/budgets',
  'Microsoft.ContainerRegistry/registries',
  'Microsoft.Insights/actionGroups',
  'Microsoft.Insights/components',
  'Microsoft.Insights/diagnosticSettings',
  'Microsoft.Insights/metricAlerts',
  'Microsoft.Insights/scheduledQueryRules',
  'Microsoft.Insights/webtests',
  'Microsoft.KeyVault/vaults',
  'Microsoft.ManagedIdentity/userAssignedIdentities',
  'Microsoft.Network/virtualNetworks',
  'Microsoft.OperationalInsights/workspaces',
  'Microsoft.Storage/storageAccounts',
  'Microsoft.Storage/storageAccounts/blobServices',
  'Microsoft.Storage/storageAccounts/blobServices/containers',
])('there is a %s', (type) => {
  expect(all(type).length).toBeGreaterThan(0);
});

test('nothing is made that the list above does not name', () => {
  expect(new Set(resources.map(({ type }) => type)).size).toBe(20);
});

test('storage takes https with TLS 1.2 only, no account key, nobody’s anonymous reading, and only the servers’ own subnet', () => {
  const { body } = only('Microsoft.Storage/storageAccounts');
  expect(written(body, 'properties.supportsHttpsTrafficOnly')).toBe('true');
  expect(written(body, 'properties.minimumTlsVersion')).toBe('TLS1_2');
  expect(written(body, 'properties.allowSharedKeyAccess')).toBe('false');
  expect(written(body, 'properties.allowBlobPublicAccess')).toBe('false');
  expect(written(body, 'properties.networkAcls.defaultAction')).toBe('Deny');
  expect(written(body, 'properties.networkAcls.bypass')).toBe('None');
  expect(written(body, 'properties.networkAcls.virtualNetworkRules')).toBe("[{ id: subnetId, action: 'Allow' }]");
  const [subnet] = every(only('Microsoft.Network/virtualNetworks').body, ({ type }) => type === 'object').filter(
    (node) => property(node, 'serviceEndpoints') !== null,
  );
  expect(subnet?.text).toContain("service: 'Microsoft.Storage'");
});

test('blobs lie in the container that the server looks into', () => {
  const container = only('Microsoft.Storage/storageAccounts/blobServices/containers');
  const config = readFileSync(resolve(import.meta.dirname, '../../bot/config.ts'), 'utf8');
  const usual = /STORAGE_CONTAINER:[\s\S]*?\.default\('([^']+)'\)/.exec(config)?.[1];
  expect(written(container.body, 'name')).toBe(usual);
  expect(written(container.body, 'properties.publicAccess')).toBe('None');
});

test('the server is asked over https only, and by nothing but its own identity it reaches its image', () => {
  const { body } = only('Microsoft.App/containerApps');
  expect(written(body, 'properties.configuration.ingress.allowInsecure')).toBe('false');
  expect(written(body, 'properties.configuration.ingress.external')).toBe('true');
  expect(written(body, 'identity.type')).toBe('UserAssigned');
  expect(written(body, 'properties.configuration.registries')).toBe(
    '[{ server: registryServer, identity: identity.id }]',
  );
  const registry = only('Microsoft.ContainerRegistry/registries').body;
  expect(written(registry, 'properties.adminUserEnabled')).toBe('false');
  expect(written(registry, 'properties.anonymousPullEnabled')).toBe('false');
});

test('at least one server always runs, because the sweep runs in it', () => {
  expect(written(only('Microsoft.App/containerApps').body, 'properties.template.scale.minReplicas')).toBe(
    'replicas.least',
  );
  expect(fileAt('main.bicep').text).toMatch(/@minValue\(1\)\nparam leastReplicas int = 1\n/);
  expect(fileAt('main.bicep').text).toContain('replicas: { least: leastReplicas, most: mostReplicas }');
});

test('whoever is not well gets no requests, and is not restarted for it', () => {
  const { body } = only('Microsoft.App/containerApps');
  const probes = every(body, ({ type }) => type === 'object').flatMap((node) => {
    const kind = written(node, 'type');
    return kind !== null && /^(Startup|Readiness|Liveness)$/.test(kind) ? [[kind, node] as const] : [];
  });
  expect(probes.map(([kind]) => kind).toSorted()).toEqual(['Liveness', 'Readiness', 'Startup']);
  for (const [kind, probe] of probes)
    expect(written(probe, 'httpGet.path')).toBe(kind === 'Readiness' ? '/healthz' : null);
});

test('a server is given the time it needs to end the step that it is in', () => {
  const config = readFileSync(resolve(import.meta.dirname, '../../bot/config.ts'), 'utf8');
  const claim = Number(/CLAIM_SECONDS: seconds\((\d+)\)/.exec(config)?.[1]);
  const grace = written(only('Microsoft.App/containerApps').body, 'properties.template.terminationGracePeriodSeconds');
  // bot/start.ts: a step ends in a third of a claim.
  expect(Number(grace)).toBeGreaterThan(claim / 3);
});

test('the bot is the school’s own, and is spoken to where the server listens for it', () => {
  const { body } = only('Microsoft.BotService/botServices');
  expect(written(body, 'properties.msaAppType')).toBe('SingleTenant');
  expect(written(body, 'properties.msaAppId')).toBe('appId');
  expect(written(body, 'properties.msaAppTenantId')).toBe('tenantId');
  expect(written(body, 'properties.endpoint')).toBe(`${hole('url')}/api/messages`);
  expect(fileAt('school/school.bicep').text).toContain(
    `var url = 'https://${hole('name')}.${hole('environment.domain')}'`,
  );
  const teams = only('Microsoft.BotService/botServices/channels').body;
  expect(written(teams, 'properties.channelName')).toBe('MsTeamsChannel');
  expect(written(teams, 'properties.properties.isEnabled')).toBe('true');
});

test('there is no key, secret or password anywhere', () => {
  const text = modules.map((file) => file.text).join('\n');
  expect(text).not.toMatch(
    /listKeys|listCredentials|@secure|password|connectionString|sharedKey\b|APP_SECRET|STORAGE_KEY/i,
  );
  // The one that is there is a text that has to become a file, or lies in the vault of a county.
  expect(fileAt('school/server.bicep').text).toContain('var fileSecrets = [for (file, index) in school.files:');
});

test('every right is one of three roles, each on one thing', () => {
  const roles = modules.flatMap(({ text }) => [...text.matchAll(/^var (\w+) = '([0-9a-f-]{36})'$/gm)]);
  expect(Object.fromEntries(roles.map(([, name, id]) => [name, id]))).toEqual({
    acrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
    keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6',
    storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  });
  for (const { body } of all('Microsoft.Authorization/roleAssignments'))
    expect(written(body, 'scope')).toMatch(/^(account|registry|secret)$/);
});

test('somebody is mailed when it is not well, when it answers with errors, and when it starts over and over', () => {
  const alerts = all('Microsoft.Insights/metricAlerts');
  expect(alerts.map(({ name }) => name)).toEqual(['notHealthy', 'serverErrors', 'restarts']);
  for (const { body } of alerts) {
    expect(written(body, 'properties.enabled')).toBe('true');
    expect(written(body, 'properties.actions')).toBe('[{ actionGroupId: actionGroupId }]');
  }
  const health = only('Microsoft.Insights/webtests').body;
  expect(written(health, 'properties.Request.RequestUrl')).toBe(`${hole('url')}/healthz`);
  expect(written(health, 'properties.ValidationRules.ExpectedHttpStatusCode')).toBe('200');
});

const product = globSync('bot/**/*.ts', { cwd: resolve(import.meta.dirname, '../..') })
  .map((path) => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8'))
  .join('\n');

test('somebody is mailed when the sweep has not run, when a seal failed, and when an error was logged', () => {
  const { text } = fileAt('estate/log-alerts.bicep');
  expect([...text.matchAll(/^ {4}name: '([\w-]+)'$/gm)].map(([, name]) => name)).toEqual([
    'sweep-not-run',
    'not-sealed',
    'errors',
  ]);
  expect(only('Microsoft.Insights/scheduledQueryRules').body.text).toContain('actionGroups: [actionGroupId]');
});

test('what the alerts look for in the log is what the server logs', () => {
  const query = fileAt('estate/log-alerts.bicep').text;
  const searched = [...query.matchAll(/Log contains '([^']+)'/g)].map(([, words]) => words ?? '');
  expect(searched.length).toBe(4);
  // A failure is logged as its kind, a colon and what happened (bot/failure.ts); the rest are sentences of the log.
  const logged = [...product.matchAll(/\blog\.\w+\((?:\{[^}]*\}, )?'([^']+)'/g)].map(([, words]) => words ?? '');
  const failures = [...product.matchAll(/new Failure\('([^']+)'/g)].map(([, kind]) => `${kind ?? ''}:`);
  expect(searched.filter((words) => ![...logged, ...failures].some((said) => said.includes(words)))).toEqual([]);
});

test('the sweep is missed only after it should have been heard of more than once', () => {
  const minutes = Number(/tellEveryMilliseconds = (\d+) \* 60_000/.exec(product)?.[1]);
  const window = /name: 'sweep-not-run'[^}]*window: 'PT(\d+)M'/.exec(fileAt('estate/log-alerts.bicep').text)?.[1];
  expect(Number(window)).toBeGreaterThan(2 * minutes);
});

test('money that is spent is told before it is too much', () => {
  const { body } = only('Microsoft.Consumption/budgets');
  expect(written(body, 'properties.amount')).toBe('amount');
  const notifications = propertiesOf(property(body, 'properties.notifications'));
  expect(notifications.map(([name]) => name)).toEqual(['spent', 'forecast']);
  for (const [, one] of notifications) expect(written(one, 'contactEmails')).toBe('[alertsTo]');
});
