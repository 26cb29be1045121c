import { faults } from '../cards/words/faults.ts';
import { asides } from '../cards/words/questions.ts';
import { when as whenWords } from '../cards/words/when.ts';
import { hidden } from '../meetings/ask.ts';
import type { Draft, Memory, Question, Turn } from './conversation.ts';
import { withAdult, withColleagues, withKind, withMinutes } from './draft.ts';
import { readChild } from './reading/child.ts';
import { readColleagues } from './reading/colleagues.ts';
import { type Row, readGuests, rowsOf } from './reading/guests.ts';
import { readLength } from './reading/length.ts';
import { type LineRead, readLine } from './reading/line.ts';
import { readPurpose, readReason } from './reading/purpose.ts';
import { isFamily } from './reading/roles.ts';
import { readSecondAdult } from './reading/second-adult.ts';
import { joined, readWhen } from './reading/when.ts';
import { questionCard } from './show.ts';
import { ask, askAbout, card, current, keepTime, proceed, type Round, setWhen } from './steps.ts';
import { topicNamed } from './topics.ts';

/** The answer to each question, typed. A tap's answer ends in the same functions (taps.ts). */

export type Asking = Extract<Memory, { state: 'asking' }>;

export const longestAnswer = (question: Question): number => (question.about === 'guests' ? 8000 : 1000);

/** @param said as typed, no longer than `longestAnswer` */
export function answer(round: Round, memory: Asking, said: string): Turn {
  const { draft, question } = memory;
  switch (question.about) {
    case 'kind':
      return answerKind(round, memory, said);
    case 'urgency':
      return answerReason(round, memory, said);
    case 'child':
    case 'year':
      return answerChild(round, memory, said);
    case 'purpose':
      return answerPurpose(round, memory, said);
    case 'second adult':
      return answerAdult(round, memory, said);
    case 'colleagues':
      return answerColleagues(round, memory, said);
    case 'child attends':
      return answerAttends(round, memory, said);
    case 'length':
      return answerLength(round, memory, said);
    case 'when':
      return answerWhen(round, memory, said);
    case 'guests': {
      const rows = rowsOf(said);
      return rows.ok ? answerGuests(round, memory, rows.value) : again(round, memory, rows.fault);
    }
    case 'everything':
      return startFrom(round, draft, readLine(said, round.surroundings, round.now, draft.kind));
    case 'urgent':
      return answerUrgent(round, memory, said);
    case 'change': {
      const topic = topicNamed(said, draft.kind);
      return topic === null ? again(round, memory, asides.notUnderstoodTap) : askAbout(round, draft, topic);
    }
  }
}

/** The same question once more; the card stays the current one. */
export const again = (round: Round, memory: Memory, note: string): Turn => current(round, memory, [note]);

/** Takes over what a whole line said, and goes on to what it did not say. */
export function startFrom(round: Round, before: Draft, line: LineRead): Turn {
  const draft = line.kind === null ? before : withKind(before, line.kind);
  const mentioned = line.mentioned.length > 0 ? [...line.mentioned] : draft.mentioned;
  const invited = draft.kind === 'professional' ? mentioned.filter(({ role }) => !isFamily(role)) : mentioned;
  const filled: Draft = {
    ...draft,
    place: line.place === 'teams' ? draft.place : line.place,
    urgent: draft.urgent || line.urgent,
    reason: line.reason ?? draft.reason,
    initials: line.initials ?? draft.initials,
    year: line.year ?? draft.year,
    purpose: line.purpose ?? draft.purpose,
    mentioned: invited,
    when: line.heard.known === 'nothing' ? draft.when : line.heard,
  };
  const withOne = line.secondAdult === null ? filled : withAdult(filled, line.secondAdult);
  const withAll = line.colleagues.length === 0 ? withOne : withColleagues(withOne, line.colleagues);
  const leftOut = invited.length < mentioned.length ? [asides.familyLeftOut] : [];
  const notes = [...line.notes, ...leftOut];
  return proceed(round, line.minutes === null ? withAll : withMinutes(withAll, line.minutes), notes);
}

/** More of the line, guests by their details, or else the reason. */
function answerUrgent(round: Round, memory: Asking, said: string): Turn {
  const rows = rowsOf(said);
  if (rows.ok) return answerGuests(round, memory, rows.value);
  const line = readLine(said, round.surroundings, round.now, memory.draft.kind);
  // "There is a risk tonight" is a reason, "tomorrow at 9" a time.
  const nothingRead = line.initials === null && line.secondAdult === null && line.heard.known !== 'start';
  if (memory.draft.reason === null && nothingRead && line.mentioned.length === 0)
    return answerReason(round, memory, said);
  return startFrom(round, memory.draft, line);
}

/** The kind in people's own words, or a whole line that names it. */
function answerKind(round: Round, memory: Asking, said: string): Turn {
  const line = readLine(said, round.surroundings, round.now, memory.draft.kind);
  return line.kind === null ? again(round, memory, asides.kindUnread) : startFrom(round, memory.draft, line);
}

