import type { Options } from '../../options.ts';
import { type Permission, Refusal } from '../call.ts';

type Level = 'read' | 'write' | 'manage';

const everySite: Record<Level, readonly string[]> = {
  read: ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  write: ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  manage: ['Sites.Manage.All', 'Sites.FullControl.All'],
};
const selected: Record<Level, readonly string[]> = {
  read: ['read', 'write', 'owner', 'fullcontrol'],
  write: ['write', 'owner', 'fullcontrol'],
  manage: ['owner', 'fullcontrol'],
};

/**
 * A role over every site, or `Sites.Selected` with enough granted on this one. `write` makes no lists and no columns
 * (https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/1034).
 */
export const onSite =
  (options: Options, level: Level): Permission =>
  (roles, { param }) => {
    if (everySite[level].some((role) => roles.has(role))) return true;
    if (!roles.has('Sites.Selected')) return false;
    // The tenant's own front page: nobody granted anything there.
    if (param('site') !== 'root' && selected[level].includes(options.now().siteRole)) return true;
    throw new Refusal(403, 'accessDenied', 'Access denied');
  };
