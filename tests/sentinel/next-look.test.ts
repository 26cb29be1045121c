import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stands, statuses } from '../../bot/register/entry.ts';
import { nextLook } from '../../bot/sentinel/next-look.ts';
import { aRequest } from '../authorising/a-request.ts';

/** A meeting that stands is looked at until it starts, and never later than half an hour before. */

const { ask } = aRequest();
const start = Date.parse(ask.start);
const arranged = { ask, status: 'arranged' } as const;
const minutesBefore = (minutes: number) => new Date(start - minutes * 60_000);
const look = (minutes: number) => nextLook(arranged, minutesBefore(minutes));
const at = (minutes: number) => minutesBefore(minutes).toISOString().replace('.000', '');

test.each([
  ['a week before, six hours later', 7 * 24 * 60, 7 * 24 * 60 - 360],
  ['25 hours before, a day before', 25 * 60, 24 * 60],
  ['four hours before, three hours before', 240, 180],
  ['two hours before, one hour before', 120, 60],
  ['three quarters of an hour before, half an hour before', 45, 30],
  ['a quarter of an hour before, at the start', 15, 0],
])('%s it is looked at next', (_, now, next) => {
  expect(look(now)).toBe(at(next));
});

test('from its start on nothing is due any more', () => {
  expect(look(0)).toBeNull();
  expect(look(-10)).toBeNull();
});

test('of a meeting that does not stand nothing is due', () => {
  for (const status of statuses.filter((one) => !stands({ status: one })))
    expect(nextLook({ ask, status }, minutesBefore(600))).toBeNull();
});

test('whenever it was looked at last, it is looked at again, later than now and by the start', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 * 24 * 60 * 60 }), (secondsBefore) => {
      const now = new Date(start - secondsBefore * 1000);
      const next = Date.parse(nextLook(arranged, now) ?? '');
      expect(next).toBeGreaterThan(now.getTime());
      expect(next).toBeLessThanOrEqual(start);
      expect(next - now.getTime()).toBeLessThanOrEqual(6 * 3_600_000);
    }),
  );
});
