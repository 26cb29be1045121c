import { setTimeout as wait } from 'node:timers/promises';
import { startStorage } from '../../infra/azurite.ts';
import { schoolDayAhead, twoLines, upToReview } from '../../infra/demo/arrange.ts';
import { type Message, said } from '../../infra/demo/person.ts';
import type { Seen } from '../../infra/demo/promises.ts';
import { openSchool, type School, type Site } from '../school.ts';
import { armed, aside, type Call, Calls, type Placed } from './faults.ts';

/** One TAC arranged while things go wrong, then everything set right and whatever is unfinished finished. */

const day = schoolDayAhead(new Date());

/** Short claims and pauses, so that a row that is left is picked up within a second. */
export const impatient = { CLAIM_SECONDS: '1', SWEEP_SECONDS: '1', RETRY_MILLISECONDS: '2' };

/**
 * A school to be played in hundreds of times, with a storage of its own: every ten minutes the emulator clears away what was
 * overwritten and answers nobody meanwhile, a minute and more after so many plays. Other files must not wait for that.
 */
export async function openPlayground(settings: Record<string, string> = {}): Promise<School> {
  const storage = await startStorage();
  const school = await openSchool({ ...impatient, ...settings }, storage);
  return {
    ...school,
    async close() {
      await school.close();
      await storage.stop();
    },
  };
}

/** @returns which promises it broke, once nothing was under way any more; to leave the host with a promise is one */
export async function play(school: Site, faults: readonly Placed[]): Promise<readonly string[]> {
  await school.control('reset', 'POST', { keepLists: true });
  const senco = school.as('Maya Okafor');
  await upToReview(senco, day, twoLines);
  await school.control('calls', 'DELETE');
  await school.faults(armed(faults));
  await senco.presses('Send');
  // The sweep must not find the world still broken: what is tested is how it is mended.
  await settled(school, 1_500);
  await school.control('faults', 'DELETE');
  const seen = await settled(school, 20_000);
  const last = (await senco.messages()).findLast((message) => message.from === 'bot');
  return [...school.broken(seen), ...(promising(last) ? ['the host waits for what never comes'] : [])];
}

/** The Graph calls of a clean run after *Send*, in order. */
export async function cleanCalls(school: Site): Promise<readonly Call[]> {
  // The very first run also makes the lists and asks for the roles, which are remembered.
  await play(school, []);
  await play(school, []);
  const calls = Calls.parse(await school.control('calls', 'GET')).filter((call) => call.on === 'graph');
  // The looks of this very file at the register are not the product's.
  return calls.filter((call) => !aside.test(call.query));
}

/** Waits until the last message is no promise of another and no row is between states, or so long. */
export async function settled(school: Site, milliseconds: number): Promise<Seen> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const seen = await school.look();
    const last = (await school.as('Maya Okafor').messages()).findLast((message) => message.from === 'bot');
    if ((seen.rows.every((row) => row.step === 'done') && !promising(last)) || Date.now() > deadline) return seen;
    await wait(15);
  }
}

const promising = (message: Message | undefined) =>
  message === undefined || /I am arranging it|still trying/.test(said(message));
