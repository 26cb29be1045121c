import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort, type Storage, startStorage } from '../../infra/azurite.ts';
import { schoolDayAhead, twoLines, upToReview } from '../../infra/demo/arrange.ts';
import { answering, type Part, startPart } from '../../infra/parts.ts';
import { openSite, type Site } from '../school.ts';
import { aside, Calls } from './faults.ts';
import { impatient, settled } from './play.ts';

/** The server is killed in the middle of every Graph call after *Send*: Graph has done what was asked, and nobody hears the answer. */

let storage: Storage;
let site: Site;
let port: number;
let server: Part;
beforeAll(async () => {
  port = await freePort();
  storage = await startStorage();
  site = await openSite({ ...impatient, PORT: String(port) }, storage);
  site.tenant.serveAt(`http://127.0.0.1:${port}`);
  server = await started();
});
afterAll(async () => {
  await server.stop();
  await site.close();
  await storage.stop();
});

async function started(): Promise<Part> {
  const part = startPart('the server', 'bot/main.ts', site.environment);
  await answering(part, `http://127.0.0.1:${port}/healthz`);
  return part;
}

const senco = () => site.as('Maya Okafor');

/** @returns whether there was a call of that number to be killed in */
async function killedIn(call: number): Promise<boolean> {
  await site.control('reset', 'POST', { keepLists: true });
  await upToReview(senco(), schoolDayAhead(new Date()), twoLines);
  await site.control('calls', 'DELETE');
  await site.faults({ path: `^(?!.*(${aside.source}))`, skip: call, do: { kind: 'hold' } });
  const pressed = senco().presses('Send');
  const held = await firstHeld();
  if (held) {
    await server.kill();
    await site.control('release', 'POST');
    await site.control('faults', 'DELETE');
  }
  await pressed.catch(() => undefined);
  if (held) server = await started();
  return held;
}

/** Waits until the call is held, or until everything is done without it. */
async function firstHeld(): Promise<boolean> {
  for (;;) {
    const calls = Calls.parse(await site.control('calls?after=0', 'GET'));
    if (calls.some((call) => call.held)) return true;
    const seen = await site.look();
    if (seen.rows.length > 0 && seen.rows.every((row) => row.step === 'done')) return false;
  }
}

test('a server killed in the middle of any Graph call is resumed or unwound by the next, once', async () => {
  const wrong: string[] = [];
  let kills = 0;
  for (; await killedIn(kills); kills += 1) {
    const seen = await settled(site, 20_000);
    const broken = site.broken(seen);
    if (broken.length > 0) wrong.push(`killed in call ${kills}: ${broken.join('; ')}`);
  }
  console.log(`killed in each of ${kills} calls`);
  expect(kills).toBeGreaterThan(30);
  expect(wrong).toEqual([]);
}, 600_000);
