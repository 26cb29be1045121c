/** Wakes those who wait for something to change: the long polls of the page. Says only that something changed, never what. */
export class Changes {
  readonly #waiting = new Set<() => void>();

  /** Call after every change that a page can show. */
  happened(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Waits until `done()` holds, the time is over, or the reader has gone. Checks at once and after every change. */
  async until(done: () => boolean, milliseconds: number, gone: AbortSignal): Promise<void> {
    if (done() || milliseconds <= 0 || gone.aborted) return;
    await new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        gone.removeEventListener('abort', finish);
        this.#waiting.delete(wake);
        resolve();
      };
      const wake = () => {
        if (done()) finish();
      };
      const timer = setTimeout(finish, milliseconds);
      gone.addEventListener('abort', finish);
      this.#waiting.add(wake);
    });
  }
}
