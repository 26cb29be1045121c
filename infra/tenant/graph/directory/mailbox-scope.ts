import type { Options } from '../../options.ts';
import { findPerson } from '../../school/people.ts';
import type { TenantSettings } from '../../settings.ts';
import { type Permission, Refusal } from '../call.ts';

type World = { readonly options: Options; readonly settings: TenantSettings };

/**
 * Exchange decides by itself whom it lets in: by an application permission of Entra's, which reaches every mailbox, or by a role of its own
 * over the mailboxes of a scope. Either is enough (https://learn.microsoft.com/exchange/permissions-exo/application-rbac).
 * @param names what Entra may have granted; the role in Exchange is `Application Calendars.ReadWrite`
 */
export const inMailbox =
  ({ options, settings }: World, ...names: readonly string[]): Permission =>
  (roles, { app, param }) => {
    if (names.some((name) => roles.has(name))) return true;
    const person = findPerson(param('user'));
    // A mailbox that is not here is for whoever looks for it to miss.
    const here = person?.kind === 'member';
    if (app.id === settings.appId && (!here || options.now().mailboxScope.includes(person.id))) return true;
    throw new Refusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  };
