import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextReminder } from '../../bot/authorising/authorise.ts';
import { aRequest } from './a-request.ts';

/** When approvers hear again of a request that waits. It starts on 1 December 2026 at 15:15 UTC. */

const request = aRequest();

test.each([
  ['weeks ahead: the next day', '2026-11-10T10:00:00Z', 0, '2026-11-11T10:00:00Z'],
  ['still weeks ahead, once reminded: the next day again', '2026-11-11T10:00:00Z', 1, '2026-11-12T10:00:00Z'],
  ['from the second reminder on: at half of what is left', '2026-11-21T15:15:00Z', 2, '2026-11-26T15:15:00Z'],
  ['the day before: at half of what is left', '2026-12-01T05:15:00Z', 0, '2026-12-01T10:15:00Z'],
  ['in the last half hour: at the start, which ends it', '2026-12-01T14:50:00Z', 3, '2026-12-01T15:15:00Z'],
  ['after the start: at the start, so at once', '2026-12-02T10:00:00Z', 3, '2026-12-01T15:15:00Z'],
] as const)('%s', (_, now, reminded, due) => {
  expect(nextReminder(request, reminded, new Date(now))).toBe(due);
});

test('whenever it is asked for, a request is looked at again later than now and by its start, and comes to its start in a few steps', () => {
  const begin = Date.parse('2026-11-01T00:00:00Z');
  const start = Date.parse(request.ask.start);
  fc.assert(
    fc.property(fc.integer({ min: begin, max: start - 1000 }), (first) => {
      let now = first;
      let reminded = 0;
      for (; now < start; reminded += 1) {
        const due = Date.parse(nextReminder(request, reminded, new Date(now)));
        expect(due).toBeGreaterThan(now - 1000);
        expect(due).toBeLessThanOrEqual(start);
        now = Math.max(due, now + 1000);
      }
      expect(reminded).toBeLessThan(15);
    }),
  );
});
