import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../bot/config.ts';
import { openLog } from '../../bot/log.ts';
import { startServer } from '../../bot/start.ts';
import { local } from '../school.ts';

/** Without a policy that can be used no server opens: half a policy is worse than none. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chaperone-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const whole = readFileSync(local['SCHOOL_FILE'] ?? '', 'utf8');

async function started(text: string): Promise<unknown> {
  const file = join(folder, 'school.yaml');
  writeFileSync(file, text);
  const { config, secrets } = readConfig({ ...local, PORT: '0', SCHOOL_FILE: file });
  const server = await startServer(config, secrets, openLog('silent'));
  await server.close();
  return server;
}

test.each([
  ['a pack there is not', whole.replace('- trust-minimum', '- trust-minmum'), /school\.yaml, line \d+: .*trust-minmum/],
  ['a key there is not', `${whole}\nrecording: yes\n`, /school\.yaml, line \d+: /],
  ['no hours', whole.replace(/^hours:.*$/m, ''), /school\.yaml, line \d+: /],
])('a school’s file with %s stops the server, and names the line', async (_, text, says) => {
  await expect(started(text)).rejects.toThrow(says);
});

test('a school’s file that cannot be read stops the server', async () => {
  const { config, secrets } = readConfig({ ...local, PORT: '0', SCHOOL_FILE: join(folder, 'nowhere.yaml') });
  await expect(startServer(config, secrets, openLog('silent'))).rejects.toThrow(/nowhere\.yaml, line 1: /);
});
