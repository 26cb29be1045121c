import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Blobs } from '../blobs.ts';
import { Aggregate } from './aggregate.ts';

/** Where the aggregate is kept: one blob, beside the bot's memory. Every method rejects with `memory unavailable` and nothing else. */
export type InsightStore = {
  /** `null` when there is none. The aggregate alone is `null` when another version wrote it: it is counted again then. */
  read(): Promise<{ readonly aggregate: Aggregate | null; readonly eTag: string } | null>;
  /** @returns false when another server has written meanwhile, whose aggregate stands */
  write(aggregate: Aggregate, eTag: string | null): Promise<boolean>;
};

const key = 'insights';
const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

export const openInsightStore = (blobs: Blobs): InsightStore => ({
  async read() {
    const item = await blobs.read(key);
    if (item === null || typeof item['eTag'] !== 'string') return null;
    return { aggregate: await unpacked(item['packed']), eTag: item['eTag'] };
  },
  // Two first counts at once are each whole: either may stand.
  write: async (aggregate, eTag) => {
    const text = await pack(JSON.stringify(aggregate));
    return blobs.write(key, { packed: text.toString('base64'), eTag: eTag ?? '*' });
  },
});

/** What does not read as an aggregate of ours is none. */
async function unpacked(text: unknown): Promise<Aggregate | null> {
  if (typeof text !== 'string') return null;
  try {
    return Aggregate.parse(JSON.parse((await unpack(Buffer.from(text, 'base64'))).toString()));
  } catch {
    return null;
  }
}
