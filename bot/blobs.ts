import { BlobsStorage } from 'botbuilder-azure-blobs';
import { z } from 'zod';
import type { Config, Secrets } from './config.ts';
import { Failure } from './failure.ts';
import type { StorageCredential } from './identity/credentials.ts';
import { openManagedIdentity } from './identity/managed-identity.ts';
import type { Secret } from './identity/secret.ts';

/** Azure Blob Storage, an item a key. Every method rejects with a `Failure` of kind `memory unavailable` and with nothing else. */
export type Blobs = {
  /** With the `eTag` that the next write has to name; `null` when there is none. */
  read(key: string): Promise<Record<string, unknown> | null>;
  /**
   * @param item with the `eTag` it was read with; `*` writes over whatever is there
   * @returns false when somebody else has written since
   */
  write(key: string, item: Record<string, unknown> & { readonly eTag: string }): Promise<boolean>;
};

// Somebody may be waiting: three quick tries, then say so.
const patience = {
  retryOptions: { maxTries: 3, tryTimeoutInMs: 4_000, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 },
};

export function openBlobs(config: Place, secrets: Secrets): Blobs {
  const open = opening(config, secrets.storage);
  let storage = open();

  async function guarded<T>(work: (storage: BlobsStorage) => Promise<T>): Promise<T> {
    try {
      return await work(storage);
    } catch (error) {
      // BlobsStorage makes its container at the first touch and remembers for ever that it could not.
      if (!isConflict(error)) storage = open();
      throw new Failure('memory unavailable', 'blob storage', { cause: error });
    }
  }

  return {
    async read(key) {
      const items = await guarded((from) => from.read([key]));
      return Stored.safeParse(items[key]).data ?? null;
    },

    async write(key, item) {
      try {
        await guarded((to) => to.write({ [key]: item }));
        return true;
      } catch (error) {
        if (error instanceof Failure && isConflict(error.cause)) return false;
        throw error;
      }
    },
  };
}

const Stored = z.record(z.string(), z.unknown());

type Place = Pick<Config, 'storageUrl' | 'storageContainer'>;

function opening({ storageUrl, storageContainer }: Place, storage: StorageCredential): () => BlobsStorage {
  const options = { storagePipelineOptions: patience };
  if (storage.kind === 'key') {
    const text = connectionString(new URL(storageUrl), storage.key);
    return () => new BlobsStorage(text, storageContainer, options);
  }
  const token = openManagedIdentity(storage.identity);
  const credential = { getToken: () => token('https://storage.azure.com/') };
  return () => new BlobsStorage('', storageContainer, options, `${storageUrl}/${storageContainer}`, credential);
}

// An emulator has its accounts' names in the path, and no identities.
function connectionString(account: URL, key: Secret): string {
  return [
    `DefaultEndpointsProtocol=${account.protocol.slice(0, -1)}`,
    `AccountName=${account.pathname.slice(1)}`,
    `AccountKey=${key.reveal()}`,
    `BlobEndpoint=${account.href.replace(/\/$/, '')}`,
  ].join(';');
}

// BlobsStorage turns Azure's 412 into a plain Error that says so in words only.
const isConflict = (error: unknown) => error instanceof Error && /eTag conflict/i.test(error.message);
