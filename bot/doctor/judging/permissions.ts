import { microsoftGraph, permissions } from '../../graph/permissions.ts';
import type { Around } from '../around.ts';
import type { DoctorFacts } from '../facts.ts';
import { type About, fine, type Line, notRead, type Promised, run, wrong } from '../line.ts';

/** Every permission on the list, and none beyond it. Pure. */

type Name = (typeof permissions)[number]['name'];

const promised: Readonly<Record<Name, Promised>> = {
  'Calendars.ReadWrite': 'sealed before sent',
  'OnlineMeetings.ReadWrite.All': 'sealed before sent',
  'Sites.Selected': 'written before done',
  'User.Read.All': 'every answer has its clause',
  'GroupMember.Read.All': 'every answer has its clause',
  'AppCatalog.Read.All': 'no pretending',
};

export function ofPermissions({ signIn }: DoctorFacts, { config: { appId } }: Around): readonly Line[] {
  const byEntra = permissions.filter(({ grantedBy }) => grantedBy === 'Entra');
  const roles = signIn.is === 'in' ? signIn.roles : null;
  const unread = (about: About) => notRead(about, 'The app cannot sign in, see there.');
  const each = byEntra.map((permission): Line => {
    const { name, why, without } = permission;
    const about: About = {
      id: `permission ${name}`,
      what: `Permission ${name}`,
      why: { promise: promised[name], says: why, clauses: [] },
    };
    if (roles === null) return unread(about);
    if (roles.includes(name)) return fine(about, 'Granted.');
    return wrong(about, `It is not granted. ${without}`, run('Grant it', granting(appId, permission.appRoleId)));
  });
  return [...each, roles === null ? unread(beyond) : beyondTheList(roles, appId)];
}

const beyond: About = {
  id: 'permissions beyond the list',
  what: 'No permission beyond the list',
  why: {
    promise: 'no pretending',
    says: 'What the school is told the app may do, is all that it may do.',
    clauses: [],
  },
};

function beyondTheList(roles: readonly string[], appId: string): Line {
  const more = roles.filter(
    (role) => !permissions.some(({ name, grantedBy }) => name === role && grantedBy === 'Entra'),
  );
  const [first, ...others] = more;
  if (first === undefined) return fine(beyond, 'Entra grants it nothing else.');
  const everywhere = more.flatMap((role) =>
    permissions.some(({ name }) => name === role)
      ? [` With ${role} the app reaches every mailbox, whatever Exchange says.`]
      : [],
  );
  return wrong(
    beyond,
    `Entra also grants ${more.join(', ')}.${everywhere.join('')}`,
    withdraw(first, appId),
    ...others.map((role) => withdraw(role, appId)),
  );
}

const app = (appId: string) => `$app = Get-MgServicePrincipal -Filter "appId eq '${appId}'"`;
const graph = `$graph = Get-MgServicePrincipal -Filter "appId eq '${microsoftGraph}'"`;

const granting = (appId: string, appRoleId: string): string =>
  `${app(appId)}; ${graph}; New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -PrincipalId $app.Id -ResourceId $graph.Id -AppRoleId ${appRoleId}`;

const withdraw = (role: string, appId: string) =>
  run(
    `Take ${role} away`,
    `${app(appId)}; ${graph}; $role = ($graph.AppRoles | Where-Object Value -eq '${role}').Id; Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -All | Where-Object AppRoleId -eq $role | ForEach-Object { Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -AppRoleAssignmentId $_.Id }`,
  );
