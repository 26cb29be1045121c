import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';

const Activity = z.looseObject({
  type: z.string(),
  id: z.string(),
  serviceUrl: z.string(),
  text: z.string().optional(),
  name: z.string().optional(),
  from: z.looseObject({ id: z.string(), aadObjectId: z.string() }),
  conversation: z.looseObject({ id: z.string(), conversationType: z.string() }),
  value: z.unknown().optional(),
});
export type Heard = z.infer<typeof Activity>;
/** What the bot's server answers over HTTP. */
export type Reply = { readonly status: number; readonly body?: unknown };

export type StubBot = {
  readonly url: string;
  /** Every activity it was sent, oldest first, with the claims of the token that came along. */
  readonly heard: { readonly activity: Heard; readonly claims: JWTPayload }[];
  /** What it does from now on when an activity comes. */
  does(answer: (activity: Heard) => Reply | Promise<Reply>): void;
  close(): Promise<void>;
};

/** A server with a bot's door and a tab, and nothing of the product: it checks the channel's tokens by the published keys, as a bot does. */
export async function startStubBot(appId: string, others: (app: Hono) => void = () => undefined): Promise<StubBot> {
  const heard: StubBot['heard'] = [];
  let answer: (activity: Heard) => Reply | Promise<Reply> = () => ({ status: 200 });
  const app = new Hono();
  app.post('/api/messages', async (c) => {
    const activity = Activity.parse(await c.req.json());
    const keys = createRemoteJWKSet(new URL('.well-known/keys', activity.serviceUrl));
    const token = (c.req.header('authorization') ?? '').replace('Bearer ', '');
    const checks = { issuer: 'https://api.botframework.com', audience: appId, algorithms: ['RS256'] };
    const { payload } = await jwtVerify(token, keys, checks);
    heard.push({ activity, claims: payload });
    const { status, body } = await answer(activity);
    return Response.json(body ?? null, { status });
  });
  others(app);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  const address = z.object({ port: z.number() }).parse(server.address() ?? (await listening(server)));
  return {
    url: `http://127.0.0.1:${address.port}`,
    heard,
    does: (next) => {
      answer = next;
    },
    close: () => closed(server),
  };
}

type Server = ReturnType<typeof serve>;

export async function listening(server: Server): Promise<unknown> {
  await new Promise<void>((resolve) => server.once('listening', resolve));
  return server.address();
}

export async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve, reject) => {
    server.close((fault) => {
      if (fault) reject(fault);
      else resolve();
    });
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
