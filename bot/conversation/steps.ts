import { Temporal } from 'temporal-polyfill';
import type { View } from '../cards/view.ts';
import { asides } from '../cards/words/questions.ts';
import { when as whenWords } from '../cards/words/when.ts';
import type { Colleague, Guest } from '../meetings/ask.ts';
import { type Fact, known } from '../policy/fact.ts';
import type { Kind } from '../policy/kind.ts';
import { offered } from './address-book.ts';
import type { Busy, Draft, Heard, Input, Memory, Question, Reply, Surroundings, Turn } from './conversation.ts';
import { comingFromSchool, complete, concerned, mostCalendars, openTopic, withStart } from './draft.ts';
import { freeTimes, overlaps } from './free-times.ts';
import { hasProfessionals, hasSecondAdult, minutesOf, plans, type Topic } from './plan.ts';
import { questionCard, reviewCard } from './show.ts';
import { granted, missing } from './urgent.ts';
import { wish } from './wish.ts';

/** How a draft goes on: to the next open question, to the calendars, to policy, to the review. */

/** What every step needs to know of the turn it is in. */
export type Round = {
  readonly past: Memory['past'];
  readonly surroundings: Surroundings;
  readonly now: Date;
};

/** Calendars are only read once the length is known; should it be lost on the way, the shortest meeting is looked for. */
const shortest = 15;

type AskingWhen = Extract<Question, { about: 'when' }>;
type Finding = Extract<Memory, { state: 'finding times' }>;

export const card = (view: View): Reply => ({ kind: 'card', view });
export const text = (sentence: string): Reply => ({ kind: 'text', text: sentence });

export const say = (memory: Memory, ...sentences: readonly string[]): Turn => ({
  memory,
  replies: sentences.map(text),
  intent: null,
});

/** Shows a new card: every card before it is out of date from now on. */
export function ask(round: Round, before: Draft, question: Question, notes: readonly string[]): Turn {
  const draft = { ...before, revision: before.revision + 1 };
  return {
    memory: { state: 'asking', past: round.past, draft, question },
    replies: [card(questionCard(draft, question, round, notes))],
    intent: null,
  };
}

/** Goes on to whatever is open; with nothing open, to policy. */
export function proceed(round: Round, before: Draft, notes: readonly string[] = []): Turn {
  const urgent = before.urgent && before.kind !== null;
  if (urgent && missing(before, round.now).length > 0) return askUrgent(round, before, notes);
  const draft = urgent ? granted(before, round.now) : before;
  const topic = openTopic(draft);
  if (topic === 'when') return askWhen(round, draft, 'check', notes);
  if (topic !== null) return askAbout(round, draft, topic, notes);
  const whole = complete(draft, round.surroundings.host);
  // Every part was parsed when it was taken; should the whole not hold all the same, the first question is asked afresh.
  if (whole === null) return askAbout(round, draft, draft.kind === null ? 'kind' : firstOf(draft.kind), notes);
  return {
    memory: { state: 'deciding', past: round.past, draft, ask: whole, pressed: null, notes: [...notes] },
    replies: [],
    intent: { do: 'review', ask: whole },
  };
}

/** Whatever is missing at once, and why it cannot wait. */
function askUrgent(round: Round, draft: Draft, notes: readonly string[]): Turn {
  const rows = Math.max(draft.guests.length, draft.mentioned.length + 1, 2);
  return ask(round, draft, { about: 'urgent', rows: Math.min(rows, 20) }, notes);
}

const firstOf = (kind: Kind): Topic => plans[kind].asks[0] ?? 'kind';

export function askAbout(round: Round, draft: Draft, topic: Topic, notes: readonly string[] = []): Turn {
  switch (topic) {
    case 'when':
      return askWhen(round, draft, 'ask', notes);
    case 'second adult':
      return findColleagues(round, draft, notes);
    case 'guests':
      return hasProfessionals(draft.kind) ? openBook(round, draft, notes) : askGuests(round, draft, known([]), notes);
    case 'kind':
    case 'urgency':
    case 'child':
    case 'year':
    case 'purpose':
    case 'colleagues':
    case 'length':
    case 'child attends':
      return ask(round, draft, { about: topic }, notes);
  }
}

