import { flushCompileCache } from 'node:module';
import { readConfig } from './config.ts';
import { openLog } from './log.ts';
import { PackFault } from './policy/pack-fault.ts';
import { startServer } from './start.ts';

// The process: settings and policy in, server up, and on a polite request to end, the work under way finished first.
const { config, secrets } = settingsOrEnd();
const log = openLog(config.logLevel);
const complain = console.error;
// botframework-connector prints every token it refuses to the console, with a stack or the channel's key: what anybody may
// send is no reason for lines that nobody can parse.
console.error = () => {
  log.debug('a library complained on the console');
};
const running = await startServer(config, secrets, log).catch(endOnFaultyPolicy);
log.info({ url: running.url }, 'ready');
// Where a compile cache is kept, one that is killed leaves it to the next all the same.
flushCompileCache();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'could not end in good order');
        process.exit(1);
      },
    );
  });
}

// Whoever set it up reads this on a console: the settings by name, and no stack.
function settingsOrEnd(): ReturnType<typeof readConfig> {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'The settings could not be read.');
    process.exit(1);
  }
}

// Likewise the policy: every fault with its file and line.
function endOnFaultyPolicy(error: unknown): never {
  if (!(error instanceof PackFault)) throw error;
  complain(error.message);
  process.exit(1);
}
