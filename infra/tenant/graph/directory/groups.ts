import type { Health } from '../../illness.ts';
import { everybody, type GroupKey, groupKeys, type SeededPerson } from '../../school/people.ts';
import type { TenantSettings } from '../../settings.ts';
import { type Call, context, ok, oneOf, paging, type Route } from '../call.ts';
import { page } from '../odata/page.ts';
import { pick, select } from '../odata/select.ts';
import { type MadeGroup, type MadeGroupsWorld, missing, shownMade } from './made-groups.ts';
import { shownUser } from './users.ts';

export type GroupsWorld = MadeGroupsWorld & { readonly settings: TenantSettings; readonly health: Health };

const mayRead = oneOf('GroupMember.Read.All', 'Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All');
const cast = '/microsoft.graph.user';

/** https://learn.microsoft.com/graph/api/resources/group; the leadership team stands in the staff group as a group. */
export const groupRoutes = (world: GroupsWorld): Route[] => [
  {
    method: 'GET',
    path: '/groups/:group',
    needs: mayRead,
    options: ['$select'],
    answer: (call) => one(world, call),
  },
  ...(['members', 'transitiveMembers'] as const).flatMap((navigation) =>
    ['', cast].map(
      (suffix): Route => ({
        method: 'GET',
        path: `/groups/:group/${navigation}${suffix}`,
        needs: mayRead,
        options: ['$select', ...paging],
        answer: (call) => list(world, call, { navigation, onlyUsers: suffix === cast }),
      }),
    ),
  ),
];

const names: Record<GroupKey, string> = {
  staff: 'All staff',
  head: 'Headteacher',
  slt: 'Senior leadership team',
  dsl: 'Designated safeguarding leads',
  dpo: 'Data protection',
  ict: 'ICT',
  pupil: 'Pupils',
};

/** Of the first day by its key, or made since. */
function groupOf({ settings, madeGroups, health }: GroupsWorld, call: Call): GroupKey | MadeGroup {
  const id = call.param('group').toLowerCase();
  const found = groupKeys.find((each) => settings.groups[each].toLowerCase() === id) ?? madeGroups.get(id);
  if (found === undefined || health.now().deletedGroups.some((key) => key === found)) throw missing(id);
  return found;
}

const shownGroup = ({ groups }: TenantSettings, key: GroupKey) => ({
  id: groups[key],
  displayName: names[key],
  mailEnabled: false,
  mailNickname: key,
  securityEnabled: true,
  groupTypes: [],
});

function one(world: GroupsWorld, call: Call) {
  const group = groupOf(world, call);
  const shown = typeof group === 'string' ? shownGroup(world.settings, group) : shownMade(group);
  return ok({ ...context('groups/$entity'), ...select<object>(call.query, shown) });
}

type Wanted = { readonly navigation: 'members' | 'transitiveMembers'; readonly onlyUsers: boolean };

function list(world: GroupsWorld, call: Call, { navigation, onlyUsers }: Wanted) {
  const group = groupOf(world, call);
  const isEmpty = world.health.now().emptyGroups.some((key) => key === group);
  const direct = navigation === 'members';
  const users = everybody().filter((person) =>
    typeof group === 'string'
      ? !isEmpty && person.groups.includes(group) && !(direct && isThroughLeadership(person, group))
      : group.members.includes(person.id),
  );
  const nested = !onlyUsers && !isEmpty && group === 'staff' ? [groupMember(world.settings, call)] : [];
  const found = [...users.map((person) => userMember(world, call, person)), ...nested];
  const { rows, link } = page(call, found, { usual: 100, most: 999 });
  return ok({ ...context(onlyUsers ? 'users' : 'directoryObjects'), value: rows, ...link });
}

const isThroughLeadership = ({ groups }: SeededPerson, key: GroupKey) => key === 'staff' && groups.includes('slt');

const userMember = ({ health }: GroupsWorld, call: Call, person: SeededPerson) => ({
  '@odata.type': '#microsoft.graph.user',
  ...shownUser(person, call.query, health),
});

const groupMember = (settings: TenantSettings, call: Call) => ({
  '@odata.type': '#microsoft.graph.group',
  ...pick(
    shownGroup(settings, 'slt'),
    call.query.get('$select')?.split(',') ?? Object.keys(shownGroup(settings, 'slt')),
  ),
});
