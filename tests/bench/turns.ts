import type { Storage } from '../../infra/azurite.ts';
import { idOf } from '../school.ts';
import { chatOf } from './chat.ts';
import { arranging, type Conversation, echoing, freeDays } from './conversations.ts';
import { median, percentile, sum } from './figures.ts';
import { startBot } from './running.ts';

/** What a turn of Chaperone costs beside one of a bare echo bot, driven in the same way through the same door in the same minutes. */
export type Turns = {
  /** One person, one turn at a time. */
  readonly one: Comparison;
  /** So many people at once, each with a conversation of their own. */
  readonly several: Comparison & { readonly people: number };
};

export type Comparison = { readonly chaperone: Pace; readonly echo: Pace; readonly ratio: Ratio };

/** Milliseconds of a turn, and turns a second. */
export type Pace = {
  readonly turns: number;
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
};

/** How many times the echo's: of a turn, how long it takes; of a second, how many turns go into it. */
export type Ratio = { readonly p50: number; readonly p99: number; readonly perSecond: number };

// Everybody whose calendar is free then, Tom Birch aside, who is the second adult of every meeting.
const hosts = ['Maya Okafor', 'Ruth Adeyemi', 'Owen Pryce', 'Leila Haddad', 'Sam Whitlock', 'Grace Tan'];

// What a process does slowly the first time is a matter of its first minute and not of a turn.
const warming = 3;

/** @param rounds of one conversation of each bot, the bots taking turns, so that whatever else the machine does strikes both */
export async function turns(storage: Storage, rounds: { one: number; several: number }): Promise<Turns> {
  const school = await startBot('bot/main.ts', storage);
  const echo = await startBot('tests/bench/echo.ts', storage).catch(async (error: unknown) => {
    await school.stop();
    throw error;
  });
  try {
    const sides = {
      chaperone: { tenantUrl: school.tenantUrl, conversation: arranging, days: freeDays(new Date()) },
      echo: { tenantUrl: echo.tenantUrl, conversation: echoing, days: freeDays(new Date()) },
    };
    await compared(sides, hosts, warming);
    const one = await compared(sides, hosts.slice(0, 1), rounds.one);
    return { one, several: { people: hosts.length, ...(await compared(sides, hosts, rounds.several)) } };
  } finally {
    await school.stop();
    await echo.stop();
  }
}

type Side = {
  readonly tenantUrl: string;
  readonly conversation: Conversation;
  readonly days: Iterator<string, never>;
};

async function compared(
  sides: { readonly chaperone: Side; readonly echo: Side },
  people: readonly string[],
  rounds: number,
): Promise<Comparison> {
  const times: Record<keyof typeof sides, Round[]> = { chaperone: [], echo: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const name of ['chaperone', 'echo'] as const) times[name].push(await roundOf(sides[name], people));
  const [chaperone, echo] = [paceOf(times.chaperone), paceOf(times.echo)];
  const ratio = {
    p50: chaperone.p50 / echo.p50,
    p99: chaperone.p99 / echo.p99,
    perSecond: chaperone.perSecond / echo.perSecond,
  };
  return { chaperone, echo, ratio };
}

/** The turns of everybody's conversation, and until the last had had the answer to their last turn; milliseconds. */
type Round = { readonly turns: readonly number[]; readonly milliseconds: number };

async function roundOf({ tenantUrl, conversation, days }: Side, people: readonly string[]): Promise<Round> {
  const each = await Promise.all(people.map((name) => conversation(chatOf(tenantUrl, idOf(name)), days.next().value)));
  return { turns: each.flat(), milliseconds: Math.max(...each.map(sum)) };
}

const paceOf = (rounds: readonly Round[]): Pace => {
  const all = rounds.flatMap((round) => round.turns);
  const seconds = sum(rounds.map((round) => round.milliseconds)) / 1000;
  return { turns: all.length, p50: median(all), p99: percentile(all, 0.99), perSecond: all.length / seconds };
};
