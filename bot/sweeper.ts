import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

/** `at`: when it ended, UTC. `reached`: whether it got as far as the register. */
export type Pass = { readonly at: string; readonly reached: boolean };

const tellEveryMilliseconds = 5 * 60_000;

/** One pass after another, with a rest between; the first at once, because whoever ran before may have been cut off. */
export function openSweeper(
  pass: () => Promise<void>,
  restSeconds: number,
  log: Logger,
): { stop(): Promise<void>; lastPass(): Pass | null } {
  const ending = new AbortController();
  let last: Pass | null = null;
  let told = 0;
  // Whoever watches from outside misses this line (infra/azure/estate/log-alerts.bicep); after every pass it would drown the others.
  function tell(): void {
    if (Date.now() - told < tellEveryMilliseconds) return;
    told = Date.now();
    log.info('the register was swept');
  }
  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      const reached = await pass().then(
        () => {
          tell();
          return true;
        },
        (failure: unknown) => {
          log.warn({ failure }, 'the sweep did not reach the register; it comes back');
          return false;
        },
      );
      last = { at: new Date().toISOString(), reached };
      // Aborting the rest is how it is ended.
      await wait(restSeconds * 1000, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }
  const running = run();
  return {
    lastPass: () => last,
    async stop() {
      ending.abort();
      await running;
    },
  };
}
