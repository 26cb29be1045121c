import { changing } from '../cards/words/changing.ts';
import { type Ask, guestsOf, secondAdultOf } from '../meetings/ask.ts';
import type { Entry } from '../register/entry.ts';

/** A change of a meeting that stands, for as long as it is not made: what is and what would be. Guests without their addresses. Pure. */
export type ProposalView = {
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly at: string;
};

export function proposalView({ ask, amendment }: Entry): { proposal?: ProposalView } {
  if (amendment === null || amendment.came.to !== 'open') return {};
  const { at, ask: then } = amendment;
  const second = [secondAdultOf(ask)?.name ?? '', secondAdultOf(then)?.name ?? ''] as const;
  const other = second[0] === second[1] ? [] : [row(changing.was, second[0]), row(changing.willBe, second[1])];
  const rows = [
    ...other,
    ...only(then, ask).map((guest) => row(changing.comes, guest)),
    ...only(ask, then).map((guest) => row(changing.goes, guest)),
  ];
  return rows.length === 0 ? {} : { proposal: { rows, at } };
}

const row = (label: string, value: string) => ({ label, value });

/** Guests of the one who are not the other's. */
function only(one: Ask, other: Ask): readonly string[] {
  const there = new Set(guestsOf(other).map(({ address }) => address));
  return guestsOf(one).flatMap(({ name, role, agency, address }) =>
    there.has(address) ? [] : [`${name} (${role}, ${agency})`],
  );
}
