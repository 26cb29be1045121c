/**
 * All that Chaperone's own app may do at Microsoft Graph, and no more: granted by `npm run provision`, compared by `npm run doctor`.
 * The ids are Microsoft's, the same in every tenant (https://learn.microsoft.com/graph/permissions-reference).
 */
export type AppPermission = {
  /** As the app's token names it in `roles`, when Entra granted it. */
  readonly name: string;
  /** The app role of Microsoft Graph's that an assignment names. */
  readonly appRoleId: string;
  /**
   * `Entra` grants over the whole tenant. `Exchange` grants over the mailboxes of a scope, by RBAC for Applications; the two add up, so what
   * Exchange shall narrow must not be granted by Entra at all (https://learn.microsoft.com/exchange/permissions-exo/application-rbac).
   */
  readonly grantedBy: 'Entra' | 'Exchange';
  readonly why: string;
  /** What stops when it is missing: a promise, or pages of the tab. */
  readonly without: string;
};

/** Microsoft Graph itself, as every tenant knows it. */
export const microsoftGraph = '00000003-0000-0000-c000-000000000000';

export const permissions = [
  {
    name: 'Calendars.ReadWrite',
    appRoleId: 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
    grantedBy: 'Exchange',
    why: 'The meeting’s event in the host’s calendar, its invitations, and when colleagues are free.',
    without: 'Sealed before sent: no meeting can be arranged, moved or called off.',
  },
  {
    name: 'OnlineMeetings.ReadWrite.All',
    appRoleId: 'b8bb2037-6e08-44ac-a4ea-4674e010e2a4',
    grantedBy: 'Entra',
    why: 'The lobby and the other safeguards are set and read back. Works for organisers the Teams access policy names.',
    without: 'Sealed before sent: no meeting can be sealed, so none is sent, and none that stands is looked at again.',
  },
  {
    name: 'Sites.Selected',
    appRoleId: '883ea226-0bf2-4a8f-9f9d-92c9162a727d',
    grantedBy: 'Entra',
    why: 'The register on the one site the app is let into; by itself it opens no site.',
    without: 'Written before done: the register can be neither read nor written, so nothing is begun.',
  },
  {
    name: 'User.Read.All',
    appRoleId: 'df021288-bdef-4463-88db-98f22de89214',
    grantedBy: 'Entra',
    why: 'Whether a guest’s address belongs to staff, a pupil or a guest account of the school’s: the basic profile does not tell.',
    without: 'Every answer has its clause: who is an outsider cannot be checked, so every request is refused.',
  },
  {
    name: 'GroupMember.Read.All',
    appRoleId: '98830695-27a2-44f7-8c18-0c3ebc9698f6',
    grantedBy: 'Entra',
    why: 'Who is staff, leader, safeguarding lead, data protection officer, ICT or pupil: roles are groups.',
    without: 'Nobody has a role: the bot answers nobody, and no page of the tab opens.',
  },
  {
    name: 'AppCatalog.Read.All',
    appRoleId: 'e12dae10-5a57-4817-b79d-dfbec5348930',
    grantedBy: 'Entra',
    why: 'Which version of the Teams app the school has installed.',
    without:
      'Nothing but one line of the installation page: whether the installed app is the one this server is made for.',
  },
] as const satisfies readonly AppPermission[];

/** What `Sites.Selected` is worth on the register's site: rows are read and written, lists and columns are made by an administrator. */
export const siteGrant = {
  permission: 'Sites.Selected',
  role: 'write',
  why: 'Rows of the register are read and written. Lists, columns and indexes are made by provisioning, not by the server.',
} as const;
