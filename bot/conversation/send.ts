import { asides } from '../cards/words/questions.ts';
import { type Ask, confirmations } from '../meetings/ask.ts';
import type { Decision } from '../policy/decision.ts';
import { type Answered, answeredIn, notesFor, openAmong, withChecked } from './answered.ts';
import type { Memory, Turn } from './conversation.ts';
import { reviewCard } from './show.ts';
import { askAbout, card, current, type Round, say } from './steps.ts';

/** The review's button: the ticks it needs, policy afresh where there are any, and the request on its way. */

type Reviewing = Extract<Memory, { state: 'reviewing' }>;

/**
 * What is sent is the ask that was reviewed; the one thing that can have become wrong by itself is that its start is past.
 * @param data of the button, the ticks merged in; `null` when it was typed
 */
export function send(round: Round, memory: Memory, data: unknown = null): Turn {
  if (memory.state === 'sending') return say(memory, asides.beingSent);
  if (memory.state !== 'reviewing') return current(round, memory, [asides.nothingToSend]);
  const { draft, ask: whole, decision } = memory;
  if (decision.verdict === 'refuse') return current(round, memory, [asides.refusedSend]);
  if (Date.parse(whole.start) <= round.now.getTime()) return askAbout(round, draft, 'when', [asides.startPassed]);
  if (decision.verdict !== 'ask') return sent(memory);
  const answered = answeredIn(data);
  const open = openAmong(decision, answered);
  return open.length > 0 ? answerFirst(round, memory, { open, answered }) : decideAfresh(memory, answered);
}

/** Sends a review on which nothing is left to say. */
export const sent = ({ past, draft, ask, decision }: Reviewing): Turn => ({
  memory: { state: 'sending', past, draft, ask, decision },
  replies: [],
  intent: { do: 'schedule', ask, draftId: draft.id },
});

type Unanswered = { readonly open: Decision['questions']; readonly answered: Answered };

function answerFirst({ surroundings }: Round, memory: Reviewing, { open, answered }: Unanswered): Turn {
  const notes = notesFor(open);
  return { memory, replies: [card(reviewCard(memory, surroundings, { notes, answered }))], intent: null };
}

/** What was answered belongs to this ask and to no other: a changed answer has it asked again. */
function decideAfresh({ past, draft, ask, decision, newAddresses }: Reviewing, { checked }: Answered): Turn {
  const answered = decision.questions.map(({ asks }) => asks);
  const confirmed = confirmations.filter((one) => ask.confirmed.includes(one) || answered.includes(one));
  const told: Ask = checked === null ? ask : withChecked(ask, newAddresses, checked);
  const whole: Ask = { ...told, confirmed };
  return {
    memory: { state: 'deciding', past, draft, ask: whole, pressed: decision, notes: [] },
    replies: [],
    intent: { do: 'review', ask: whole },
  };
}

/** Whether going on asks nothing of anybody that the card did not show: then the host need not press again. */
export function asShown(shown: Decision, now: Decision): boolean {
  if (now.verdict !== 'allow' && now.verdict !== 'authorise') return false;
  const sameSettings = JSON.stringify(now.safeguards) === JSON.stringify(shown.safeguards);
  return sameSettings && now.authorisedBy.every((group) => shown.authorisedBy.includes(group));
}
