import { startStorage } from '../../infra/azurite.ts';
import { graphCost } from './graph-cost.ts';
import { memory } from './memory.ts';
import { broken, report } from './report.ts';
import { turns } from './turns.ts';

/**
 * `npm run bench`: what a meeting costs Microsoft Graph, what a turn costs beside a bare bot's, and what the server's memory does.
 * Every part is a process of its own on the loopback. Times are told and never judged; the exit code is 1 if a count or the memory is
 * not as promised. `-- --quick` does a tenth of it, `-- --json` is for machines.
 */
const quick = process.argv.includes('--quick');
const much = quick
  ? { arranged: 10, rounds: { one: 4, several: 1 }, marks: { early: 100, late: 1_000 } }
  : { arranged: 15, rounds: { one: 30, several: 5 }, marks: { early: 1_000, late: 10_000 } };

const storage = await startStorage();
try {
  const figures = {
    quick,
    graphCost: await graphCost(storage, much.arranged),
    turns: await turns(storage, much.rounds),
    memory: await memory(storage, much.marks),
  };
  const wrong = broken(figures);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ...figures, broken: wrong }, null, 2));
  else console.log([...report(figures), ...wrong].join('\n'));
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await storage.stop();
}
