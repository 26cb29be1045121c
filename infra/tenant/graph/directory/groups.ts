import { everybody, type GroupKey, groupKeys, type SeededPerson } from '../../school/people.ts';
import type { TenantSettings } from '../../settings.ts';
import { type Call, context, ok, oneOf, paging, Refusal, type Route } from '../call.ts';
import { page } from '../odata/page.ts';
import { pick, select } from '../odata/select.ts';
import { shownUser } from './users.ts';

const mayRead = oneOf('GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All');
const cast = '/microsoft.graph.user';

/** https://learn.microsoft.com/graph/api/resources/group; the leadership team stands in the staff group as a group. */
export const groupRoutes = (settings: TenantSettings): Route[] => [
  {
    method: 'GET',
    path: '/groups/:group',
    needs: mayRead,
    options: ['$select'],
    answer: (call) => one(settings, call),
  },
  ...(['members', 'transitiveMembers'] as const).flatMap((navigation) =>
    ['', cast].map(
      (suffix): Route => ({
        method: 'GET',
        path: `/groups/:group/${navigation}${suffix}`,
        needs: mayRead,
        options: ['$select', ...paging],
        answer: (call) => list(settings, call, { navigation, onlyUsers: suffix === cast }),
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

function keyOf({ groups }: TenantSettings, call: Call): GroupKey {
  const id = call.param('group').toLowerCase();
  const key = groupKeys.find((each) => groups[each].toLowerCase() === id);
  if (key !== undefined) return key;
  throw new Refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

const shownGroup = ({ groups }: TenantSettings, key: GroupKey) => ({
  id: groups[key],
  displayName: names[key],
  mailEnabled: false,
  mailNickname: key,
  securityEnabled: true,
  groupTypes: [],
});

function one(settings: TenantSettings, call: Call) {
  return ok({ ...context('groups/$entity'), ...select(call.query, shownGroup(settings, keyOf(settings, call))) });
}

type Wanted = { readonly navigation: 'members' | 'transitiveMembers'; readonly onlyUsers: boolean };

function list(settings: TenantSettings, call: Call, { navigation, onlyUsers }: Wanted) {
  const key = keyOf(settings, call);
  const direct = navigation === 'members';
  const users = everybody().filter(
    (person) => person.groups.includes(key) && !(direct && isThroughLeadership(person, key)),
  );
  const nested = !onlyUsers && key === 'staff' ? [groupMember(settings, call)] : [];
  const found = [...users.map((person) => userMember(call, person)), ...nested];
  const { rows, link } = page(call, found, { usual: 100, most: 999 });
  return ok({ ...context(onlyUsers ? 'users' : 'directoryObjects'), value: rows, ...link });
}

const isThroughLeadership = ({ groups }: SeededPerson, key: GroupKey) => key === 'staff' && groups.includes('slt');

const userMember = (call: Call, person: SeededPerson) => ({
  '@odata.type': '#microsoft.graph.user',
  ...shownUser(person, call.query),
});

const groupMember = (settings: TenantSettings, call: Call) => ({
  '@odata.type': '#microsoft.graph.group',
  ...pick(
    shownGroup(settings, 'slt'),
    call.query.get('$select')?.split(',') ?? Object.keys(shownGroup(settings, 'slt')),
  ),
});
