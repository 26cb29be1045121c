import { type Lack, lacksOf } from '../../bot/graph/list-state.ts';
import type { Column, ListDefinition } from '../../bot/graph/lists.ts';
import { type AppPermission, permissions, siteGrant } from '../../bot/graph/permissions.ts';
import { type Role, roles } from '../../bot/identity/caller.ts';
import { everyList } from '../../bot/register/lists.ts';
import type { Facts, SiteGrant } from './facts.ts';
import { groupSettings, type ProvisionSettings } from './settings.ts';

/**
 * From what was found to what is still to be done. Pure: the same facts are the same plan, and the facts after it was carried out are
 * an empty one. Nothing is ever deleted, and nothing that goes beyond what is wanted is taken back: it is named, and a person decides.
 */
export type Plan = {
  readonly steps: readonly Step[];
  /** What stands in the way, or goes too far: each a sentence, none of it touched. */
  readonly troubles: readonly string[];
};

/** One write. */
export type Step =
  | { readonly do: 'grant permission'; readonly permission: AppPermission; readonly to: string; readonly over: string }
  | { readonly do: 'let into the site'; readonly site: string }
  | { readonly do: 'raise the site’s grant'; readonly site: string; readonly grant: SiteGrant }
  | { readonly do: 'make list'; readonly site: string; readonly list: ListDefinition }
  | { readonly do: 'add column'; readonly site: string; readonly list: string; readonly column: Column }
  | {
      readonly do: 'change column';
      readonly site: string;
      readonly list: string;
      readonly column: Column;
      readonly id: string;
      readonly to: object;
      readonly says: string;
    }
  | { readonly do: 'make group'; readonly role: Role }
  | { readonly do: 'write settings'; readonly values: Readonly<Record<string, string>> };

export function planOf(facts: Facts, settings: ProvisionSettings): Plan {
  const parts = [planGrants(facts), planSite(facts), ...planLists(facts), planGroups(facts)];
  return {
    steps: [...parts.flatMap(({ steps }) => steps), ...planSettings(facts, settings)],
    troubles: parts.flatMap(({ troubles }) => troubles),
  };
}

function planGrants({ app, graph, granted }: Facts): Plan {
  if (app === null) {
    const trouble =
      'The app has no enterprise application in this tenant, so nothing can be granted to it: az ad sp create --id <APP_ID> makes it.';
    return { steps: [], troubles: [trouble] };
  }
  const byEntra: readonly AppPermission[] = permissions.filter(({ grantedBy }) => grantedBy === 'Entra');
  const missing = byEntra.filter((wanted) => !granted.some(({ appRoleId }) => appRoleId === wanted.appRoleId));
  const beyond = granted.filter((one) => byEntra.every(({ appRoleId }) => appRoleId !== one.appRoleId));
  return {
    steps: missing.map((permission) => ({ do: 'grant permission', permission, to: app.id, over: graph.id })),
    troubles: beyond.map(
      (one) => `${beyondSays(graph.offers.get(one.appRoleId) ?? one.appRoleId)}: ${takingBack(app.id, one.id)}`,
    ),
  };
}

function beyondSays(name: string): string {
  const exchange = permissions.some((one) => one.name === name && one.grantedBy === 'Exchange');
  return exchange
    ? `Entra has granted the app ${name}, over every mailbox: what Exchange grants over a scope only adds to that, so take it back`
    : `Entra has granted the app ${name}, which it does not need. To take it back`;
}

const takingBack = (principal: string, assignment: string): string =>
  `az rest --method DELETE --url https://graph.microsoft.com/v1.0/servicePrincipals/${principal}/appRoleAssignments/${assignment}`;

// From least to most.
const siteRoles = ['read', 'write', 'owner', 'fullcontrol'];
const wantedRank = siteRoles.indexOf(siteGrant.role);
const rankOf = ({ roles: held }: SiteGrant) => Math.max(-1, ...held.map((role) => siteRoles.indexOf(role)));

