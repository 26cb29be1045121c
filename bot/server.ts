import { resolve } from 'node:path';
import type { Logger } from 'pino';
import restify, { type Next, type Request, type RequestHandler, type Response } from 'restify';
import type { ApiRoute } from './api/door.ts';
import { refuse } from './api/refusals.ts';
import type { Bot } from './bot.ts';
import type { Config } from './config.ts';
import { openLimit } from './identity/limits.ts';
import { securityHeaders } from './security-headers.ts';

/** The HTTP side, and the only file that imports restify: routes, the tab's files, health. Nothing is decided here. */

export type Health = () => Promise<Readonly<Record<string, 'ok' | 'not answering'>>>;

export type Listening = { readonly url: string; close(): Promise<void> };

const largestBody = 256 * 1024;
const tabFolder = resolve(import.meta.dirname, '..', 'dist');

type Doors = Pick<Config, 'port' | 'listenHost' | 'proxyHops' | 'framedBy' | 'perMinute'>;

/** Opens the doors on this address and port (0 for any); resolves when they are open. */
export async function listen(parts: {
  doors: Doors;
  bot: Bot;
  api: readonly ApiRoute[];
  health: Health;
  log: Logger;
}): Promise<Listening> {
  const server = restify.createServer({ name: 'Chaperone', onceNext: true });
  server.use(restify.plugins.queryParser({ mapParams: false, depth: 0 }));
  server.pre(quietly(parts.doors));
  // Before anything is read or any token looked at; whoever is behind the address has a limit of their own at both doors.
  const unhurried = withinLimit(parts.doors);

  server.post(
    '/api/messages',
    unhurried,
    onlyJson,
    restify.plugins.bodyParser({ mapParams: false, maxBodySize: largestBody }),
    answering(parts.log, async (request) => {
      const authorization = request.header('Authorization', '');
      // restify types a parsed body as any; the bot parses it again.
      return parts.bot.receive(authorization, request.body as unknown);
    }),
  );
  for (const route of parts.api) {
    const answer = answering(parts.log, (request) => route.handle(askedOf(request)));
    if (route.method === 'GET') server.get(route.path, unhurried, answer);
    else
      server.post(
        route.path,
        unhurried,
        onlyJson,
        restify.plugins.bodyParser({ mapParams: false, maxBodySize: largestBody }),
        answer,
      );
  }
  server.get(
    '/healthz',
    answering(parts.log, async () => {
      const states = await parts.health();
      const well = Object.values(states).every((state) => state === 'ok');
      return { status: well ? 200 : 503, body: { status: well ? 'ok' : 'not well', ...states } };
    }),
  );
  // The built files carry their content's hash in their names; the page that names them must be asked for afresh.
  const files = (seconds: number) =>
    restify.plugins.serveStatic({ directory: tabFolder, default: 'index.html', maxAge: seconds });
  server.get('/tab/assets/*', files(31_536_000));
  server.get('/tab/*', files(0));
  server.get('/tab', (_request: Request, response: Response, next: Next) => {
    response.redirect('/tab/', next);
  });

  // A body that is no JSON, a path that is not there: a status and nothing of the inside.
  server.on(
    'restifyError',
    (_request, response: Response, error: { statusCode?: number; toJSON?: unknown }, done: () => void) => {
      error.toJSON = () => ({ error: { code: 'not understood' } });
      response.statusCode = error.statusCode ?? 500;
      done();
    },
  );

  await new Promise<void>((opened, failed) => {
    server.on('error', failed);
    server.listen(parts.doors.port, parts.doors.listenHost, opened);
  });
  // restify's types leave out the node server it wraps.
  const http = server.server as import('node:http').Server;
  // Nobody takes half a minute to send a quarter of a megabyte; a proxy keeps its connections longer than node would.
  http.requestTimeout = 30_000;
  http.keepAliveTimeout = 65_000;
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        http.closeAllConnections();
      }),
  };
}

/** What the proxies in front of us have written; without one, or of fewer than there are, nothing of it is believed. */
const forwarded = (request: Request, name: string, hops: number): string | undefined =>
  hops === 0 ? undefined : request.header(name, '').split(',').at(-hops)?.trim() || undefined;

const quietly = ({ framedBy, proxyHops }: Doors): RequestHandler =>
  function headers(request: Request, response: Response, next: Next): void {
    const https = forwarded(request, 'X-Forwarded-Proto', proxyHops) === 'https';
    for (const [name, value] of Object.entries(securityHeaders({ path: request.path(), https }, framedBy)))
      response.header(name, value);
    next();
  };

function withinLimit({ perMinute, proxyHops }: Doors): RequestHandler {
  const limit = openLimit(perMinute.address);
  return (request: Request, response: Response, next: Next) => {
    const address = forwarded(request, 'X-Forwarded-For', proxyHops) ?? request.socket.remoteAddress ?? '';
    void limit(address).then((pace) => {
      if (pace.fine) {
        next();
        return;
      }
      const { status, body } = refuse('too much', undefined, pace.waitSeconds);
      response.header('Retry-After', String(pace.waitSeconds));
      response.send(status, body);
      next(false);
    });
  };
}

// The channel sends JSON, unpacked. Of anything else restify would write uploads to the disk, unpack gzip past its own limit and
// end the process over bytes that are no gzip, all before anybody has looked at the token.
function onlyJson(request: Request, response: Response, next: Next): void {
  const plain = request.header('Content-Encoding', 'identity') === 'identity';
  if (plain && request.getContentType() === 'application/json') {
    next();
    return;
  }
  response.send(415, { error: { code: 'not understood' } });
  next(false);
}

const askedOf = (request: Request) => ({
  authorization: request.header('Authorization'),
  params: (request.params ?? {}) as Record<string, unknown>,
  query: (request.query ?? {}) as Record<string, unknown>,
  // As a parsed body is `any` in restify's types; whoever takes it parses it again.
  body: request.body as unknown,
});

function answering(
  log: Logger,
  work: (request: Request) => Promise<{ status: number; body?: unknown; waitSeconds?: number }>,
): RequestHandler {
  return async (request: Request, response: Response) => {
    try {
      const { status, body, waitSeconds } = await work(request);
      response.header('Cache-Control', 'no-store');
      if (waitSeconds !== undefined) response.header('Retry-After', String(waitSeconds));
      response.send(status, body);
    } catch (error) {
      log.error({ error }, 'a request failed');
      response.send(500, { error: { code: 'out of order' } });
    }
  };
}
