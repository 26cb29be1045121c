import { afterAll, expect, test } from '@jest/globals';
import { openBareTenant } from './a-tenant.ts';

/** Whatever breaks off provisioning, and wherever, running it again comes to the same end. */

const tenant = await openBareTenant();
afterAll(() => tenant.close());

/** What there is, without the ids that Microsoft draws. */
async function standing(): Promise<unknown> {
  const { granted, siteGrants, lists, groups } = await tenant.facts();
  return {
    granted: granted.map(({ appRoleId }) => appRoleId).toSorted(),
    siteGrants,
    lists: lists.map(({ name, found }) => [name, found?.columns.map((column) => ({ ...column, id: '…' }))]),
    groups: Object.values(groups).map((group) => ('name' in group ? group.name : group.is)),
    settings: tenant.file().replaceAll(/^(GROUP_\w+)=[\w-]+$/gm, '$1=…'),
  };
}

async function uninterrupted() {
  await tenant.afresh();
  const { done } = await tenant.provision();
  const patches = done.filter((sentence) => sentence.startsWith('Make the group')).length;
  const posts = done.filter((sentence) => /^(Grant|Let|Make the list)/.test(sentence)).length;
  const each = (method: string, count: number) => Array.from({ length: count }, (_, skip) => ({ method, skip }));
  return { end: await standing(), writes: [...each('POST', posts), ...each('PATCH', patches)] };
}

test.each([
  ['is carried out and its answer lost', { kind: 'apply then drop' }],
  ['is carried out and answered with a 504', { kind: 'apply then fail', status: 504 }],
  ['is lost on the way', { kind: 'drop' }],
] as const)('a write that %s, each in turn, changes nothing about the end', async (_what, kind) => {
  const { end, writes } = await uninterrupted();
  expect(writes).toHaveLength(19);
  for (const write of writes) {
    await tenant.afresh();
    await tenant.faults({ ...write, do: kind });
    await tenant.provision();
    expect([write, await standing()]).toEqual([write, end]);
  }
});

test('ended after each write in turn and run again, it comes to the same end', async () => {
  const { end, writes } = await uninterrupted();
  for (const write of writes) {
    await tenant.afresh();
    await tenant.faults({ ...write, do: { kind: 'refuse' } });
    await expect(tenant.provision()).rejects.toThrow('Microsoft 365 refused');
    await tenant.provision();
    expect([write, await standing()]).toEqual([write, end]);
    expect((await tenant.plan()).steps).toEqual([]);
  }
});
