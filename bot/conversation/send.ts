import { z } from 'zod';
import { tickId } from '../cards/view.ts';
import { asides } from '../cards/words/questions.ts';
import { type Ask, type Confirmation, confirmations } from '../meetings/ask.ts';
import type { Decision } from '../policy/decision.ts';
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
  const ticked = ticksIn(data);
  const open = decision.questions.filter(({ asks }) => !ticked.includes(asks));
  if (open.length > 0) return tickFirst(memory, open, ticked);
  return decideAfresh(
    memory,
    decision.questions.map(({ asks }) => asks),
  );
}

/** Sends a review on which nothing is left to say. */
export const sent = ({ past, draft, ask, decision }: Reviewing): Turn => ({
  memory: { state: 'sending', past, draft, ask, decision },
  replies: [],
  intent: { do: 'schedule', ask, draftId: draft.id },
});

function tickFirst(memory: Reviewing, open: Decision['questions'], ticked: readonly Confirmation[]): Turn {
  const note = asides.tickMissing(open.map(({ says }) => says));
  return { memory, replies: [card(reviewCard(memory, [note], ticked))], intent: null };
}

/** What was ticked belongs to this ask and to no other: a changed answer has it asked again. */
function decideAfresh({ past, draft, ask, decision }: Reviewing, ticked: readonly Confirmation[]): Turn {
  const confirmed = confirmations.filter((one) => ask.confirmed.includes(one) || ticked.includes(one));
  const whole: Ask = { ...ask, confirmed };
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

const Ticks = z.record(z.string(), z.unknown()).catch({});

/** An Input.Toggle sends `"true"` when it is on. */
function ticksIn(data: unknown): readonly Confirmation[] {
  const fields = Ticks.parse(data);
  return confirmations.filter((one) => fields[tickId(one)] === 'true' || fields[tickId(one)] === true);
}