function planSite({ site, siteGrants }: Facts): Plan {
  const [highest] = siteGrants.toSorted((a, b) => rankOf(b) - rankOf(a));
  if (highest === undefined) return { steps: [{ do: 'let into the site', site: site.id }], troubles: [] };
  const rank = rankOf(highest);
  if (rank < wantedRank)
    return { steps: [{ do: 'raise the site’s grant', site: site.id, grant: highest }], troubles: [] };
  const says = `The app holds “${siteRoles[rank] ?? ''}” on the site and needs “${siteGrant.role}”: lower it.`;
  return { steps: [], troubles: rank > wantedRank ? [says] : [] };
}

function planLists({ site, lists }: Facts): readonly Plan[] {
  const isThere = (wanted: string) => lists.some(({ name, found }) => name === wanted && found !== null);
  return everyList.map((list): Plan => {
    const lacks = lacksOf(list, lists.find(({ name }) => name === list.name)?.found ?? null);
    // An empty list in its place would be a register that has forgotten every meeting.
    if (lacks.some(({ is }) => is === 'no list') && list.before !== undefined && isThere(list.before))
      return {
        steps: [],
        troubles: [`The list ${list.name} has been deleted: restore it from the site’s recycle bin.`],
      };
    return {
      steps: mergedChanges(lacks.flatMap((lack) => stepFor(lack, { site: site.id, list }))),
      troubles: lacks.flatMap((lack) => (lack.is === 'another type' ? [typeSays(list, lack)] : [])),
    };
  });
}

const typeSays = (list: ListDefinition, { column, found, wanted }: Extract<Lack, { is: 'another type' }>): string =>
  `The column ${column.name} of ${list.name} holds ${found} and is to hold ${wanted}. It is not touched, because it may hold what somebody wrote: rename it, and run this again.`;

function stepFor(lack: Lack, { site, list }: { readonly site: string; readonly list: ListDefinition }): Step[] {
  if (lack.is === 'no list') return [{ do: 'make list', site, list }];
  if (lack.is === 'another type') return [];
  const { column } = lack;
  if (lack.is === 'no column') return [{ do: 'add column', site, list: list.name, column }];
  const change = { do: 'change column', site, list: list.name, column, id: lack.id } as const;
  if (lack.is === 'no choices')
    return [{ ...change, to: { choice: { ...column.choice, choices: lack.all } }, says: 'its choices' }];
  if (lack.is === 'no index') return [{ ...change, to: { indexed: true }, says: 'an index' }];
  return [{ ...change, to: { indexed: true, enforceUniqueValues: true }, says: 'every value only once' }];
}

/** What one column lacks is given to it in one write: a value may be unique only where it is indexed. */
function mergedChanges(steps: readonly Step[]): readonly Step[] {
  const merged: Step[] = [];
  for (const step of steps) {
    const last = merged.at(-1);
    const isOneColumn = step.do === 'change column' && last?.do === 'change column' && last.id === step.id;
    if (isOneColumn)
      merged.splice(-1, 1, { ...last, to: { ...last.to, ...step.to }, says: `${last.says}, ${step.says}` });
    else merged.push(step);
  }
  return merged;
}

function planGroups({ groups }: Facts): Plan {
  return {
    steps: roles.flatMap((role) => (groups[role].is === 'none' ? [{ do: 'make group', role } as const] : [])),
    troubles: roles.flatMap((role) =>
      groups[role].is === 'unknown' ? [`${groupSettings[role]} names a group that Entra does not know.`] : [],
    ),
  };
}

/** What the server will need and the settings do not say yet. */
function planSettings({ site, groups }: Facts, settings: ProvisionSettings): readonly Step[] {
  const values: Record<string, string> = 'id' in settings.site ? {} : { SITE_ID: site.id };
  for (const role of roles) {
    const group = groups[role];
    if (group.is === 'made') values[groupSettings[role]] = group.id;
  }
  return Object.keys(values).length === 0 ? [] : [{ do: 'write settings', values }];
}
