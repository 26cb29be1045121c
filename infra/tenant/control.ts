import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { Fault } from './faults.ts';
import { addMany, admit, type FillingWorld, Joining, Rows } from './filling.ts';
import { Refusal } from './graph/call.ts';
import { shownEvent } from './graph/events/event.ts';
import type { GraphWorld } from './graph/graph.ts';
import { changed, SettingsChange, settingsOf } from './graph/meetings/settings.ts';
import { Illness, IllnessChange } from './illness.ts';
import { TenantOptions } from './options.ts';
import { findPerson } from './school/people.ts';
import type { Http } from './striking.ts';

export type ControlWorld = GraphWorld &
  FillingWorld & {
    /** Puts the school back to its first day. */
    reset(options: { readonly keepLists: boolean }): void;
  };

/** For tests and demonstrations: what was sent and asked, and what shall go wrong. Only this machine may. */
export function control(world: ControlWorld): Hono<Http> {
  const app = new Hono<Http>();
  app.use('/_control/*', fromThisMachine);
  app.get('/_control/outbox', (c) => c.json(world.outbox.all()));
  app.get('/_control/events', (c) => c.json(allEvents(world)));
  app.get('/_control/calls', (c) => calls(world, c));
  app.delete('/_control/calls', (c) => {
    world.calls.clear();
    return c.body(null, 204);
  });
  app.get('/_control/faults', (c) => c.json(world.faults.list()));
  app.post('/_control/faults', (c) =>
    taking(c, z.union([z.array(Fault), Fault.transform((fault) => [fault])]), (faults) => world.faults.arm(faults)),
  );
  app.delete('/_control/faults', (c) => {
    world.faults.clear();
    return c.body(null, 204);
  });
  app.post('/_control/release', (c) => c.json({ released: world.faults.release() }));
  app.get('/_control/options', (c) => c.json(world.options.now()));
  app.patch('/_control/options', (c) => taking(c, OptionsChange, (change) => setOptions(world, change)));
  app.patch('/_control/illness', (c) =>
    taking(c, IllnessChange, (change) => {
      world.health.change(Illness.parse({ ...world.health.now(), ...change }));
      return world.health.now();
    }),
  );
  app.patch('/_control/meetings/:meeting', (c) =>
    taking(c, SettingsChange, (change) => inTeams(world, c.req.param('meeting'), change)),
  );
  app.post('/_control/lists/:list/items', (c) =>
    taking(c, Rows, ({ items }) => addMany(world, c.req.param('list'), items)),
  );
  app.post('/_control/people', (c) => taking(c, Joining, ({ people }) => admit(world, people)));
  app.post('/_control/reset', (c) =>
    taking(c, z.strictObject({ keepLists: z.boolean().default(false) }).default({ keepLists: false }), (options) => {
      world.reset(options);
      return {};
    }),
  );
  return app;
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const fromThisMachine = createMiddleware<Http>(async (c, next) => {
  if (!loopback.has(c.env.incoming.socket.remoteAddress ?? ''))
    return c.json({ problem: 'only from this machine' }, 403);
  await next();
  return undefined;
});

/** Reads the body, or says what is wrong with it: a test that arms a misspelt fault must not pass for want of it. */
async function taking<T>(c: Context<Http>, schema: z.ZodType<T>, use: (value: T) => object): Promise<Response> {
  const parsed = Json.pipe(schema).safeParse(await c.req.text());
  return parsed.success ? c.json(use(parsed.data)) : c.json({ problem: z.prettifyError(parsed.error) }, 400);
}

/** A body that is not there is not wrong yet: that is for the schema behind to say. */
const Json = z.string().transform((text, issues): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    issues.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

const Asked = z.object({
  after: z.coerce.number().int().min(0).default(0),
  wait: z.coerce.number().min(0).max(60).default(0),
  on: z.enum(['graph', 'entra', 'connector', 'all']).default('graph'),
});

/** `?after=n&wait=seconds` answers when there is a newer one, or the time is up. `?on=` tells whose calls. */
async function calls(world: ControlWorld, c: Context<Http>): Promise<Response> {
  const asked = Asked.safeParse(c.req.query());
  if (!asked.success) return c.json({ problem: z.prettifyError(asked.error) }, 400);
  const { after, wait, on } = asked.data;
  const newer = () => world.calls.after(after).filter((call) => on === 'all' || call.on === on);
  const until = Date.now() + wait * 1000;
  while (newer().length === 0 && Date.now() < until) await world.calls.next(until - Date.now());
  return c.json(newer());
}

/** Every event there ever was, as its organizer would see it, and the meeting it leads to as stored; one that is over is cancelled. */
const allEvents = ({ events, meetings }: ControlWorld) =>
  events.all().flatMap((event) => {
    const organizer = findPerson(event.organizerId);
    const meeting = event.meetingId === null ? undefined : meetings.get(event.meetingId);
    if (organizer === undefined) return [];
    const seen = shownEvent(event, meeting, { mailbox: organizer, zone: 'UTC' });
    return [{ ...seen, isCancelled: event.state !== 'live', state: event.state, meeting: meeting ?? null }];
  });

const OptionsChange = z.strictObject(
  Object.fromEntries(Object.entries(TenantOptions.shape).map(([name, schema]) => [name, schema.unwrap().optional()])),
);

function setOptions(world: ControlWorld, change: object): object {
  world.options.change(TenantOptions.parse({ ...world.options.now(), ...change }));
  return world.options.now();
}

/** What somebody does in Teams itself, behind everybody's back. */
function inTeams({ meetings, store }: ControlWorld, id: string, change: z.infer<typeof SettingsChange>): object {
  const meeting = meetings.get(id);
  if (meeting === undefined) throw new Refusal(404, 'NotFound', 'There is no such meeting.');
  const after = { ...meeting, ...changed(settingsOf(meeting), change) };
  store.write(
    () => {
      meetings.put(after);
    },
    { keep: true },
  );
  return after;
}
