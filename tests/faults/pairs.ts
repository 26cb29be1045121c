import { once } from 'node:events';
import { startPart } from '../../infra/parts.ts';
import type { School } from '../school.ts';
import { type Call, type Placed, sortsOf } from './faults.ts';
import { cleanCalls, openPlayground, play } from './play.ts';

/**
 * `npm run faults`: every pair of faults on different calls after *Send*, in as many processes as PARTS says (2).
 * Bounded: a part ends after HOURS (2) and then says how far it came; exit 0 only if every pair was played and every promise held.
 */

const parts = Number(process.env['PARTS'] ?? 2);
const mine = process.env['PART'];
// Every ten minutes the storage emulator clears away what was overwritten and answers nobody meanwhile: some seconds after two
// thousand writes, minutes after twenty thousand. A new school, with a new emulator, comes before that.
const perSchool = 500;

type Pair = readonly [Placed, Placed];

if (mine === undefined) {
  const started = Array.from({ length: parts }, (_, part) =>
    startPart(`part ${part}`, 'tests/faults/pairs.ts', { PART: String(part), PARTS: String(parts) }),
  );
  const codes = await Promise.all(
    started.map(async ({ child }) => {
      // Node's event carries the code, which its types leave open.
      const [code] = (await once(child, 'exit')) as [number | null];
      return code ?? 1;
    }),
  );
  process.exitCode = Math.max(...codes);
} else process.exitCode = await playPart(Number(mine));

async function playPart(part: number): Promise<number> {
  const deadline = Date.now() + Number(process.env['HOURS'] ?? 2) * 3_600_000;
  const pairs = pairsOf(await callsOfACleanRun()).filter((_, at) => at % parts === part);
  let played = 0;
  let wrong = 0;
  while (played < pairs.length && Date.now() < deadline) {
    wrong += await playIn(await openPlayground(), pairs.slice(played, played + perSchool));
    played = Math.min(played + perSchool, pairs.length);
    console.log(`part ${part}: ${played} of ${pairs.length} pairs, ${wrong} broke a promise`);
  }
  return wrong === 0 && played === pairs.length ? 0 : 1;
}

/** @returns how many of the pairs broke a promise */
async function playIn(school: School, pairs: readonly Pair[]): Promise<number> {
  let wrong = 0;
  for (const pair of pairs) {
    const broken = await play(school, pair);
    if (broken.length === 0) continue;
    wrong += 1;
    console.log(`${JSON.stringify(pair)}: ${broken.join('; ')}`);
  }
  await school.close();
  return wrong;
}

async function callsOfACleanRun(): Promise<readonly Call[]> {
  const school = await openPlayground();
  const calls = await cleanCalls(school);
  await school.close();
  return calls;
}

function pairsOf(calls: readonly Call[]): readonly Pair[] {
  const placed = calls.flatMap((call, at) => sortsOf(call).map((deed) => ({ at, deed })));
  return placed.flatMap((first, index) =>
    placed.slice(index + 1).flatMap((second) => (second.at > first.at ? [[first, second] as const] : [])),
  );
}
