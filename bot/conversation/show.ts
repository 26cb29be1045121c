import type {
  Asked,
  Field,
  FormView,
  GuestFields,
  KindChoice,
  QuestionView,
  ReviewView,
  UrgentField,
  UrgentView,
} from '../cards/view.ts';
import { dayInWords, startOnButton } from '../cards/words/dates.ts';
import { kindWords } from '../cards/words/kinds.ts';
import { around } from '../cards/words/questions.ts';
import { warnings } from '../cards/words/review.ts';
import { inLondon, isWeekend } from '../london.ts';
import { type Colleague, guestsOf } from '../meetings/ask.ts';
import { kinds } from '../policy/kind.ts';
import { rowsFor } from './address-book.ts';
import { type Answered, nothingAnswered } from './answered.ts';
import type { Draft, Memory, Question, Surroundings } from './conversation.ts';
import { concerned, knownSoFar } from './draft.ts';
import { changeable, minutesOf, plans, purposeOf } from './plan.ts';
import { emptyRow } from './reading/guests.ts';
import { granted, missing } from './urgent.ts';
import { firstSafeDay, lastDayForPapers } from './wish.ts';

/** From what is remembered to what a card shows. */

const live = (draft: Draft) => ({ draftId: draft.id, revision: draft.revision });

/** A form as it came back, to be shown again with what is wrong in it. */
export type Faulty = {
  readonly values?: Readonly<Partial<Record<Field, string>>>;
  readonly faults?: Readonly<Partial<Record<UrgentField, string>>>;
  readonly guests?: readonly GuestFields[];
  /** Of the address book: the places that were ticked. */
  readonly picked?: readonly number[];
};

export function questionCard(
  draft: Draft,
  question: Question,
  round: Seen,
  notes: readonly string[],
  faulty: Faulty = {},
): QuestionView | FormView | UrgentView {
  if (question.about === 'everything') return formCard(draft, round.surroundings, notes, faulty);
  if (question.about === 'urgent') return urgentCard(draft, question.rows, round, notes, faulty);
  return {
    card: 'question',
    live: live(draft),
    kind: draft.kind,
    asked: asked(draft, question, round, faulty),
    known: knownSoFar(draft),
    notes,
  };
}

/** What a card needs to know of the turn it is drawn in. */
export type Seen = { readonly surroundings: Surroundings; readonly now: Date };

function asked(
  draft: Draft,
  question: Exclude<Question, { about: 'everything' | 'urgent' }>,
  { surroundings, now }: Seen,
  faulty: Faulty,
): Asked {
  switch (question.about) {
    case 'kind':
      return { about: 'kind', kinds: kindsCalled(surroundings) };
    case 'child':
      return { about: 'child', initials: draft.initials ?? '', year: draft.year ?? '' };
    case 'year':
      return { about: 'year', year: draft.year ?? '' };
    case 'second adult': {
      const colleagues = others(surroundings);
      return {
        about: question.about,
        colleagues,
        offered: question.offered,
        candidates: question.candidates.flatMap((id) => colleagues.find((one) => one.id === id) ?? []),
      };
    }
    case 'colleagues':
      return {
        about: 'colleagues',
        colleagues: others(surroundings),
        chosen: draft.colleagues.map(({ id }) => id),
        usual: usualOf(draft),
      };
    case 'length':
      return { about: 'length', usual: draft.kind === null ? null : plans[draft.kind].minutes };
    case 'when':
      return whenAsked(draft, question, { surroundings, now });
    case 'guests':
      return guestsAsked(draft, question, faulty);
    case 'change':
      return { about: 'change', topics: changeable(draft) };
    case 'urgency':
    case 'purpose':
    case 'child attends':
      return { about: question.about };
  }
}

/** The kinds as buttons; a TAC goes by the school's own name for it. */
export const kindsCalled = ({ words }: Surroundings): readonly KindChoice[] =>
  mostUsedFirst.map((kind) => ({ kind, title: kind === 'tac' ? words.tac : kindWords[kind].title }));

const mostUsedFirst = kinds.toSorted((one, other) => Number(other === 'tac') - Number(one === 'tac'));

/** Purpose and length as they will be, where they are never asked: one tap takes them, and they can be typed over. */
function usualOf(draft: Draft): { purpose: string; minutes: string } | null {
  if (draft.kind !== 'staff') return null;
  return { purpose: purposeOf(draft) ?? '', minutes: String(minutesOf(draft) ?? '') };
}

function whenAsked(draft: Draft, question: Extract<Question, { about: 'when' }>, { surroundings, now }: Seen): Asked {
  const { when, kind } = draft;
  const papers = when.known === 'start' ? lastDayForPapers(kind, when.start) : null;
  const safe = firstSafeDay(draft, now);
  return {
    about: 'when',
    meant: question.meant,
    others: concerned(draft, surroundings.host)
      .slice(1)
      .map(({ name }) => name),
    free: question.free,
    keep: keepable(draft, question.busy),
    notice: [
      ...(safe === null ? [] : [around.safeDay(dayInWords(safe))]),
      ...(papers === null || when.known !== 'start'
        ? []
        : [around.papersBy(startOnButton(when.start), dayInWords(papers))]),
    ],
    ...dateAndTime(draft),
  };
}

