import { type RefObject, useEffect, useRef } from 'react';

/** What a key asks for. */
export type Wish = 'next' | 'previous' | 'yes' | 'ask' | 'no' | 'tick';

const wishes: Readonly<Record<string, Wish>> = {
  j: 'next',
  arrowdown: 'next',
  k: 'previous',
  arrowup: 'previous',
  y: 'yes',
  q: 'ask',
  n: 'no',
  x: 'tick',
};

/**
 * Single keys, heard only while the focus is in the list and in no field of it (WCAG 2.2, 2.1.4). A key that is held down moves on
 * and never decides.
 */
export function useKeys(list: RefObject<HTMLElement | null>, onWish: (wish: Wish) => void): void {
  const latest = useRef(onWish);
  latest.current = onWish;
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const hear = (event: KeyboardEvent) => {
      const wish = wishes[event.key.toLowerCase()];
      if (wish === undefined || event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return;
      if (event.repeat && wish !== 'next' && wish !== 'previous') return;
      event.preventDefault();
      latest.current(wish);
    };
    element.addEventListener('keydown', hear);
    return () => {
      element.removeEventListener('keydown', hear);
    };
  }, [list]);
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select') !== null;
