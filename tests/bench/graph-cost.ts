import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Storage } from '../../infra/azurite.ts';
import { idOf } from '../school.ts';
import { chatOf } from './chat.ts';
import { freeDays, talking } from './conversations.ts';
import { median, sum } from './figures.ts';
import { startBot } from './running.ts';

/** What a clean TAC costs Microsoft Graph, from its first line to the closed row, and the host in waiting. */
export type GraphCost = {
  /** How many were arranged. */
  readonly arranged: number;
  /** The calls on events and meetings of each, in order. */
  readonly onMeetings: readonly (readonly string[])[];
  /** How many calls of the last one were about what else. */
  readonly others: Readonly<Record<string, number>>;
  /** From *Send* to “Arranged”, in milliseconds: the whole, the tenant's own answers in it, and what is beyond them. Medians. */
  readonly waiting: { readonly whole: number; readonly tenant: number; readonly beyond: number };
};

const Call = z.object({
  n: z.number(),
  on: z.enum(['graph', 'entra', 'connector']),
  method: z.string(),
  path: z.string(),
  milliseconds: z.number(),
  requestBody: z.unknown().optional(),
});
type Call = z.infer<typeof Call>;

// The first makes the lists and looks up who is staff, which is remembered for minutes; no later one does.
const first = 1;

/** @param count of TACs to be arranged, one after another */
export async function graphCost(storage: Storage, count: number): Promise<GraphCost> {
  // No sweep: its looks at the register are the clock's and no meeting's.
  const { tenantUrl, stop } = await startBot('bot/main.ts', storage, { settings: { SWEEP_SECONDS: '3600' } });
  try {
    const days = freeDays(new Date());
    const all: Arranged[] = [];
    while (all.length < first + count) all.push(await arranged(tenantUrl, days.next().value));
    const meetings = all.slice(first);
    const middle = (of: (meeting: Arranged) => number) => median(meetings.map(of));
    return {
      arranged: meetings.length,
      onMeetings: meetings.map(({ calls }) => calls.filter(isOnMeetings).map(shapeOf)),
      others: counted(meetings.at(-1)?.calls ?? []),
      waiting: {
        whole: middle(({ whole }) => whole),
        tenant: middle(({ tenant }) => tenant),
        beyond: middle(({ whole, tenant }) => whole - tenant),
      },
    };
  } finally {
    await stop();
  }
}

type Arranged = { readonly calls: readonly Call[]; readonly whole: number; readonly tenant: number };

async function arranged(tenantUrl: string, day: string): Promise<Arranged> {
  const control = `${tenantUrl}/_control/calls`;
  await fetch(control, { method: 'DELETE' });
  const chat = chatOf(tenantUrl, idOf('Maya Okafor'));
  await talking(chat, day);
  const before = (await callsOf(control)).length;
  const began = performance.now();
  await chat.presses('Send');
  await chat.hears('Arranged:');
  const whole = performance.now() - began;
  const { calls, closing } = await closed(control, before);
  // The host hears it before the row is closed; the closing keeps nobody waiting.
  const waitedFor = calls.slice(before, closing);
  return { calls, whole, tenant: sum(waitedFor.map((call) => call.milliseconds)) };
}

const callsOf = async (control: string): Promise<readonly Call[]> =>
  z.array(Call).parse(await (await fetch(`${control}?on=all`)).json());

/** Every call so far, once the row has been closed and read back after so many calls: the meeting before may still be looked after. */
async function closed(control: string, before: number): Promise<{ calls: readonly Call[]; closing: number }> {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const calls = await callsOf(control);
    const closing = calls.findIndex((call, at) => at >= before && closes(call));
    if (closing >= 0 && calls.slice(closing).some((call) => call.method === 'GET')) return { calls, closing };
    await wait(10);
  }
  throw new Error('the row was not closed');
}

const Closing = z.looseObject({ Step: z.literal('done') });
const closes = ({ method, requestBody }: Call) => method === 'PATCH' && Closing.safeParse(requestBody).success;

const isOnMeetings = ({ on, path }: Call) => on === 'graph' && /\/(events|onlineMeetings)/.test(path);

const shapeOf = ({ method, path }: Call) =>
  `${method} ${path.replace(/^\/users\/[^/]+\//, '').replace(/\/.*/, '/{id}')}`;

function counted(calls: readonly Call[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const call of calls.filter((one) => !isOnMeetings(one))) {
    const about = aboutWhat(call);
    counts[about] = (counts[about] ?? 0) + 1;
  }
  return counts;
}

function aboutWhat({ on, path }: Call): string {
  if (on === 'connector') return 'messages to the chat';
  if (on === 'entra') return 'tokens';
  if (path.endsWith('/getSchedule')) return 'getSchedule';
  const list = /^\/sites\/[^/]+\/lists\/([^/]+)/.exec(path)?.[1];
  return list === undefined ? 'the directory' : `the register’s ${list}`;
}
