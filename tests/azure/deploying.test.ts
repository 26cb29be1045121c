import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { fileAt, outputsOf } from './bicep.ts';

/** The files that tools read: azd, the Agents Toolkit, GitHub. */

const root = resolve(import.meta.dirname, '..', '..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

type Workflow = {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { steps: { run?: string; uses?: string }[]; env?: Record<string, string> }>;
};
// What the tests look at is asserted by them; the rest is GitHub's to judge.
const workflow = (name: string) => parse(textOf(`.github/workflows/${name}.yml`)) as Workflow;
const runsOf = (name: string) =>
  Object.values(workflow(name).jobs)
    .flatMap(({ steps }) => steps)
    .flatMap(({ run }) => run ?? []);

test('every workflow is YAML, and may only read the repository', () => {
  const names = readdirSync(join(root, '.github/workflows')).map((file) => file.replace('.yml', ''));
  expect(names.toSorted()).toEqual(['check', 'deploy', 'package']);
  for (const name of names) expect(workflow(name).permissions['contents']).toBe('read');
});

test('what is checked there is what is checked here', () => {
  expect(runsOf('check')).toContain('bash .ci/run');
  expect(existsSync(join(root, '.ci/run'))).toBe(true);
});

test('nothing is deployed but by hand, and with no secret', () => {
  const deploy = workflow('deploy');
  expect(Object.keys(deploy.on)).toEqual(['workflow_dispatch']);
  expect(deploy.permissions['id-token']).toBe('write');
  for (const name of ['check', 'deploy', 'package'])
    expect(textOf(`.github/workflows/${name}.yml`)).not.toMatch(/secrets\.|password|client-secret/i);
});

test('the image is proved to start by what it says without settings', () => {
  const [, said] = /grep --quiet '([^']+)'/.exec(textOf('.github/workflows/package.yml')) ?? [];
  expect(said).toBeDefined();
  expect(textOf('bot/config.ts')).toContain(said);
});

const readByParameters = [...fileAt('school.bicepparam').text.matchAll(/readEnvironmentVariable\('(\w+)'/g)].map(
  ([, name]) => name ?? '',
);

test('whatever the parameters of a school read, the deployment by hand hands over', () => {
  const given = Object.keys(workflow('deploy').jobs['deploy']?.env ?? {});
  expect(readByParameters.length).toBeGreaterThan(15);
  expect(readByParameters.filter((name) => !given.includes(name))).toEqual([]);
});

test('azd deploys these modules', () => {
  const { infra } = parse(textOf('azure.yaml')) as { infra: { provider: string; path: string; module: string } };
  expect(infra.provider).toBe('bicep');
  expect(existsSync(join(root, infra.path, `${infra.module}.bicepparam`))).toBe(true);
});

type Step = { uses: string; with: Record<string, unknown>; writeToEnvironmentFile?: Record<string, string> };

test('the Agents Toolkit deploys the same modules', () => {
  const toolkit = parse(textOf('m365agents.yml')) as Record<'provision' | 'deploy' | 'publish', Step[]>;
  const text = textOf('m365agents.yml');
  for (const [path] of text.matchAll(/infra\/azure\/[\w/]+\.bicep(?:param)?/g))
    expect(existsSync(join(root, path))).toBe(true);
  expect(toolkit.provision.map(({ uses }) => uses)).toEqual(['aadApp/create', 'script', 'arm/deploy']);
  expect(toolkit.provision[0]?.with['generateClientSecret']).toBe(false);
  // The names that it writes down, or takes from an output, are names that the parameters and the server know.
  expect(readByParameters).toEqual(expect.arrayContaining(['APP_ID', 'TENANT_ID', 'TEAMS_APP_ID', 'CHAPERONE_IMAGE']));
  expect(outputsOf(fileAt('main.bicep'))).toEqual(expect.arrayContaining(['REGISTRY', 'PUBLIC_URL']));
});