/** Calendars and register are read first, so that colleagues who are free can be tapped. */
const findColleagues = ({ past }: Round, draft: Draft, notes: readonly string[]): Turn => ({
  memory: { state: 'finding colleagues', past, draft, notes: [...notes] },
  replies: [],
  intent: {
    do: 'suggest second adult',
    start: draft.when.known === 'start' ? draft.when.start : null,
    minutes: minutesOf(draft) ?? (draft.kind === null ? shortest : plans[draft.kind].minutes),
  },
});

export function colleaguesFound(
  round: Round,
  { draft, notes }: Extract<Memory, { state: 'finding colleagues' }>,
  { people, offered: why }: Extract<Input, { kind: 'suggested' }>,
): Turn {
  const unread = why === 'perhaps free' ? [asides.unreadableCalendars] : [];
  const none = why === 'free then' && people.length === 0 ? [asides.nobodyFree] : [];
  const question: Question = { about: 'second adult', candidates: people.slice(0, mostOffered), offered: why };
  return ask(round, draft, question, [...notes, ...unread, ...none]);
}

const mostOffered = 5;

/** The register is read first, so that whoever was met before need not be typed again. */
const openBook = ({ past }: Round, draft: Draft, notes: readonly string[]): Turn => ({
  memory: { state: 'opening book', past, draft, notes: [...notes] },
  replies: [],
  intent: { do: 'open address book' },
});

/** The register has answered, or has not. */
export const bookOpened = (
  round: Round,
  { draft, notes }: Extract<Memory, { state: 'opening book' }>,
  { people }: Extract<Input, { kind: 'book' }>,
): Turn => askGuests(round, draft, people, notes);

function askGuests(round: Round, draft: Draft, people: Fact<readonly Guest[]>, notes: readonly string[]): Turn {
  const rows = Math.min(Math.max(draft.guests.length, draft.mentioned.length, 2), 20);
  const book = people.known ? [...offered(people.value, round.surroundings)] : [];
  return ask(round, draft, { about: 'guests', rows, book, bookRead: people.known }, notes);
}

/** Whether it is known who comes from the school, and for how long. */
const canLook = (draft: Draft): boolean =>
  minutesOf(draft) !== null && (hasSecondAdult(draft.kind) ? draft.secondAdult !== null : draft.colleagues.length > 0);

/** The calendars are read first, so that the question can come with times that are free. */
function askWhen(round: Round, draft: Draft, lookingTo: Finding['lookingTo'], notes: readonly string[]): Turn {
  if (!canLook(draft)) {
    const question: Question = { about: 'when', calendars: 'not looked', meant: [], free: [], busy: [] };
    return ask(round, draft, question, withWhy(draft.when, notes));
  }
  const { from, to } = wish(draft, round.now);
  return {
    memory: { state: 'finding times', past: round.past, draft, from, to, lookingTo, notes: [...notes] },
    replies: [],
    intent: { do: 'find times', from, to, people: concerned(draft, round.surroundings.host) },
  };
}

/** The calendars have answered, or have not. A start that is free for all needs no question, unless one was wanted. */
export function timesFound(round: Round, memory: Finding, { busy }: Extract<Input, { kind: 'times' }>): Turn {
  const { draft } = memory;
  const start = draft.when.known === 'start' ? draft.when.start : null;
  const clashing = !busy.known || start === null ? [] : whoIsBusy(busy.value, start, memory, round.surroundings);
  // What cannot wait for notice does not wait for a free hour either; the review says who is busy.
  if (start !== null && clashing.length > 0 && draft.urgent && memory.lookingTo === 'check')
    return proceed(round, { ...draft, calendars: { found: 'busy, kept', who: [...clashing] } }, memory.notes);
  if (start === null || clashing.length > 0 || memory.lookingTo === 'ask')
    return askWith(round, memory, busy, clashing);
  if (busy.known) return proceed(round, { ...draft, calendars: { found: 'free' } }, memory.notes);
  return proceed(round, { ...draft, calendars: { found: 'unreadable' } }, [
    ...memory.notes,
    asides.unreadableCalendars,
  ]);
}

