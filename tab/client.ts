import type * as z from 'zod/mini';
import type { Kind } from '../bot/policy/kind.ts';
import type { Status } from '../bot/register/entry.ts';
import type { Me, MeetingDetail, MeetingsPage, Scope } from '../bot/views.ts';
import { DetailShape, MeShape, PageShape, RefusalShape, WhereShape } from './answers.ts';
import { type Trouble, troubles } from './words.ts';

/** The one way the tab talks to the server. Nothing here rejects: what went wrong comes back in words. */

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

/**
 * What the list is asked for; the server says what each means. Days are London's, `2026-11-24`; empty is no limit,
 * and an empty scope leaves the choice to the server, which knows who may see what.
 */
export type Filter = {
  readonly scope: Scope | '';
  readonly kind: Kind | '';
  readonly status: Status | '';
  readonly from: string;
  readonly to: string;
  readonly order: 'newest' | 'oldest';
};

/** `words` are one line for the host. */
export type ApproverSays = { readonly say: 'yes' } | { readonly say: 'ask' | 'no'; readonly words: string };

export type Client = {
  me(signal: AbortSignal): Promise<Answer<Me>>;
  /** @param cursor what the page before this one gave as `next` */
  meetings(filter: Filter, cursor: string | null, signal: AbortSignal): Promise<Answer<MeetingsPage>>;
  meeting(reference: string, signal: AbortSignal): Promise<Answer<MeetingDetail>>;
  /** An approver's yes, no or question; comes back with the meeting as it stands then. */
  authorise(reference: string, said: ApproverSays): Promise<Answer<MeetingDetail>>;
};

/** @param token asked for before every request: Teams remembers tokens and renews them */
export function createClient(token: () => Promise<string>): Client {
  const asMyself = async <T>(path: string, shape: z.ZodMiniType<T>, init: RequestInit): Promise<Answer<T>> => {
    let authorization: string;
    try {
      authorization = `Bearer ${await token()}`;
    } catch (error) {
      return failed(troubles.noToken, error);
    }
    return ask(path, shape, { ...init, headers: { authorization, 'content-type': 'application/json' } });
  };
  const get = <T>(path: string, shape: z.ZodMiniType<T>, signal: AbortSignal) => asMyself(path, shape, { signal });
  return {
    me: (signal) => get('/api/me', MeShape, signal),
    meetings: (filter, cursor, signal) => {
      const query = new URLSearchParams({ ...filter, ...(cursor === null ? {} : { cursor }) });
      return get(`/api/meetings?${query}`, PageShape, signal);
    },
    meeting: (reference, signal) => get(`/api/meetings/${encodeURIComponent(reference)}`, DetailShape, signal),
    authorise: (reference, said) =>
      asMyself(`/api/meetings/${encodeURIComponent(reference)}/authorisation`, DetailShape, {
        method: 'POST',
        body: JSON.stringify(said),
      }),
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
