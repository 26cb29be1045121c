import { startStorage } from '../../infra/azurite.ts';
import { graphCost } from './graph-cost.ts';
import { memory } from './memory.ts';
import { broken, report } from './report.ts';
import { tab } from './tab.ts';
import { brokenInTab, tabReport } from './tab-report.ts';
import { turns } from './turns.ts';

/**
 * `npm run bench`: what a meeting costs Microsoft Graph, what a turn costs beside a bare bot's, what the server's memory does, what the
 * tab weighs, and how long people wait for it when the register holds a hundred times as much.
 * Every part is a process of its own on the loopback. Times are told and never judged, but for how they grow with the register; the exit
 * code is 1 if something is not as promised. `-- --quick` does a tenth of it, `-- --json` is for machines, `-- --tab` and `-- --bot` do
 * one half.
 */
const asked = (option: string) => process.argv.includes(`--${option}`);
const quick = asked('quick');
const much = quick
  ? {
      arranged: 10,
      rounds: { one: 4, several: 1 },
      marks: { early: 100, late: 1_000 },
      meetings: { small: 1_000, large: 20_000, rounds: 3 },
    }
  : {
      arranged: 15,
      rounds: { one: 30, several: 5 },
      marks: { early: 1_000, late: 10_000 },
      meetings: { small: 1_000, large: 100_000, rounds: 11 },
    };

const storage = await startStorage();
try {
  const ofBot = asked('tab')
    ? null
    : {
        quick,
        graphCost: await graphCost(storage, much.arranged),
        turns: await turns(storage, much.rounds),
        memory: await memory(storage, much.marks),
      };
  const ofTab = asked('bot') ? null : await tab(storage, much.meetings);
  const wrong = [...(ofBot ? broken(ofBot) : []), ...(ofTab ? brokenInTab(ofTab, quick) : [])];
  if (asked('json')) console.log(JSON.stringify({ ...ofBot, tab: ofTab, broken: wrong }, null, 2));
  else console.log([...(ofBot ? report(ofBot) : []), ...(ofTab ? tabReport(ofTab) : []), ...wrong].join('\n'));
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await storage.stop();
}
