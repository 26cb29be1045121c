import type { Pack } from './pack.ts';

/** Where a pack speaks of its source's clauses. Pure. */

export const sections = ['rules', 'prompts', 'joining', 'checklist', 'advice', 'tenant', 'notHere'] as const;
export type Section = (typeof sections)[number];

export type Mention = {
  readonly clause: string;
  readonly section: Section;
  /** Of the rule, prompt or line; the reason where a clause does not apply. */
  readonly id: string;
  readonly path: readonly PropertyKey[];
};

/** Every mention of a clause, in the order of the file. */
export function mentionsIn(pack: Pack): readonly Mention[] {
  return sections.flatMap((section) =>
    pack[section].flatMap((item, index) =>
      item.clauses.map((clause, at) => ({
        clause,
        section,
        id: 'id' in item ? item.id : item.why,
        path: [section, index, 'clauses', at],
      })),
    ),
  );
}
