import type { Mail } from '../tenant-api.ts';

type Scope = NonNullable<Mail['optionsThen']>['lobbyBypassSettings']['scope'];

const waiting: Readonly<Record<Scope, string>> = {
  organizer: 'Everyone but the organizer and co-organizers waits',
  organizationExcludingGuests: 'Everyone from outside the school waits',
  organization: 'People from outside wait; guests of the directory walk in',
  organizationAndFederated: 'People of trusted organisations walk in',
  invited: 'Everyone invited walks in',
  everyone: 'Everyone walks in',
};

export type Door = { readonly shut: boolean; readonly words: string };

/** How the meeting's lobby stood when a mail left, in words; what is not known is not shut. */
export function doorOf(options: Mail['optionsThen']): Door {
  if (options === null) return { shut: false, words: 'There was no online meeting.' };
  const { scope, isDialInBypassEnabled } = options.lobbyBypassSettings;
  const guestsWait = scope === 'organizer' || scope === 'organizationExcludingGuests';
  const callers = isDialInBypassEnabled ? 'callers walk in' : 'callers wait too';
  const shut = guestsWait && !isDialInBypassEnabled;
  return { shut, words: `${waiting[scope]}; ${callers}.` };
}
