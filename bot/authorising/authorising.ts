import type { Caller } from '../identity/caller.ts';
import type { Reference } from '../meetings/ask.ts';
import { carryOn } from '../meetings/carry-on.ts';
import type { Workshop } from '../meetings/workshop.ts';
import type { World } from '../meetings/world.ts';
import { type ApproverAnswer, pendingOf } from './authorise.ts';
import { type Answered, answerApprover, authorise, goOnWaiting, withdraw } from './waiting.ts';

/** Answers to a request that waits, from the chat and from the tab alike: written within the turn, and carried on after it. */
export type Authorising = {
  /**
   * @param seen the hash of the request as they were shown it: what has changed since is not decided
   * @throws Failure when the register or Entra cannot be asked; nothing was decided then
   */
  answer(
    reference: Reference,
    caller: Pick<Caller, 'id' | 'name'>,
    answer: ApproverAnswer,
    seen?: string,
  ): Promise<Answered>;
  /** The host's answer to an approver's question; throws likewise. */
  answerBack(reference: Reference, caller: Pick<Caller, 'id'>, words: string): Promise<Answered>;
  /** The host takes it back; throws likewise. */
  withdraw(reference: Reference, caller: Pick<Caller, 'id'>): Promise<Answered>;
};

export function openAuthorising({ world, workshop }: { world: World; workshop: Workshop }): Authorising {
  // `said` matters only while it goes on waiting.
  async function followed(said: 'question' | 'answer' | 'yes', answering: Promise<Answered>): Promise<Answered> {
    const answered = await answering;
    if (!answered.done) return answered;
    const { row } = answered;
    workshop.begin(row.entry.ask.host.id, async () => {
      if (pendingOf(row.entry) !== null) return goOnWaiting(row, said, world);
      await world.approvals.authorised(row.entry);
      await carryOn(row, 'first time', world);
    });
    return answered;
  }

  return {
    answer: (reference, caller, answer, seen) =>
      followed(answer.say === 'ask' ? 'question' : 'yes', authorise(world, reference, caller, { answer, seen })),
    answerBack: (reference, caller, words) => followed('answer', answerApprover(world, reference, caller, words)),
    withdraw: (reference, caller) => followed('yes', withdraw(world, reference, caller)),
  };
}
