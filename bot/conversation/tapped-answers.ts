import { z } from 'zod';
import { bookId } from '../cards/view.ts';
import { asides } from '../cards/words/questions.ts';
import { kinds } from '../policy/kind.ts';
import { pickedIn, withPicked } from './address-book.ts';
import {
  type Asking,
  again,
  answer,
  answerAdult,
  answerAttends,
  answerColleagues,
  answerGuests,
  clipped,
} from './answers.ts';
import type { Question, Turn } from './conversation.ts';
import { withKind, withMinutes } from './draft.ts';
import { childFrom, dateAndTime, Form, takeForm, typed } from './form.ts';
import { topics } from './plan.ts';
import type { Row } from './reading/guests.ts';
import { readLength } from './reading/length.ts';
import { readPurpose } from './reading/purpose.ts';
import { questionCard } from './show.ts';
import { askAbout, card, proceed, type Round, setWhen } from './steps.ts';
import { takeUrgent, UrgentForm } from './urgent-form.ts';

/** The answer to each question, tapped: a button's data or a card's inputs, in the shape that question has. */

const Answer = {
  kind: z.looseObject({ kind: z.enum(kinds) }),
  urgency: z.looseObject({ reason: typed }),
  year: z.looseObject({ year: typed }),
  colleagues: z.looseObject({ everyone: z.literal(true).optional(), people: typed, purpose: typed, minutes: typed }),
  'child attends': z.looseObject({ attends: z.enum(['yes', 'no']) }),
  child: z.looseObject({ initials: typed, year: typed }),
  purpose: z.looseObject({ purpose: typed }),
  'second adult': z.looseObject({ person: typed }),
  length: z.looseObject({ minutes: z.coerce.string().max(100) }),
  when: z.union([z.looseObject({ start: z.iso.datetime() }), z.looseObject({ date: typed, time: typed })]),
  everything: Form,
  urgent: UrgentForm,
  change: z.looseObject({ topic: z.enum(topics) }),
} as const;

/** Each question's answer in its own shape; anything else is asked for again. */
export function tappedAnswer(round: Round, memory: Asking, data: unknown): Turn {
  const taken = <T>(shape: z.ZodType<T>, take: (value: T) => Turn): Turn => {
    const parsed = shape.safeParse(data);
    return parsed.success ? take(parsed.data) : again(round, memory, asides.notUnderstoodTap);
  };
  switch (memory.question.about) {
    case 'kind':
      return taken(Answer.kind, ({ kind }) => proceed(round, withKind(memory.draft, kind)));
    case 'urgency':
      return taken(Answer.urgency, ({ reason }) => answer(round, memory, reason));
    case 'year':
      return taken(Answer.year, ({ year }) => answer(round, memory, year === '' ? '' : `Year ${year}`));
    case 'colleagues':
      return taken(Answer.colleagues, (said) => takeColleagues(round, memory, said));
    case 'child attends':
      return taken(Answer['child attends'], ({ attends }) => answerAttends(round, memory, attends));
    case 'child':
      return taken(Answer.child, (child) => takeChild(round, memory, child));
    case 'purpose':
      return taken(Answer.purpose, ({ purpose }) => answer(round, memory, purpose));
    case 'second adult':
      return taken(Answer['second adult'], ({ person }) => answerAdult(round, memory, person));
    case 'length':
      return taken(Answer.length, ({ minutes }) => answer(round, memory, minutes));
    case 'when':
      return taken(Answer.when, (when) => takeWhen(round, memory, when));
    case 'guests':
      return takeGuests(round, memory, data);
    case 'change':
      return taken(Answer.change, ({ topic }) => askAbout(round, memory.draft, topic));
    case 'everything':
      return taken(Answer.everything, (form) => takeForm(round, memory, form));
    case 'urgent':
      return taken(Answer.urgent, (form) => takeUrgent(round, memory, form, rowsIn(data)));
  }
}

