import { readConfig } from './config.ts';
import { openLog } from './log.ts';
import { startServer } from './start.ts';

// The process: settings in, server up, and on a polite request to end, the work under way finished first.
const { config, secrets } = readConfig(process.env);
const log = openLog(config.logLevel);
const running = await startServer(config, secrets, log);
log.info({ url: running.url }, 'ready');

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
