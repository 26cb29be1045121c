import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { schoolDayAhead, twoLines, upToReview } from '../../infra/demo/arrange.ts';
import { until } from '../authorising/playing.ts';
import { type MortalSchool, openMortalSchool } from './killing.ts';
import { settled } from './play.ts';

/** The server is killed in the middle of every write to Graph after *Send*: Graph has done what was asked, and nobody hears the answer. */

let site: MortalSchool;
beforeAll(async () => {
  site = await openMortalSchool();
});
afterAll(() => site.close());

async function upToSend(): Promise<void> {
  await site.control('reset', 'POST', { keepLists: true });
  await upToReview(site.as('Maya Okafor'), schoolDayAhead(new Date()), twoLines);
}
const done = async () => {
  const { rows } = await site.look();
  return rows.length > 0 && rows.every((row) => row.step === 'done');
};

async function send(): Promise<void> {
  await upToSend();
  await site.clear();
  await site.as('Maya Okafor').presses('Send');
  await until(done, 20_000);
}

test('a server killed in the middle of any write to Graph is resumed or unwound by the next, once', async () => {
  const wrong: string[] = [];
  let kills = 0;
  // The first run also makes the lists.
  await send();
  await send();
  for (const { at: call } of await site.writes()) {
    await upToSend();
    await site.hold(call);
    if ((await site.killed(site.as('Maya Okafor').presses('Send'), done)) !== null) kills += 1;
    const broken = site.broken(await settled(site, 20_000));
    if (broken.length > 0) wrong.push(`killed in call ${call}: ${broken.join('; ')}`);
  }
  console.log(`killed in each of ${kills} writes`);
  expect(kills).toBeGreaterThan(15);
  expect(wrong).toEqual([]);
}, 600_000);
