import { z } from 'zod';
import type { Store } from '../../database.ts';
import { principalOf } from '../../entra/token.ts';
import type { Options } from '../../options.ts';
import type { TenantSettings } from '../../settings.ts';
import { allOf, type Call, context, created, nothing, ok, oneOf, paging, Refusal, type Route, read } from '../call.ts';
import { comparison, parseFilter } from '../odata/filter.ts';
import { page } from '../odata/page.ts';
import { select } from '../odata/select.ts';
import { appRoles } from './app-roles.ts';

export type PrincipalsWorld = { readonly store: Store; readonly options: Options; readonly settings: TenantSettings };

const mayRead = oneOf('Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All');
const mayAssign = allOf(mayRead, oneOf('AppRoleAssignment.ReadWrite.All'));
const assignments = '/servicePrincipals/:principal/appRoleAssignments';

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal: the app, the administrator’s, and Microsoft Graph; and what each was granted. */
export const principalRoutes = (world: PrincipalsWorld): Route[] => [
  {
    method: 'GET',
    path: '/servicePrincipals',
    needs: mayRead,
    options: ['$filter', '$select', ...paging],
    answer: (call) => list(world, call),
  },
  {
    method: 'GET',
    path: assignments,
    needs: mayRead,
    options: paging,
    answer: (call) => {
      const principal = principalNamed(world, call);
      const { rows, link } = page(call, granted(world, principal), { usual: 100, most: 999 });
      return ok({ ...context('appRoleAssignments'), value: rows, ...link });
    },
  },
  { method: 'POST', path: assignments, needs: mayAssign, answer: (call) => assign(world, call) },
  { method: 'DELETE', path: `${assignments}/:assignment`, needs: mayAssign, answer: (call) => takeBack(world, call) },
];

const microsoftGraph = '00000003-0000-0000-c000-000000000000';
type Principal = { readonly id: string; readonly appId: string; readonly displayName: string };

const principals = ({ settings }: PrincipalsWorld): readonly Principal[] =>
  [
    { appId: settings.appId, displayName: 'Chaperone' },
    { appId: settings.adminAppId, displayName: 'Chaperone provisioning' },
    { appId: microsoftGraph, displayName: 'Microsoft Graph' },
  ].map((each) => ({ ...each, id: principalOf(each.appId) }));

const shown = (principal: Principal) => ({
  ...principal,
  appDisplayName: principal.displayName,
  accountEnabled: true,
  servicePrincipalType: 'Application',
  appRoles:
    principal.appId === microsoftGraph
      ? [...appRoles].map(([value, id]) => ({ id, value, displayName: value, isEnabled: true, origin: 'Application' }))
      : [],
});

function list(world: PrincipalsWorld, call: Call) {
  const filter = call.query.get('$filter');
  const one = filter === null ? null : comparison(parseFilter(filter));
  if (one?.path !== 'appId' || one.operator !== 'eq')
    throw new Refusal(501, 'notSupported', 'This tenant finds service principals by appId only.');
  const found = principals(world).filter(({ appId }) => appId === one.value);
  return ok({ ...context('servicePrincipals'), value: found.map((each) => select(call.query, shown(each))) });
}

const notThere = (id: string) =>
  new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

function principalNamed(world: PrincipalsWorld, call: Call): Principal {
  const wanted = call.param('principal').toLowerCase();
  const found = principals(world).find(({ id }) => id === wanted);
  if (found === undefined) throw notThere(wanted);
  return found;
}

/** What tokens of this principal's app carry, as assignments. */
function granted(world: PrincipalsWorld, principal: Principal) {
  const { settings, options } = world;
  const names = {
    [settings.appId]: options.now().appRoles,
    [settings.adminAppId]: options.now().adminRoles,
  };
  return (names[principal.appId] ?? []).flatMap((name) => {
    const appRoleId = appRoles.get(name);
    return appRoleId === undefined ? [] : [shownAssignment(principal, appRoleId)];
  });
}

const shownAssignment = (principal: Principal, appRoleId: string) => ({
  id: Buffer.from(`${principal.id}${appRoleId}`.replaceAll('-', ''), 'hex').toString('base64url'),
  appRoleId,
  createdDateTime: '2026-01-05T09:00:00Z',
  principalDisplayName: principal.displayName,
  principalId: principal.id,
  principalType: 'ServicePrincipal',
  resourceDisplayName: 'Microsoft Graph',
  resourceId: principalOf(microsoftGraph),
});

const Assignment = z.strictObject({ principalId: z.guid(), resourceId: z.guid(), appRoleId: z.guid() });
const badRequest = (message: string) => new Refusal(400, 'Request_BadRequest', message);

/** https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignments */
function assign(world: PrincipalsWorld, call: Call) {
  const principal = principalNamed(world, call);
  const body = read(Assignment, call.body, () => badRequest('One or more property values specified are invalid.'));
  const name = [...appRoles].find(([, id]) => id === body.appRoleId.toLowerCase())?.[0];
  if (name === undefined || body.principalId !== principal.id || body.resourceId !== principalOf(microsoftGraph))
    throw badRequest('Permission being assigned was not found on application.');
  const already = granted(world, principal).some(({ appRoleId }) => appRoleId === body.appRoleId);
  if (already) throw badRequest('Permission being assigned already exists on the object.');
  change(world, principal, (names) => [...names, name]);
  return created({ ...context('appRoleAssignments/$entity'), ...shownAssignment(principal, body.appRoleId) });
}

function takeBack(world: PrincipalsWorld, call: Call) {
  const principal = principalNamed(world, call);
  const assignment = granted(world, principal).find(({ id }) => id === call.param('assignment'));
  if (assignment === undefined) throw notThere(call.param('assignment'));
  change(world, principal, (names) => names.filter((name) => appRoles.get(name) !== assignment.appRoleId));
  return nothing;
}

function change(
  { store, options, settings }: PrincipalsWorld,
  { appId }: Principal,
  to: (names: string[]) => string[],
): void {
  const which = appId === settings.appId ? 'appRoles' : 'adminRoles';
  const before = options.now()[which];
  store.undo(() => {
    options.change({ [which]: before });
  });
  options.change({ [which]: to(before) });
}
