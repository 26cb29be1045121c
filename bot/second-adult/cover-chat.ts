import type { Rendered } from '../cards/render.ts';
import { type SecondAdultView, secondAdultCard } from '../cards/second-adult-card.ts';
import { notAnswered, unreadableAnswer } from '../cards/words/second-adult.ts';
import { Failure } from '../failure.ts';
import type { Colleague } from '../meetings/ask.ts';
import { carryOn } from '../meetings/carry-on.ts';
import { heldUntil } from '../meetings/claim.ts';
import type { Workshop } from '../meetings/workshop.ts';
import type { World } from '../meetings/world.ts';
import type { Entry, Stored } from '../register/entry.ts';
import { answered, partOf, type WhyNotAnswered } from './answers.ts';
import { mustBeTwo, recorded } from './covering.ts';
import type { SecondAdultSaid } from './said.ts';

/**
 * Answers in somebody's chat about being second adult. Each is one conditional write of the row, so of two who say yes at once one
 * has it, and the other finds that somebody has.
 */
export type CoverChat = (said: SecondAdultSaid, person: Colleague) => Promise<readonly Rendered[]>;

type Answer = Extract<SecondAdultSaid, { about: 'answer' }>;
type Answered = { readonly entry: Entry | null; readonly why: WhyNotAnswered | null };

// Each time the row was written by somebody else meanwhile, what it says now is judged again.
const tries = 5;

/** @returns a turn that rejects with a `Failure` when the register cannot be asked; nothing was answered then */
export function openCoverChat(parts: { world: World; workshop: Workshop; tabUrl: string }): CoverChat {
  const { world, workshop, tabUrl } = parts;

  async function answer({ reference, says, rehearsed }: Answer, by: Colleague): Promise<Answered> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const row = await world.register.find(reference);
      if (row === null) return { entry: null, why: 'not asked' };
      const judged = answered(row.entry, { by: by.id, says, rehearsed, now: world.now() }, mustBeTwo(row.entry, world));
      if (!judged.may) return { entry: row.entry, why: judged.why };
      try {
        // Whoever is at work on the row keeps it until their claim is over; the answer is in it by then.
        const change = { ...judged.change, ...(isAtRest(row) && { nextCheck: heldUntil(world) }) };
        const written = await world.register.write(row, change);
        workshop.begin(row.entry.ask.host.id, () => goOn(row, written));
        return { entry: written.entry, why: null };
      } catch (error) {
        if (!(error instanceof Failure) || error.kind !== 'register changed') throw error;
      }
    }
    throw new Failure('register changed', 'the row was written by others again and again');
  }

  async function goOn(before: Stored, row: Stored): Promise<void> {
    await world.secondAdults.show(row.entry);
    if (isAtRest(before)) await carryOn(row, 'again', world);
    else await recorded(row.entry, world);
  }

  function shown(entry: Entry, person: Colleague, fault: SecondAdultView['fault']): readonly Rendered[] {
    const view = { entry, person: person.id, why: 'standing', fault, now: world.now(), tabUrl } as const;
    return [{ card: secondAdultCard(view) }];
  }

  return async (said, person) => {
    if (said.about === 'nothing readable') return [{ text: unreadableAnswer }];
    const { entry, why } = await answer(said, person);
    if (entry === null || partOf(entry, person.id) === null) return [{ text: notAnswered['not asked'] }];
    return shown(entry, person, why === 'not rehearsed' ? why : null);
  };
}

/** Nothing is under way, or a change only waits for somebody's yes. */
const isAtRest = ({ entry }: Stored): boolean => entry.step === 'done' || entry.step === 'authorise';
