import { type Colleague, secondAdultOf } from '../meetings/ask.ts';
import { todayOf } from '../policy/school-day.ts';
import type { Statement } from '../register/agreements.ts';
import { type Entry, isOver, moment } from '../register/entry.ts';
import { type Standing, standings } from './ledger.ts';

/** Who may write down what about the agreements of a meeting's guests, and when not. Pure. */

/** What somebody writes down. `guest`: the key of one of the meeting's guests, as the card has it. */
export type Said = Pick<Statement, 'agreement' | 'says' | 'how' | 'on'> & { readonly guest: string };

/** Why it is not written down. Each has its sentence in cards/words/agreements.ts. */
export const whyNots = [
  /** Also when there is one and it is somebody else's: the difference would tell that it exists. */
  'no such meeting',
  'no such guest',
  'no guests',
  'over',
  'in the future',
  'withdrawn since',
  'not given',
  'given since',
] as const;
export type WhyNot = (typeof whyNots)[number];

type No = { readonly may: false; readonly why: WhyNot };
const no = (why: WhyNot): No => ({ may: false, why });

/** Whether this person looks after the agreements of this meeting: its host and its second adult do. */
export function mayLook({ ask }: Entry, { id }: Pick<Colleague, 'id'>): { readonly may: true } | No {
  const theirs = [ask.host.id, secondAdultOf(ask)?.id].some((one) => one?.toLowerCase() === id.toLowerCase());
  if (!theirs) return no('no such meeting');
  return 'guests' in ask ? { may: true } : no('no guests');
}

/** The statement that is to be added, or the one that says the same already. */
export type Judged =
  | { readonly may: true; readonly add: Omit<Statement, 'number'> }
  | { readonly may: true; readonly there: Statement }
  | No;

/**
 * Whether it may be written down, as things stand. Of two statements about the same agreement the later day counts, so none is
 * written that an earlier one has overtaken.
 * @param statements of this meeting, oldest first
 */
export function judge(
  entry: Entry,
  statements: readonly Statement[],
  { said, person, now }: { said: Said; person: Pick<Colleague, 'id' | 'name'>; now: Date },
): Judged {
  const may = mayLook(entry, person);
  if (!may.may) return may;
  if (isOver[entry.status]) return no('over');
  const standing = standings(entry, statements).find(({ key }) => key === said.guest);
  if (standing === undefined) return no('no such guest');
  if (said.on > todayOf(now)) return no('in the future');
  const newest = standing.agreed[said.agreement];
  if (newest !== null && isSame(newest, said, person)) return { may: true, there: newest };
  const why = whyOvertaken(newest, said);
  return why === null ? { may: true, add: statementOf(entry, standing, { said, person, now }) } : no(why);
}

const isSame = (newest: Statement, { says, how, on }: Said, { id }: Pick<Colleague, 'id'>): boolean =>
  newest.says === says && newest.how === how && newest.on === on && newest.by.id === id;

function whyOvertaken(newest: Statement | null, { says, on }: Said): WhyNot | null {
  if (says === 'given') return newest?.says === 'withdrawn' && on < newest.on ? 'withdrawn since' : null;
  if (newest?.says !== 'given') return 'not given';
  return on < newest.on ? 'given since' : null;
}

function statementOf(
  { reference }: Entry,
  { guest: { name }, number, key }: Standing,
  { said, person, now }: { said: Said; person: Pick<Colleague, 'id' | 'name'>; now: Date },
): Omit<Statement, 'number'> {
  const { agreement, says, how, on } = said;
  const by = { id: person.id, name: person.name };
  return { reference, agreement, says, guest: { key, number, name }, how, on, by, at: moment(now) };
}
