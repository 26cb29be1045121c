import { z } from 'zod';
import type { Config } from '../../config.ts';
import type { Graph } from '../../graph/graph.ts';
import { type Role, roles } from '../../identity/caller.ts';
import { type Fact, known } from '../../policy/fact.ts';
import { askEach, type Reply } from './asking.ts';
import { readable } from './unread.ts';

const Somebody = z.object({ value: z.array(z.unknown()) });

/** Whether each role's group is there, and whether anybody is in it. */
export async function readGroups(
  graph: Graph,
  groups: Config['groups'],
): Promise<Readonly<Record<Role, Fact<'peopled' | 'empty' | 'gone'>>>> {
  const replies = await askEach(
    graph,
    roles.map((role) => `/groups/${groups[role]}/transitiveMembers/microsoft.graph.user?$select=id&$top=1`),
  );
  const of = (role: Role) => stateIn(replies[roles.indexOf(role)] ?? null);
  return {
    staff: of('staff'),
    head: of('head'),
    slt: of('slt'),
    dsl: of('dsl'),
    dpo: of('dpo'),
    ict: of('ict'),
    pupil: of('pupil'),
  };
}

function stateIn(reply: Reply): Fact<'peopled' | 'empty' | 'gone'> {
  if (reply?.status === 404) return known('gone');
  const members = readable(reply, Somebody);
  return members.known ? known(members.value.value.length > 0 ? 'peopled' : 'empty') : members;
}
