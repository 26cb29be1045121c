import type * as z from 'zod/mini';
import { type Trouble, troubles } from '../words/words.ts';
import { RefusalShape, WhereShape } from './answers.ts';

/** The one way the tab talks to the server. Nothing here rejects: what went wrong comes back in words. */

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

/** Asks as the signed-in person. What comes back is held against `shape` before anything is drawn. */
export type Ask = {
  get<T>(path: string, shape: z.ZodMiniType<T>, signal: AbortSignal): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, shape: z.ZodMiniType<T>): Promise<Answer<T>>;
};

/** @param token asked for before every request: Teams remembers tokens and renews them */
export function createAsk(token: () => Promise<string>): Ask {
  const asMyself = async <T>(path: string, shape: z.ZodMiniType<T>, init: RequestInit): Promise<Answer<T>> => {
    let authorization: string;
    try {
      authorization = `Bearer ${await token()}`;
    } catch (error) {
      return failed(troubles.noToken, error);
    }
    return ask(path, shape, { ...init, headers: { authorization, 'content-type': 'application/json' } });
  };
  return {
    get: (path, shape, signal) => asMyself(path, shape, { signal }),
    post: (path, body, shape) => asMyself(path, shape, { method: 'POST', body: JSON.stringify(body) }),
  };
}

/** Where the tab lives, for somebody who came to it without Teams and so without a token. */
export const whereTeamsIs = (signal: AbortSignal) => ask('/api/where', WhereShape, { signal });

async function ask<T>(path: string, shape: z.ZodMiniType<T>, init: RequestInit): Promise<Answer<T>> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, { ...init, cache: 'no-store' });
    body = await response.json();
  } catch (error) {
    return failed(error instanceof SyntaxError ? troubles.unreadable : troubles.noAnswer, error);
  }
  if (response.status !== 200) {
    const refusal = RefusalShape.safeParse(body);
    return refusal.success ? { ok: false, trouble: refusal.data } : failed(troubles.unreadable, refusal.error);
  }
  const read = shape.safeParse(body);
  return read.success ? { ok: true, value: read.data } : failed(troubles.unreadable, read.error);
}

/** The person reads the trouble; whoever looks into it finds the error in the browser's console. A request nobody waits for is no error. */
function failed(trouble: Trouble, error: unknown): { ok: false; trouble: Trouble } {
  if (!(error instanceof DOMException && error.name === 'AbortError')) console.warn('Chaperone:', error);
  return { ok: false, trouble };
}
