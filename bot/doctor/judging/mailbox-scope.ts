import type { Around } from '../around.ts';
import type { DoctorFacts } from '../facts.ts';
import { type About, fine, goTo, type Line, notRead, run, wrong } from '../line.ts';
import { hosts } from './organisers.ts';

/** Whether Exchange really keeps the app out of the mailboxes that are none of its business. Pure. */

export function ofMailboxScope(
  { outside, signIn }: DoctorFacts,
  { config: { appId, mailboxOutside } }: Around,
): readonly Line[] {
  const about: About = {
    id: 'mailbox scope',
    what: 'Exchange keeps the app out of other mailboxes',
    why: {
      promise: 'no pretending',
      says: 'The app is to reach the calendars of those who arrange meetings, and not those of pupils, governors or the office.',
      clauses: [],
    },
  };
  const command = (who: string) =>
    `Test-ServicePrincipalAuthorization -Identity ${appId} -Resource ${who} | Format-Table RoleName, GrantedPermissions, AllowedResourceScope, InScope`;
  if (outside === null || mailboxOutside === null)
    return [
      {
        ...about,
        state: 'look by hand',
        says: 'The settings name no mailbox to try it with. Put the object id of one that is not to be reached into MAILBOX_OUTSIDE, and I try it each time.',
        command: command('<a mailbox that is not to be reached>'),
        prints: 'InScope False in every row.',
      },
    ];
  if (!outside.known) return [notRead(about, outside.why, run('Ask Exchange', command(mailboxOutside)))];
  // Then what Exchange says does not count, and a line of its own says so.
  const byEntra = signIn.is === 'in' && signIn.roles.find((role) => role.startsWith('Calendars.'));
  if (typeof byEntra === 'string')
    return [notRead(about, `Entra itself grants ${byEntra}, so no scope of Exchange’s narrows anything: see there.`)];
  switch (outside.value) {
    case 'refused':
      return [fine(about, 'It was turned away from the mailbox that MAILBOX_OUTSIDE names, as it has to be.')];
    case 'no such mailbox':
      return [
        notRead(
          about,
          'There is no mailbox of the one that MAILBOX_OUTSIDE names.',
          goTo('Name another in the settings.'),
        ),
      ];
    case 'open':
      return [
        wrong(
          about,
          'It was let into the mailbox that MAILBOX_OUTSIDE names.',
          run('See what lets it in', command(mailboxOutside)),
          run(
            'If it is in the group of the scope, take it out; Exchange takes up to two hours',
            `Remove-DistributionGroupMember -Identity '${hosts}' -Member ${mailboxOutside}`,
          ),
        ),
      ];
  }
}
