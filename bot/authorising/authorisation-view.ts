import { approverInWords, listInWords } from '../cards/words/approvers.ts';
import { notTaken } from '../cards/words/authorisation.ts';
import type { Caller } from '../identity/caller.ts';
import type { Entry } from '../register/entry.ts';
import { mayAuthorise } from './authorise.ts';

/** What a reader of the tab sees of somebody's yes, and whether they may say it. Pure. */

/** Who must say yes or has, in words; `question` and `reason` are the approver's own. */
export type AuthorisationView = {
  readonly says: string;
  readonly yes: readonly { readonly by: string; readonly at: string }[];
  readonly question?: string;
  readonly answer?: string;
  readonly reason?: string;
};

export function canAuthorise(entry: Entry, caller: Caller, now: Date): { may: true } | { may: false; why: string } {
  const may = mayAuthorise(entry, caller, now);
  return may.may ? { may: true } : { may: false, why: notTaken[may.why] };
}

export function authorisationView(authorisation: Entry['authorisation']): { authorisation?: AuthorisationView } {
  const { state } = authorisation;
  if (state === 'not needed') return {};
  const yes = ('yes' in authorisation ? authorisation.yes : []).map(({ by, at }) => ({ by: by.name, at }));
  const whose = 'of' in authorisation ? listInWords(authorisation.of.map((group) => approverInWords[group])) : '';
  switch (state) {
    case 'wanted': {
      const { answered } = authorisation;
      const spoken = answered && { question: answered.question, answer: answered.answer };
      return { authorisation: { says: `It waits for the yes of ${whose}.`, yes, ...spoken } };
    }
    case 'asked back': {
      const { by, question } = authorisation;
      return {
        authorisation: { says: `${by.name} has asked the host a question; it waits for the answer.`, yes, question },
      };
    }
    case 'given':
      return { authorisation: { says: 'Authorised.', yes } };
    case 'refused': {
      const { by, reason } = authorisation;
      return { authorisation: { says: `${by.name} said no.`, yes, reason } };
    }
  }
}
