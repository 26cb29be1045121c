import { faults } from '../cards/words/faults.ts';
import { asides } from '../cards/words/questions.ts';
import { Failure } from '../failure.ts';
import { again, answer, longestAnswer, startFrom } from './answers.ts';
import { commandIn, ended, obey } from './commands.ts';
import type { Input, Memory, Surroundings, Turn } from './conversation.ts';
import { begin, isBlank } from './draft.ts';
import { readLine } from './reading/line.ts';
import { reviewCard } from './show.ts';
import { card, current, type Round, say, timesFound } from './steps.ts';
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
    case 'decided':
      return memory.state === 'deciding' ? decided(memory, input) : unasked(memory);
    case 'opened':
      return memory.state === 'sending' ? opened(memory, input, surroundings) : unasked(memory);
    case 'not opened':
      return memory.state === 'sending' ? notOpened(memory, input) : unasked(memory);
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
      return current(round, memory, [asides.pressOne]);
    case 'finding times':
    case 'deciding':
    case 'sending':
      return current(round, memory, []);
  }
}

const opening = /\btac\b|\bteam around the child\b|\b(?:arrange|book|schedule|set up|organise)\b/i;

function firstLine(round: Round, memory: Memory, said: string): Turn {
  if (said.length > 1000) return say(memory, faults.tooMuch);
  if (!opening.test(said)) return current(round, memory, [asides.didNotFollow]);
  return startFrom(round, begin(round.surroundings.newId), readLine(said, round.surroundings, round.now));
}

/** A second first line in the middle of a draft is not an answer to its question, and does not replace the draft. */
function answered(round: Round, memory: Extract<Memory, { state: 'asking' }>, said: string): Turn {
  const another = /^tac\s+for\b/i.test(said) && memory.question.about !== 'everything';
  if (another && isBlank(memory.draft))
    return startFrom(round, memory.draft, readLine(said, round.surroundings, round.now));
  return another ? again(round, memory, asides.alreadyUnderWay) : answer(round, memory, said);
}

function decided(
  memory: Extract<Memory, { state: 'deciding' }>,
  { decision }: Extract<Input, { kind: 'decided' }>,
): Turn {
  const draft = { ...memory.draft, revision: memory.draft.revision + 1 };
  const reviewing = { state: 'reviewing', past: memory.past, draft, ask: memory.ask, decision } as const;
  return { memory: reviewing, replies: [card(reviewCard(reviewing, memory.notes))], intent: null };
}

type Sending = Extract<Memory, { state: 'sending' }>;

function opened(memory: Sending, { reference }: Extract<Input, { kind: 'opened' }>, { tabUrl }: Surroundings): Turn {
  const past = ended(memory.past, { how: 'sent', draftId: memory.draft.id, reference });
  return {
    memory: { state: 'idle', past },
    replies: [card({ card: 'sent', reference, ask: memory.ask, tabUrl })],
    intent: null,
  };
}

/** Nothing was lost: the same review, to be sent again. */
function notOpened(memory: Sending, { failure }: Extract<Input, { kind: 'not opened' }>): Turn {
  const { say: sentence, next } = new Failure(failure, 'the register row was not opened');
  const draft = { ...memory.draft, revision: memory.draft.revision + 1 };
  const reviewing = { ...memory, state: 'reviewing', draft } as const;
  return { memory: reviewing, replies: [card(reviewCard(reviewing, [`${sentence} ${next}`]))], intent: null };
}

function listed(memory: Memory, { meetings }: Extract<Input, { kind: 'mine' }>, { host, tabUrl }: Surroundings): Turn {
  if (!meetings.known) return say(memory, asides.mineUnknown);
  const view = {
    card: 'meetings',
    host: host.id,
    meetings: meetings.value.slice(0, 10),
    more: Math.max(0, meetings.value.length - 10),
    tabUrl,
  } as const;
  return { memory, replies: [card(view)], intent: null };
}
