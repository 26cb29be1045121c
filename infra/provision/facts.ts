import { z } from 'zod';
import { type Graph, parsed } from '../../bot/graph/graph.ts';
import { type FoundList, findList } from '../../bot/graph/list-state.ts';
import { microsoftGraph } from '../../bot/graph/permissions.ts';
import { type Role, roles } from '../../bot/identity/caller.ts';
import { everyList } from '../../bot/register/lists.ts';
import { CannotProvision } from './cannot-provision.ts';
import { roleGroups } from './role-groups.ts';
import type { ProvisionSettings } from './settings.ts';

/** What was found in the tenant, read as an administrator. */
export type Facts = {
  /** The app as it stands in this tenant; `null`: nobody has put it there. */
  readonly app: Principal | null;
  /** Microsoft Graph as it stands in this tenant, which grants are over. */
  readonly graph: Principal;
  /** What Entra has granted the app over Microsoft Graph. */
  readonly granted: readonly Grant[];
  readonly site: { readonly id: string; readonly webUrl: string };
  /** What the app was granted on the site. */
  readonly siteGrants: readonly SiteGrant[];
  readonly lists: readonly { readonly name: string; readonly found: FoundList | null }[];
  /** The group of each role: the one that the settings name, or the one that was made for it. */
  readonly groups: Readonly<Record<Role, FoundGroup>>;
};

export type Principal = {
  readonly id: string;
  readonly displayName: string;
  /** The app roles it offers, by id. */
  readonly offers: ReadonlyMap<string, string>;
};
/** An app role of Microsoft Graph’s, and the assignment that gives it. */
export type Grant = { readonly id: string; readonly appRoleId: string };
export type SiteGrant = { readonly id: string; readonly roles: readonly string[] };
export type FoundGroup =
  | { readonly is: 'named'; readonly id: string; readonly name: string }
  | { readonly is: 'made'; readonly id: string; readonly name: string }
  /** The settings name it, and Entra does not know it. */
  | { readonly is: 'unknown'; readonly id: string }
  | { readonly is: 'none' };

const Site = z.object({ id: z.string(), webUrl: z.url() });
const Group = z.object({ id: z.guid(), displayName: z.string() });
const Principals = z.object({
  value: z.array(
    z.object({
      id: z.guid(),
      displayName: z.string(),
      appRoles: z.array(z.object({ id: z.guid(), value: z.string().nullable() })).default([]),
    }),
  ),
});
const Assignments = z.object({
  value: z.array(z.object({ id: z.string(), appRoleId: z.guid(), resourceId: z.guid() })),
});
const Identities = z.array(z.object({ application: z.object({ id: z.string() }).optional() })).default([]);
const SitePermission = z.object({
  id: z.string(),
  roles: z.array(z.string()).optional(),
  grantedToIdentitiesV2: Identities,
});
const SitePermissions = z.object({ value: z.array(SitePermission) });

/**
 * Reads everything the plan is made from; changes nothing.
 * @throws CannotProvision where there is no such site; Failure as `graph.read`
 */
export async function readFacts(graph: Graph, settings: ProvisionSettings): Promise<Facts> {
  const site = await readSite(graph, settings);
  const [app, itself, siteGrants, lists, groups] = await Promise.all([
    readPrincipal(graph, settings.appId),
    readPrincipal(graph, microsoftGraph),
    readSiteGrants(graph, site.id, settings.appId),
    Promise.all(everyList.map(async ({ name }) => ({ name, found: await findList(graph, site.id, name) }))),
    readGroups(graph, settings.groups),
  ]);
  if (itself === null) throw new CannotProvision('Microsoft Graph itself is not to be found in this tenant.');
  const granted = app === null ? [] : await readGranted(graph, app.id, itself.id);
  return { app, graph: itself, granted, site, siteGrants, lists, groups };
}

async function readSite(graph: Graph, { site }: ProvisionSettings): Promise<Facts['site']> {
  const path =
    'id' in site ? `/sites/${site.id}` : `/sites/${site.url.hostname}:${site.url.pathname.replace(/\/+$/, '')}`;
  const answer = await graph.read(path);
  if (!answer.found)
    throw new CannotProvision(
      `There is no site ${'id' in site ? `with the id ${site.id}` : `at ${site.url.href}`}: SITE_URL is its address, as the browser shows it.`,
    );
  return parsed(Site, answer.body, 'the site');
}

async function readPrincipal(graph: Graph, appId: string): Promise<Principal | null> {
  const filter = encodeURIComponent(`appId eq '${appId}'`);
  const answer = await graph.read(`/servicePrincipals?$filter=${filter}&$select=id,displayName,appRoles`);
  const [found] = answer.found ? parsed(Principals, answer.body, 'service principals').value : [];
  if (found === undefined) return null;
  const offers = new Map(found.appRoles.map(({ id, value }) => [id, value ?? id]));
  return { id: found.id, displayName: found.displayName, offers };
}

async function readGranted(graph: Graph, principal: string, resource: string): Promise<readonly Grant[]> {
  const answer = await graph.read(`/servicePrincipals/${principal}/appRoleAssignments?$top=999`);
  if (!answer.found) return [];
  return parsed(Assignments, answer.body, 'grants')
    .value.filter(({ resourceId }) => resourceId === resource)
    .map(({ id, appRoleId }) => ({ id, appRoleId }));
}

async function readSiteGrants(graph: Graph, site: string, appId: string): Promise<readonly SiteGrant[]> {
  const path = `/sites/${site}/permissions`;
  const answer = await graph.read(path);
  const all = answer.found ? parsed(SitePermissions, answer.body, 'grants on the site').value : [];
  const ours = all.filter(({ grantedToIdentitiesV2 }) =>
    grantedToIdentitiesV2.some(({ application }) => application?.id.toLowerCase() === appId.toLowerCase()),
  );
  return Promise.all(
    ours.map(async ({ id, roles }) => {
      if (roles !== undefined) return { id, roles };
      // The documentation shows roles in the list, and its schema lets them be left out: then the grant itself says them.
      const one = await graph.read(`${path}/${id}`);
      return { id, roles: one.found ? (parsed(SitePermission, one.body, 'a grant').roles ?? []) : [] };
    }),
  );
}

async function readGroups(graph: Graph, named: ProvisionSettings['groups']): Promise<Facts['groups']> {
  const found = await Promise.all(
    roles.map(async (role) => [role, await readGroup(graph, role, named[role])] as const),
  );
  // One entry for each of `roles`, which is what a record of Role is.
  return Object.fromEntries(found) as Record<Role, FoundGroup>;
}

async function readGroup(graph: Graph, role: Role, named: string | undefined): Promise<FoundGroup> {
  const key = named === undefined ? `groups(uniqueName='${roleGroups[role].uniqueName}')` : `groups/${named}`;
  const answer = await graph.read(`/${key}?$select=id,displayName`);
  if (!answer.found) return named === undefined ? { is: 'none' } : { is: 'unknown', id: named };
  const { id, displayName } = parsed(Group, answer.body, 'a group');
  return { is: named === undefined ? 'made' : 'named', id, name: displayName };
}
