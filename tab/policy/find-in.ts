import type { Kind } from '../../bot/policy/kind.ts';
import type { ClauseView, Deed, DeedView, PackView } from '../../bot/views/policy.ts';

/** Which clauses fit what somebody looks for. Pure. */

export type Finding = {
  readonly words: string;
  readonly does: Deed | 'waived' | 'gives way' | '';
  readonly kind: Kind | '';
};
export const nothingSought: Finding = { words: '', does: '', kind: '' };

/** The packs with the clauses that fit, every word of them somewhere in the clause or in what it does; packs with none are left out. */
export function findIn(packs: readonly PackView[], { words, does, kind }: Finding): readonly PackView[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (clause: ClauseView): boolean => {
    const text = textOf(clause);
    const fitting = clause.deeds.filter((deed) => fitsDeed(deed, does) && (kind === '' || deed.kinds.includes(kind)));
    return wanted.every((word) => text.includes(word)) && ((does === '' && kind === '') || fitting.length > 0);
  };
  return packs
    .map((pack) => ({ ...pack, clauses: pack.clauses.filter(fits) }))
    .filter(({ clauses }) => clauses.length > 0);
}

const textOf = ({ id, says, deeds }: ClauseView): string =>
  [id, says, ...deeds.flatMap((deed) => [deed.says, deed.how, ...deed.sets.map((one) => `${one.name} ${one.says}`)])]
    .join(' ')
    .toLowerCase();

function fitsDeed(deed: DeedView, does: Finding['does']): boolean {
  if (does === 'waived') return deed.waivers.some(({ isOver }) => !isOver);
  if (does === 'gives way') return deed.saidBy !== null || deed.sets.some(({ stricterIn }) => stricterIn !== null);
  return does === '' || deed.does === does;
}
