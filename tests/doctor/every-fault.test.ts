import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { roles } from '../../bot/identity/caller.ts';
import { everyList } from '../../bot/register/lists.ts';
import { kept, makeCertificate } from '../identity/making-certificates.ts';
import { idOf, local } from '../school.ts';
import { freePort, openPatient } from './a-school.ts';

// A whole school, made ill in one way at a time: the doctor names that, and nothing else as wrong.

let school: Awaited<ReturnType<typeof openPatient>>;
beforeAll(async () => {
  school = await openPatient();
}, 60_000);
beforeEach(() => school.recover());
afterAll(() => school.close());

const options = (change: object) => () => school.control('options', 'PATCH', change);
const illness = (change: object) => () => school.control('illness', 'PATCH', change);
const granted = [
  'AppCatalog.Read.All',
  'GroupMember.Read.All',
  'OnlineMeetings.ReadWrite.All',
  'Sites.Selected',
  'User.Read.All',
];
const without = (role: string) => options({ appRoles: granted.filter((one) => one !== role) });

const lists = everyList.map(({ name }) => `list ${name}`);
const register = ['site', ...lists, 'rows', 'versions'];
const people = ['access policy', 'calendars', 'licences'];
const groups = roles.map((role) => `group ${role}`);
const tom = ['Tom Birch', idOf('Tom Birch')];

type Case = {
  readonly what: string;
  /** What goes wrong. */
  readonly goes?: () => Promise<unknown>;
  /** Or what the settings say wrongly. */
  readonly settings?: () => Record<string, string | undefined> | Promise<Record<string, string | undefined>>;
  readonly wrong: readonly string[];
  /** What the doctor cannot know then. */
  readonly unread?: readonly string[];
  readonly byHand?: readonly string[];
  /** Words that stand in the line or its mending. */
  readonly says?: readonly string[];
};

