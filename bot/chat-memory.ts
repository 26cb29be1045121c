import { BlobsStorage } from 'botbuilder-azure-blobs';
import { z } from 'zod';
import type { Config, Secrets } from './config.ts';
import { Memory, nothingYet } from './conversation/conversation.ts';
import { Failure } from './failure.ts';
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

// A turn has a person waiting: three quick tries, then say so.
const patience = {
  retryOptions: { maxTries: 3, tryTimeoutInMs: 4_000, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 },
};

const memoryKey = (person: PersonId) => `conversation/${person}`;
const cardsKey = (request: string) => `approval/${request}`;
const whereaboutsKey = (person: PersonId) => `whereabouts/${person}`;

/** Every method rejects with a `Failure` of kind `memory unavailable` and with nothing else. */
export function openChatMemory(config: Config, secrets: Secrets): ChatMemory {
  const account = new URL(config.storageUrl);
  const open = () =>
    new BlobsStorage(connectionString(account, secrets), config.storageContainer, { storagePipelineOptions: patience });
  let storage = open();
  // What this process wrote last of each person's whereabouts: they hardly ever change, and a write a turn is a third of its time.
  const keptOf = new Map<PersonId, string>();

  async function guarded<T>(work: (storage: BlobsStorage) => Promise<T>): Promise<T> {
    try {
      return await work(storage);
    } catch (error) {
      // BlobsStorage makes its container at the first touch and remembers for ever that it could not.
      if (!isConflict(error)) storage = open();
      throw new Failure('memory unavailable', 'blob storage', { cause: error });
    }
  }

  const read = async (key: string): Promise<Record<string, unknown> | null> => {
    const items = await guarded((storage) => storage.read([key]));
    return Stored.safeParse(items[key]).data ?? null;
  };
  const write = (key: string, item: Record<string, unknown>) => guarded((storage) => storage.write({ [key]: item }));

  return {
    async read(person) {
      const item = await read(memoryKey(person));
      const eTag = typeof item?.['eTag'] === 'string' ? item['eTag'] : null;
      return { memory: Memory.safeParse(item?.['memory']).data ?? nothingYet, eTag };
    },

    async write(person, memory, eTag) {
      try {
        // A first write has nothing to be held against: two first turns at once are the same empty conversation.
        await write(memoryKey(person), { memory, eTag: eTag ?? '*' });
        return true;
      } catch (error) {
        if (error instanceof Failure && isConflict(error.cause)) return false;
        throw error;
      }
    },

    async whereabouts(person) {
      const item = await read(whereaboutsKey(person));
      return Whereabouts.safeParse(item?.['whereabouts']).data ?? null;
    },

    async cardsOf(request) {
      const item = await read(cardsKey(request));
      return z.array(SentCard).safeParse(item?.['cards']).data ?? [];
    },

    // One run at a time asks about a request: whoever holds its row.
    keepCardsOf: (request, cards) => write(cardsKey(request), { cards, eTag: '*' }),

    answers: () =>
      read('health').then(
        () => 'ok' as const,
        () => 'not answering' as const,
      ),

    async keepWhereabouts(whereabouts) {
      const text = JSON.stringify(whereabouts);
      if (keptOf.get(whereabouts.person) === text) return;
      await write(whereaboutsKey(whereabouts.person), { whereabouts, eTag: '*' });
      keptOf.set(whereabouts.person, text);
    },
  };
}

const Stored = z.record(z.string(), z.unknown());

// The account key is for a storage emulator on this machine; the same string form serves Azure.
function connectionString(account: URL, { storageKey }: Secrets): string {
  const local = account.pathname.length > 1;
  const name = local ? account.pathname.slice(1) : account.hostname.split('.')[0];
  return [
    `DefaultEndpointsProtocol=${account.protocol.slice(0, -1)}`,
    `AccountName=${name ?? ''}`,
    `AccountKey=${storageKey.reveal()}`,
    `BlobEndpoint=${account.href.replace(/\/$/, '')}`,
  ].join(';');
}

// BlobsStorage turns Azure's 412 into a plain Error that says so in words only.
const isConflict = (error: unknown) => error instanceof Error && /eTag conflict/i.test(error.message);
