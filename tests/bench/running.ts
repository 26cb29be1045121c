import { randomUUID } from 'node:crypto';
import { freePort, type Storage } from '../../infra/azurite.ts';
import { answering, type Part, startPart } from '../../infra/parts.ts';
import { provisionInABox } from '../../infra/provision/in-a-box.ts';
import { untiring, urlsOf } from '../school.ts';

/** A bot and a tenant of its own, each a process on this machine. */
export type Running = {
  readonly tenantUrl: string;
  /** Of the bot's process. */
  readonly pid: number;
  /** Milliseconds until the bot answered. */
  readonly readyAfter: number;
  readonly stop: () => Promise<void>;
};

/** Settings of the bot on top of those of this process; the tenant's file, if it is to have one; what happens in it before the bot comes. */
type Before = {
  readonly settings?: Record<string, string>;
  readonly database?: string;
  readonly fill?: (tenantUrl: string) => Promise<void>;
};

/**
 * Starts both and waits until they answer.
 * @param program the bot's, from the repository's root
 */
export async function startBot(program: string, storage: Storage, before: Before = {}): Promise<Running> {
  const tenantUrl = `http://127.0.0.1:${await freePort()}`;
  const botUrl = `http://127.0.0.1:${await freePort()}`;
  const portOf = (url: string) => new URL(url).port;
  const parts: Part[] = [];
  const started = async (name: string, path: string, at: string, its: Record<string, string>) => {
    const part = startPart(name, path, its, 'hidden');
    parts.push(part);
    await answering(part, at);
    return part;
  };
  const stop = async () => {
    for (const part of parts.toReversed()) await part.stop();
  };
  try {
    await started('The tenant', 'infra/tenant/main.ts', `${tenantUrl}/_teams/people`, {
      TENANT_PORT: portOf(tenantUrl),
      TENANT_DATABASE: before.database ?? ':memory:',
      SERVER_URL: botUrl,
    });
    await provisionInABox({ ...process.env, ...urlsOf(tenantUrl) });
    await before.fill?.(tenantUrl);
    const began = performance.now();
    const bot = await started(program, program, `${botUrl}/healthz`, {
      ...urlsOf(tenantUrl),
      PORT: portOf(botUrl),
      STORAGE_URL: storage.url,
      STORAGE_KEY: storage.key,
      STORAGE_CONTAINER: `bench-${randomUUID()}`,
      LOG_LEVEL: 'silent',
      ...untiring,
      ...before.settings,
    });
    if (bot.child.pid === undefined) throw new Error(`${program} has no process`);
    return { tenantUrl, pid: bot.child.pid, readyAfter: performance.now() - began, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
