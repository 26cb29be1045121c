import type { Logger } from 'pino';
import type { Bot } from './bot.ts';
import type { Rendered } from './cards/render.ts';
import type { ChatMemory, SentCard } from './chat-memory.ts';
import type { Colleague } from './meetings/ask.ts';

/**
 * A card that several people have, each in their own chat. Which were sent is kept, so that nobody gets the same one twice and all
 * of them can be changed when somebody has answered.
 */
export type Posting = {
  /**
   * @param subject what the card is about; the same text means the same card
   * @param again whoever has one is sent another all the same
   * @returns those who have one now
   * @throws AggregateError when somebody could not be told just now and it is worth trying again
   */
  send(
    subject: string,
    people: readonly Colleague[],
    message: Rendered,
    again?: 'again',
  ): Promise<readonly Colleague[]>;
  /** Every card there is of this shows that instead. Never rejects: a card that could not be changed says so when tapped. */
  show(subject: string, message: Rendered): Promise<void>;
};

export function openPosting(parts: {
  bot: Pick<Bot, 'tell' | 'replace'>;
  memory: Pick<ChatMemory, 'cardsOf' | 'keepCardsOf'>;
  log: Logger;
}): Posting {
  const { bot, memory, log } = parts;
  return {
    async send(subject, people, message, again) {
      const sent: SentCard[] = [...(await memory.cardsOf(subject))];
      const has = new Set(again ? [] : sent.map(({ person }) => person));
      const reached = people.filter(({ id }) => has.has(id));
      const missed: unknown[] = [];
      for (const person of people.filter(({ id }) => !has.has(id))) {
        try {
          const told = await bot.tell(person.id, message);
          if (!told.told) continue;
          sent.push({ person: person.id, activityId: told.activityId });
          reached.push(person);
          await memory.keepCardsOf(subject, sent);
        } catch (error) {
          // One who cannot be told just now must not keep it from the others.
          missed.push(error);
        }
      }
      if (missed.length > 0) throw new AggregateError(missed, 'some people could not be told just now');
      return reached;
    },

    async show(subject, message) {
      try {
        for (const { person, activityId } of await memory.cardsOf(subject))
          await bot.replace(person, activityId, message);
      } catch (failure) {
        log.warn({ subject, failure }, 'cards could not be changed');
      }
    },
  };
}
