import { useCallback, useEffect, useRef, useState } from 'react';
import type { Trouble } from '../words/words.ts';
import type { Answer } from './ask.ts';
import type { Asked } from './use-answer.ts';

export type LiveAnswer<T> = {
  /** What was had last stays while it is asked for anew, and when that goes wrong. */
  readonly asked: Asked<T>;
  /** What went wrong the last time, beside what was had before; `null` when nothing did. */
  readonly trouble: Trouble | null;
  readonly again: () => void;
  /** Somebody has asked again, and there is no answer yet. */
  readonly isAskedAgain: boolean;
};

const every = 60_000;
/** Who comes back to the page so soon has seen it. */
const freshFor = 10_000;

/**
 * Asks the server, and again every minute for as long as the page is seen, and when somebody comes back to it.
 * @param ask stable between renders (`useCallback`) for as long as the question is the same
 */
export function useLiveAnswer<T>(ask: (signal: AbortSignal) => Promise<Answer<T>>): LiveAnswer<T> {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'loading' });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isAskedAgain, setIsAskedAgain] = useState(false);
  const now = useRef<() => void>(() => undefined);

  useEffect(() => {
    const leaving = new AbortController();
    let last = 0;
    let underWay = false;
    let wait: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      if (underWay) return;
      underWay = true;
      clearTimeout(wait);
      const answer = await ask(leaving.signal);
      underWay = false;
      if (leaving.signal.aborted) return;
      last = Date.now();
      setIsAskedAgain(false);
      setTrouble(answer.ok ? null : answer.trouble);
      // Microsoft 365 has said when; and the trouble says that the page asks by itself then.
      if (!answer.ok && answer.trouble.againIn !== undefined)
        wait = setTimeout(() => void look(), answer.trouble.againIn * 1000);
      setAsked((before) => {
        if (answer.ok) return { state: 'answered', value: answer.value };
        return before.state === 'answered' ? before : { state: 'failed', trouble: answer.trouble };
      });
    };
    const comeBack = () => {
      if (document.visibilityState === 'visible' && Date.now() - last > freshFor) void look();
    };
    now.current = () => {
      // Somebody who asks again sees that it is asked.
      setIsAskedAgain(true);
      setAsked((before) => (before.state === 'failed' ? { state: 'loading' } : before));
      void look();
    };
    void look();
    const timer = setInterval(comeBack, every);
    for (const event of ['focus', 'online'] as const) window.addEventListener(event, comeBack);
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      leaving.abort();
      clearTimeout(wait);
      clearInterval(timer);
      for (const event of ['focus', 'online'] as const) window.removeEventListener(event, comeBack);
      document.removeEventListener('visibilitychange', comeBack);
    };
  }, [ask]);

  const again = useCallback(() => {
    now.current();
  }, []);
  return { asked, trouble, again, isAskedAgain };
}
