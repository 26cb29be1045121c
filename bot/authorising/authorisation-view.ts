import { approverInWords, listInWords } from '../cards/words/approvers.ts';
import { notTaken } from '../cards/words/authorisation.ts';
import type { Caller } from '../identity/caller.ts';
import type { Entry } from '../register/entry.ts';
import { mayAuthorise, pendingOf } from './authorise.ts';
import { requestHash } from './request-hash.ts';

/** What a reader of the tab sees of somebody's yes, and whether they may say it. Pure. */

/** Who must say yes or has, in words; `question` and `reason` are the approver's own. */
export type AuthorisationView = {
  readonly says: string;
  readonly yes: readonly { readonly by: string; readonly at: string }[];
  readonly question?: string;
  readonly answer?: string;
  readonly reason?: string;
};

/** `seen`: of what they are shown; an answer names it. `canAsk`: a question can be put, because none is with the host. */
export type CanAuthorise =
  | { readonly may: true; readonly seen: string; readonly canAsk: boolean }
  | { readonly may: false; readonly why: string };

export function canAuthorise(entry: Entry, caller: Caller, now: Date): CanAuthorise {
  const may = mayAuthorise(entry, caller, now);
  if (!may.may) return { may: false, why: notTaken[may.why] };
  return { may: true, seen: requestHash(entry), canAsk: pendingOf(entry)?.state === 'wanted' };
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
