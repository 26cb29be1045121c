import stringify from 'safe-stable-stringify';
import type { Clause } from './decision.ts';
import type { Kind } from './kind.ts';
import { kindsOf, matters, type Pack, parts, type Rule } from './pack.ts';
import type { Policy } from './policy.ts';

/** What people are told and asked around a meeting, out of all the packs. Pure. */

type Written = { readonly id: string; readonly clauses: readonly string[]; readonly kinds: Rule['kinds'] };
/**
 * A line as it is shown: for one kind, with its clauses in words. Blanks such as `{lockTime}` are still to be filled in.
 * `pack` and `id` together name it, for whoever translates it or keeps what was answered to it.
 */
export type Line<T extends Written> = Omit<T, 'clauses' | 'kinds'> & {
  readonly pack: string;
  readonly clauses: readonly Clause[];
};
export type JoiningLine = Line<Pack['joining'][number]>;

/** What people are asked, ticked or advised around a meeting. */
export type HostLines = {
  readonly prompts: readonly Line<Pack['prompts'][number]>[];
  readonly checklist: readonly Line<Pack['checklist'][number]>[];
  readonly advice: readonly Line<Pack['advice'][number]>[];
};

export type Lines = HostLines & {
  /** In the order of the parts of an invitation. */
  readonly joining: readonly JoiningLine[];
  /** The earliest of the packs that say so; `null` where none does. */
  readonly lockAfterMinutes: number | null;
};

/** The lines for one kind of meeting. What two packs say in the same words is said once, with the clauses of both. */
export function linesFor(policy: Policy, kind: Kind): Lines {
  const locks = policy.packs.flatMap(({ pack }) => pack.lockAfterMinutes ?? []);
  const joining = joiningOf(policy, kind);
  return {
    ...hostLines(policy, (line) => kindsOf(line).includes(kind)),
    joining: parts.flatMap((part) => joining.filter((line) => line.part === part)),
    lockAfterMinutes: locks.length > 0 ? Math.min(...locks) : null,
  };
}

/** The same whatever the kind, for what concerns the school and no single meeting. */
export const linesForSchool = (policy: Policy): HostLines => hostLines(policy, () => true);

const hostLines = (policy: Policy, concerns: (line: Pick<Written, 'kinds'>) => boolean): HostLines => ({
  prompts: gather(policy, concerns, (pack) => pack.prompts),
  checklist: onceEach(gather(policy, concerns, (pack) => pack.checklist)),
  advice: onceEach(gather(policy, concerns, (pack) => pack.advice)),
});

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

/** The same for what a host ticks or is advised at one moment: nobody ticks one thing four times. The order stays the packs' own. */
function onceEach<T extends Told & { readonly moment: string }>(lines: readonly T[]): readonly T[] {
  const groups = Map.groupBy(lines, ({ about, moment, pack, id }) =>
    about === null ? `${pack}/${id} ${moment}` : `${about}, ${moment}`,
  );
  return [...groups.values()].flatMap(ofOnePack);
}

type Told = {
  readonly pack: string;
  readonly id: string;
  readonly about: string | null;
  readonly strictest: boolean;
  readonly says: string;
  readonly clauses: readonly Clause[];
};

function ofOnePack<T extends Told>(lines: readonly T[]): readonly T[] {
  const packs = [...Map.groupBy(lines, ({ pack }) => pack).values()].toSorted(
    (a, b) => strictIn(b) - strictIn(a) || clausesIn(b) - clausesIn(a) || wordsIn(b) - wordsIn(a),
  );
  const [[first, ...rest] = [], ...others] = packs;
  if (first === undefined) return [];
  const clauses = [...first.clauses, ...others.flat().flatMap((line) => line.clauses)];
  return [{ ...first, clauses }, ...rest];
}

const strictIn = (lines: readonly Told[]): number => lines.filter(({ strictest }) => strictest).length;
const clausesIn = (lines: readonly Told[]): number => lines.flatMap(({ clauses }) => clauses).length;
const wordsIn = (lines: readonly Told[]): number => lines.flatMap(({ says }) => says.split(' ')).length;

function gather<T extends Written>(
  policy: Policy,
  concerns: (line: Pick<Written, 'kinds'>) => boolean,
  of: (pack: Pack) => readonly T[],
): Line<T>[] {
  const lines = new Map<string, Line<T>>();
  for (const { pack, clauses: words } of policy.packs) {
    for (const { clauses, kinds, ...line } of of(pack)) {
      if (!concerns({ kinds })) continue;
      const said = clauses.map((id) => ({ id, says: words[id]?.says ?? '' }));
      const key = stringify({ ...line, id: '' });
      const first = lines.get(key) ?? { ...line, pack: pack.id, clauses: [] };
      lines.set(key, { ...first, clauses: [...first.clauses, ...said] });
    }
  }
  return [...lines.values()];
}
