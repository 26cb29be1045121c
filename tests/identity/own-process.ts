import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { freePort } from '../../infra/azurite.ts';
import { answers } from '../../infra/parts.ts';
import type { Site } from '../school.ts';

/** The real server in a process of its own, with what the process has in its environment and nothing else. */

export type Apart = {
  readonly url: string;
  printed(): string;
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
};

/** @param change settings on top of the site's own; resolves when it answers, or has ended */
export async function startApart(site: Site, change: Record<string, string>): Promise<Apart> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  site.tenant.serveAt(url);
  const child = spawn(process.execPath, ['bot/main.ts'], {
    cwd: resolve(import.meta.dirname, '..', '..'),
    env: { PATH: process.env['PATH'], ...site.environment, PORT: String(port), ...change },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const ended = once(child, 'close').then(() => child.exitCode);
  while (child.exitCode === null && !(await answers(`${url}/healthz`)));
  return {
    url,
    printed: () => printed,
    ended,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}
