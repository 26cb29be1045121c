import { z } from 'zod';
import { openBlobs } from './blobs.ts';
import type { Config, Secrets } from './config.ts';
import { Memory, nothingYet } from './conversation/conversation.ts';
import { PersonId } from './meetings/ask.ts';

/** What is kept between turns, in Azure Blob Storage: of each person their conversation and where they can be reached; of a request that waits, its cards. */

/** Where a person's own chat with the bot is; as the channel gave it, so that it can be written to later. */
export const Whereabouts = z.object({ person: PersonId, reference: z.record(z.string(), z.unknown()) });
export type Whereabouts = z.infer<typeof Whereabouts>;

/** A card that was sent to somebody, by the channel's name for it, so that it can be changed later. */
export const SentCard = z.object({
  person: PersonId,
  activityId: z.string(),
  /** When what it asks was asked, where the same may be asked of the same person again. */
  asked: z.string().optional(),
});
export type SentCard = z.infer<typeof SentCard>;

export type Kept = { readonly memory: Memory; readonly eTag: string | null };

export type ChatMemory = {
  /** A memory that is missing, or that an older version wrote in another shape, is one of somebody who never spoke to us. */
  read(person: PersonId): Promise<Kept>;
  /** @returns false when another turn of the same person was written meanwhile, and this one is to be thought again */
  write(person: PersonId, memory: Memory, eTag: string | null): Promise<boolean>;
  whereabouts(person: PersonId): Promise<Whereabouts | null>;
  keepWhereabouts(whereabouts: Whereabouts): Promise<void>;
  /** The cards that approvers have of a request; none when they cannot be read as such. */
  cardsOf(request: string): Promise<readonly SentCard[]>;
  keepCardsOf(request: string, cards: readonly SentCard[]): Promise<void>;
  /** Whether the storage answers at all; never rejects. */
  answers(): Promise<'ok' | 'not answering'>;
};

const memoryKey = (person: PersonId) => `conversation/${person}`;
const cardsKey = (request: string) => `approval/${request}`;
const whereaboutsKey = (person: PersonId) => `whereabouts/${person}`;

/** Every method rejects with a `Failure` of kind `memory unavailable` and with nothing else. */
export function openChatMemory(config: Config, secrets: Secrets): ChatMemory {
  const blobs = openBlobs(config, secrets);
  // What this process wrote last of each person's whereabouts: they hardly ever change, and a write a turn is a third of its time.
  const keptOf = new Map<PersonId, string>();

  return {
    async read(person) {
      const item = await blobs.read(memoryKey(person));
      const eTag = typeof item?.['eTag'] === 'string' ? item['eTag'] : null;
      return { memory: Memory.safeParse(item?.['memory']).data ?? nothingYet, eTag };
    },

    async write(person, memory, eTag) {
      // A first write has nothing to be held against: two first turns at once are the same empty conversation.
      return blobs.write(memoryKey(person), { memory, eTag: eTag ?? '*' });
    },

    async whereabouts(person) {
      const item = await blobs.read(whereaboutsKey(person));
      return Whereabouts.safeParse(item?.['whereabouts']).data ?? null;
    },

    async cardsOf(request) {
      const item = await blobs.read(cardsKey(request));
      return z.array(SentCard).safeParse(item?.['cards']).data ?? [];
    },

    // One run at a time asks about a request: whoever holds its row.
    keepCardsOf: async (request, cards) => {
      await blobs.write(cardsKey(request), { cards, eTag: '*' });
    },

    answers: () =>
      blobs.read('health').then(
        () => 'ok' as const,
        () => 'not answering' as const,
      ),

    async keepWhereabouts(whereabouts) {
      const text = JSON.stringify(whereabouts);
      if (keptOf.get(whereabouts.person) === text) return;
      await blobs.write(whereaboutsKey(whereabouts.person), { whereabouts, eTag: '*' });
      keptOf.set(whereabouts.person, text);
    },
  };
}
