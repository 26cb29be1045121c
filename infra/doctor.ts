import { readFileSync } from 'node:fs';
import { parseArgs, parseEnv } from 'node:util';
import { openBlobs } from '../bot/blobs.ts';
import { readConfig } from '../bot/config.ts';
import { openDoctor } from '../bot/doctor/doctor.ts';
import { countOf } from '../bot/doctor/line.ts';
import { openPolicy } from '../bot/policy/open-policy.ts';
import { printed } from './printed-examination.ts';
import { readSettingsFile } from './provision/settings-file.ts';

// `npm run doctor`: everything a working Chaperone needs around it, line by line; reads, and changes nothing.
//   -- --json            for machines
//   -- --settings FILE   another settings file than the one of the school on this machine
// It ends with 0 when nothing is wrong and nothing is unknown, with 1 when something is wrong, with 2 when something could not be read.
const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    settings: { type: 'string', default: 'infra/local.env' },
  },
});

async function run(): Promise<void> {
  // What the process was started with comes before what stands in the file.
  const { config, secrets } = readConfig({ ...parseEnv(readSettingsFile(asked.settings)), ...process.env });
  const { policy, school } = openPolicy(config.schoolFile, (file) => readFileSync(file, 'utf8'));
  const storage = () =>
    openBlobs(config, secrets)
      .read('health')
      .then(
        () => 'ok' as const,
        () => 'not answering' as const,
      );
  const examination = await openDoctor({
    config,
    secrets,
    policy,
    school,
    storage,
    now: () => new Date(),
  }).examine();
  const width = Math.min(process.stdout.columns || widest, widest);
  process.stdout.write(asked.json ? `${JSON.stringify(examination, null, 2)}\n` : printed(examination, width));
  const { lines } = examination;
  process.exitCode = countOf(lines, 'wrong') > 0 ? 1 : countOf(lines, 'cannot be read') > 0 ? 2 : 0;
}

const widest = 110;

try {
  await run();
} catch (error) {
  // Settings and policy say by themselves what is wrong with them.
  process.stderr.write(`${error instanceof Error ? error.message : 'The settings could not be read.'}\n`);
  process.exitCode = 1;
}
