import { faults } from '../cards/words/faults.ts';
import { asides } from '../cards/words/questions.ts';
import { buttonFor } from '../cards/words/review.ts';
import { Failure } from '../failure.ts';
import { again, answer, longestAnswer, startFrom } from './answers.ts';
import { commandIn, ended, obey } from './commands.ts';
import type { Input, Memory, Opened, Surroundings, Turn } from './conversation.ts';
import { begin, isBlank } from './draft.ts';
import { findKind } from './reading/kind.ts';
import { readLine } from './reading/line.ts';
import { asShown, sent } from './send.ts';
import { reviewCard } from './show.ts';
import { bookOpened, card, colleaguesFound, current, type Round, say, timesFound } from './steps.ts';
import { tapped } from './taps.ts';

/**
 * The whole conversation as one function: what is remembered and what came in, to what is remembered, answered and wanted.
 * Pure, and total: every memory with every input has an answer, and only the person's own word drops a draft.
 * @param now times of day and "tomorrow" are read as said then
 */
export function converse(memory: Memory, input: Input, surroundings: Surroundings, now: Date): Turn {
  const round: Round = { past: memory.past, surroundings, now };
  switch (input.kind) {
    case 'said':
      return heard(round, memory, input.text);
    case 'tapped':
      return tapped(round, memory, input);
    case 'times':
      return memory.state === 'finding times' ? timesFound(round, memory, input) : unasked(memory);
    case 'suggested':
      return memory.state === 'finding colleagues' ? colleaguesFound(round, memory, input) : unasked(memory);
    case 'book':
      return memory.state === 'opening book' ? bookOpened(round, memory, input) : unasked(memory);
    case 'decided':
      return memory.state === 'deciding' ? decided(memory, input, surroundings) : unasked(memory);
    case 'opened':
      return memory.state === 'sending' ? opened(memory, input, surroundings) : unasked(memory);
    case 'not opened':
      return memory.state === 'sending' ? notOpened(memory, input, surroundings) : unasked(memory);
    case 'mine':
      return listed(memory, input, surroundings);
  }
}

/** An answer to something we did not ask changes nothing. */
const unasked = (memory: Memory): Turn => ({ memory, replies: [], intent: null });

function heard(round: Round, memory: Memory, text: string): Turn {
  const said = text.trim();
  const command = commandIn(said);
  if (command !== null) return obey(round, memory, command, said);
  switch (memory.state) {
    case 'idle':
      return firstLine(round, memory, said);
    case 'asking':
      return said.length > longestAnswer(memory.question)
        ? again(round, memory, faults.tooMuch)
        : answered(round, memory, said);
    case 'reviewing':
      return current(round, memory, [asides.pressOne(buttonFor(memory))]);
    case 'finding times':
    case 'opening book':
    case 'finding colleagues':
    case 'deciding':
    case 'sending':
      return current(round, memory, []);
  }
}

const opening = /\b(?:arrange|book|schedule|set up|organise|register|write down|urgent)\b/i;

function firstLine(round: Round, memory: Memory, said: string): Turn {
  if (said.length > 1000) return say(memory, faults.tooMuch);
  const begins = opening.test(said) || findKind(said, round.surroundings.words) !== null;
  if (!begins) return current(round, memory, [asides.didNotFollow]);
  return startFrom(round, begin(round.surroundings.newId), readLine(said, round.surroundings, round.now));
}

/**
 * A second first line in the middle of a draft is not an answer to its question, and does not replace the draft. Where nothing but
 * the kind has been said, there is no draft to lose: whoever tapped one kind and types another means the other.
 */
function answered(round: Round, memory: Extract<Memory, { state: 'asking' }>, said: string): Turn {
  const { question, draft } = memory;
  const { surroundings, now } = round;
  const found =
    question.about === 'everything' || question.about === 'kind' ? null : findKind(said, surroundings.words);
  if (found === null) return answer(round, memory, said);
  const another = saysMore.test(found.rest);
  if (!isBlank(draft)) return another ? again(round, memory, asides.alreadyUnderWay) : answer(round, memory, said);
  if (found.kind !== draft.kind) {
    const afresh = { ...begin(draft.id), revision: draft.revision };
    return startFrom(round, afresh, readLine(said, surroundings, now));
  }
  return another ? startFrom(round, draft, readLine(said, surroundings, now, draft.kind)) : answer(round, memory, said);
}

/** "TAC for …", "Staff meeting with …": what only a first line says behind its kind. */
const saysMore = /^[\s,]*(?:for|with)\b/i;

function decided(
  memory: Extract<Memory, { state: 'deciding' }>,
  { decision, ...input }: Extract<Input, { kind: 'decided' }>,
  surroundings: Surroundings,
): Turn {
  const draft = { ...memory.draft, revision: memory.draft.revision + 1 };
  const newAddresses = [...input.newAddresses];
  const { past, ask } = memory;
  const reviewing = { state: 'reviewing' as const, past, draft, ask, decision, newAddresses };
  if (memory.pressed !== null && asShown(memory.pressed, decision)) return sent(reviewing);
  return {
    memory: reviewing,
    replies: [card(reviewCard(reviewing, surroundings, { notes: memory.notes }))],
    intent: null,
  };
}

type Sending = Extract<Memory, { state: 'sending' }>;

function opened(memory: Sending, input: Opened, { tabUrl }: Surroundings): Turn {
  const { reference, how } = input;
  const past = ended(memory.past, { how: 'sent', draftId: memory.draft.id, reference });
  const approvers = input.how === 'waiting' ? input.approvers : [];
  const view = {
    card: 'sent',
    reference,
    how,
    approvers,
    of: memory.decision.authorisedBy,
    ask: memory.ask,
    tabUrl,
  } as const;
  return { memory: { state: 'idle', past }, replies: [card(view)], intent: null };
}

/** Nothing was lost: the same review, to be sent again. */
function notOpened(
  memory: Sending,
  { failure, wrong }: Extract<Input, { kind: 'not opened' }>,
  surroundings: Surroundings,
): Turn {
  const { say: sentence, next } = new Failure(failure, 'the register row was not opened', { wrong: wrong ?? null });
  const draft = { ...memory.draft, revision: memory.draft.revision + 1 };
  const reviewing = { ...memory, state: 'reviewing' as const, draft, newAddresses: [] };
  return {
    memory: reviewing,
    replies: [card(reviewCard(reviewing, surroundings, { notes: [`${sentence} ${next}`] }))],
    intent: null,
  };
}

function listed(memory: Memory, { meetings }: Extract<Input, { kind: 'mine' }>, { host, tabUrl }: Surroundings): Turn {
  if (!meetings.known) return say(memory, asides.mineUnknown);
  const { lines, unreadable } = meetings.value;
  const view = {
    card: 'meetings',
    host: host.id,
    meetings: lines.slice(0, 10),
    more: Math.max(0, lines.length - 10),
    tabUrl,
  } as const;
  const missing = unreadable > 0 ? [{ kind: 'text' as const, text: asides.mineUnreadable(unreadable) }] : [];
  return { memory, replies: [card(view), ...missing], intent: null };
}
