import { asides } from '../cards/words/questions.ts';
import type { Kind } from '../policy/kind.ts';
import { startFrom } from './answers.ts';
import type { Draft, Ended, Memory, Turn } from './conversation.ts';
import { begin } from './draft.ts';
import { readLine } from './reading/line.ts';
import { send } from './send.ts';
import { ask, askAbout, card, current, proceed, type Round, say } from './steps.ts';
import { topicNamed } from './topics.ts';

/** What works at any point, typed in any case or tapped. */

export type Command = 'help' | 'start again' | 'my meetings' | 'cancel' | 'change' | 'send' | 'arrange' | 'form';

const spoken: readonly { readonly command: Command; readonly said: RegExp }[] = [
  { command: 'help', said: /^(?:help|help me|what can you do|\?)$/ },
  { command: 'start again', said: /^(?:start (?:again|over|afresh)|restart|begin again)$/ },
  { command: 'my meetings', said: /^(?:(?:show )?(?:me )?my meetings|meetings)$/ },
  { command: 'cancel', said: /^(?:cancel|stop|never ?mind|forget it|cancel (?:it|this|that))$/ },
  { command: 'change', said: /^(?:change|edit)\b.{0,40}$/ },
  { command: 'send', said: /^(?:send|send it)$/ },
  {
    command: 'arrange',
    said: /^(?:tac|new|new meeting|arrange|start|begin|(?:arrange|book|set up|schedule|organise|register) (?:a |an )?(?:new )?[a-z’']{0,20} ?(?:tac|meeting|review|session))$/,
  },
  { command: 'form', said: /^(?:form|(?:use )?(?:one|the|a) form)$/ },
];

/** @returns which command the whole text is, if any */
export function commandIn(text: string): Command | null {
  if (text.length > 100) return null;
  const said = text
    .toLowerCase()
    .replace(/[.!?]+$/, (marks) => (text.trim() === '?' ? marks : ''))
    .replace(/\s+/g, ' ')
    .trim();
  return spoken.find((one) => one.said.test(said))?.command ?? null;
}

const draftOf = (memory: Memory): Draft | null => (memory.state === 'idle' ? null : memory.draft);

/** @param said what was typed, for the commands that say more ("change the time") */
export function obey(round: Round, memory: Memory, command: Command, said: string): Turn {
  switch (command) {
    case 'help':
      return { memory, replies: [card({ card: 'help', tac: round.surroundings.words.tac })], intent: null };
    case 'my meetings':
      return { memory, replies: [], intent: { do: 'list mine' } };
    case 'cancel':
      return cancel(round, memory);
    case 'start again':
      return startAgain(round, memory);
    case 'change':
      return change(round, memory, said);
    case 'send':
      return send(round, memory);
    case 'arrange':
      return arrange(round, memory, said);
    case 'form':
      return openForm(round, memory);
  }
}

export const ended = (past: Memory['past'], one: Ended): Ended[] => [one, ...past].slice(0, 10);

function cancel(round: Round, memory: Memory): Turn {
  const draft = draftOf(memory);
  if (draft === null) return say(memory, asides.nothingToCancel);
  if (memory.state === 'sending') return say(memory, asides.beingSent);
  const past = ended(round.past, { how: 'cancelled', draftId: draft.id });
  return { memory: { state: 'idle', past }, replies: [card({ card: 'cancelled' })], intent: null };
}

function startAgain(round: Round, memory: Memory): Turn {
  const draft = draftOf(memory);
  if (memory.state === 'sending') return say(memory, asides.beingSent);
  if (draft === null) return proceed(round, begin(round.surroundings.newId));
  const { kind } = draft;
  const past = ended(round.past, { how: 'cancelled', draftId: draft.id });
  return proceed({ ...round, past }, begin(round.surroundings.newId, kind), [asides.startedAgain]);
}

function change(round: Round, memory: Memory, said: string): Turn {
  const draft = draftOf(memory);
  if (draft === null) return say(memory, asides.nothingToChange);
  if (memory.state === 'sending') return say(memory, asides.beingSent);
  const topic = topicNamed(said, draft.kind);
  return topic === null ? ask(round, draft, { about: 'change' }, []) : askAbout(round, draft, topic);
}

/** A draft that is under way is not lost by pressing an old button. @param said what was typed, which may name the kind */
function arrange(round: Round, memory: Memory, said: string): Turn {
  if (memory.state !== 'idle') return current(round, memory, [asides.alreadyUnderWay]);
  const draft = begin(round.surroundings.newId);
  return startFrom(round, draft, readLine(said, round.surroundings, round.now));
}

/** The button of a kind: the same as its name typed. */
export function arrangeKind(round: Round, memory: Memory, kind: Kind): Turn {
  if (memory.state !== 'idle') return current(round, memory, [asides.alreadyUnderWay]);
  return proceed(round, begin(round.surroundings.newId, kind));
}

function openForm(round: Round, memory: Memory): Turn {
  if (memory.state !== 'idle') return current(round, memory, [asides.alreadyUnderWay]);
  return ask(round, begin(round.surroundings.newId, 'tac'), { about: 'everything' }, []);
}
