import type * as z from 'zod/mini';
import { type Trouble, troubles } from '../words/words.ts';
import { RefusalShape, WhereShape } from './answers.ts';

/** The one way the tab talks to the server. Nothing here rejects: what went wrong comes back in words. */

/** `refused`: what the server answered instead, where it answered: its code, and all of its body for whoever knows what stands in it. */
export type Answer<T> = { readonly ok: true; readonly value: T } | (Failed & { readonly ok: false });
export type Failed = {
  readonly trouble: Trouble;
  readonly refused?: { readonly code: string; readonly body: unknown };
};

/** Asks as the signed-in person. What comes back is held against `shape` before anything is drawn. */
export type Ask = {
  get<T>(path: string, shape: z.ZodMiniType<T>, signal: AbortSignal): Promise<Answer<T>>;
  /** An act: where no answer came, nobody knows whether it was done, and the trouble says so. */
  post<T>(path: string, body: unknown, shape: z.ZodMiniType<T>): Promise<Answer<T>>;
  /** A question that is put as a POST for what it carries, or an act that leads to the same when it is sent again. */
  postIdempotent<T>(path: string, body: unknown, shape: z.ZodMiniType<T>): Promise<Answer<T>>;
  /** Asks before anybody waits for it; the next `get` of that path takes what came of the last such question. */
  ahead(path: string): void;
};

/** @param token asked for before every request: Teams remembers tokens and renews them */
export function createAsk(token: () => Promise<string>): Ask {
  const once = async (path: string, init: RequestInit): Promise<Reply> => {
    let authorization: string;
    try {
      authorization = `Bearer ${await token()}`;
    } catch (error) {
      return broken(troubles.noToken, error);
    }
    return reply(path, { ...init, headers: { authorization, 'content-type': 'application/json' } });
  };
  // A token can run out on its way. The server turned the request away before it read it, so asking again does nothing twice.
  const asMyself = async (path: string, init: RequestInit): Promise<Reply> => {
    const first = await once(path, init);
    return first.came && first.status === 401 ? once(path, init) : first;
  };
  const ahead = new Map<string, Promise<Reply>>();
  return {
    ahead: (path) => {
      ahead.set(path, asMyself(path, {}));
    },
    get: async (path, shape, signal) => {
      const coming = ahead.get(path);
      ahead.delete(path);
      return read(await (coming ?? asMyself(path, { signal })), shape);
    },
    post: async (path, body, shape) => {
      const answer = read(await asMyself(path, posting(body)), shape);
      return answer.ok || !saysNothing.has(answer.trouble) ? answer : { ok: false, trouble: troubles.unclear };
    },
    postIdempotent: async (path, body, shape) => read(await asMyself(path, posting(body)), shape),
  };
}

/** After these nobody knows whether an act was done. */
const saysNothing: ReadonlySet<Trouble> = new Set([troubles.noAnswer, troubles.unreadable]);

const posting = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

/** Where the tab lives, for somebody who came to it without Teams and so without a token. */
export const whereTeamsIs = async (signal: AbortSignal) => read(await reply('/api/where', { signal }), WhereShape);

type Reply =
  | { readonly came: true; readonly status: number; readonly body: unknown }
  | { readonly came: false; readonly trouble: Trouble };

async function reply(path: string, init: RequestInit): Promise<Reply> {
  let status = 0;
  try {
    const response = await fetch(path, { ...init, cache: 'no-store' });
    status = response.status;
    return { came: true, status, body: await response.json() };
  } catch (error) {
    const isAnswer = error instanceof SyntaxError && !ofGateways.has(status);
    return broken(isAnswer ? troubles.unreadable : troubles.noAnswer, error);
  }
}

/** What stands before the server says these, in a page of its own, while the server is gone or begins anew. */
const ofGateways = new Set([502, 503, 504]);

function read<T>(came: Reply, shape: z.ZodMiniType<T>): Answer<T> {
  if (!came.came) return { ok: false, trouble: came.trouble };
  if (came.status !== 200) {
    const refusal = RefusalShape.safeParse(came.body);
    if (!refusal.success) return { ok: false, trouble: broken(troubles.unreadable, refusal.error).trouble };
    const { code, ...trouble } = refusal.data;
    return { ok: false, trouble, refused: { code, body: came.body } };
  }
  const value = shape.safeParse(came.body);
  if (value.success) return { ok: true, value: value.data };
  return { ok: false, trouble: broken(troubles.unreadable, value.error).trouble };
}

/** The person reads the trouble; whoever looks into it finds the error in the browser's console. A request nobody waits for is no error. */
function broken(trouble: Trouble, error: unknown): { came: false; trouble: Trouble } {
  if (!(error instanceof DOMException && error.name === 'AbortError')) console.warn('Chaperone:', error);
  return { came: false, trouble };
}
