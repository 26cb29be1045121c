import type { Caller, Role } from '../identity/caller.ts';
import { approvers } from '../policy/decision.ts';
import { canOpenRegister } from '../views/rights.ts';
import type { CheckList } from './checks.ts';
import type { LeadersView } from './leaders.ts';
import type { MineView } from './mine.ts';
import type { OutsideView } from './outside.ts';
import type { WaitingView } from './waiting.ts';

/** What the page Today is made of: each part is for somebody, and could be had or could not. Pure. */

/** In the order they are read when nothing presses. */
export const parts = ['safeguarding', 'waiting', 'leaders', 'mine', 'ict', 'data protection'] as const;
export type PartName = (typeof parts)[number];

/** `presses`: something in it wants doing today. */
type Had<Name extends PartName, View> = {
  readonly part: Name;
  readonly state: 'known';
  readonly presses: boolean;
} & View;
export type TodayPart =
  | Had<'safeguarding', OutsideView>
  | Had<'waiting', WaitingView>
  | Had<'leaders', LeadersView>
  | Had<'mine', MineView>
  | Had<'ict', CheckList>
  | Had<'data protection', CheckList>
  | { readonly part: PartName; readonly state: 'unknown'; readonly why: string };

/** `at`: when it was looked at; UTC. */
export type Today = { readonly at: string; readonly name: string; readonly parts: readonly TodayPart[] };

const forRoles: Readonly<Record<PartName, readonly Role[]>> = {
  safeguarding: ['dsl'],
  waiting: approvers,
  leaders: ['slt', 'head'],
  mine: ['staff'],
  ict: ['ict'],
  'data protection': ['dpo'],
};
const aboutMeetings: ReadonlySet<PartName> = new Set<PartName>(['safeguarding', 'leaders', 'mine']);

/** The parts that are for this person. */
export const partsFor = (caller: Caller): readonly PartName[] =>
  parts.filter(
    (part) =>
      forRoles[part].some((role) => caller.roles.has(role)) &&
      (!aboutMeetings.has(part) || canOpenRegister(caller).may),
  );

/** What presses first; what is not known may press. */
export const inOrderOfUrgency = (those: readonly TodayPart[]): readonly TodayPart[] =>
  those.toSorted((one, other) => rank(one) - rank(other));

const rank = (one: TodayPart): number =>
  (one.state === 'unknown' || one.presses ? 0 : parts.length) + parts.indexOf(one.part);
