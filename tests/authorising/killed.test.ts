import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type MortalSchool, openMortalSchool } from '../faults/killing.ts';
import { asks, heardTimes, people, schoolWith, upToAsking } from './leadership.ts';
import { until } from './playing.ts';

/** The server is killed in the middle of a write to Graph: Graph has done what was asked, nobody hears the answer, and another server goes on. */

let site: MortalSchool;
beforeAll(async () => {
  site = await openMortalSchool({ SCHOOL_FILE: schoolWith('county-teams-first') });
});
afterAll(() => site.close());

const only = async () => (await site.look()).rows[0];

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
  await site.clear();
  await head.presses('Authorise');
  await until(done, 20_000);
  let kills = 0;
  for (const { at: call } of await site.writes()) {
    await fresh();
    await asks(site);
    await site.hold(call);
    const path = await site.killed(head.presses('Authorise'), done);
    if ((await only())?.status === 'waiting') await head.presses('Authorise');
    await until(done, 20_000);
    const broken = site.broken(await site.look());
    if (broken.length > 0) wrong.push(`killed in call ${call}: ${broken.join('; ')}`);
    if (path !== null) kills += 1;
    // From the draft on it is the way of any meeting.
    if (path?.endsWith('/events')) break;
  }
  console.log(`killed in each of ${kills} writes`);
  expect(kills).toBeGreaterThan(2);
  expect(wrong).toEqual([]);
}, 300_000);

test('killed in any write while approvers are asked, it is ended, or waits with one card for each', async () => {
  const wrong: string[] = [];
  const { senco, head, deputy } = people(site);
  const cards = () => Promise.all([head, deputy].map((one) => heardTimes(one, 'May this meeting go ahead?')));
  const waits = async () => (await only())?.step === 'authorise' && (await cards()).every((each) => each > 0);
  await fresh();
  await upToAsking(senco);
  await site.clear();
  await senco.presses('Ask for authorisation');
  await until(waits, 20_000);
  let kills = 0;
  for (const { at: call } of await site.writes()) {
    await fresh();
    await upToAsking(senco);
    await site.hold(call);
    const path = await site.killed(senco.presses('Ask for authorisation'), waits);
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
  expect(kills).toBeGreaterThan(2);
  expect(wrong).toEqual([]);
}, 300_000);
