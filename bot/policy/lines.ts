import stringify from 'safe-stable-stringify';
import type { Clause } from './decision.ts';
import type { Kind } from './kind.ts';
import { kindsOf, matters, type Pack, parts, type Rule } from './pack.ts';
import type { Policy } from './policy.ts';

/** What people are told and asked around a meeting, out of all the packs. Pure. */

type Written = { readonly id: string; readonly clauses: readonly string[]; readonly kinds: Rule['kinds'] };
/** A line as it is shown: for one kind, with its clauses in words. Blanks such as `{lockTime}` are still to be filled in. */
export type Line<T extends Written> = Omit<T, 'clauses' | 'kinds'> & { readonly clauses: readonly Clause[] };

/** `pack` and `id` together name it, for whoever translates it. */
export type JoiningLine = Line<Pack['joining'][number]> & { readonly pack: string };

export type Lines = {
  readonly prompts: readonly Line<Pack['prompts'][number]>[];
  /** In the order of the parts of an invitation. */
  readonly joining: readonly JoiningLine[];
  readonly checklist: readonly Line<Pack['checklist'][number]>[];
  readonly advice: readonly Line<Pack['advice'][number]>[];
  /** The earliest of the packs that say so; `null` where none does. */
  readonly lockAfterMinutes: number | null;
};

/** The lines for one kind of meeting. What two packs say in the same words is said once, with the clauses of both. */
export function linesFor(policy: Policy, kind: Kind): Lines {
  const locks = policy.packs.flatMap(({ pack }) => pack.lockAfterMinutes ?? []);
  const joining = joiningOf(policy, kind);
  return {
    prompts: gather(policy, kind, (pack) => pack.prompts),
    joining: parts.flatMap((part) => joining.filter((line) => line.part === part)),
    checklist: gather(policy, kind, (pack) => pack.checklist),
    advice: gather(policy, kind, (pack) => pack.advice),
    lockAfterMinutes: locks.length > 0 ? Math.min(...locks) : null,
  };
}

/**
 * Who reads the same thing three times stops reading. Of what several packs say about one matter, the lines of one pack are read:
 * the one that calls its own the strictest; then the one with most clauses behind them, as it asks most; of equals the one with most
 * words, as it explains most; then the first by name, so that no order matters. The clauses of the others stand behind its first line.
 */
function joiningOf(policy: Policy, kind: Kind): readonly JoiningLine[] {
  const written = policy.packs.flatMap(({ pack, clauses: words }) =>
    pack.joining.flatMap(({ kinds, clauses, ...line }) => {
      if (!kindsOf({ kinds }).includes(kind)) return [];
      return [{ ...line, pack: pack.id, clauses: clauses.map((id) => ({ id, says: words[id]?.says ?? '' })) }];
    }),
  );
  const read = [...Map.groupBy(written, ({ about, says }) => about ?? says).values()].flatMap(ofOnePack);
  return read.toSorted((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = ({ about }: JoiningLine): number => (about === null ? matters.length : matters.indexOf(about));

function ofOnePack(lines: readonly JoiningLine[]): readonly JoiningLine[] {
  const packs = [...Map.groupBy(lines, ({ pack }) => pack).values()].toSorted(
    (a, b) => strictIn(b) - strictIn(a) || clausesIn(b) - clausesIn(a) || wordsIn(b) - wordsIn(a),
  );
  const [[first, ...rest] = [], ...others] = packs;
  if (first === undefined) return [];
  const clauses = [...first.clauses, ...others.flat().flatMap((line) => line.clauses)];
  return [{ ...first, clauses }, ...rest];
}

const strictIn = (lines: readonly JoiningLine[]): number => lines.filter(({ strictest }) => strictest).length;
const clausesIn = (lines: readonly JoiningLine[]): number => lines.flatMap(({ clauses }) => clauses).length;
const wordsIn = (lines: readonly JoiningLine[]): number => lines.flatMap(({ says }) => says.split(' ')).length;

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
