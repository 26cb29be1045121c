import stringify from 'safe-stable-stringify';
import type { Clause } from './decision.ts';
import type { Kind } from './kind.ts';
import { kindsOf, type Pack, parts, type Rule } from './pack.ts';
import type { Policy } from './policy.ts';

/** What people are told and asked around a meeting, out of all the packs. Pure. */

type Written = { readonly id: string; readonly clauses: readonly string[]; readonly kinds: Rule['kinds'] };
/** A line as it is shown: for one kind, with its clauses in words. Blanks such as `{lockTime}` are still to be filled in. */
export type Line<T extends Written> = Omit<T, 'clauses' | 'kinds'> & { readonly clauses: readonly Clause[] };

export type Lines = {
  readonly prompts: readonly Line<Pack['prompts'][number]>[];
  /** In the order of the parts of an invitation. */
  readonly joining: readonly Line<Pack['joining'][number]>[];
  readonly checklist: readonly Line<Pack['checklist'][number]>[];
  readonly advice: readonly Line<Pack['advice'][number]>[];
  /** The earliest of the packs that say so; `null` where none does. */
  readonly lockAfterMinutes: number | null;
};

/** The lines for one kind of meeting. What two packs say in the same words is said once, with the clauses of both. */
export function linesFor(policy: Policy, kind: Kind): Lines {
  const locks = policy.packs.flatMap(({ pack }) => pack.lockAfterMinutes ?? []);
  const joining = gather(policy, kind, (pack) => pack.joining);
  return {
    prompts: gather(policy, kind, (pack) => pack.prompts),
    joining: parts.flatMap((part) => joining.filter((line) => line.part === part)),
    checklist: gather(policy, kind, (pack) => pack.checklist),
    advice: gather(policy, kind, (pack) => pack.advice),
    lockAfterMinutes: locks.length > 0 ? Math.min(...locks) : null,
  };
}

function gather<T extends Written>(policy: Policy, kind: Kind, of: (pack: Pack) => readonly T[]): Line<T>[] {
  const lines = new Map<string, Line<T>>();
  for (const { pack, clauses: words } of policy.packs) {
    for (const { clauses, kinds, ...line } of of(pack)) {
      if (!kindsOf({ kinds }).includes(kind)) continue;
      const said = clauses.map((id) => ({ id, says: words[id]?.says ?? '' }));
      const key = stringify({ ...line, id: '' });
      lines.set(key, { ...(lines.get(key) ?? line), clauses: [...(lines.get(key)?.clauses ?? []), ...said] });
    }
  }
  return [...lines.values()];
}
