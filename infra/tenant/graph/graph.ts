import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import type { Calls } from '../calls.ts';
import type { Store } from '../database.ts';
import type { Deed, Faults, Twist } from '../faults.ts';
import type { Health } from '../illness.ts';
import { type Http, type Served, type Service, struck } from '../striking.ts';
import { appRoutes } from './apps.ts';
import { batch } from './batch.ts';
import type { Bearer } from './bearer.ts';
import { type CallingApp, Refusal, type Route } from './call.ts';
import { type GroupsWorld, groupRoutes } from './directory/groups.ts';
import { madeGroupRoutes } from './directory/made-groups.ts';
import { scheduleRoutes } from './directory/schedule.ts';
import { principalRoutes } from './directory/service-principals.ts';
import { userRoutes } from './directory/users.ts';
import { answered, denial, errorResponse, failure, type Ids, lacksPermission } from './errors.ts';
import { type EventsWorld, eventRoutes } from './events/events.ts';
import { itemRoutes } from './lists/items.ts';
import { type ListsWorld, listRoutes } from './lists/lists.ts';
import { sitePermissionRoutes } from './lists/site-permissions.ts';
import { type MailboxConcurrency, outlookMailbox } from './mailbox-concurrency.ts';
import { meetingRoutes } from './meetings/meetings.ts';

export type GraphWorld = EventsWorld &
  ListsWorld &
  GroupsWorld & {
    readonly store: Store;
    readonly health: Health;
    readonly bearer: Bearer;
    readonly mailboxes: MailboxConcurrency;
    readonly faults: Faults;
    readonly calls: Calls;
  };

/** Graph v1.0, as far as it is imitated; every other path answers 501. */
export function graph(world: GraphWorld): Hono<Http> {
  const app = new Hono<Http>();
  const routes = [
    ...userRoutes(world),
    ...groupRoutes(world),
    ...madeGroupRoutes(world),
    ...principalRoutes(world),
    ...scheduleRoutes(world),
    ...eventRoutes(world),
    ...meetingRoutes(world),
    ...listRoutes(world),
    ...sitePermissionRoutes(world),
    ...itemRoutes(world),
    ...appRoutes(world),
  ];
  app.post('/v1.0/$batch', (c) => serveBatch(world, c, app));
  for (const route of routes) app.on(route.method, `/v1.0${route.path}`, (c) => serve(world, c, route));
  app.all('/v1.0/*', (c) => serve(world, c, unknown));
  return app;
}

const unknown: Route = {
  method: 'GET',
  path: '/*',
  needs: () => true,
  answer: ({ path }) => {
    if (path === '/me' || path.startsWith('/me/')) {
      throw new Refusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
    }
    throw new Refusal(501, 'notSupported', 'This tenant does not imitate that path.');
  },
};

export const idsOf = (c: Context<Http>): Ids => {
  const requestId = randomUUID();
  return { requestId, clientRequestId: c.req.header('client-request-id') ?? requestId };
};

async function serve(world: GraphWorld, c: Context<Http>, route: Route): Promise<Response> {
  const url = new URL(c.req.url);
  const path = url.pathname.slice('/v1.0'.length);
  const ids = idsOf(c);
  const refuse = (refusal: Refusal) => errorResponse(ids, world.now(), refusal);
  const mailbox = outlookMailbox(path);
  const leave = mailbox === null ? () => undefined : world.mailboxes.enter(mailbox);
  // What else has arrived by now must be counted before this one is done, or nothing would ever be at once.
  if (mailbox !== null) await nextTurn();
  try {
    return await struck(c, {
      faults: world.faults,
      calls: world.calls,
      service: service(path, refuse),
      path,
      query: url.search,
      serve: (deed) => {
        if (leave !== null) return worked(world, c, { route, url, path, ids, deed });
        const full = new Refusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
          'retry-after': '1',
        });
        return Promise.resolve({ response: refuse(full), app: null });
      },
    });
  } finally {
    leave?.();
  }
}

/** The batch is one request, and each of its parts another. */
function serveBatch(world: GraphWorld, c: Context<Http>, app: Hono<Http>): Promise<Response> {
  const ids = idsOf(c);
  const refuse = (refusal: Refusal) => errorResponse(ids, world.now(), refusal);
  const path = '/$batch';
  return struck(c, {
    faults: world.faults,
    calls: world.calls,
    service: service(path, refuse),
    path,
    query: '',
    serve: async () => {
      try {
        const by = await world.bearer.check(c.req.header('authorization'));
        const requestBody = parsed(await c.req.text(), c.req.header('content-type'));
        const responses = await batch(c, app, requestBody);
        return { response: answered(ids, 200, { responses }), app: by.id, requestBody };
      } catch (error) {
        if (error instanceof Refusal) return { response: refuse(error), app: null };
        throw error;
      }
    },
  });
}

const service = (path: string, refuse: (refusal: Refusal) => Response): Service => ({
  on: 'graph',
  refuse: () => refuse(denial(path)),
  fail: (status, seconds) => refuse(failure(status, seconds)),
});

type Work = {
  readonly route: Route;
  readonly url: URL;
  readonly path: string;
  readonly ids: Ids;
  readonly deed: Deed | null;
};

/** Token, body, permission, and then the route's own answer, in one transaction. */
async function worked(world: GraphWorld, c: Context<Http>, { route, url, path, ids, deed }: Work): Promise<Served> {
  let app: CallingApp | null = null;
  let body: unknown;
  try {
    app = await world.bearer.check(c.req.header('authorization'));
    body = parsed(await c.req.text(), c.req.header('content-type'));
    const param = (name: string) => c.req.param(name) ?? '';
    if (!route.needs(app.roles, { app, param })) throw lacksPermission();
    understood(route, url.searchParams);
    const call = {
      app,
      method: c.req.method,
      path,
      param,
      query: url.searchParams,
      header: (name: string) => c.req.header(name),
      body,
      twist: twistOf(deed),
    };
    const keep = deed?.kind !== 'accept and ignore';
    const answer = c.req.method === 'GET' ? route.answer(call) : world.store.write(() => route.answer(call), { keep });
    return { response: answered(ids, answer.status, answer.body), app: app.id, requestBody: body };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { response: errorResponse(ids, world.now(), error), app: app?.id ?? null, requestBody: body };
  }
}

function understood({ options = [] }: Route, query: URLSearchParams): void {
  const other = [...query.keys()].find((name) => name.startsWith('$') && !options.includes(name));
  if (other !== undefined) throw new Refusal(501, 'notSupported', `This tenant does not imitate ${other} here.`);
}

const unreadable = () =>
  new Refusal(
    400,
    'BadRequest',
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );

function parsed(text: string, type: string | undefined): unknown {
  if (text === '') return undefined;
  if (type?.startsWith('application/json') !== true) throw unreadable();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable();
    throw error;
  }
}

const twists: readonly string[] = ['no link', 'hide', 'forget setting', 'drift'] satisfies Twist['kind'][];
const isTwist = (deed: Deed): deed is Twist => twists.includes(deed.kind);
const twistOf = (deed: Deed | null): Twist | null => (deed !== null && isTwist(deed) ? deed : null);
