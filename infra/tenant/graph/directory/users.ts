import { z } from 'zod';
import type { Health } from '../../illness.ts';
import { everybody, findPerson, type SeededPerson } from '../../school/people.ts';
import { allOf, type Call, context, ok, oneOf, paging, Refusal, type Route, read } from '../call.ts';
import { type Expression, parseFilter } from '../odata/filter.ts';
import { page } from '../odata/page.ts';
import { pick } from '../odata/select.ts';
import type { GroupsWorld } from './groups.ts';
import { personNamed } from './mailbox.ts';

const mayRead = oneOf('User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All');
const mayReadGroups = oneOf('GroupMember.Read.All', 'Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All');

/** https://learn.microsoft.com/graph/api/resources/user */
export const userRoutes = (world: GroupsWorld): Route[] => [
  {
    method: 'GET',
    path: '/users',
    needs: mayRead,
    options: ['$filter', '$search', '$select', ...paging],
    answer: (call) => list(call, world.health),
  },
  {
    method: 'GET',
    path: '/users/:user',
    needs: mayRead,
    options: ['$select'],
    answer: (call) => ok({ ...context('users/$entity'), ...shownUser(personNamed(call), call.query, world.health) }),
  },
  {
    method: 'POST',
    path: '/users/:user/checkMemberGroups',
    needs: allOf(mayRead, mayReadGroups),
    answer: (call) => ok({ ...context('Collection(Edm.String)'), value: memberGroups(world, call) }),
  },
];

/** What a user has unless `$select` names others. */
const usual = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

const properties = ({ id, name, jobTitle, address, userPrincipalName, kind }: SeededPerson) => ({
  businessPhones: [],
  displayName: name,
  givenName: name.split(' ')[0] ?? '',
  jobTitle,
  mail: address,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: kind === 'member' ? 'en-GB' : null,
  surname: name.split(' ')[1] ?? '',
  userPrincipalName,
  id,
  userType: kind === 'member' ? 'Member' : 'Guest',
  accountEnabled: true,
  mailNickname: address.split('@')[0] ?? '',
  department: null,
});

export const shownUser = (person: SeededPerson, query: URLSearchParams, health: Health) =>
  pick({ ...properties(person), assignedPlans: plansOf(person, health) }, query.get('$select')?.split(',') ?? usual);

/** A licence as its parts (https://learn.microsoft.com/graph/api/resources/assignedplan); a guest has none here. */
function plansOf({ id, kind }: SeededPerson, health: Health) {
  const { withoutTeams, withoutMailbox } = health.now();
  const lacks = { TeamspaceAPI: withoutTeams.includes(id), exchange: withoutMailbox.includes(id), SharePoint: false };
  return Object.entries(kind === 'member' ? lacks : {}).map(([service, isLacking], index) => ({
    assignedDateTime: '2026-09-01T07:00:00Z',
    capabilityStatus: isLacking ? 'Suspended' : 'Enabled',
    service,
    servicePlanId: `5c0a1d0e-0000-4000-8000-0000000000e${index}`,
  }));
}

function list(call: Call, health: Health) {
  const filter = call.query.get('$filter');
  const search = call.query.get('$search');
  if (search !== null && call.header('consistencylevel')?.toLowerCase() !== 'eventual') {
    throw new Refusal(
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const expression = filter === null ? null : parseFilter(filter);
  const found = everybody().filter(
    (person) => (expression === null || fits(person, expression)) && (search === null || isFound(person, search)),
  );
  const { rows, link } = page(call, found, { usual: 100, most: 999 });
  return ok({ ...context('users'), value: rows.map((person) => shownUser(person, call.query, health)), ...link });
}

const unsupported = (what: string) => new Refusal(400, 'Request_UnsupportedQuery', `Unsupported Query: ${what}.`);

/** Entra compares without regard to case. */
function fits(person: SeededPerson, expression: Expression): boolean {
  switch (expression.kind) {
    case 'and':
      return fits(person, expression.left) && fits(person, expression.right);
    case 'or':
      return fits(person, expression.left) || fits(person, expression.right);
    case 'not':
      return !fits(person, expression.of);
    case 'any':
      throw unsupported(`any on ${expression.path}`);
    case 'call':
      if (expression.name !== 'startswith') throw unsupported(expression.name);
      return lower(valueAt(person, expression.path)).startsWith(lower(expression.value));
    case 'compare': {
      const same = lower(valueAt(person, expression.path)) === lower(expression.value);
      if (expression.operator === 'eq') return same;
      if (expression.operator === 'ne') return !same;
      throw unsupported(expression.operator);
    }
  }
}

function valueAt(person: SeededPerson, path: string): unknown {
  const value = new Map<string, unknown>(Object.entries(properties(person))).get(path);
  if (value === undefined) throw unsupported(`property '${path}'`);
  return value;
}

const lower = (value: unknown): string => String(value).toLowerCase();

/** `"displayName:may" OR "mail:may"`: words of the property that begin so. */
function isFound(person: SeededPerson, search: string): boolean {
  const clauses = [...search.matchAll(/"(\w+):([^"]*)"/g)];
  if (clauses.length === 0)
    throw new Refusal(
      400,
      'BadRequest',
      `Syntax error: character '${search[0] ?? ''}' is not valid at position 0 in '${search}'.`,
    );
  const all = / AND /.test(search);
  const hit = ([, property = '', text = '']: RegExpMatchArray) => {
    const actual = new Map<string, unknown>(Object.entries(properties(person))).get(property);
    if (typeof actual !== 'string') throw unsupported(`search on '${property}'`);
    const words = lower(actual).split(/[\s.@-]+/);
    return lower(text)
      .trim()
      .split(/\s+/)
      .every((wanted) => words.some((word) => word.startsWith(wanted)) || lower(actual).startsWith(wanted));
  };
  return all ? clauses.every(hit) : clauses.some(hit);
}

const GroupIds = z.strictObject({ groupIds: z.array(z.string()).min(1).max(20) });

/** Of up to twenty groups, those the person is in, directly or not. */
function memberGroups({ settings, madeGroups }: GroupsWorld, call: Call): string[] {
  const { groupIds } = read(
    GroupIds,
    call.body,
    () => new Refusal(400, 'Request_BadRequest', 'Between 1 and 20 group ids are needed.'),
  );
  const person = findPerson(call.param('user')) ?? personNamed(call);
  const made = madeGroups.all().filter(({ members }) => members.includes(person.id));
  const isIn = new Set([...person.groups.map((key) => settings.groups[key]), ...made.map(({ id }) => id)]);
  return groupIds.filter((id) => isIn.has(id.toLowerCase()));
}
