import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Counting, countOnce } from './counting.ts';

/**
 * Counts what has changed, again and again. While there is more to count it rests as long as the last pass took, so that however
 * long the register is, at least half of the time is everybody else's.
 */
export function keepCounting(counting: Counting, restSeconds: number, log: Logger): { stop(): Promise<void> } {
  const ending = new AbortController();
  // Aborting the rest is how it is ended.
  const rest = (milliseconds: number) =>
    wait(milliseconds, undefined, { signal: ending.signal }).catch(() => undefined);

  async function pass(): Promise<boolean> {
    try {
      return (await countOnce(counting)).more;
    } catch (failure) {
      log.warn({ failure }, 'the register could not be counted; the next pass does');
      return false;
    }
  }

  async function run(): Promise<void> {
    await rest(restSeconds * 1000);
    while (!ending.signal.aborted) {
      const began = performance.now();
      const more = await pass();
      await rest(more ? Math.max(200, performance.now() - began) : restSeconds * 1000);
    }
  }
  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
    },
  };
}
