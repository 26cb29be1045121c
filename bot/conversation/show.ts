import type { Asked, Field, FormView, GuestFields, QuestionView, ReviewView } from '../cards/view.ts';
import { warnings } from '../cards/words/review.ts';
import type { Colleague } from '../meetings/ask.ts';
import type { Draft, Memory, Question, Surroundings } from './conversation.ts';
import { knownSoFar } from './draft.ts';
import { inLondon, isWeekend } from './london.ts';
import { emptyRow } from './reading/guests.ts';

/** From what is remembered to what a card shows. */

const live = (draft: Draft) => ({ draftId: draft.id, revision: draft.revision });

/** A form as it came back, to be shown again with what is wrong in it. */
export type Faulty = {
  readonly values?: Readonly<Partial<Record<Field, string>>>;
  readonly faults?: Readonly<Partial<Record<Field, string>>>;
  readonly guests?: readonly GuestFields[];
};

export function questionCard(
  draft: Draft,
  question: Question,
  surroundings: Surroundings,
  notes: readonly string[],
  faulty: Faulty = {},
): QuestionView | FormView {
  if (question.about === 'everything') return formCard(draft, surroundings, notes, faulty);
  return {
    card: 'question',
    live: live(draft),
    asked: asked(draft, question, surroundings, faulty.guests),
    known: knownSoFar(draft),
    notes,
  };
}

function asked(
  draft: Draft,
  question: Exclude<Question, { about: 'everything' }>,
  surroundings: Surroundings,
  faultyGuests: readonly GuestFields[] | undefined,
): Asked {
  switch (question.about) {
    case 'child':
      return { about: 'child', initials: draft.initials ?? '', year: draft.year ?? '' };
    case 'second adult': {
      const colleagues = others(surroundings);
      return {
        about: question.about,
        colleagues,
        candidates: colleagues.filter(({ id }) => question.candidates.includes(id)),
      };
    }
    case 'when':
      return {
        about: 'when',
        meant: question.meant,
        secondAdult: draft.secondAdult?.name ?? '',
        free: question.free,
        keep: keepable(draft, question.busy),
        ...dateAndTime(draft),
      };
    case 'guests': {
      const guests = faultyGuests ?? guestRows(draft, question.rows);
      return { about: 'guests', guests, canAdd: guests.length < 20 };
    }
    case 'purpose':
    case 'length':
    case 'change':
      return { about: question.about };
  }
}

const keepable = ({ when }: Draft, busy: readonly string[]): string | null =>
  busy.length > 0 && when.known === 'start' ? when.start : null;

export const others = ({ host, colleagues }: Surroundings): readonly Colleague[] =>
  colleagues.known ? colleagues.value.filter(({ id }) => id !== host.id) : [];

function guestRows({ guests, mentioned }: Draft, rows: number): readonly GuestFields[] {
  const known = guests.length > 0 ? guests : mentioned.map((one) => ({ ...emptyRow, ...one }));
  const blanks = Array.from({ length: Math.max(0, rows - known.length) }, () => emptyRow);
  return [...known, ...blanks].map((row) => ({ ...row, faults: [] }));
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

export function reviewCard(
  { draft, ask, decision }: Extract<Memory, { state: 'reviewing' }>,
  notes: readonly string[],
): ReviewView {
  return {
    card: 'review',
    live: live(draft),
    ask,
    decision,
    warnings: warningsOf(draft, ask.start, ask.minutes),
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
