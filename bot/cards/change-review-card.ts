import type { Wanted } from '../changing/wanted.ts';
import type { Wish, Wished } from '../changing/wish.ts';
import type { Answered } from '../conversation/answered.ts';
import { type Ask, guestsOf, secondAdultOf } from '../meetings/ask.ts';
import { invitedTo } from '../meetings/who-comes.ts';
import type { Decision } from '../policy/decision.ts';
import type { Fact } from '../policy/fact.ts';
import type { Entry } from '../register/entry.ts';
import { aboutMeeting, act, box, type Reader, startButtons } from './change-card.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  bullets,
  button,
  type Element,
  folded,
  heading,
  hint,
  literal,
  notesBox,
  subheading,
  warningsBox,
} from './elements.ts';
import { authorisation, clause, questions, refusal, setAside } from './review-card.ts';
import type { Known } from './view.ts';
import { listInWords } from './words/approvers.ts';
import { changeButtons, changing } from './words/changing.ts';
import { spanInWords } from './words/dates.ts';
import { asides, labels } from './words/questions.ts';
import { review } from './words/review.ts';

/** What a change leads to: what will be, what policy says, who is written to, and the one button that makes it. */

export type ChangeReviewView = {
  readonly entry: Entry;
  readonly reader: Reader;
  readonly wanted: Wanted;
  readonly to: Wish['to'];
  readonly wished: Wished;
  readonly decision: Decision;
  /** Whether somebody has to say yes to it first. */
  readonly needsYes: boolean;
  readonly answered: Answered;
  /** Names of guests whose address the school has not met. */
  readonly newGuests: readonly string[];
  readonly calendars: Calendars;
  readonly notes: readonly string[];
};

/** Whose calendars matter to it, who has something else then, and when all of them are free instead; UTC. */
export type Calendars = {
  readonly names: readonly string[];
  readonly busy: Fact<readonly string[]>;
  readonly free: readonly string[];
};

export function changeReviewCard(view: ChangeReviewView): AdaptiveCardJson {
  const { entry, decision, wanted, notes } = view;
  const { reference } = entry;
  const refused = decision.verdict === 'refuse';
  const data = { reference, wanted };
  const make = button({ title: titleOfButton(view), verb: 'make the change', data, style: 'positive', inputs: 'auto' });
  const again = button({ title: changeButtons.again, verb: 'change it so', data });
  const body = refused ? [...refusal(decision), ...whatWillBe(view)] : [...whatWillBe(view), ...goingAhead(view)];
  return adaptiveCard(
    [heading(titleOf(view)), ...notesBox(notes), ...setAside(decision), ...body],
    [
      // What could not be checked may be answered in a minute.
      refused ? again : make,
      act(reference, changeButtons.other, 'change a meeting'),
      act(reference, changeButtons.keep, 'keep the meeting'),
    ],
  );
}

export function titleOf({ decision, needsYes, to }: Pick<ChangeReviewView, 'decision' | 'needsYes' | 'to'>): string {
  if (decision.verdict === 'refuse') return changing.refused;
  return needsYes ? changing.authorise : changing.review[to];
}

export const titleOfButton = ({ needsYes, to }: Pick<ChangeReviewView, 'needsYes' | 'to'>): string =>
  needsYes ? changeButtons.authorise : changeButtons.make[to];

function whatWillBe({ entry, reader, to, wished }: ChangeReviewView): readonly Element[] {
  const rest = aboutMeeting({ ...entry, ask: wished.ask }, reader).filter(({ label }) => label !== saidAbove[to]);
  return [box([...difference(to, entry.ask, wished.ask), ...rest])];
}

const saidAbove: Readonly<Partial<Record<Wish['to'], string>>> = {
  move: labels.when,
  'change host': changing.host,
  'change second adult': labels['second adult'],
};

/** What it is now and what it will be; of guests only those who come or go. */
export function difference(to: Wish['to'], before: Ask, after: Ask): readonly Known[] {
  const rows = (was: string, willBe: string) => [
    { label: changing.was, value: was },
    { label: changing.willBe, value: willBe },
  ];
  switch (to) {
    case 'move':
      return rows(spanInWords(before.start, before.minutes), spanInWords(after.start, after.minutes));
    case 'change host':
      return rows(before.host.name, after.host.name);
    case 'change second adult':
      return rows(secondAdultOf(before)?.name ?? '', secondAdultOf(after)?.name ?? '');
    case 'add guests':
      return guestsIn(after, before).map((value) => ({ label: changing.comes, value }));
    case 'remove guest':
      return guestsIn(before, after).map((value) => ({ label: changing.goes, value }));
  }
}

const guestsIn = (one: Ask, other: Ask): readonly string[] => {
  const there = new Set(guestsOf(other).map(({ address }) => address));
  return guestsOf(one).flatMap(({ name, role, agency, address }) =>
    there.has(address) ? [] : [`${name} (${role}, ${agency}), ${address}`],
  );
};

function goingAhead(view: ChangeReviewView): readonly Element[] {
  const { entry, decision, needsYes, to, wished } = view;
  const counts = decision.authorisedBy.length > 0 && !needsYes ? [hint(changing.yesCounts)] : [];
  return [
    ...questions({ ...view, ...view.answered }),
    ...(needsYes ? [...authorisation(decision), hint(changing.staysMeanwhile)] : counts),
    ...calendarLines(view),
    subheading(changing.whoIsWritten),
    literal(writtenTo(entry.ask, wished)),
    subheading(changing.whatHappens),
    ...bullets(steps(to)),
    ...(decision.verdict === 'allow' ? folded('clauses', review.clauses, decision.because.map(clause)) : []),
  ];
}

export const steps = (to: Wish['to']): readonly string[] =>
  to === 'move' || to === 'change host' ? changing.anew : changing.inPlace[to];

/** What the calendars say, in sentences. */
export function calendarNotes({ names, busy }: Calendars, start: string): readonly string[] {
  if (names.length === 0) return [];
  if (!busy.known) return [asides.unreadableCalendars];
  return [busy.value.length === 0 ? changing.free(names) : asides.busy(busy.value, start)];
}

function calendarLines({ entry, wished, calendars }: ChangeReviewView): readonly Element[] {
  const { busy, free } = calendars;
  const { start, minutes } = wished.ask;
  const notes = calendarNotes(calendars, start);
  if (notes.length === 0) return [];
  if (busy.known && busy.value.length === 0) return notes.map((note) => literal(note));
  const none = free.length === 0 ? [] : [literal(changing.freeInstead)];
  return [...warningsBox(changing.calendars, [...notes]), ...none, ...startButtons(entry.reference, free, minutes)];
}

/** Who comes as others know them: staff by name, guests by what they are. */
export function invitedInWords(ask: Ask, among: (address: string) => boolean = () => true): readonly string[] {
  const guests = new Map<string, string>(guestsOf(ask).map(({ address, role }) => [address, `the ${role}`]));
  return invitedTo(ask)
    .filter(({ address }) => among(address))
    .map(({ name, address }) => guests.get(address) ?? name);
}

export function writtenTo(before: Ask, { how, ask: after }: Wished): string {
  if (how === 'anew') return changing.everybody(listInWords(invitedInWords(after)));
  const of = (ask: Ask) => new Set(invitedTo(ask).map(({ address }) => address));
  const [had, has] = [of(before), of(after)];
  const come = listInWords(invitedInWords(after, (address) => !had.has(address)));
  const go = listInWords(invitedInWords(before, (address) => !has.has(address)));
  if (go === '') return changing.onlyNew(come);
  return come === '' ? changing.onlyGone(go) : changing.newAndGone(come, go);
}