const cases: readonly Case[] = [
  { what: 'nothing', wrong: [] },
  {
    what: 'a secret that Entra does not know',
    settings: () => ({ APP_SECRET: 'another' }),
    wrong: ['sign-in'],
    unread: [
      ...granted.map((name) => `permission ${name}`),
      'permissions beyond the list',
      ...people,
      'mailbox scope',
      ...groups,
      ...register,
      'teams app',
    ],
    says: ['AADSTS7000215'],
  },
  {
    what: 'a certificate that runs out within a week',
    settings: async () => {
      const made = await makeCertificate({ ends: 7 });
      await school.control('options', 'PATCH', { certificates: [made.certificate] });
      return { APP_SECRET: '', APP_CERTIFICATE_FILE: kept(made.certificate, made.key) };
    },
    wrong: ['credential'],
    says: ['runs out on', 'APP_CERTIFICATE_FILE'],
  },
  {
    what: 'a permission that was withdrawn: OnlineMeetings.ReadWrite.All',
    goes: without('OnlineMeetings.ReadWrite.All'),
    wrong: ['permission OnlineMeetings.ReadWrite.All'],
    unread: ['access policy'],
    says: ['b8bb2037-6e08-44ac-a4ea-4674e010e2a4'],
  },
  {
    what: 'a permission that was withdrawn: Sites.Selected',
    goes: without('Sites.Selected'),
    wrong: ['permission Sites.Selected'],
    unread: register,
  },
  {
    what: 'a permission that was withdrawn: User.Read.All',
    goes: without('User.Read.All'),
    wrong: ['permission User.Read.All'],
    unread: people,
  },
  {
    what: 'a permission that was withdrawn: GroupMember.Read.All',
    goes: without('GroupMember.Read.All'),
    wrong: ['permission GroupMember.Read.All'],
    unread: [...people, ...groups],
  },
  {
    what: 'a permission that was withdrawn: AppCatalog.Read.All',
    goes: without('AppCatalog.Read.All'),
    wrong: ['permission AppCatalog.Read.All'],
    unread: ['teams app'],
  },
  {
    what: 'a permission that nobody asked for',
    goes: options({ appRoles: [...granted, 'Mail.Send'] }),
    wrong: ['permissions beyond the list'],
    says: ['Mail.Send', 'Remove-MgServicePrincipalAppRoleAssignment'],
  },
  {
    what: 'calendars granted by Entra, which reaches every mailbox',
    goes: options({ appRoles: [...granted, 'Calendars.ReadWrite'] }),
    wrong: ['permissions beyond the list'],
    unread: ['mailbox scope'],
    says: ['every mailbox'],
  },
  {
    what: 'a Teams access policy that leaves one organiser out',
    goes: () => options({ accessPolicy: staffBut('Tom Birch') })(),
    wrong: ['access policy'],
    says: [...tom, 'Grant-CsApplicationAccessPolicy'],
  },
  {
    what: 'no Teams access policy at all',
    goes: options({ accessPolicy: [] }),
    wrong: ['access policy'],
    says: ['anybody', '-Group', '-Rank 1'],
  },
  {
    what: 'an Exchange scope that leaves one organiser out',
    goes: () => options({ mailboxScope: staffBut('Tom Birch') })(),
    wrong: ['calendars'],
    says: tom,
  },
  {
    what: 'an Exchange scope that reaches a pupil',
    goes: () => options({ mailboxScope: [...staffBut(''), idOf('Ivy Lark')] })(),
    wrong: ['mailbox scope'],
  },
  {
    what: 'no mailbox to try the scope with',
    settings: () => ({ MAILBOX_OUTSIDE: undefined }),
    wrong: [],
    byHand: ['mailbox scope'],
  },
  ...roles.map(
    (role): Case => ({
      what: `nobody in the group of the role ${role}`,
      goes: illness({ emptyGroups: [role] }),
      wrong: [`group ${role}`],
      unread: role === 'staff' ? people : [],
    }),
  ),
  ...roles.map(
    (role): Case => ({
      what: `no group of the role ${role}`,
      goes: illness({ deletedGroups: [role] }),
      wrong: [`group ${role}`],
      unread: role === 'staff' ? people : [],
      says: [`GROUP_${role.toUpperCase()}`],
    }),
  ),
  {
    what: 'an organiser without Teams',
    goes: () => illness({ withoutTeams: [idOf('Tom Birch')] })(),
    wrong: ['licences'],
    says: ['Tom Birch (Teams)'],
  },
  {
    what: 'an organiser without a mailbox',
    goes: () => illness({ withoutMailbox: [idOf('Tom Birch')] })(),
    wrong: ['licences'],
    says: ['Tom Birch (a mailbox)'],
  },
  {
    what: 'a site the app is not let into',
    goes: options({ siteRole: 'none' }),
    wrong: ['site'],
    unread: register.slice(1),
    says: ['Grant-PnPEntraIDAppSitePermission'],
  },
  {
    what: 'a site that was moved',
    settings: () => ({ SITE_ID: (local['SITE_ID'] ?? '').replace(/b1$/, 'b9') }),
    wrong: ['site'],
    unread: register.slice(1),
    says: ['SITE_ID'],
  },
  ...everyList.map(
    ({ name }): Case => ({
      what: `the list ${name}, deleted`,
      goes: () => school.atSite('DELETE', `lists/${name}`),
      wrong: [`list ${name}`],
      unread: name === 'Meetings' ? ['versions'] : [],
      says: ['Recycle bin'],
    }),
  ),
  {
    what: 'a column that was deleted',
    goes: async () => school.atSite('DELETE', await school.column('Guests', 'Agency')),
    wrong: ['list Guests'],
    says: ['lacks the column Agency'],
  },
  {
    what: 'a column deleted and made by hand again',
    goes: async () => {
      await school.atSite('DELETE', await school.column('Guests', 'Agency'));
      await school.atSite('POST', 'lists/Guests/columns', { name: 'Agency0', displayName: 'Agency', text: {} });
    },
    wrong: ['list Guests'],
    says: ['by hand'],
  },
  {
    what: 'an index that was taken off',
    goes: async () => school.atSite('PATCH', await school.column('Meetings', 'Status'), { indexed: false }),
    wrong: ['list Meetings'],
    says: ['no index on Status', 'npm run provision'],
  },
  {
    what: 'a choice that is not there',
    goes: async () => school.atSite('PATCH', await school.column('Meetings', 'Kind'), { choice: { choices: ['tac'] } }),
    wrong: ['list Meetings'],
    says: ['Choices are missing in Kind'],
  },
  {
    what: 'versions that are not kept',
    goes: illness({ keepsVersions: false }),
    wrong: ['versions'],
    says: ['Set-PnPList'],
  },
  { what: 'a clock five minutes behind', goes: illness({ secondsAhead: 300 }), wrong: ['clock'], says: ['behind'] },
  {
    what: 'an address that nobody answers at',
    settings: async () => ({ PUBLIC_URL: `http://127.0.0.1:${await freePort()}` }),
    wrong: ['endpoint'],
    says: ['Nothing answers there'],
  },
  {
    what: 'an address that is not the bot’s',
    settings: () => ({ PUBLIC_URL: school.tenant.url }),
    wrong: ['endpoint'],
  },
  {
    what: 'no public address in the settings',
    settings: () => ({ PUBLIC_URL: undefined }),
    wrong: [],
    byHand: ['endpoint'],
  },
  {
    what: 'a storage that is not there',
    settings: async () => ({ STORAGE_URL: `http://127.0.0.1:${await freePort()}/devstoreaccount1` }),
    wrong: ['storage'],
  },
  {
    what: 'an app that nobody has uploaded',
    goes: illness({ installedApp: null }),
    wrong: [],
    unread: ['teams app'],
  },
  {
    what: 'an app of another version',
    goes: illness({ installedApp: '0.0.9' }),
    wrong: ['teams app'],
    says: ['0.0.9'],
  },
];

