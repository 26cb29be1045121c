import { z } from 'zod';
import type { Store } from '../../database.ts';
import type { TenantOptions } from '../../options.ts';
import { type Call, context, created, nothing, ok, oneOf, Refusal, type Route, read } from '../call.ts';
import { type ListsWorld, onlySite } from './lists.ts';

export type SitesWorld = ListsWorld & { readonly store: Store };

const mayGrant = oneOf('Sites.FullControl.All');
const permissions = '/sites/:site/permissions';

/** https://learn.microsoft.com/graph/api/site-list-permissions: what `Sites.Selected` is worth to the app here. */
export const sitePermissionRoutes = (world: SitesWorld): Route[] => [
  {
    method: 'GET',
    path: permissions,
    needs: mayGrant,
    answer: (call) => ok({ ...context('permissions'), value: all(world, call) }),
  },
  { method: 'POST', path: permissions, needs: mayGrant, answer: (call) => grant(world, call) },
  {
    method: 'GET',
    path: `${permissions}/:permission`,
    needs: mayGrant,
    answer: (call) => ok({ ...context('permissions/$entity'), ...one(world, call) }),
  },
  { method: 'PATCH', path: `${permissions}/:permission`, needs: mayGrant, answer: (call) => alter(world, call) },
  {
    method: 'DELETE',
    path: `${permissions}/:permission`,
    needs: mayGrant,
    answer: (call) => {
      one(world, call);
      change(world, 'none');
      return nothing;
    },
  },
];

const permissionId = Buffer.from('i:0i.t|ms.sp.ext|chaperone').toString('base64url');

const shown = ({ settings, options }: SitesWorld) => {
  const identities = [{ application: { id: settings.appId, displayName: 'Chaperone' } }];
  const roles = [options.now().siteRole];
  return { id: permissionId, roles, grantedToIdentities: identities, grantedToIdentitiesV2: identities };
};

function all(world: SitesWorld, call: Call) {
  onlySite(world, call);
  return world.options.now().siteRole === 'none' ? [] : [shown(world)];
}

function one(world: SitesWorld, call: Call) {
  const found = all(world, call).find(({ id }) => id === call.param('permission'));
  if (found === undefined) throw new Refusal(404, 'itemNotFound', 'Item not found');
  return found;
}

const Roles = z.tuple([z.enum(['read', 'write', 'owner', 'fullcontrol'])]);
const Application = z.strictObject({ application: z.strictObject({ id: z.guid(), displayName: z.string() }) });
const Grant = z.strictObject({ roles: Roles, grantedToIdentities: z.tuple([Application]) });
const invalid = () => new Refusal(400, 'invalidRequest', 'One of the provided arguments is not acceptable.');

/** A second grant to the same app takes the place of the first. */
function grant(world: SitesWorld, call: Call) {
  onlySite(world, call);
  const { roles, grantedToIdentities } = read(Grant, call.body, invalid);
  if (grantedToIdentities[0].application.id !== world.settings.appId) throw invalid();
  change(world, roles[0]);
  return created({ ...context('permissions/$entity'), ...shown(world) });
}

function alter(world: SitesWorld, call: Call) {
  one(world, call);
  change(world, read(z.strictObject({ roles: Roles }), call.body, invalid).roles[0]);
  return ok({ ...context('permissions/$entity'), ...shown(world) });
}

function change({ store, options }: SitesWorld, siteRole: TenantOptions['siteRole']): void {
  const before = options.now().siteRole;
  store.undo(() => {
    options.change({ siteRole: before });
  });
  options.change({ siteRole });
}
