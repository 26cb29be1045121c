import { createIdentity, tokenFor } from '../../bot/graph/entra.ts';
import { type Graph, openGraph } from '../../bot/graph/graph.ts';
import type { ProvisionSettings } from './settings.ts';

/**
 * What the app an administrator provisions with has to be granted, with an administrator's consent, for as long as it is used. An app and
 * not a person who signs in, because Microsoft documents the reading of one grant on a site for apps alone
 * (https://learn.microsoft.com/graph/api/site-get-permission).
 */
export const administratorPermissions = {
  'Application.Read.All': 'To find the app in this tenant, and what it has been granted.',
  'AppRoleAssignment.ReadWrite.All': 'To grant it what it needs.',
  'Group.ReadWrite.All': 'To make the role groups that the settings do not name, and to list who may arrange meetings.',
  'User.ReadBasic.All': 'To know their addresses, which Exchange asks for.',
  'Sites.FullControl.All': 'To let the app into the one site, and to make the register’s lists there.',
} as const;

/**
 * Microsoft Graph as the app an administrator provisions with.
 * @throws Failure at once when Entra does not let it in, and not only after many tries of the first call
 */
export async function openAsAdministrator({
  entraUrl,
  graphUrl,
  tenantId,
  admin,
  retryMilliseconds,
}: ProvisionSettings): Promise<Graph> {
  const identity = createIdentity({ entraUrl, tenantId, appId: admin.appId }, { app: admin.credential });
  const settings = { graphUrl, retryMilliseconds, patienceMilliseconds: 60_000 };
  const token = tokenFor(identity, 'https://graph.microsoft.com/.default');
  await token();
  return openGraph(settings, token);
}
