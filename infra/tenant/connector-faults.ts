import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Calls } from './calls.ts';
import type { Faults } from './faults.ts';
import { type Http, type Service, struck } from './striking.ts';

const error = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message: code } }, { status, headers });

const service: Service = {
  on: 'connector',
  refuse: () => error(403, 'BotNotInConversationRoster'),
  fail: (status, retryAfter) =>
    error(
      status,
      status === 429 ? 'TooManyRequests' : 'ServiceError',
      retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    ),
};

/** Lets faults strike the bot's calls to the channel as they strike Graph, and writes the calls down. */
export const connectorFaults = ({ faults, calls }: { readonly faults: Faults; readonly calls: Calls }) =>
  createMiddleware<Http>(async (c, next) => {
    const url = new URL(c.req.url);
    return struck(c, {
      faults,
      calls,
      service,
      path: url.pathname,
      query: url.search,
      serve: async (deed) => {
        if (deed?.kind === 'accept and ignore')
          return { response: Response.json({ id: randomUUID() }, { status: 201 }), app: null };
        await next();
        return { response: c.res, app: null };
      },
    });
  });
