import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { everyFault } from '../authorising/playing.ts';
import { type Call, type Deed, everyOther, sortsOf } from '../faults/faults.ts';
import { openPlayground } from '../faults/play.ts';
import type { School } from '../school.ts';
import { adding, cancelling, moving } from './changes.ts';
import { underFaults } from './changing-under-faults.ts';

/** Faults of each sort that the product can tell apart, at every Graph call after the button of a change. */

let school: School;
beforeAll(async () => {
  school = await openPlayground();
});
afterAll(() => school.close());

const some = (call: Call, at: number): readonly Deed[] => everyOther(at, sortsOf(call));
// Up to there, and from the invitations on, it is the way of any meeting, where tests/faults plays everything.
const whileGivingWay = (call: Call, at: number, calls: readonly Call[]): readonly Deed[] => {
  const sealed = calls.findIndex(({ method, path }) => method === 'PATCH' && path.includes('/onlineMeetings/'));
  const invited = calls.findIndex(({ method, path }) => method === 'PATCH' && path.includes('/events/'));
  return at < sealed || at > invited ? [] : some(call, at);
};

test.each([
  ['cancelling', cancelling, some],
  ['adding a guest', adding, some],
  ['moving', moving, whileGivingWay],
] as const)(
  'no single fault while %s leaves a good link behind, writes to anybody twice, or goes unsaid',
  async (_, change, faults) => {
    expect(await everyFault(school, underFaults(school, change), faults)).toEqual([]);
  },
  600_000,
);
