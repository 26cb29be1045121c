import { readFile } from 'node:fs/promises';
import type { Storage } from '../../infra/azurite.ts';
import { idOf } from '../school.ts';
import { chatOf } from './chat.ts';
import { arranging, cancelling, freeDays } from './conversations.ts';
import { startBot } from './running.ts';

/** How much memory the server's process holds early and late in its day. */
export type Memory = { readonly early: Reading; readonly late: Reading; readonly ratio: number };

/** Resident memory as the kernel counts it, in MB of 2^20 bytes, after so many turns. */
export type Reading = { readonly turns: number; readonly megabytes: number };

const hosts = ['Maya Okafor', 'Ruth Adeyemi', 'Leila Haddad', 'Sam Whitlock'];
// Most conversations are thought better of: the register is the school's, and grows by what a school would arrange.
const sentOneIn = 50;

/** @param marks after how many turns the memory is read */
export async function memory(storage: Storage, marks: { early: number; late: number }): Promise<Memory> {
  const { tenantUrl, pid, stop } = await startBot('bot/main.ts', storage);
  try {
    const turnsUpTo = talkers(tenantUrl);
    const early = await readingOf(pid, await turnsUpTo(marks.early));
    const late = await readingOf(pid, await turnsUpTo(marks.late));
    return { early, late, ratio: late.megabytes / early.megabytes };
  } finally {
    await stop();
  }
}

/** Several people who talk at once, each in a conversation of their own, until together they have had so many turns since the start. */
function talkers(tenantUrl: string): (turns: number) => Promise<number> {
  const chats = hosts.map((name) => chatOf(tenantUrl, idOf(name)));
  const days = freeDays(new Date());
  let turns = 0;
  let begun = 0;
  let spare = days.next().value;
  return async (until) => {
    await Promise.all(
      chats.map(async (chat) => {
        while (turns < until) {
          begun += 1;
          const sent = begun % sentOneIn === 0;
          const day = spare;
          if (sent) spare = days.next().value;
          // Not in one line: `turns +=` would read before the wait what the others add to during it.
          const had = await (sent ? arranging : cancelling)(chat, day);
          turns += had.length;
        }
      }),
    );
    return turns;
  };
}

async function readingOf(pid: number, turns: number): Promise<Reading> {
  const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error('the server’s process has no memory to read');
  return { turns, megabytes: Number(kilobytes) / 1024 };
}