function askWith(round: Round, memory: Finding, busy: Fact<readonly Busy[]>, clashing: readonly string[]): Turn {
  const { draft, from, to } = memory;
  const notes = withWhy(draft.when, memory.notes);
  const question: Pick<AskingWhen, 'about' | 'meant' | 'busy'> = {
    about: 'when',
    meant: meant(draft.when),
    busy: [...clashing],
  };
  if (!busy.known)
    return ask(round, draft, { ...question, calendars: 'unreadable', free: [] }, [
      ...notes,
      asides.unreadableCalendars,
    ]);
  const { near } = wish(draft, round.now);
  const free = freeTimes(busy.value, { minutes: minutesOf(draft) ?? shortest, near, from, to }, round.now);
  const clash = draft.when.known === 'start' && clashing.length > 0 ? [asides.busy(clashing, draft.when.start)] : [];
  const none = free.length === 0 ? [asides.noneFree] : [];
  const said = [...notes, ...clash, ...none, ...someOnly(draft, round.surroundings.host)];
  return ask(round, draft, { ...question, calendars: 'read', free: [...free] }, said);
}

/** A meeting of more people than were looked up: nobody is told that all of them are free. */
function someOnly(draft: Draft, host: Colleague): readonly string[] {
  const all = comingFromSchool(draft, host).length;
  return all > mostCalendars ? [asides.someCalendars(mostCalendars, all)] : [];
}

function whoIsBusy(
  busy: readonly Busy[],
  start: string,
  { draft }: Finding,
  { host }: Surroundings,
): readonly string[] {
  const minutes = minutesOf(draft) ?? shortest;
  return concerned(draft, host).flatMap(({ id, name }) =>
    busy.some((stretch) => stretch.person === id && overlaps(stretch, start, minutes)) ? [name] : [],
  );
}

const meant = (heard: Heard): string[] => (heard.known === 'unclear' ? [...heard.perhaps] : []);

/** Why the start is still open, in front of what else there is to say. */
function withWhy(heard: Heard, notes: readonly string[]): readonly string[] {
  if (heard.known === 'unclear') return [heard.why, ...notes.filter((note) => !note.includes(heard.why))];
  if (heard.known !== 'part') return notes;
  const why = heard.day === null ? whenWords.dayMissing : whenWords.timeMissing(Temporal.PlainDate.from(heard.day));
  return [why, ...notes];
}

/** Draws the current card again, as current as it was; a step that was cut short is taken again. */
export function current(round: Round, memory: Memory, notes: readonly string[]): Turn {
  switch (memory.state) {
    case 'idle':
      return {
        memory,
        replies: [...notes.map(text), card({ card: 'help', tac: round.surroundings.words.tac })],
        intent: null,
      };
    case 'asking':
      return {
        memory,
        replies: [card(questionCard(memory.draft, memory.question, round, notes))],
        intent: null,
      };
    case 'reviewing':
      return { memory, replies: [card(reviewCard(memory, round.surroundings, { notes }))], intent: null };
    case 'finding times':
    case 'opening book':
    case 'finding colleagues':
    case 'deciding':
    case 'sending':
      return proceed(round, memory.draft, notes);
  }
}

/** A start that is taken stays taken only by the host's own word. */
export function keepTime(round: Round, draft: Draft, busy: readonly string[]): Turn {
  return proceed(round, { ...draft, calendars: { found: 'busy, kept', who: [...busy] } });
}

export const setWhen = (round: Round, draft: Draft, heard: Heard): Turn => {
  const changed = withStart(draft, heard);
  return heard.known === 'start' ? proceed(round, changed) : askWhen(round, changed, 'check', []);
};
