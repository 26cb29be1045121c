import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { type Call, faultsOf, inTime, type Placed, sortsOf } from '../faults/faults.ts';
import type { School } from '../school.ts';
import { asks, people } from './leadership.ts';
import { arm, everyFault, fresh, openImpatientSchool, until } from './playing.ts';

/** Every single fault at every Graph call after an approver's yes. */

let school: School;
beforeAll(async () => {
  school = await openImpatientSchool();
});
afterAll(() => school.close());

const only = async () => (await school.look()).rows[0];
const done = async () => (await only())?.step === 'done';

/** The head says yes while things go wrong; what did not get through is said again when all is well. */
async function authorised(faults: readonly Placed[]): Promise<readonly string[]> {
  await fresh(school);
  await asks(school);
  await arm(school, faults);
  const { head } = people(school);
  await head.presses('Authorise');
  await until(done, 1500);
  await school.control('faults', 'DELETE');
  if ((await only())?.status === 'waiting') await head.presses('Authorise');
  await until(done, 20_000);
  await until(async () => /Arranged:|Not arranged:|Called off/.test(await lastTold()), 5000);
  const seen = await school.look();
  return [...school.broken(seen), ...(seen.rows.length === 1 ? [] : [`there are ${seen.rows.length} rows`])];
}

const lastTold = async () =>
  said((await people(school).senco.messages()).findLast(({ from }) => from === 'bot') ?? { id: '', n: 0, from: 'bot' });

// From the draft on it is the way of any meeting, where tests/faults plays everything: here one fault of each sort.
const isDraft = ({ method, path }: Call) => method === 'POST' && path.endsWith('/events');

test('no single fault after a yes sends an invitation to an open meeting, arranges it twice or loses the yes', async () => {
  const faults = (call: Call, at: number, calls: readonly Call[]) =>
    inTime(call, at, at < calls.findIndex(isDraft) ? faultsOf(call) : sortsOf(call));
  expect(await everyFault(school, authorised, faults)).toEqual([]);
}, 600_000);
