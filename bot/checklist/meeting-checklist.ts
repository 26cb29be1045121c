import type { World } from '../meetings/world.ts';
import type { Kind } from '../policy/kind.ts';
import { linesFor } from '../policy/lines.ts';
import type { Entry } from '../register/entry.ts';
import type { LineName, MeetingMoment } from '../register/kept.ts';
import { allInWords, fillingsFor, forAnyMeeting } from './in-words.ts';
import { type Advice, type Checklist, checklistFor, forApprovers, type MomentList } from './moments.ts';

/** The checklist of one meeting, its blanks filled in. Pure. */
export function checklistOf(
  entry: Pick<Entry, 'reference' | 'ask'>,
  { policy, school }: Pick<World, 'policy' | 'school'>,
): Checklist {
  const { kind } = entry.ask;
  const fillings = fillingsFor(entry, school, linesFor(policy, kind).lockAfterMinutes);
  return eachMoment(checklistFor(policy, kind), ({ todo, advice }) => ({
    todo: allInWords(todo, fillings),
    advice: allInWords(advice, fillings),
  }));
}

/** What the packs advise while a meeting of this kind is arranged: nothing has a reference or a time yet. Pure. */
export const adviceWhileArranging = (
  { policy, school }: Pick<World, 'policy' | 'school'>,
  kind: Kind,
): readonly Advice[] => allInWords(checklistFor(policy, kind).arranging.advice, forAnyMeeting(school));

/** What a meeting asks of those who say yes to it, its blanks filled in. Pure. */
export const askedOfApprovers = (
  entry: Entry,
  { policy, school }: Pick<World, 'policy' | 'school'>,
): readonly Advice[] =>
  allInWords(
    forApprovers(policy, entry.ask.kind),
    fillingsFor(entry, school, linesFor(policy, entry.ask.kind).lockAfterMinutes),
  );

/** How many lines of each moment nobody has answered yet. */
export const openIn = (
  lists: Checklist,
  answered: { has(name: LineName): boolean },
): Readonly<Record<MeetingMoment, number>> =>
  eachMoment(lists, ({ todo }) => todo.filter(({ name }) => !answered.has(name)).length);

const eachMoment = <T>(lists: Checklist, of: (list: MomentList) => T): Readonly<Record<MeetingMoment, T>> => ({
  arranging: of(lists.arranging),
  before: of(lists.before),
  start: of(lists.start),
  during: of(lists.during),
  after: of(lists.after),
});