function answerReason(round: Round, memory: Asking, said: string): Turn {
  const reason = readReason(said);
  if (!reason.ok) return again(round, memory, reason.fault);
  return proceed(round, { ...memory.draft, urgent: true, reason: reason.value });
}

function answerChild(round: Round, memory: Asking, said: string): Turn {
  const child = readChild(said);
  const { draft } = memory;
  if (memory.question.about === 'year') {
    if (child.year === null) return again(round, memory, faults.yearMissing);
    return proceed(round, { ...draft, year: child.year });
  }
  const filled = { ...draft, initials: child.initials ?? draft.initials, year: child.year ?? draft.year };
  const half = filled.initials !== null && filled.year !== null && (child.initials !== null || child.year !== null);
  const harmless = child.fault === null || child.fault === faults.yearMissing || child.fault === faults.initialsMissing;
  if (half && harmless) return proceed(round, filled);
  return ask(round, filled, memory.question, [child.fault ?? faults.initialsMissing]);
}

function answerPurpose(round: Round, memory: Asking, said: string): Turn {
  const purpose = readPurpose(said);
  return purpose.ok ? proceed(round, { ...memory.draft, purpose: purpose.value }) : again(round, memory, purpose.fault);
}

/** @param said a name, or the object id a card carries */
export function answerAdult(round: Round, memory: Asking, said: string): Turn {
  const adult = readSecondAdult(said, round.surroundings);
  if (adult.found === 'none') return again(round, memory, adult.fault);
  if (adult.found === 'one') return proceed(round, withAdult(memory.draft, adult.colleague));
  const candidates = adult.candidates.map(({ id }) => id);
  return ask(round, memory.draft, { about: 'second adult', candidates, offered: 'of that name' }, [
    faults.adultAmbiguous,
  ]);
}

/** @param said names, "everyone", or the object ids a card carries */
export function answerColleagues(round: Round, memory: Asking, said: string): Turn {
  const read = readColleagues(said, round.surroundings);
  if (!read.ok) return again(round, memory, read.fault);
  return proceed(round, withColleagues(memory.draft, read.value));
}

export function answerAttends(round: Round, memory: Asking, said: string): Turn {
  if (!yes.test(said) && !no.test(said)) return again(round, memory, asides.yesOrNo);
  return proceed(round, { ...memory.draft, childAttends: yes.test(said) });
}

export function answerLength(round: Round, memory: Asking, said: string): Turn {
  const length = readLength(said);
  return length.ok ? proceed(round, withMinutes(memory.draft, length.value)) : again(round, memory, length.fault);
}

const yes = /^(?:yes|yep|yeah|y|correct|right|that(?:'|’)?s right|ok|okay)[.! ]*$/i;
const no = /^(?:no|nope|n|not this time)[.! ]*$/i;
const keep = /^keep(?: (?:it|this|that|the))?(?: time)?(?: all the same)?[.! ]*$/i;

function answerWhen(round: Round, memory: Asking, said: string): Turn {
  const { draft, question } = memory;
  if (question.about !== 'when') return again(round, memory, asides.notUnderstoodTap);
  const [only, second] = question.meant;
  if (yes.test(said) && only !== undefined && second === undefined)
    return setWhen(round, draft, { known: 'start', start: only });
  if (keep.test(said) && question.busy.length > 0) return keepTime(round, draft, question.busy);
  if (hidden.test(said)) return again(round, memory, faults.hidden);
  const { heard, minutes } = readWhen(said, round.now);
  if (heard.known === 'nothing') return again(round, memory, whenWords.unread);
  const spanned = minutes !== null && draft.minutes === null ? { ...draft, minutes } : draft;
  return setWhen(round, spanned, joined(draft.when, heard, round.now));
}

/** @param rows of the form or of the typed lines; with any fault in them the form is shown as it was, each fault beside its guest */
export function answerGuests(round: Round, memory: Asking, rows: readonly Row[]): Turn {
  const read = readGuests(rows, memory.draft.kind, round.surroundings);
  if (read.ok) return proceed(round, { ...memory.draft, guests: [...read.guests] });
  if (read.rows.length === 0) return again(round, memory, read.fault ?? faults.guestsMissing);
  const draft = { ...memory.draft, revision: memory.draft.revision + 1 };
  const question = stillAsking(memory.question, read.rows.length);
  const guests = read.rows.map(clipped);
  const notes = [read.fault ?? asides.sameFault];
  return {
    memory: { ...memory, draft, question },
    replies: [card(questionCard(draft, question, round, notes, { guests }))],
    intent: null,
  };
}

/** The card that asks for guests, with as many rows as were filled in. */
function stillAsking(question: Question, rows: number): Question {
  if (question.about === 'urgent' || question.about === 'guests') return { ...question, rows };
  return { about: 'guests', rows, book: [], bookRead: true };
}

/** Twenty guests of the longest fields that could be right stay within the 28 KB of a card. */
export const clipped = <R extends Row>(row: R): R => ({
  ...row,
  name: row.name.slice(0, 100),
  role: row.role.slice(0, 80),
  agency: row.agency.slice(0, 100),
  address: row.address.slice(0, 254),
});
