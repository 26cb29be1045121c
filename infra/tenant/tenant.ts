import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { openCalls } from './calls.ts';
import { connectorFaults } from './connector-faults.ts';
import { control } from './control.ts';
import { openStore, type Store } from './database.ts';
import { documents } from './documents.ts';
import { entra } from './entra/entra.ts';
import { openSigning, type Signing } from './entra/signing.ts';
import { userToken } from './entra/token.ts';
import { openFaults } from './faults.ts';
import { openBearer } from './graph/bearer.ts';
import { Refusal } from './graph/call.ts';
import type { MadeGroup } from './graph/directory/made-groups.ts';
import { errorResponse } from './graph/errors.ts';
import { answerInOutlook } from './graph/events/answering.ts';
import type { StoredEvent } from './graph/events/event.ts';
import { graph, idsOf } from './graph/graph.ts';
import { openColumns } from './graph/lists/columns.ts';
import { openListTables } from './graph/lists/tables.ts';
import { openMailboxConcurrency } from './graph/mailbox-concurrency.ts';
import { openHiding } from './graph/meetings/hiding.ts';
import type { StoredMeeting } from './graph/meetings/meeting.ts';
import { openHealth } from './illness.ts';
import { openOutbox } from './mail/outbox.ts';
import { openOptions } from './options.ts';
import { everybody, join, leave, type SeededPerson } from './school/people.ts';
import type { TenantSettings } from './settings.ts';
import type { Http } from './striking.ts';
import { teams } from './teams/teams.ts';
import type { CalledMeeting, TeamsWorld } from './teams-world.ts';

export type Tenant = {
  /** Without a slash at the end. */
  readonly url: string;
  readonly signing: Signing;
  /** Tells the tenant where the product's server answers, if that was not known when it started. */
  serveAt(serverUrl: string): void;
  close(): Promise<void>;
};

/**
 * Starts a school's Microsoft 365 on this machine: Entra, Graph, SharePoint lists, Exchange and Teams, on one port of the loopback.
 * Reached by URL only, by the product as by its tests.
 */
export async function startTenant(settings: TenantSettings): Promise<Tenant> {
  const now = () => new Date();
  const store = openStore(settings.database);
  const world = openWorld(settings, { store, signing: await openSigning(store.database, now), now });
  const address: Address = { server: withoutSlash(settings.serverUrl), tenant: '' };
  const { url, close } = await listen(doors(world, address), settings.port);
  address.tenant = url;
  return {
    url,
    signing: world.signing,
    serveAt: (serverUrl) => {
      address.server = withoutSlash(serverUrl);
    },
    close: async () => {
      world.faults.release();
      await close();
      store.database.close();
    },
  };
}

/** Where the product's server and the tenant itself answer, as far as is known yet. */
type Address = { server: string; tenant: string };
const withoutSlash = (url: string) => url.replace(/\/$/, '');

type Ground = { readonly store: Store; readonly signing: Signing; readonly now: () => Date };
type World = ReturnType<typeof openWorld>;

function openWorld(settings: TenantSettings, { store, signing, now }: Ground) {
  const tables = openListTables(store);
  const joiners = documents<SeededPerson>(store, 'people', ({ id }) => id.toLowerCase());
  leave();
  join(joiners.all());
  return {
    joiners,
    settings,
    store,
    signing,
    now,
    options: openOptions(),
    health: openHealth(),
    faults: openFaults(),
    calls: openCalls(now),
    hiding: openHiding(),
    mailboxes: openMailboxConcurrency(),
    bearer: openBearer({ signing, tenantId: settings.tenantId, now }),
    events: documents<StoredEvent>(store, 'events', ({ key }) => key),
    madeGroups: documents<MadeGroup>(store, 'made_groups', ({ id }) => id),
    meetings: documents<StoredMeeting>(store, 'meetings', ({ id }) => id),
    outbox: openOutbox(store),
    tables,
    columns: openColumns(tables),
  };
}

/** Every path the tenant answers, Teams' first; any other is 501. */
function doors(world: World, address: Address): Hono<Http> {
  const clearing: (() => void)[] = [];
  const refusing = (refusal: Refusal) => (c: Context<Http>) => errorResponse(idsOf(c), world.now(), refusal);
  const failed = refusing(new Refusal(500, 'generalException', 'The stand-in itself failed.'));
  const app = new Hono<Http>();
  app.use('/botframework/v3/*', connectorFaults(world));
  app.route('/', teams(teamsWorld(world, address, clearing)));
  app.route(
    '/',
    control({
      ...world,
      reset: (options) => {
        reset(world, clearing, options);
      },
    }),
  );
  app.route('/', entra(world));
  app.route('/', graph(world));
  app.notFound(refusing(new Refusal(501, 'notSupported', 'This tenant does not imitate that path.')));
  app.onError((error, c) => {
    if (error instanceof Refusal) return refusing(error)(c);
    console.error(error); // A fault of the tenant's own, not one it was asked for.
    return failed(c);
  });
  return app;
}

const teamsWorld = (world: World, address: Address, clearing: (() => void)[]): TeamsWorld => ({
  people: everybody,
  signing: world.signing,
  serverUrl: () => address.server,
  tenantUrl: () => address.tenant,
  tenantId: world.settings.tenantId,
  appId: world.settings.appId,
  schoolName: world.settings.schoolName,
  database: world.store.database,
  outbox: () => world.outbox.all(),
  answer: (mailId, response) => {
    const mail = world.outbox.all().find(({ id, kind }) => id === mailId && kind !== 'cancellation');
    return mail !== undefined && answerInOutlook(world, mail, response);
  },
  meeting: (name) => calledMeeting(world, name),
  now: world.now,
  userToken: (personId) => userToken(world, personId),
  onReset: (clear) => {
    clearing.push(clear);
  },
});

function calledMeeting({ events, meetings }: World, name: string): CalledMeeting | undefined {
  const standing = events.all().filter(({ state }) => state === 'live');
  const event = standing.findLast(({ key, extended }) => key === name || extended.some(({ value }) => value === name));
  const meeting = meetings
    .all()
    .find(({ id, chatInfo }) => [event?.meetingId, name].includes(id) || chatInfo.threadId === name);
  return meeting && { subject: meeting.subject ?? event?.subject ?? '', chatId: meeting.chatInfo.threadId };
}

function reset(world: World, clearing: readonly (() => void)[], { keepLists }: { readonly keepLists: boolean }): void {
  world.faults.release();
  const everything = () => {
    for (const kept of [world.events, world.meetings, world.outbox, world.joiners, world.madeGroups]) kept.clear();
    leave();
    world.tables.clear({ keepLists });
    for (const clear of clearing) clear();
  };
  world.store.write(everything, { keep: true });
  for (const kept of [world.columns, world.faults, world.calls, world.hiding, world.options, world.health])
    kept.clear();
}

/** On the loopback only: the tenant's tokens open nothing, and still nobody else should have them. */
async function listen(app: Hono<Http>, port: number) {
  const server = createAdaptorServer({ fetch: app.fetch });
  // Whoever draws a school for a minute between two requests finds the connection as they left it.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 10 * 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the tenant has no port');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, close };
}
