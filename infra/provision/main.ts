import { parseArgs, parseEnv } from 'node:util';
import { countOf } from '../../bot/doctor/line.ts';
import { PackFault } from '../../bot/policy/pack-fault.ts';
import { printed } from '../printed-examination.ts';
import { openAsAdministrator } from './administrator.ts';
import { provision, saysOf } from './apply.ts';
import { readFacts } from './facts.ts';
import { planOf } from './plan.ts';
import { administratorScript } from './powershell.ts';
import { prove } from './prove.ts';
import { readProvisionSettings } from './settings.ts';
import { readSettingsFile, writeSettings } from './settings-file.ts';
import { planSays } from './words.ts';

// `npm run provision`: makes or mends what Chaperone needs in a tenant, and prints what only an administrator can do in PowerShell.
// It ends with 0, with 1 when it could not be done, with 2 when something is left for a person to decide.
//   -- --plan            what would be done, and nothing done
//   -- --prove           asks as the app itself whether all of it took; not for half an hour, or two, after PowerShell
//   -- --settings FILE   another settings file than the one of the school on this machine
const { values: asked } = parseArgs({
  options: {
    plan: { type: 'boolean', default: false },
    prove: { type: 'boolean', default: false },
    settings: { type: 'string', default: 'infra/local.env' },
  },
});

// What the process was started with comes before what stands in the file.
const environment = () => ({ ...parseEnv(readSettingsFile(asked.settings)), ...process.env });
const settings = () => readProvisionSettings(environment());

async function run(): Promise<void> {
  if (asked.prove) {
    const examination = await prove(environment());
    console.log(printed(examination, 110));
    process.exitCode =
      countOf(examination.lines, 'wrong') > 0 ? 1 : countOf(examination.lines, 'cannot be read') > 0 ? 2 : 0;
    return;
  }
  const graph = await openAsAdministrator(settings());
  if (asked.plan) {
    console.log(planSays(planOf(await readFacts(graph, settings()), settings()), 'dry run'));
    return;
  }
  const { facts, plan } = await provision(graph, {
    settings,
    write: (values) => {
      writeSettings(asked.settings, values);
    },
    told: (sentence) => {
      console.log(`Done: ${sentence}`);
    },
  });
  console.log(planSays(plan, 'afterwards'));
  console.log(`\n${await administratorScript(graph, facts, settings())}`);
  if (plan.troubles.length > 0) process.exitCode = 2;
}

try {
  await run();
} catch (error) {
  const says = saysOf(error) ?? (error instanceof PackFault ? error.message : null);
  if (says === null) throw error;
  console.error(says);
  process.exitCode = 1;
}
