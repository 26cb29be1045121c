import type { Changes } from './changes.ts';

/** How long Teams shows “is typing” when nothing follows. */
const shownFor = 8_000;

/** Which conversations the bot is writing in at this moment. Kept in memory: nobody waits for typing across a restart. */
export class Typing {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #changes: Changes;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  in(conversation: string): boolean {
    return this.#timers.has(conversation);
  }

  start(conversation: string): void {
    clearTimeout(this.#timers.get(conversation));
    this.#timers.set(
      conversation,
      setTimeout(() => {
        this.stop(conversation);
      }, shownFor).unref(),
    );
    this.#changes.happened();
  }

  /** A message ends it, or the time does. */
  stop(conversation: string): void {
    clearTimeout(this.#timers.get(conversation));
    if (this.#timers.delete(conversation)) this.#changes.happened();
  }
}
