import { confirmConcernCard, notToldCard, raisedConcernCard } from '../cards/concern-card.ts';
import type { Rendered } from '../cards/render.ts';
import { raising as words } from '../cards/words/concerns.ts';
import { Failure } from '../failure.ts';
import type { Caller } from '../identity/caller.ts';
import type { Reference } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import { canRaiseConcern } from './concern.ts';
import type { ConcernSaid } from './concern-said.ts';
import type { Concerns } from './raising.ts';

/**
 * A concern raised in somebody's own chat. It belongs to no draft, so the conversation knows nothing of it, and what was written
 * beside the reference has not come this far. Never rejects with a `Failure`: whoever has a concern is told to phone.
 */
export type ConcernChat = (said: ConcernSaid, caller: Caller) => Promise<readonly Rendered[]>;

type Parts = { readonly world: Pick<World, 'register' | 'log'>; readonly concerns: Concerns };

export function openConcernChat({ world, concerns }: Parts): ConcernChat {
  function unsure(error: unknown): readonly string[] {
    if (!(error instanceof Failure)) throw error;
    world.log.error({ failure: error }, 'a concern could not be raised in chat');
    return [words.notTold, error.say];
  }

  /** One answer for “is not there” and “is not yours”: the difference would tell a stranger that a meeting exists. */
  async function confirm(reference: Reference, caller: Caller, notes: readonly string[]): Promise<Rendered> {
    const row = await world.register.find(reference);
    if (row === null || !canRaiseConcern(row.entry, caller).may) return inText(...notes, words.notYours);
    return { card: confirmConcernCard(row.entry, notes) };
  }

  async function raise(reference: Reference, caller: Caller): Promise<Rendered> {
    try {
      const concern = await concerns.raise(reference, caller);
      return concern === null ? inText(words.notYours) : { card: raisedConcernCard(reference, concern) };
    } catch (error) {
      // In the place of the card that was tapped, so that it stays before their eyes and can be tried again.
      return { card: notToldCard(reference, unsure(error)) };
    }
  }

  async function answer(said: ConcernSaid, caller: Caller): Promise<Rendered> {
    switch (said.about) {
      case 'look':
        return confirm(said.reference, caller, notesOn(said));
      case 'raise':
        return raise(said.reference, caller);
      case 'which':
        return inText(...notesOn(said), words.which);
      case 'nothing readable':
        return inText(words.unreadable);
    }
  }

  return async (said, caller) => {
    try {
      return [await answer(said, caller)];
    } catch (error) {
      return [inText(...unsure(error))];
    }
  };
}

const notesOn = ({ wroteMore }: { readonly wroteMore: boolean }): readonly string[] =>
  wroteMore ? [words.nothingKept] : [];

const inText = (...sentences: readonly string[]): Rendered => ({ text: sentences.join(' ') });
