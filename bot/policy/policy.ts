import stringify from 'safe-stable-stringify';
import type { ClauseList } from './clause-list.ts';
import type { Pack } from './pack.ts';
import { PackFault } from './pack-fault.ts';
import type { Waiver } from './school.ts';

/** A pack together with its source's clauses in our words. */
export type Adopted = { readonly pack: Pack; readonly clauses: ClauseList };

/** What a school follows: a set of packs, by id, never empty; and what it has waived. Merged, the strictest wins: see decide.ts. */
export type Policy = {
  readonly packs: readonly [Adopted, ...Adopted[]];
  readonly waivers: readonly Waiver[];
};

/** Our own promises, which every school keeps: no waiver touches them. */
export const baseline = 'chaperone';

/** @returns the policy of these packs, whatever their order */
export function policyOf(packs: Policy['packs'], waivers: readonly Waiver[] = []): Policy {
  const [first, ...others] = packs;
  return others.reduce<Policy>((all, pack) => merge(all, { packs: [pack], waivers: [] }), { packs: [first], waivers });
}

/**
 * Both policies at once: the union of their packs and waivers. Associative, commutative and idempotent. A pack can only tighten
 * what the others say; waivers are the school's own and come from its settings file alone.
 * @throws PackFault when the two have the same pack in two versions
 */
export function merge(one: Policy, other: Policy): Policy {
  const merged = [...one.packs];
  for (const adopted of other.packs) {
    const { id } = adopted.pack;
    const same = merged.find(({ pack }) => pack.id === id);
    if (same === undefined) merged.push(adopted);
    else if (stringify(same) !== stringify(adopted))
      throw new PackFault([{ file: `${id}.yaml`, line: 1, says: `The pack “${id}” is there in two versions.` }]);
  }
  const [first = one.packs[0], ...others] = merged.toSorted((a, b) => inOrder(a.pack.id, b.pack.id));
  return { packs: [first, ...others], waivers: union(one.waivers, other.waivers) };
}

function union(some: readonly Waiver[], others: readonly Waiver[]): readonly Waiver[] {
  const byText = new Map([...some, ...others].map((waiver) => [stringify(waiver), waiver]));
  return [...byText].toSorted(([a], [b]) => inOrder(a, b)).map(([, waiver]) => waiver);
}

// Not localeCompare: it calls some different texts equal.
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
