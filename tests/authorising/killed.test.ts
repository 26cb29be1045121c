import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../infra/azurite.ts';
import { answering, type Part, startPart } from '../../infra/parts.ts';
import { aside, Calls } from '../faults/faults.ts';
import { impatient } from '../faults/play.ts';
import { openSite, type Site } from '../school.ts';
import { asks, heardTimes, people, schoolWith, upToAsking } from './leadership.ts';
import { until } from './playing.ts';

/** The server is killed in the middle of a write to Graph: Graph has done what was asked, nobody hears the answer, and another server goes on. */

let site: Site;
let port: number;
let server: Part;
beforeAll(async () => {
  port = await freePort();
  site = await openSite({ ...impatient, PORT: String(port), SCHOOL_FILE: schoolWith('county-teams-first') });
  site.tenant.serveAt(`http://127.0.0.1:${port}`);
  server = await started();
});
afterAll(async () => {
  await server.stop();
  await site.close();
});

async function started(): Promise<Part> {
  const part = startPart('the server', 'bot/main.ts', site.environment);
  await answering(part, `http://127.0.0.1:${port}/healthz`);
  return part;
}

const only = async () => (await site.look()).rows[0];

/** Holds the call of that number after this. */
async function hold(call: number): Promise<void> {
  await site.control('calls', 'DELETE');
  await site.faults({ path: `^(?!.*(${aside.source}))`, skip: call, do: { kind: 'hold' } });
}

/** Waits for the held call, kills the server in it and starts another. @returns the path of that call, if it came before all was over */
async function killed(pressed: Promise<unknown>, over: () => Promise<boolean>): Promise<string | null> {
  const held = async () =>
    Calls.parse(await site.control('calls?after=0', 'GET')).find((call) => call.held)?.path ?? null;
  await until(async () => (await held()) !== null || (await over()), 20_000);
  const path = await held();
  if (path !== null) await server.kill();
  await site.control('release', 'POST');
  await site.control('faults', 'DELETE');
  // Whoever pressed may hear nothing.
  await pressed.catch(() => undefined);
  if (path !== null) server = await started();
  return path;
}

/** The numbers of the writes among the calls since they were last cleared: between two of them Graph stays as it is. */
async function writes(): Promise<readonly number[]> {
  const calls = Calls.parse(await site.control('calls?after=0', 'GET')).filter(({ on }) => on === 'graph');
  const ours = calls.filter((call) => !aside.test(`${call.path}?${call.query}`));
  const asksOnly = /checkMemberGroups|getSchedule/;
  return ours.flatMap(({ method, path }, at) => (method === 'GET' || asksOnly.test(path) ? [] : [at]));
}

const fresh = async () => {
  await people(site).senco.says('cancel');
  await site.control('reset', 'POST', { keepLists: true });
};
const done = async () => (await only())?.step === 'done';

test('killed in any write between a yes and the draft, it is arranged once by the next server, or waits for the yes again', async () => {
  const wrong: string[] = [];
  const { head } = people(site);
  await fresh();
  await asks(site);
  await site.control('calls', 'DELETE');
  await head.presses('Authorise');
  await until(done, 20_000);
  let kills = 0;
  for (const call of await writes()) {
    await fresh();
    await asks(site);
    await hold(call);
    const path = await killed(head.presses('Authorise'), done);
    if ((await only())?.status === 'waiting') await head.presses('Authorise');
    await until(done, 20_000);
    const broken = site.broken(await site.look());
    if (broken.length > 0) wrong.push(`killed in call ${call}: ${broken.join('; ')}`);
    if (path !== null) kills += 1;
    // From the draft on it is the way of any meeting.
    if (path?.endsWith('/events')) break;
  }
  console.log(`killed in each of ${kills} writes`);
  expect(kills).toBeGreaterThan(4);
  expect(wrong).toEqual([]);
}, 300_000);

test('killed in any write while approvers are asked, it is ended, or waits with one card for each', async () => {
  const wrong: string[] = [];
  const { senco, head, deputy } = people(site);
  const cards = () => Promise.all([head, deputy].map((one) => heardTimes(one, 'May this meeting go ahead?')));
  const waits = async () => (await only())?.step === 'authorise' && (await cards()).every((each) => each > 0);
  await fresh();
  await upToAsking(senco);
  await site.control('calls', 'DELETE');
  await senco.presses('Ask for authorisation');
  await until(waits, 20_000);
  let kills = 0;
  for (const call of await writes()) {
    await fresh();
    await upToAsking(senco);
    await hold(call);
    const path = await killed(senco.presses('Ask for authorisation'), waits);
    if (path !== null) kills += 1;
    if ((await only()) === undefined) continue;
    const settled = await until(async () => (await done()) || (await waits()), 20_000);
    const { mails, events } = await site.look();
    const asked = (await cards()).join(' and ');
    if (!settled) wrong.push(`killed in call ${call}: left at ${(await only())?.step ?? 'nothing'}`);
    if (mails.length + events.length > 0) wrong.push(`killed in call ${call}: something was made`);
    if (asked !== ((await done()) ? '0 and 0' : '1 and 1')) wrong.push(`killed in call ${call}: ${asked} cards`);
  }
  console.log(`killed in each of ${kills} writes`);
  expect(kills).toBeGreaterThan(4);
  expect(wrong).toEqual([]);
}, 300_000);
