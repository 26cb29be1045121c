import { z } from 'zod';
import { type Verb, verbs } from '../cards/view.ts';
import { asides } from '../cards/words/questions.ts';
import { kinds } from '../policy/kind.ts';
import { again } from './answers.ts';
import { arrangeKind, obey } from './commands.ts';
import type { Memory, Turn } from './conversation.ts';
import { send } from './send.ts';
import { current, keepTime, proceed, type Round, say } from './steps.ts';
import { addGuest, tappedAnswer } from './tapped-answers.ts';

/** Buttons. What a card sends is parsed like any other input: its ids and its fields may be anybody's invention. */

const Known = z.enum(verbs);
const OfKind = z.looseObject({ kind: z.enum(kinds) });
const Live = z.looseObject({ draftId: z.string(), revision: z.number() });

/** @param data of the Action.Execute, inputs merged in; unparsed */
export function tapped(round: Round, memory: Memory, tap: { verb: string; data: unknown }): Turn {
  const verb = Known.safeParse(tap.verb);
  if (!verb.success) return say(memory, asides.notUnderstoodTap);
  switch (verb.data) {
    case 'arrange': {
      const named = OfKind.safeParse(tap.data).data;
      return named === undefined ? obey(round, memory, 'arrange', '') : arrangeKind(round, memory, named.kind);
    }
    case 'form':
    case 'my meetings':
    case 'help':
      return obey(round, memory, verb.data, '');
    case 'answer':
    case 'keep':
    case 'add guest':
    case 'change':
    case 'back':
    case 'send':
    case 'cancel':
      return ofDraft(round, memory, verb.data, tap.data);
  }
}

/** Only the current card of this person's own draft does anything. */
function ofDraft(
  round: Round,
  memory: Memory,
  verb: Exclude<Verb, 'arrange' | 'form' | 'my meetings' | 'help'>,
  data: unknown,
): Turn {
  const live = Live.safeParse(data);
  if (!live.success) return say(memory, asides.notUnderstoodTap);
  const { draftId, revision } = live.data;
  if (memory.state === 'idle' || memory.draft.id !== draftId) return say(memory, whatBecameOf(memory, draftId));
  if (memory.draft.revision !== revision) return current(round, memory, [asides.stale]);
  if (verb === 'cancel' || verb === 'change') return obey(round, memory, verb, '');
  if (verb === 'send') return send(round, memory, data);
  if (verb === 'back' && memory.state !== 'sending') return proceed(round, memory.draft);
  if (memory.state !== 'asking') return current(round, memory, [asides.stale]);
  switch (verb) {
    case 'answer':
      return tappedAnswer(round, memory, data);
    case 'keep':
      return memory.question.about === 'when' && memory.question.busy.length > 0
        ? keepTime(round, memory.draft, memory.question.busy)
        : again(round, memory, asides.notUnderstoodTap);
    case 'add guest':
      return addGuest(round, memory, data);
    case 'back':
      return proceed(round, memory.draft);
  }
}

function whatBecameOf({ past }: Memory, draftId: string): string {
  const one = past.find((ended) => ended.draftId === draftId);
  if (one === undefined) return asides.unknownCard;
  return one.how === 'sent' ? asides.alreadySent(one.reference) : asides.alreadyCancelled;
}
