import { z } from 'zod';
import type { Config } from '../config.ts';
import { Failure } from '../failure.ts';
import { type Role, roles } from '../identity/caller.ts';
import { Address, type Colleague, type Guest, PersonId } from '../meetings/ask.ts';
import { type Graph, parsed } from './graph.ts';

/**
 * How a guest's address stands in the school's own directory. A B2B guest has an account here and is an outsider all the same,
 * unless somebody put it among staff or pupils.
 */
export const standings = ['outsider', 'member', 'staff', 'pupil'] as const;
export type Standing = (typeof standings)[number];

export type People = {
  /** Everybody in the staff group with a mail address, by name. Rejects with `graph unavailable`, `graph refused`, `graph unreadable`. */
  colleagues(): Promise<readonly Colleague[]>;
  /** The roles Entra gives this person, remembered for minutes. Rejects likewise: who cannot be asked about has no role. */
  rolesOf(person: PersonId): Promise<ReadonlySet<Role>>;
  /** Whether somebody is in this Entra group, directly or through another; remembered for minutes. */
  isIn(person: PersonId, group: string): Promise<boolean>;
  /** Who is in the group of this role and has a mail address, by name. */
  thoseWith(role: Role): Promise<readonly Colleague[]>;
  standingOf(guest: Guest): Promise<Standing>;
  /** The same people with nothing remembered yet: somebody who lost a role a minute ago must not act on it. */
  afresh(): People;
};

const rememberedFor = 5 * 60_000;

const Members = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.url().optional() });
const Member = z.object({ id: PersonId, displayName: z.string(), mail: Address });
const MemberGroups = z.object({ value: z.array(z.string()) });
const Users = z.object({ value: z.array(z.object({ id: PersonId, userType: z.string().nullable() })) });

/**
 * The school's people through Graph.
 * Needs GroupMember.Read.All and User.Read.All (https://learn.microsoft.com/graph/api/group-list-transitivemembers).
 */
export function openPeople(graph: Graph, groups: Config['groups'], now: () => number): People {
  const remember = memory(now);

  /** What somebody who set the server up calls that group. */
  const settingOf = (group: string): string =>
    roles.flatMap((role) => (groups[role] === group ? [`GROUP_${role.toUpperCase()}`] : [])).join(' ');

  async function members(group: string): Promise<readonly Colleague[]> {
    const found: Colleague[] = [];
    let path: string | undefined =
      `/groups/${group}/transitiveMembers/microsoft.graph.user?$select=id,displayName,mail&$top=999`;
    while (path !== undefined) {
      const page: z.infer<typeof Members> = await read(
        graph,
        path,
        Members,
        `the group ${settingOf(group)} is not in Entra`,
      );
      for (const each of page.value) {
        // An account without a mailbox can neither host nor be written to.
        const member = Member.safeParse(each);
        if (member.success)
          found.push({ id: member.data.id, name: member.data.displayName, address: member.data.mail });
      }
      path = page['@odata.nextLink'];
    }
    return found.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  }

  async function askGroups(person: PersonId, groupIds: readonly string[]): Promise<ReadonlySet<string>> {
    const answer = await graph.ask(`/users/${person}/checkMemberGroups`, { groupIds });
    if (!answer.found) throw new Failure('graph refused', 'the directory does not know this person');
    return new Set(parsed(MemberGroups, answer.body, 'checkMemberGroups').value.map((id) => id.toLowerCase()));
  }

  async function askRoles(person: PersonId): Promise<ReadonlySet<Role>> {
    const those = await askGroups(person, Object.values(groups));
    return new Set(roles.filter((role) => those.has(groups[role].toLowerCase())));
  }

  async function standingIn({ id, userType }: z.infer<typeof Users>['value'][number]): Promise<Standing> {
    const those = await askRoles(id);
    if (those.has('pupil')) return 'pupil';
    if (those.has('staff')) return 'staff';
    return userType === 'Guest' ? 'outsider' : 'member';
  }

  return {
    colleagues: () => remember('staff', () => members(groups.staff)),
    thoseWith: (role) => remember(role, () => members(groups[role])),
    rolesOf: (person) => remember(`roles ${person}`, () => askRoles(person)),
    isIn: (person, group) =>
      remember(`${person} in ${group}`, async () => (await askGroups(person, [group])).has(group.toLowerCase())),
    async standingOf(guest) {
      const quoted = encodeURIComponent(guest.address.replaceAll("'", "''"));
      const filter = `mail eq '${quoted}' or userPrincipalName eq '${quoted}'`;
      const users = await read(graph, `/users?$filter=${filter}&$select=id,userType`, Users);
      // One address may be one account's mail and another's name: what stands furthest in the way counts.
      const found = await Promise.all(users.value.map(standingIn));
      return standings.findLast((each) => found.includes(each)) ?? 'outsider';
    },
    afresh: () => openPeople(graph, groups, now),
  };
}

/** @param wrong what ICT has to put right when it is not there */
async function read<T extends z.ZodType>(graph: Graph, path: string, shape: T, wrong?: string): Promise<z.infer<T>> {
  const answer = await graph.read(path);
  if (!answer.found)
    throw new Failure('graph refused', 'the directory does not know what was asked for', { wrong: wrong ?? null });
  return parsed(shape, answer.body, 'the directory');
}

// A failure is not remembered: the next asker asks again.
function memory(now: () => number) {
  const kept = new Map<string, { until: number; answer: Promise<unknown> }>();
  return async <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const there = kept.get(key);
    // The key decides the type: only the call beside it writes under that key.
    if (there && there.until > now()) return there.answer as Promise<T>;
    const answer = ask();
    kept.set(key, { until: now() + rememberedFor, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
