import { useCallback, useRef, useState } from 'react';
import type { Trouble } from '../words/words.ts';

export type Work = {
  readonly state: 'idle' | 'working' | 'stopped';
  /** What the last piece of work ran into; gone when work begins again. */
  readonly trouble: Trouble | null;
  /** @param work told whether it was asked to stop; answers what it ran into, if anything */
  readonly run: (work: (isStopped: () => boolean) => Promise<Trouble | null>) => void;
  readonly stop: () => void;
};

/** Work of many steps that somebody waits for, and may stop; whatever was done of it stays. */
export function useWork(): Work {
  const [state, setState] = useState<Work['state']>('idle');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const isStopped = useRef(false);
  const run = useCallback<Work['run']>((work) => {
    isStopped.current = false;
    setState('working');
    setTrouble(null);
    void work(() => isStopped.current).then((came) => {
      setTrouble(came);
      setState(isStopped.current && came === null ? 'stopped' : 'idle');
    });
  }, []);
  const stop = useCallback(() => {
    isStopped.current = true;
  }, []);
  return { state, trouble, run, stop };
}
