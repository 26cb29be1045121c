import { type JoiningLine, linesFor } from '../../policy/lines.ts';
import { type OurLine, ourLines, type Section, sections } from '../../policy/our-words.ts';
import { parts } from '../../policy/pack.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Ask } from '../ask.ts';

/** What an invitation says, in order, before it is put into any language. Pure. */

/** A sentence of a pack's, or one of ours by name. */
export type Saying =
  | { readonly of: 'pack'; readonly name: string; readonly says: string }
  | { readonly of: 'us'; readonly id: OurLine['id'] };

export type Sayings = {
  /** Read first, under no heading. */
  readonly lead: readonly Saying[];
  readonly sections: readonly { readonly section: Section; readonly sayings: readonly Saying[] }[];
  readonly lockAfterMinutes: number | null;
};

type Part = (typeof parts)[number];

const sectionOf: Readonly<Record<Part, Section | null>> = {
  'what it is': null,
  'who is who': 'who',
  'before you join': 'before',
  joining: 'joining',
  'if the call drops': 'drops',
  'how to speak': 'call',
  'how to appear': 'call',
  'how to take part': 'call',
  leaving: 'call',
  respect: 'call',
  worries: 'worries',
  recording: 'privacy',
  privacy: 'privacy',
  'your choice': 'choice',
};

/** What the school's packs say to those who join this kind of meeting, and our own words where they are silent. */
export function sayingsFor(policy: Policy, kind: Ask['kind']): Sayings {
  const { joining, lockAfterMinutes } = linesFor(policy, kind);
  // Day, time, place and purpose are in our opening, which every invitation has.
  const theirs = joining.filter(({ about }) => about !== 'what and when');
  const ours = ourLines.filter(({ to }) => to === 'everybody' || kind !== 'staff').filter(isWanted(theirs));
  const within = (section: Section | null): Saying[] =>
    parts
      .filter((part) => sectionOf[part] === section)
      .flatMap((part) => [
        ...theirs.filter((line) => line.part === part).map(ofPack),
        ...ours.filter((line) => line.part === part).map(({ id }) => ({ of: 'us' as const, id })),
      ]);
  return {
    lead: within(null),
    sections: sections.map((section) => ({ section, sayings: within(section) })),
    lockAfterMinutes,
  };
}

const ofPack = ({ pack, id, says }: JoiningLine): Saying => ({ of: 'pack', name: `${pack}/${id}`, says });

// When the door shuts is said once, by whoever says it: a pack may set the time without a line of its own.
const isWanted =
  (theirs: readonly JoiningLine[]) =>
  ({ id, about }: OurLine): boolean =>
    id === 'lock'
      ? !theirs.some(({ says }) => says.includes('{lockTime}'))
      : !theirs.some((line) => about !== null && line.about === about);
