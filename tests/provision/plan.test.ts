import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FoundColumn, FoundList } from '../../bot/graph/list-state.ts';
import type { Column, ListDefinition } from '../../bot/graph/lists.ts';
import { permissions } from '../../bot/graph/permissions.ts';
import { roles } from '../../bot/identity/caller.ts';
import { Secret } from '../../bot/identity/secret.ts';
import { everyList } from '../../bot/register/lists.ts';
import type { Facts, FoundGroup } from '../../infra/provision/facts.ts';
import { planOf, type Step } from '../../infra/provision/plan.ts';
import type { ProvisionSettings } from '../../infra/provision/settings.ts';

/** Whatever a tenant is like, what the plan makes of it leaves nothing more to do, and takes nothing away. */

const id = (end: string) => `5c0a1d0e-0000-4000-8000-0000000000${end}`;
const siteId = 'school.example.org,1,2';
const settings: ProvisionSettings = {
  entraUrl: 'https://login.microsoftonline.com',
  graphUrl: 'https://graph.microsoft.com/v1.0',
  tenantId: id('01'),
  appId: id('a0'),
  admin: { appId: id('a2'), credential: { kind: 'secret', secret: new Secret('x') } },
  site: { id: siteId },
  groups: Object.fromEntries(roles.map((role) => [role, id('c1')])),
  schoolFile: null,
  mailboxOutside: null,
  retryMilliseconds: 1,
};

const found = (column: Column): FoundColumn => ({
  id: column.name,
  name: column.name,
  indexed: column.indexed ?? false,
  enforceUniqueValues: column.enforceUniqueValues ?? false,
  ...(column.text && { text: { ...column.text } }),
  ...(column.choice && { choice: { ...column.choice, choices: [...column.choice.choices] } }),
  ...(column.dateTime && { dateTime: { ...column.dateTime } }),
  ...(column.number && { number: { ...column.number } }),
});

/** A list as an earlier version or somebody's hand may have left it. */
const listLike = (list: ListDefinition): fc.Arbitrary<FoundList> =>
  fc
    .tuple(...list.columns.map((column) => fc.option(columnLike(found(column)), { nil: undefined, freq: 5 })))
    .map((columns) => ({ columns: columns.flatMap((column) => column ?? []) }));
const columnLike = (whole: FoundColumn): fc.Arbitrary<FoundColumn> =>
  fc.record({ indexed: fc.boolean(), unique: fc.boolean(), choices: fc.integer({ min: 0, max: 9 }) }).map((has) => ({
    ...whole,
    indexed: whole.indexed && has.indexed,
    enforceUniqueValues: whole.enforceUniqueValues && has.unique && has.indexed,
    ...(whole.choice && {
      choice: { ...whole.choice, choices: ['our own', ...whole.choice.choices.slice(has.choices)] },
    }),
  }));

const principal = { id: id('a1'), displayName: 'Chaperone', offers: new Map<string, string>() };
const grants = fc.subarray(permissions.map(({ appRoleId }) => ({ id: appRoleId, appRoleId })));
const siteGrants = fc.constantFrom<Facts['siteGrants']>(
  [],
  [{ id: 'p', roles: ['read'] }],
  [{ id: 'p', roles: ['write'] }],
  [{ id: 'p', roles: ['fullcontrol'] }],
);
const lists = fc.tuple(
  ...everyList.map((list) =>
    fc.option(listLike(list), { freq: 3 }).map((there) => ({ name: list.name, found: there })),
  ),
);
const group: fc.Arbitrary<FoundGroup> = fc.constantFrom<FoundGroup>(
  { is: 'named', id: id('c1'), name: 'Staff' },
  { is: 'none' },
  { is: 'unknown', id: id('c9') },
);
const facts: fc.Arbitrary<Facts> = fc
  .record({ granted: grants, siteGrants, lists, groups: fc.tuple(...roles.map(() => group)) })
  .map(({ groups, ...rest }) => ({
    ...rest,
    app: principal,
    graph: principal,
    site: { id: siteId, webUrl: 'https://school.example.org' },
    // One entry for each of `roles`, which is what a record of Role is.
    groups: Object.fromEntries(roles.map((role, index) => [role, groups[index]])) as Facts['groups'],
  }));

/** What Microsoft would hold after the step. */
function after(before: Facts, step: Step): Facts {
  const inList = (name: string, change: (columns: readonly FoundColumn[]) => readonly FoundColumn[]): Facts => ({
    ...before,
    lists: before.lists.map((one) =>
      one.name === name ? { name, found: { columns: change(one.found?.columns ?? []) } } : one,
    ),
  });
  switch (step.do) {
    case 'grant permission': {
      const { appRoleId } = step.permission;
      return { ...before, granted: [...before.granted, { id: appRoleId, appRoleId }] };
    }
    case 'let into the site':
    case 'raise the site’s grant':
      return { ...before, siteGrants: [{ id: 'p', roles: ['write'] }] };
    case 'make list':
      return inList(step.list.name, () => step.list.columns.map(found));
    case 'add column':
      return inList(step.list, (columns) => [...columns, found(step.column)]);
    case 'change column':
      return inList(step.list, (columns) => columns.map((one) => (one.id === step.id ? { ...one, ...step.to } : one)));
    case 'make group':
      return { ...before, groups: { ...before.groups, [step.role]: { is: 'named', id: id('c2'), name: 'Made' } } };
    case 'write settings':
      return before;
  }
}

test('once every step is taken there is none left, and the same troubles remain', () => {
  fc.assert(
    fc.property(facts, (before) => {
      const { steps, troubles } = planOf(before, settings);
      expect(planOf(steps.reduce(after, before), settings)).toEqual({ steps: [], troubles });
    }),
  );
});

test('broken off after any step, what is left is the rest of it', () => {
  fc.assert(
    fc.property(facts, fc.nat(100), (before, at) => {
      const { steps } = planOf(before, settings);
      const done = steps.slice(0, at);
      expect(planOf(done.reduce(after, before), settings).steps).toEqual(steps.slice(at));
    }),
  );
});

test('no column, choice or grant that was there is missing afterwards', () => {
  fc.assert(
    fc.property(facts, (before) => {
      const end = planOf(before, settings).steps.reduce(after, before);
      expect(end.granted).toEqual(expect.arrayContaining([...before.granted]));
      for (const { name, found: there } of before.lists) {
        const now = end.lists.find((one) => one.name === name)?.found?.columns ?? [];
        for (const column of there?.columns ?? [])
          expect(now.find((one) => one.id === column.id)?.choice?.choices ?? []).toEqual(
            expect.arrayContaining(column.choice?.choices ?? []),
          );
      }
    }),
  );
});
