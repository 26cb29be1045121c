import { useCallback, useState } from 'react';
import type * as z from 'zod/mini';

/**
 * What the page remembers for one person in this browser. Teams gives each app a storage of its own; where there is none, or it is
 * full, or what is in it is not ours, the page works without.
 * @param key what is remembered, with whose it is
 */
export function useRemembered<T>(key: string, shape: z.ZodMiniType<T>, otherwise: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(() => recalled(key, shape) ?? otherwise);
  const remember = useCallback(
    (next: T) => {
      setValue(next);
      keep(key, next);
    },
    [key],
  );
  return [value, remember];
}

const kept = (key: string) => `chaperone/register/${key}`;

function recalled<T>(key: string, shape: z.ZodMiniType<T>): T | null {
  try {
    const text = window.localStorage.getItem(kept(key));
    const read = text === null ? null : shape.safeParse(JSON.parse(text));
    return read?.success ? read.data : null;
  } catch (error) {
    console.warn('Chaperone:', error);
    return null;
  }
}

function keep(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(kept(key), JSON.stringify(value));
  } catch (error) {
    console.warn('Chaperone:', error);
  }
}
