import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { School } from '../school.ts';
import { type Deed, faultsOf, inTime } from './faults.ts';
import { cleanCalls, openPlayground, play } from './play.ts';

/** Every single fault at every Graph call after *Send*. */

let school: School;
beforeAll(async () => {
  school = await openPlayground({ LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' });
});
afterAll(() => school.close());

const named = ({ kind, ...details }: Deed) =>
  `${kind} ${Object.values(details)
    .map((one) => JSON.stringify(one))
    .join(' ')}`;

test('no single fault at any call sends an invitation to an open meeting, loses a row, leaves one between states, mails twice or leaves the host waiting', async () => {
  const calls = await cleanCalls(school);
  expect(calls.length).toBeGreaterThan(30);
  const wrong: string[] = [];
  let plays = 0;
  for (const [at, call] of calls.entries()) {
    for (const deed of inTime(call, at, faultsOf(call))) {
      const broken = await play(school, [{ at, deed }]);
      plays += 1;
      if (broken.length > 0) wrong.push(`${call.method} #${at} ${named(deed)}: ${broken.join('; ')}`);
    }
  }
  console.log(`${plays} faults played at ${calls.length} calls`);
  expect(wrong).toEqual([]);
}, 600_000);
