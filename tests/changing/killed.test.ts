import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { fresh, until } from '../authorising/playing.ts';
import { type MortalSchool, openMortalSchool, type Write } from '../faults/killing.ts';
import { type Change, cancelling, moving } from './changes.ts';
import { arranges, rests } from './standing.ts';

/** The server is killed in the middle of a write to Graph while a meeting that stands is changed, and another server goes on. */

let school: MortalSchool;
beforeAll(async () => {
  school = await openMortalSchool();
});
afterAll(() => school.close());

const senco = () => school.as('Maya Okafor');

async function over({ outcome }: Change): Promise<boolean> {
  const last = (await senco().messages()).findLast(({ from }) => from === 'bot');
  const { rows } = await school.look();
  return last !== undefined && outcome.test(said(last)) && rows.every(rests);
}

/** Up to the button, with everything before it done in peace. @returns the reference */
async function upToButton({ line }: Change): Promise<string> {
  await fresh(school);
  const reference = await arranges(school, senco());
  await senco().says(line(reference));
  return reference;
}

// Up to the seal, and from the invitations on, it is the way of any meeting, where tests/faults kills in every call.
function whileGivingWay(writes: readonly Write[]): readonly Write[] {
  const to = (path: string) => (write: Write) => write.method === 'PATCH' && write.path.includes(path);
  return writes.slice(writes.findIndex(to('/onlineMeetings/')), writes.findIndex(to('/events/')) + 1);
}

test.each([
  ['cancelled', cancelling, (writes: readonly Write[]) => writes],
  ['moved', moving, whileGivingWay],
] as const)(
  'killed in any write while a meeting is %s, it is done once by the next server',
  async (_, change, of) => {
    await upToButton(change);
    await school.clear();
    await senco().presses(change.button);
    await until(() => over(change), 20_000);
    const wrong: string[] = [];
    let kills = 0;
    for (const { at: call } of of(await school.writes())) {
      const reference = await upToButton(change);
      await school.hold(call);
      const path = await school.killed(senco().presses(change.button), () => over(change));
      if (path !== null) kills += 1;
      const { rows } = await school.look();
      // Killed before it was written down, nothing was begun.
      const begun = rows.length > 1 || rows.some((row) => !rests(row));
      if (!begun && !change.made(await school.look())) {
        await senco().says(change.line(reference));
        await senco().presses(change.button);
      }
      const ended = await until(() => over(change), 20_000);
      const broken = [...school.broken(await school.look()), ...(ended ? [] : ['the host never hears how it ended'])];
      if (broken.length > 0) wrong.push(`killed in call ${call}: ${broken.join('; ')}`);
    }
    console.log(`killed in each of ${kills} writes`);
    expect(kills).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  },
  300_000,
);