function takeChild(round: Round, memory: Asking, typed: { initials: string; year: string }): Turn {
  const { draft, fault } = childFrom(memory.draft, typed);
  return fault === null ? proceed(round, draft) : again(round, { ...memory, draft }, fault);
}

/** Who comes, with purpose and length where the card offered them. A purpose or length that cannot be taken is asked for by itself. */
function takeColleagues(round: Round, memory: Asking, said: z.infer<typeof Answer.colleagues>): Turn {
  const purpose = readPurpose(said.purpose);
  const length = readLength(said.minutes.slice(0, 100));
  const wrong = [
    said.purpose.trim() !== '' && !purpose.ok ? purpose.fault : null,
    said.minutes !== '' && !length.ok ? length.fault : null,
  ].find((fault) => fault !== null);
  if (wrong !== undefined) return again(round, memory, wrong);
  const named = purpose.ok ? { ...memory.draft, purpose: purpose.value } : memory.draft;
  const draft = length.ok ? withMinutes(named, length.value) : named;
  return answerColleagues(round, { ...memory, draft }, said.everyone === true ? 'everyone' : said.people);
}

function takeWhen(round: Round, memory: Asking, typed: z.infer<typeof Answer.when>): Turn {
  if (isStart(typed)) {
    const offered = memory.question.about === 'when' ? [...memory.question.meant, ...memory.question.free] : [];
    if (!offered.includes(typed.start)) return again(round, memory, asides.notUnderstoodTap);
    if (Date.parse(typed.start) <= round.now.getTime()) return setWhen(round, memory.draft, passed(typed.start));
    return setWhen(round, memory.draft, { known: 'start', start: typed.start });
  }
  const heard = dateAndTime(typed, round.now);
  return heard === null ? again(round, memory, asides.dateAndTime) : setWhen(round, memory.draft, heard);
}

const isStart = (typed: z.infer<typeof Answer.when>): typed is { start: string } => typeof typed['start'] === 'string';
const passed = (start: string) => ({
  known: 'unclear' as const,
  why: asides.startPassed,
  perhaps: [],
  near: start,
  day: null,
});

const Fields = z.record(z.string(), z.unknown()).catch({});

/** The guests' form names its inputs `name1`, `role1` … up to 20. */
function rowsIn(data: unknown): readonly Row[] {
  const fields = Fields.parse(data);
  const field = (name: keyof Row, number: number) => typed.parse(fields[`${name}${number}`]);
  return Array.from({ length: 20 }, (_, index) => ({
    name: field('name', index + 1),
    role: field('role', index + 1),
    agency: field('agency', index + 1),
    address: field('address', index + 1),
  }));
}

/** Whoever was ticked among those met before comes beside whoever was typed. */
function takeGuests(round: Round, memory: Asking, data: unknown): Turn {
  const book = memory.question.about === 'guests' ? memory.question.book : [];
  const picked = pickedIn(ticksIn(data), book);
  if (picked === null) return again(round, memory, asides.notUnderstoodTap);
  return answerGuests(round, memory, withPicked(rowsIn(data), picked, book));
}

const ticksIn = (data: unknown): string => typed.parse(Fields.parse(data)[bookId] ?? '');

/** One more row, and what was typed and ticked kept. */
export function addGuest(round: Round, memory: Asking, data: unknown): Turn {
  if (memory.question.about !== 'guests') return again(round, memory, asides.notUnderstoodTap);
  const rows = Math.min(memory.question.rows + 1, 20);
  const draft = { ...memory.draft, revision: memory.draft.revision + 1 };
  const question: Question = { ...memory.question, rows };
  const picked = pickedIn(ticksIn(data), question.book) ?? [];
  const guests = rowsIn(data)
    .slice(0, rows)
    .map((row) => ({ ...clipped(row), faults: [] }));
  const view = questionCard(draft, question, round, [], { guests, picked });
  return { memory: { ...memory, draft, question }, replies: [card(view)], intent: null };
}
