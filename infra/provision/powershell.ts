import type { Graph } from '../../bot/graph/graph.ts';
import { permissions } from '../../bot/graph/permissions.ts';
import { everyList } from '../../bot/register/lists.ts';

import type { Facts } from './facts.ts';
import { type Organisers, readOrganisers } from './organisers.ts';
import type { ProvisionSettings } from './settings.ts';

/** What the script is filled in with: this school's ids. */
export type Ids = {
  readonly tenantId: string;
  readonly appId: string;
  /** The object id of its enterprise application, which Exchange asks for: not that of the registration. */
  readonly principalId: string;
  readonly organisers: Organisers;
  readonly siteUrl: string;
  /** Somebody whose calendar the app must not reach, by object id. */
  readonly mailboxOutside: string | null;
};

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const policy = 'Chaperone';
const hosts = 'Chaperone hosts';

/** The script for this school. Rejects as `readOrganisers`; without an enterprise application there is nothing to fill in, and it says so. */
export async function administratorScript(graph: Graph, facts: Facts, settings: ProvisionSettings): Promise<string> {
  if (facts.app === null) return '# The app is not in this tenant yet: there is nothing to be granted to it.';
  return scriptFor({
    tenantId: settings.tenantId,
    appId: settings.appId,
    principalId: facts.app.id,
    organisers: await readOrganisers(graph, facts, settings),
    siteUrl: facts.site.webUrl,
    mailboxOutside: settings.mailboxOutside,
  });
}

/**
 * What only an administrator may do, and only in PowerShell: Microsoft Graph has no way to it. Pure. Running it again repeats nothing, and
 * brings the mailboxes in scope up to date with who is in the group.
 * Sources: https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy and
 * https://learn.microsoft.com/exchange/permissions-exo/application-rbac
 */
export function scriptFor(ids: Ids): string {
  return [...teams(ids), '', ...exchange(ids), '', ...sharePoint(ids)].join('\n');
}

const teams = ({ appId, organisers }: Ids): readonly string[] => [
  '# Teams: whose meetings the app may set up and seal. It takes up to 30 minutes to hold.',
  '# A policy granted to one person by name outranks the one of a group.',
  'Connect-MicrosoftTeams',
  `if (-not (Get-CsApplicationAccessPolicy -Identity ${quoted(policy)} -ErrorAction SilentlyContinue)) {`,
  `  New-CsApplicationAccessPolicy -Identity ${quoted(policy)} -AppIds ${quoted(appId)} -Description ${quoted('Meetings with people from outside')}`,
  '}',
  `Grant-CsApplicationAccessPolicy -PolicyName ${quoted(policy)} -Group ${quoted(organisers.group)} -Rank 1`,
];

const exchange = ({ appId, principalId, organisers, mailboxOutside }: Ids): readonly string[] => [
  '# Exchange: whose calendars the app may reach, and no other. It takes up to two hours to hold.',
  '# Only direct members count, so everybody who may arrange meetings stands in a group of Exchange’s own.',
  'Connect-ExchangeOnline',
  `if (-not (Get-DistributionGroup -Identity ${quoted(hosts)} -ErrorAction SilentlyContinue)) {`,
  `  New-DistributionGroup -Name ${quoted(hosts)} -Type Security -MemberJoinRestriction Closed -MemberDepartRestriction Closed`,
  '}',
  `Set-DistributionGroup -Identity ${quoted(hosts)} -HiddenFromAddressListsEnabled $true`,
  ...(organisers.addresses.length === 0
    ? ['# Nobody is in the group of those who arrange meetings yet: fill it, and print this again.']
    : [
        `Update-DistributionGroupMember -Identity ${quoted(hosts)} -Confirm:$false -Members @(`,
        organisers.addresses.map((address) => `  ${quoted(address)}`).join(',\n'),
        ')',
      ]),
  `if (-not (Get-ServicePrincipal -Identity ${quoted(principalId)} -ErrorAction SilentlyContinue)) {`,
  `  New-ServicePrincipal -AppId ${quoted(appId)} -ObjectId ${quoted(principalId)} -DisplayName ${quoted(policy)}`,
  '}',
  `if (-not (Get-ManagementScope -Identity ${quoted(hosts)} -ErrorAction SilentlyContinue)) {`,
  `  $group = (Get-Group -Identity ${quoted(hosts)}).DistinguishedName`,
  `  New-ManagementScope -Name ${quoted(hosts)} -RecipientRestrictionFilter "MemberOfGroup -eq '$group'"`,
  '}',
  ...permissions.flatMap(({ name, grantedBy }) => (grantedBy === 'Exchange' ? exchangeRole(name, principalId) : [])),
  ...(mailboxOutside === null
    ? [
        '# MAILBOX_OUTSIDE names nobody: name somebody in the settings whose calendar the app must not reach, to prove it.',
      ]
    : [
        '# Must print InScope False:',
        `Test-ServicePrincipalAuthorization -Identity ${quoted(principalId)} -Resource ${quoted(mailboxOutside)} | Format-Table`,
      ]),
];

function exchangeRole(permission: string, principalId: string): readonly string[] {
  const name = `${policy} ${permission}`;
  return [
    `if (-not (Get-ManagementRoleAssignment -Identity ${quoted(name)} -ErrorAction SilentlyContinue)) {`,
    `  New-ManagementRoleAssignment -Name ${quoted(name)} -App ${quoted(principalId)} -Role ${quoted(`Application ${permission}`)} -CustomResourceScope ${quoted(hosts)}`,
    '}',
  ];
}

const sharePoint = ({ siteUrl, tenantId }: Ids): readonly string[] => [
  '# SharePoint: every change of a row keeps the one before. Graph can neither set this nor read it.',
  '# <client id>: your own app for PnP PowerShell (https://pnp.github.io/powershell/articles/registerapplication).',
  `Connect-PnPOnline -Url ${quoted(siteUrl)} -Tenant ${quoted(tenantId)} -Interactive -ClientId '<client id>'`,
  ...everyList.map(({ name }) => `Set-PnPList -Identity ${quoted(name)} -EnableVersioning $true -MajorVersions 500`),
];
