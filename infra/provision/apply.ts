import { Failure } from '../../bot/failure.ts';
import type { Graph, Written } from '../../bot/graph/graph.ts';
import { siteGrant } from '../../bot/graph/permissions.ts';
import { CannotProvision } from './cannot-provision.ts';
import { type Facts, readFacts } from './facts.ts';
import { type Plan, planOf, type Step } from './plan.ts';
import { roleGroups } from './role-groups.ts';
import type { ProvisionSettings } from './settings.ts';
import { sentenceOf } from './words.ts';

export type Work = {
  /** As they stand now: what was written to them counts from the next look on. */
  readonly settings: () => ProvisionSettings;
  readonly write: (values: Readonly<Record<string, string>>) => void;
  /** Told of each step when it has been taken. */
  readonly told: (sentence: string) => void;
};

const mostRounds = 6;

/**
 * Looks, does what is to be done, and looks again, until there is nothing more to do: so whatever broke off in between, here or in a
 * run before, is gone on with from what is really there.
 * @returns the facts at the end, and the plan with the troubles that remain
 * @throws CannotProvision naming the step that Microsoft refused, or that will not stay done; otherwise as `readFacts`
 */
export async function provision(graph: Graph, work: Work): Promise<{ readonly facts: Facts; readonly plan: Plan }> {
  let isClear = true;
  for (let round = 0; round < mostRounds; round += 1) {
    if (!isClear) await graph.rest(round);
    const settings = work.settings();
    const facts = await readFacts(graph, settings);
    const plan = planOf(facts, settings);
    if (plan.steps.length === 0) return { facts, plan };
    isClear = await take(graph, { ...work, steps: plan.steps, appId: settings.appId });
  }
  throw new CannotProvision('Microsoft 365 does not keep what was written. Run this again in some minutes.');
}

/**
 * One after the other; the first whose outcome is not known ends the round, because what follows may stand on it.
 * @returns whether the outcome of each is known
 */
async function take(
  graph: Graph,
  { steps, appId, write, told }: Work & { readonly steps: readonly Step[]; readonly appId: string },
): Promise<boolean> {
  for (const step of steps) {
    if (step.do === 'write settings') write(step.values);
    else if (!happened(await written(graph, step, appId), step)) return false;
    told(sentenceOf(step));
  }
  return true;
}

function happened(write: Written, step: Step): boolean {
  if (write.outcome === 'done') return true;
  // Unclear, or 409: somebody else was quicker. The next look tells.
  if (write.outcome === 'unclear' || write.status === 409) return false;
  throw new CannotProvision(`Microsoft 365 refused (${write.status} ${write.code}): ${sentenceOf(step)}`);
}

function written(graph: Graph, step: Exclude<Step, { do: 'write settings' }>, appId: string): Promise<Written> {
  const site = 'site' in step ? `/sites/${step.site}` : '';
  switch (step.do) {
    case 'grant permission': {
      const body = { principalId: step.to, resourceId: step.over, appRoleId: step.permission.appRoleId };
      return graph.write('POST', `/servicePrincipals/${step.to}/appRoleAssignments`, body);
    }
    case 'let into the site': {
      const grantedToIdentities = [{ application: { id: appId, displayName: 'Chaperone' } }];
      return graph.write('POST', `${site}/permissions`, { roles: [siteGrant.role], grantedToIdentities });
    }
    case 'raise the site’s grant':
      return graph.write('PATCH', `${site}/permissions/${step.grant.id}`, { roles: [siteGrant.role] });
    case 'make list': {
      const { name: displayName, description, columns } = step.list;
      return graph.write('POST', `${site}/lists`, {
        displayName,
        description,
        columns,
        list: { template: 'genericList' },
      });
    }
    case 'add column':
      return graph.write('POST', `${site}/lists/${step.list}/columns`, step.column);
    case 'change column':
      return graph.write('PATCH', `${site}/lists/${step.list}/columns/${step.id}`, step.to);
    case 'make group':
      return makeGroup(graph, step.role);
  }
}

/** By a name that is Entra's own key: asked for again, it is the same group (https://learn.microsoft.com/graph/api/group-upsert). */
function makeGroup(graph: Graph, role: Extract<Step, { do: 'make group' }>['role']): Promise<Written> {
  const { uniqueName, displayName, description } = roleGroups[role];
  const body = { displayName, description, mailEnabled: false, mailNickname: uniqueName, securityEnabled: true };
  return graph.write('PATCH', `/groups(uniqueName='${uniqueName}')`, body, { Prefer: 'create-if-missing' });
}

/** What whoever runs this reads of a failure underneath. */
export const saysOf = (error: unknown): string | null => {
  if (error instanceof CannotProvision) return error.message;
  return error instanceof Failure ? `${error.say} (${error.message})` : null;
};
