import { agreed, standingInWords } from '../cards/words/agreements.ts';
import { pupilAttends } from '../meetings/ask.ts';
import type { Statement } from '../register/agreements.ts';
import type { Entry } from '../register/entry.ts';
import { standings } from './ledger.ts';

/** What a reader of the tab sees of agreements: whoever may read the guests' names may read how theirs stand. */
export type AgreementsView = {
  /** What is to be known about all of them, a sentence each. */
  readonly says: readonly string[];
  readonly guests: readonly { readonly name: string; readonly role: string; readonly stands: readonly string[] }[];
};

/** @param statements of this meeting, oldest first @returns nothing for a kind that has nobody from outside. Pure. */
export function agreementsView(entry: Entry, statements: readonly Statement[]): { agreements?: AgreementsView } {
  const all = standings(entry, statements);
  if (all.length === 0) return {};
  const guests = all.map((standing) => ({
    name: standing.guest.name,
    role: standing.guest.role,
    stands: standingInWords(standing),
  }));
  return { agreements: { says: [agreed.noBasis, ...(pupilAttends(entry.ask) ? [agreed.forTheChild] : [])], guests } };
}
