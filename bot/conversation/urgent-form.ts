import type { z } from 'zod';
import type { UrgentField } from '../cards/view.ts';
import { faults } from '../cards/words/faults.ts';
import { asides } from '../cards/words/questions.ts';
import { urgentForm } from '../cards/words/urgent.ts';
import { type Asking, clipped } from './answers.ts';
import type { Draft, Turn } from './conversation.ts';
import { withColleagues } from './draft.ts';
import { Form, formInto, typed } from './form.ts';
import { hasChild } from './plan.ts';
import { yearOf } from './reading/child.ts';
import { readColleagues } from './reading/colleagues.ts';
import { isBlankRow, type Row, readGuests } from './reading/guests.ts';
import { readReason } from './reading/purpose.ts';
import { questionCard } from './show.ts';
import { card, proceed, type Round } from './steps.ts';
import { missing } from './urgent.ts';

/** The one card of an urgent meeting, as it comes back. */
export const UrgentForm = Form.extend({ reason: typed, people: typed, attends: typed });
type UrgentForm = z.output<typeof UrgentForm>;

type Taken = { readonly draft: Draft; readonly faults: Partial<Record<UrgentField, string>> };

/** What is right is taken, what is wrong comes back with its fault beside it, what is blank is asked for again. */
export function takeUrgent(round: Round, memory: Asking, form: UrgentForm, rows: readonly Row[]): Turn {
  const { draft, faults: found } = formFrom(memory.draft, form, round);
  const invited = rows.some((row) => !isBlankRow(row)) ? readGuests(rows, draft.kind, round.surroundings) : null;
  const filled = invited?.ok === true ? { ...draft, guests: [...invited.guests] } : draft;
  if (invited?.ok === false) found.guests = invited.fault ?? asides.sameFault;
  const still = missing(filled, round.now).length > 0 ? [urgentForm.stillMissing] : [];
  if (Object.keys(found).length === 0) return proceed(round, filled, still);
  const newer = { ...filled, revision: filled.revision + 1 };
  // Reason and initials are not shown again when they are refused: they may hold a name.
  const values = found.date ? { date: form.date.slice(0, 10), time: form.time.slice(0, 5) } : {};
  const guests = invited?.ok === false && invited.rows.length > 0 ? { guests: invited.rows.map(clipped) } : {};
  const view = questionCard(newer, memory.question, round, [asides.sameFault], { values, faults: found, ...guests });
  return { memory: { ...memory, draft: newer }, replies: [card(view)], intent: null };
}

function formFrom(before: Draft, form: UrgentForm, round: Round): Taken {
  const withChild = hasChild(before.kind);
  const { draft: first, faults: found } = formInto(before, withChild ? form : { ...form, year: '' }, round);
  const all: Partial<Record<UrgentField, string>> = { ...found };
  let draft = first;
  if (!withChild && form.year !== '') {
    const year = yearOf(form.year.slice(0, 20));
    if (year === null) all.year = faults.yearMissing;
    else draft = { ...draft, year };
  }
  if (form.reason.trim() !== '') {
    const reason = readReason(form.reason);
    if (reason.ok) draft = { ...draft, reason: reason.value };
    else all.reason = reason.fault;
  }
  if (form.people.trim() !== '') {
    const people = readColleagues(form.people, round.surroundings);
    if (people.ok) draft = withColleagues(draft, people.value);
    else all.people = people.fault;
  }
  if (form.attends === 'yes' || form.attends === 'no') draft = { ...draft, childAttends: form.attends === 'yes' };
  return { draft, faults: all };
}
