import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

/** One pass after another, with a rest between; the first at once, because whoever ran before may have been cut off. */
export function openSweeper(pass: () => Promise<void>, restSeconds: number, log: Logger): { stop(): Promise<void> } {
  const ending = new AbortController();
  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      await pass().catch((failure: unknown) => {
        log.warn({ failure }, 'the sweep did not reach the register; it comes back');
      });
      // Aborting the rest is how it is ended.
      await wait(restSeconds * 1000, undefined, { signal: ending.signal }).catch(() => undefined);
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
