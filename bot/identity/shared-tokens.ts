import { DistributedCachePlugin, type ICachePlugin } from '@azure/msal-node';
import type { Logger } from 'pino';
import type { Blobs } from '../blobs.ts';
import { Failure } from '../failure.ts';

/**
 * msal's cache, shared by every instance through blob storage: one of them asks Entra, the others find what it got.
 * The blob lies in a container of its own, so that who may read it can be settled apart, and holds the tokens of this app in this
 * tenant and of no other. It is asked only when the token in memory is nearly over; without it every instance asks for itself.
 */
export function sharedTokens(blobs: Blobs, of: { tenantId: string; appId: string }, log: Logger): ICachePlugin {
  const key = `${of.tenantId}/${of.appId}`;
  return new DistributedCachePlugin(
    {
      get: (partition) =>
        quietly(async () => {
          const cache = (await blobs.read(partition))?.['cache'];
          return typeof cache === 'string' ? cache : '';
        }, ''),
      set: (partition, cache) =>
        quietly(async () => {
          await blobs.write(partition, { cache, eTag: '*' });
          return cache;
        }, cache),
    },
    // An app signs nobody in, so there is no account a key could be taken from.
    { getKey: () => Promise.resolve(key), extractKey: () => Promise.resolve(key) },
  );

  async function quietly(work: () => Promise<string>, otherwise: string): Promise<string> {
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      log.warn({ failure }, 'the shared tokens could not be had; this instance asks for its own');
      return otherwise;
    }
  }
}
