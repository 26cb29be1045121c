import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { PersonId } from './ask.ts';

/** Where meetings are arranged after the host has been answered: one at a time for each organizer, whose mailbox takes only a few calls at once. */
export type Workshop = {
  /** Starts the work when the organizer's earlier work is done. What it rejects with is logged: the register row outlives it. */
  begin(organizer: PersonId, work: () => Promise<void>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

export function openWorkshop(log: Logger): Workshop {
  const queues = new Map<PersonId, PQueue>();
  return {
    begin(organizer, work) {
      const queue = queues.get(organizer) ?? new PQueue({ concurrency: 1 });
      queues.set(organizer, queue);
      queue
        .add(work)
        .catch((error: unknown) => {
          log.error({ error }, 'arranging stopped unexpectedly; the sweep will carry on');
        })
        .finally(() => {
          if (queue.size === 0 && queue.pending === 0) queues.delete(organizer);
        });
    },
    async idle() {
      await Promise.all([...queues.values()].map((queue) => queue.onIdle()));
    },
  };
}
