import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { everything } from '../../bot/register/register.ts';
import { schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { rested } from '../changing/standing.ts';
import { openSchool, type School } from '../school.ts';
import { registerOf } from './register-of.ts';

/** Two instances that take the same row at the same second: one has it, the other is told that it was changed. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  // The server goes on writing the row for a moment: it asks the second adult.
  await school.as('Tom Birch').hears('Can you be the second adult?');
  await rested(school, (row) => row.step === 'done');
});
afterAll(() => school.close());

test.each([
  ['at once', (writes: (() => Promise<unknown>)[]) => Promise.allSettled(writes.map((write) => write()))],
  [
    'one right after the other',
    async (writes: (() => Promise<unknown>)[]) => {
      const outcomes = [];
      for (const write of writes) outcomes.push(...(await Promise.allSettled([write()])));
      return outcomes;
    },
  ],
])('of two that claim a row until the same second, %s, one gets it', async (_, carriedOut) => {
  const [one, other] = [registerOf(school), registerOf(school)];
  const [row] = (await one.page(everything)).rows;
  const reference = row?.reference;
  if (reference === undefined) throw new Error('there is no row');
  const [mine, theirs] = [await one.find(reference), await other.find(reference)];
  if (!mine || !theirs) throw new Error('the row is gone');
  const nextCheck = '2030-01-01T00:00:00Z';
  const outcomes = await carriedOut([() => one.write(mine, { nextCheck }), () => other.write(theirs, { nextCheck })]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'register changed' } });
});

test('a write whose answer was lost is still one’s own', async () => {
  const register = registerOf(school);
  const { rows } = await register.page(everything);
  const stored = rows[0] && (await register.find(rows[0].reference));
  if (!stored) throw new Error('there is no row');
  await school.faults({ method: 'PATCH', path: '/Meetings/', do: { kind: 'apply then fail', status: 504 } });
  const written = await register.write(stored, { nextCheck: '2031-01-01T00:00:00Z' });
  expect(written.entry.nextCheck).toBe('2031-01-01T00:00:00Z');
});
