import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { armed, aside, type Call, Calls, type Deed, type Placed } from '../faults/faults.ts';
import { openPlayground } from '../faults/play.ts';
import type { School, Site } from '../school.ts';
import { people, schoolWith } from './leadership.ts';

/** A part of the way of a request that needs a yes, played again and again with one fault at each of its Graph calls. */

/** @returns what was found wrong, a sentence each; empty when all went as it should */
export type Play = (faults: readonly Placed[]) => Promise<readonly string[]>;

export const openImpatientSchool = (): Promise<School> =>
  openPlayground({ SCHOOL_FILE: schoolWith('county-teams-first') });

const named = ({ kind, ...details }: Deed) => `${kind} ${JSON.stringify(details)}`;

export async function fresh(school: Site): Promise<void> {
  await people(school).senco.says('cancel');
  await school.control('reset', 'POST', { keepLists: true });
}

export async function arm(school: School, faults: readonly Placed[]): Promise<void> {
  await school.control('calls', 'DELETE');
  await school.faults(armed(faults));
}

/** Until it holds, or so long. */
export async function until(holds: () => Promise<boolean>, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    if (await holds()) return true;
    if (Date.now() > deadline) return false;
    await wait(15);
  }
}

async function callsOf(school: School, play: Play): Promise<readonly Call[]> {
  // The first run also makes the lists and asks for what is remembered.
  expect(await play([])).toEqual([]);
  expect(await play([])).toEqual([]);
  const calls = Calls.parse(await school.control('calls', 'GET')).filter((call) => call.on === 'graph');
  return calls.filter((call) => !aside.test(call.query));
}

/** @param faults those that make sense at this call */
export async function everyFault(
  school: School,
  play: Play,
  faults: (call: Call, at: number, calls: readonly Call[]) => readonly Deed[],
): Promise<readonly string[]> {
  const calls = await callsOf(school, play);
  const wrong: string[] = [];
  let plays = 0;
  for (const [at, call] of calls.entries()) {
    for (const deed of faults(call, at, calls)) {
      const found = await play([{ at, deed }]);
      plays += 1;
      if (found.length > 0) wrong.push(`${call.method} ${call.path} #${at} ${named(deed)}: ${found.join('; ')}`);
    }
  }
  console.log(`${plays} faults played at ${calls.length} calls`);
  expect(calls.length).toBeGreaterThan(10);
  return wrong;
}
