import type { Clause } from '../policy/decision.ts';

/** What the doctor says of one thing: what, how it stands, why it matters, how to mend it. */

/** Our five promises, in the order they are made. */
export const promises = [
  'sealed before sent',
  'written before done',
  'every answer has its clause',
  'twice is once',
  'no pretending',
] as const;
export type Promised = (typeof promises)[number];

/** In the order they are read: what is wrong first. */
export const states = ['wrong', 'cannot be read', 'look by hand', 'fine'] as const;
export type State = (typeof states)[number];

/** What depends on it: a promise, in a sentence, and the clauses of the school's packs. */
export type Why = { readonly promise: Promised; readonly says: string; readonly clauses: readonly Clause[] };

/** One thing to do. `command` is to be run as it stands; `null` where `says` names a place instead. */
export type Step = { readonly says: string; readonly command: string | null };

/** @property id stays the same from one examination to the next, e.g. `permission Sites.Selected` */
export type About = { readonly id: string; readonly what: string; readonly why: Why };

export type Line = About &
  (
    | { readonly state: 'fine'; readonly says: string }
    | { readonly state: 'wrong'; readonly says: string; readonly mend: readonly [Step, ...Step[]] }
    /** Which is not the same as wrong, and never fine. `mend`: how somebody can find out. */
    | { readonly state: 'cannot be read'; readonly says: string; readonly mend: readonly Step[] }
    /** No API tells. `prints`: what the command, or the place, must show. */
    | {
        readonly state: 'look by hand';
        readonly says: string;
        readonly command: string | null;
        readonly prints: string;
      }
  );

/** @property at when it was read, UTC */
export type Examination = { readonly at: string; readonly lines: readonly Line[] };

export const fine = (about: About, says: string): Line => ({ ...about, state: 'fine', says });
export const wrong = (about: About, says: string, ...mend: readonly [Step, ...Step[]]): Line => ({
  ...about,
  state: 'wrong',
  says,
  mend,
});
export const notRead = (about: About, says: string, ...mend: readonly Step[]): Line => ({
  ...about,
  state: 'cannot be read',
  says,
  mend,
});
export const run = (says: string, command: string): Step => ({ says, command });
export const goTo = (says: string): Step => ({ says, command: null });

/** Wrong things first, then what is not known; within each in the order they were judged. */
export const inOrder = (lines: readonly Line[]): readonly Line[] =>
  lines.toSorted((one, other) => states.indexOf(one.state) - states.indexOf(other.state));

/** How many of each. */
export const countOf = (lines: readonly Line[], state: State): number =>
  lines.filter((line) => line.state === state).length;