const always = ['anonymous join', 'lobby defaults', 'presenter defaults', 'attendance report', 'site grant'];

test.each(cases)(
  'of a school with $what the doctor names that, and only that',
  async ({ goes, settings, ...expected }) => {
    await goes?.();
    const { wrong, unread, byHand, lines } = await school.examine(await settings?.());
    const asked = lines.filter(({ id }) => id.includes('/')).map(({ id }) => id);
    expect({ wrong, unread: unread.toSorted(), byHand: byHand.toSorted() }).toEqual({
      wrong: expected.wrong,
      unread: [...(expected.unread ?? [])].toSorted(),
      byHand: [...always, ...asked, ...(expected.byHand ?? [])].toSorted(),
    });
    const named = JSON.stringify(lines.filter(({ state }) => state === 'wrong'));
    for (const words of expected.says ?? []) expect(named).toContain(words);
  },
  30_000,
);

test('what Microsoft does not answer is not known, and nothing is called wrong or fine for it', async () => {
  await school.faults([{ method: 'GET', path: '/', do: { kind: 'fail', status: 503 }, times: 10_000 }]);
  const { wrong, unread } = await school.examine();
  expect(wrong).toEqual([]);
  expect(unread.toSorted()).toEqual([...people, ...groups, ...register, 'mailbox scope', 'teams app'].toSorted());
});

test('looking changes nothing: every call to Graph only asks', async () => {
  await school.control('calls', 'DELETE');
  await school.examine();
  const calls = (await school.control('calls', 'GET')) as readonly { method: string; path: string }[]; // as calls.ts keeps them
  expect(calls.filter(({ method, path }) => method !== 'GET' && path !== '/$batch')).toEqual([]);
});

function staffBut(name: string): string[] {
  const staff = ['Maya Okafor', 'Tom Birch', 'Ruth Adeyemi', 'Owen Pryce', 'Leila Haddad', 'Sam Whitlock', 'Grace Tan'];
  return staff.filter((one) => one !== name).map(idOf);
}
