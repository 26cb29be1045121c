import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Field } from '../cards/view.ts';
import { faults } from '../cards/words/faults.ts';
import { asides } from '../cards/words/questions.ts';
import type { Asking } from './answers.ts';
import type { Draft, Heard, Turn } from './conversation.ts';
import { withAdult, withMinutes, withStart } from './draft.ts';
import { initialsOf, yearOf } from './reading/child.ts';
import { readLength } from './reading/length.ts';
import { readPurpose } from './reading/purpose.ts';
import { readSecondAdult } from './reading/second-adult.ts';
import { startAt } from './reading/when.ts';
import { questionCard } from './show.ts';
import { card, proceed, type Round } from './steps.ts';

/** The one-form card: all questions but the guests at once. */

// Longer than any field may be, so that too long is still seen to be too long.
export const typed = z
  .string()
  .catch('')
  .transform((text) => text.slice(0, 2000));

export const Form = z.looseObject({
  initials: typed,
  year: typed,
  purpose: typed,
  person: typed,
  minutes: typed,
  date: typed,
  time: typed,
});
export type Form = z.infer<typeof Form>;

/** What is right is taken, what is wrong comes back with its fault beside it, what is blank is asked for. */
export function takeForm(round: Round, memory: Asking, form: Form): Turn {
  const { draft, faults: found } = formInto(memory.draft, form, round);
  if (Object.keys(found).length === 0) return proceed(round, draft);
  const newer = { ...draft, revision: draft.revision + 1 };
  // Initials and purpose are not shown again when they are refused: they may hold a name.
  const values = { ...(found.date ? { date: form.date.slice(0, 10), time: form.time.slice(0, 5) } : {}) };
  const view = questionCard(newer, memory.question, round, [asides.sameFault], { values, faults: found });
  return { memory: { ...memory, draft: newer }, replies: [card(view)], intent: null };
}

export function formInto(
  before: Draft,
  form: Form,
  { surroundings, now }: Round,
): { draft: Draft; faults: Partial<Record<Field, string>> } {
  const found: Partial<Record<Field, string>> = {};
  let draft = before;
  if (form.initials.trim() !== '' || form.year !== '') {
    const child = childFrom(draft, form);
    draft = child.draft;
    if (child.fault !== null) found[child.fault === faults.yearMissing ? 'year' : 'initials'] = child.fault;
  }
  if (form.purpose.trim() !== '') {
    const purpose = readPurpose(form.purpose);
    if (purpose.ok) draft = { ...draft, purpose: purpose.value };
    else found.purpose = purpose.fault;
  }
  if (form.person.trim() !== '') {
    const adult = readSecondAdult(form.person, surroundings);
    if (adult.found === 'one') draft = withAdult(draft, adult.colleague);
    else found.person = adult.found === 'none' ? adult.fault : faults.adultTooAmbiguous;
  }
  if (form.minutes !== '') {
    const length = readLength(form.minutes.slice(0, 100));
    if (length.ok) draft = withMinutes(draft, length.value);
    else found.minutes = length.fault;
  }
  if (form.date !== '' || form.time !== '') {
    const heard = dateAndTime(form, now);
    if (heard?.known === 'start') draft = withStart(draft, heard);
    else found.date = heard?.known === 'unclear' ? heard.why : asides.dateAndTime;
  }
  return { draft, faults: found };
}

/** Initials and year from two fields; a name in the first is refused and not kept. */
export function childFrom(
  draft: Draft,
  typed: { initials: string; year: string },
): { draft: Draft; fault: string | null } {
  const initials = initialsOf(typed.initials.slice(0, 20));
  const year = yearOf(typed.year.slice(0, 20));
  const name = /\p{L}{2}/u.test(typed.initials) ? faults.fullName : faults.initialsMissing;
  const fault = initials === null ? name : year === null ? faults.yearMissing : null;
  return { draft: { ...draft, initials: initials ?? draft.initials, year: year ?? draft.year }, fault };
}

const Day = z.iso.date();
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** From the card's own date and time inputs, `YYYY-MM-DD` and `HH:MM`; `null` when one of them is missing or is neither. */
export function dateAndTime({ date, time }: { date: string; time: string }, now: Date): Heard | null {
  if (!Day.safeParse(date).success || !Time.safeParse(time).success) return null;
  return startAt(Temporal.PlainDate.from(date), time, now);
}