const keepable = ({ when }: Draft, busy: readonly string[]): string | null =>
  busy.length > 0 && when.known === 'start' ? when.start : null;

export const others = ({ host, colleagues }: Surroundings): readonly Colleague[] =>
  colleagues.known ? colleagues.value.filter(({ id }) => id !== host.id) : [];

type AskingGuests = Extract<Question, { about: 'guests' }>;

/** Who has a row already, typed or meant, is not offered a second time. */
function guestsAsked(draft: Draft, question: AskingGuests, { guests: faulty, picked = [] }: Faulty): Asked {
  const guests = faulty ?? guestRows(draft, question);
  const there = new Set(guests.map(({ address }) => address.trim().toLowerCase()));
  const book = question.book.flatMap(({ name, role, agency, address }, at) =>
    there.has(address) ? [] : [{ place: at + 1, name, role, agency }],
  );
  return { about: 'guests', guests, canAdd: guests.length < 20, book, picked, bookRead: question.bookRead };
}

function guestRows(draft: Draft, { rows, book }: Pick<AskingGuests, 'rows' | 'book'>): readonly GuestFields[] {
  const known = rowsFor(draft, book);
  const blanks = Array.from({ length: Math.max(0, rows - known.length) }, () => emptyRow);
  return [...known, ...blanks].map(({ name, role, agency, address }) => ({ name, role, agency, address, faults: [] }));
}

function dateAndTime({ when }: Draft): { date: string; time: string } {
  if (when.known === 'start') {
    const moment = inLondon(when.start);
    return { date: moment.toPlainDate().toString(), time: moment.toPlainTime().toString({ smallestUnit: 'minute' }) };
  }
  return when.known === 'part' ? { date: when.day ?? '', time: when.time ?? '' } : { date: '', time: '' };
}

function formCard(
  draft: Draft,
  surroundings: Surroundings,
  notes: readonly string[],
  { values, faults }: Faulty,
): FormView {
  return {
    card: 'form',
    live: live(draft),
    values: { ...fromDraft(draft), ...values },
    faults: faults ?? {},
    colleagues: others(surroundings),
    notes,
  };
}

function urgentCard(
  draft: Draft,
  rows: number,
  { surroundings, now }: Seen,
  notes: readonly string[],
  { values, faults, guests }: Faulty,
): UrgentView {
  return {
    card: 'urgent',
    live: live(draft),
    kind: draft.kind,
    known: knownSoFar(granted(draft, now)),
    asks: missing(draft, now),
    values: { ...fromDraft(draft), ...values },
    faults: faults ?? {},
    colleagues: others(surroundings),
    chosen: draft.colleagues.map(({ id }) => id),
    guests: guests ?? guestRows(draft, { rows, book: [] }),
    notes,
  };
}

function fromDraft(draft: Draft): Record<Field, string> {
  return {
    initials: draft.initials ?? '',
    year: draft.year ?? '',
    purpose: draft.purpose ?? '',
    person: draft.secondAdult?.id ?? '',
    minutes: draft.minutes === null ? '' : String(draft.minutes),
    ...dateAndTime(draft),
  };
}

/** What stands on the card besides the request: notes to read first, and what was answered on the one before. */
type Said = { readonly notes: readonly string[]; readonly answered?: Answered };
/** Who reviews a meeting has enough to read; the rest is on its checklist. */
const mostAdvice = 3;

export function reviewCard(
  { draft, ask, decision, newAddresses }: Extract<Memory, { state: 'reviewing' }>,
  { adviceFor }: Pick<Surroundings, 'adviceFor'>,
  { notes, answered: { ticked, checked } = nothingAnswered }: Said,
): ReviewView {
  return {
    card: 'review',
    live: live(draft),
    ask,
    decision,
    ticked,
    checked,
    newGuests: guestsOf(ask).flatMap(({ name, address }) => (newAddresses.includes(address) ? [name] : [])),
    warnings: warningsOf(draft, ask.start, ask.minutes),
    advice: adviceFor(ask.kind).slice(0, mostAdvice),
    notes,
  };
}

/** What is allowed but unusual: said in the review, never silently taken. */
function warningsOf({ calendars }: Draft, start: string, minutes: number): readonly string[] {
  const from = inLondon(start);
  const to = from.add({ minutes });
  const outside =
    from.hour < 8 || to.hour > 18 || (to.hour === 18 && to.minute > 0) || !to.toPlainDate().equals(from.toPlainDate());
  return [
    isWeekend(from) ? warnings.weekend(from) : null,
    outside ? warnings.outsideHours : null,
    minutes > 90 ? warnings.long : null,
    calendars.found === 'busy, kept' ? warnings.busyKept(calendars.who) : null,
    calendars.found === 'unreadable' ? warnings.calendarsUnreadable : null,
  ].filter((warning) => warning !== null);
}
