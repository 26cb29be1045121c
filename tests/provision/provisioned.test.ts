import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { permissions } from '../../bot/graph/permissions.ts';
import { everyList } from '../../bot/register/lists.ts';
import { readFacts } from '../../infra/provision/facts.ts';
import { planOf } from '../../infra/provision/plan.ts';
import { openBareTenant } from './a-tenant.ts';

/** From a tenant in which nobody has done anything to one the server can run in; and again. */

const tenant = await openBareTenant();
afterAll(() => tenant.close());
beforeEach(() => tenant.afresh());

const Options = z.looseObject({ appRoles: z.array(z.string()), siteRole: z.string() });
const Calls = z.array(z.object({ method: z.string(), path: z.string() }));
const byEntra = permissions.filter(({ grantedBy }) => grantedBy === 'Entra').map(({ name }) => name);

async function writes(): Promise<readonly string[]> {
  const calls = Calls.parse(await tenant.control('calls', 'GET'));
  return calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

test('the plan names everything that would be done, and does none of it', async () => {
  await tenant.control('calls', 'DELETE');
  const { steps, troubles } = await tenant.plan();
  expect(steps.map((step) => step.do)).toEqual([
    ...byEntra.map(() => 'grant permission'),
    'let into the site',
    ...everyList.map(() => 'make list'),
    ...Array.from({ length: 7 }, () => 'make group'),
    'write settings',
  ]);
  expect(troubles).toEqual([]);
  expect(await writes()).toEqual([]);
});

test('afterwards the app holds what it needs and no more', async () => {
  await tenant.provision();
  const { appRoles, siteRole } = Options.parse(await tenant.control('options', 'GET'));
  expect(appRoles.toSorted()).toEqual(byEntra.toSorted());
  expect(appRoles).not.toContain('Calendars.ReadWrite');
  expect(siteRole).toBe('write');
});

test('afterwards the settings name the site and the groups, and the comments still stand', async () => {
  await tenant.provision();
  const { groups, site } = await tenant.facts();
  const [, ...values] = tenant.file().split('\n');
  expect(tenant.file()).toMatch(/^# What the school was told to fill in\n/);
  expect(values).toContain(`SITE_ID=${site.id}`);
  expect(values).toContain('SITE_URL=https://school.example.org/sites/safeguarding # as the browser shows it');
  expect(groups.staff).toMatchObject({ is: 'named', name: 'Chaperone: staff' });
  expect(new Set(Object.values(tenant.settings().groups)).size).toBe(7);
});

test('a second run finds nothing to do', async () => {
  await tenant.provision();
  await tenant.control('calls', 'DELETE');
  expect(await tenant.provision()).toEqual({ done: [], troubles: [] });
  expect(await writes()).toEqual([]);
});

test('what goes beyond the list is named and not taken back', async () => {
  await tenant.provision();
  await tenant.options({ appRoles: [...byEntra, 'Mail.Send', 'Calendars.ReadWrite'], siteRole: 'fullcontrol' });
  const { done, troubles } = await tenant.provision();
  expect(done).toEqual([]);
  expect(troubles).toEqual([
    expect.stringMatching(/^Entra has granted the app Mail.Send, which it does not need. .*az rest --method DELETE/),
    expect.stringContaining('Calendars.ReadWrite, over every mailbox'),
    'The app holds “fullcontrol” on the site and needs “write”: lower it.',
  ]);
});

test('a grant on the site that is too little is raised', async () => {
  await tenant.options({ siteRole: 'read' });
  await tenant.provision();
  expect(await tenant.control('options', 'GET')).toMatchObject({ siteRole: 'write' });
});

test('an app that nobody put into this tenant is named, and the rest is made', async () => {
  const facts = { ...(await tenant.facts()), app: null };
  const { steps, troubles } = planOf(facts, tenant.settings());
  expect(troubles).toEqual([expect.stringContaining('no enterprise application')]);
  expect(steps.map((step) => step.do)).not.toContain('grant permission');
});

test('a group in the settings that Entra does not know is named, and none is made in its place', async () => {
  const settings = { ...tenant.settings(), groups: { dsl: '5c0a1d0e-0000-4000-8000-00000000dead' } };
  const { steps, troubles } = planOf(await readFacts(await tenant.graph(), settings), settings);
  expect(troubles).toEqual(['GROUP_DSL names a group that Entra does not know.']);
  expect(steps.filter((step) => step.do === 'make group').map((step) => ('role' in step ? step.role : ''))).toEqual([
    'staff',
    'head',
    'slt',
    'dpo',
    'ict',
    'pupil',
  ]);
});

test('what Microsoft refuses stops the run, and the sentence says which step', async () => {
  await tenant.options({ adminRoles: ['Application.Read.All', 'Group.ReadWrite.All', 'Sites.FullControl.All'] });
  await expect(tenant.provision()).rejects.toThrow(/refused \(403 Authorization_RequestDenied\): Grant the app/);
});

test('a site that is not there is named by its address', async () => {
  const settings = { ...tenant.settings(), site: { url: new URL('https://school.example.org/sites/other') } };
  await expect(readFacts(await tenant.graph(), settings)).rejects.toThrow(
    'There is no site at https://school.example.org/sites/other',
  );
});
