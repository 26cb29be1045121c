import type { Options } from '../../options.ts';
import type { Permission } from '../call.ts';

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

/** A role over every site, or `Sites.Selected` with enough granted on this one. */
export const onSite =
  (options: Options, level: Level): Permission =>
  (roles) =>
    everySite[level].some((role) => roles.has(role)) ||
    (roles.has('Sites.Selected') && selected[level].includes(options.now().siteRole));
