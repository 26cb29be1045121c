import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { guestOnCard } from '../agreeing/asking.ts';
import { presses, says } from '../arranging/chatting.ts';
import { regrouped } from '../authorising/leadership.ts';
import { arranges, rested } from '../changing/standing.ts';
import { openSchool, type School } from '../school.ts';

/** An agreement that is taken back closes the recording, also of a meeting that policy would not let through any more. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const Settings = z.object({ allowRecording: z.boolean() });
const allowed = async () => Settings.parse((await school.look()).events[0]?.options).allowRecording;

test('it is closed although the second adult is no longer staff', async () => {
  const senco = school.as('Maya Okafor');
  const head = school.as('Ruth Adeyemi');
  const reference = await arranges(school, senco);
  const say = async (name: string, title: string) => {
    await says(senco, `agreements ${reference}`);
    const guest = await guestOnCard(senco, name);
    await presses(senco, title, { guest, agreement: 'be recorded', how: 'by email' });
  };
  for (const name of ['Jo Marsh', 'Pat Lowe', 'Kim Dale']) await say(name, 'They agree');
  const deleteOn = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
  await says(senco, `open recording ${reference}`);
  await presses(senco, 'Ask to open the recording', { purpose: 'For a parent who works', deleteOn });
  await head.hears('The host wants it to be recorded.');
  await head.presses('Authorise');
  await senco.hears('You can record it');
  await rested(school, (row) => row.reference === reference && row.step === 'done');
  expect(await allowed()).toBe(true);
  const back = regrouped(school.as('Tom Birch'), []);
  await say('Pat Lowe', 'They take it back');
  await senco.hears('Somebody from outside has taken back their agreement');
  back();
  expect(await allowed()).toBe(false);
});
