import { useCallback, useEffect, useState } from 'react';
import type { Trouble } from '../words/words.ts';
import type { Answer, Failed } from './ask.ts';

export type Asked<T> =
  | { readonly state: 'loading' }
  | (Failed & { readonly state: 'failed' })
  | { readonly state: 'answered'; readonly value: T };

/**
 * Asks the server once, and again when `ask` is another function or `again` is called; an answer that comes too late is dropped.
 * @param ask stable between renders (`useCallback`) for as long as the question is the same
 */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<Answer<T>>): { asked: Asked<T>; again: () => void } {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the reason to ask again
  useEffect(() => {
    const leaving = new AbortController();
    setAsked({ state: 'loading' });
    void ask(leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return;
      setAsked(answer.ok ? { state: 'answered', value: answer.value } : { ...answer, state: 'failed' });
    });
    return () => {
      leaving.abort();
    };
  }, [ask, attempt]);

  const again = useCallback(() => {
    setAttempt((count) => count + 1);
  }, []);
  useAgainByItself(asked.state === 'failed' ? asked.trouble : null, again);
  return { asked, again };
}

/** Asks again when the server said when to, and when the connection is back. */
function useAgainByItself(trouble: Trouble | null, again: () => void): void {
  useEffect(() => {
    if (trouble === null) return;
    const timer = trouble.againIn === undefined ? undefined : setTimeout(again, trouble.againIn * 1000);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [trouble, again]);
}
