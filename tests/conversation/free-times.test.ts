import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Busy } from '../../bot/conversation/conversation.ts';
import { freeTimes, overlaps } from '../../bot/conversation/free-times.ts';
import { inLondon } from '../../bot/london.ts';
import { maya, tom, wednesday } from './chat.ts';

const tuesday = { near: '2026-11-24T15:15:00Z', from: '2026-11-20T00:00:00Z', to: '2026-12-02T00:00:00Z' };

test('offers the three starts nearest to what was asked, in order', () => {
  const busy: Busy[] = [
    { person: tom.id, from: '2026-11-24T15:00:00Z', to: '2026-11-24T15:30:00Z' },
    { person: maya.id, from: '2026-11-24T13:30:00Z', to: '2026-11-24T14:15:00Z' },
  ];
  expect(freeTimes(busy, { ...tuesday, minutes: 45 }, wednesday)).toEqual([
    '2026-11-24T15:30:00Z',
    '2026-11-24T15:45:00Z',
    '2026-11-24T16:00:00Z',
  ]);
});

test('goes to another day when the day is full, and never to the weekend', () => {
  const fridays = {
    near: '2026-11-21T10:00:00Z',
    from: '2026-11-20T00:00:00Z',
    to: '2026-11-24T00:00:00Z',
    minutes: 60,
  };
  const busy = [{ person: tom.id, from: '2026-11-20T08:00:00Z', to: '2026-11-20T18:00:00Z' }];
  const days = freeTimes(busy, fridays, wednesday).map((start) => start.slice(0, 10));
  expect(new Set(days)).toEqual(new Set(['2026-11-23']));
});

test('offers none rather than a time that was not looked up', () => {
  const busy = [{ person: maya.id, from: tuesday.from, to: tuesday.to }];
  expect(freeTimes(busy, { ...tuesday, minutes: 15 }, wednesday)).toEqual([]);
});

test.each([
  ['2027-03-27T00:00:00Z', '2027-03-29T07:30:00Z'],
  ['2027-10-30T00:00:00Z', '2027-11-01T08:30:00Z'],
])('half past eight stays half past eight after the clocks have changed', (from, monday) => {
  const wanted = { near: from, from, to: '2027-11-05T00:00:00Z', minutes: 15 };
  expect(freeTimes([], wanted, new Date(from))[0]).toBe(monday);
});

test('every suggestion is ahead, in school hours, on the grid, inside what was read, and free for both for the whole length', () => {
  const minute = fc.integer({ min: 0, max: 14 * 24 * 60 });
  const at = (minutes: number) => new Date(Date.parse('2027-03-22T00:00:00Z') + minutes * 60_000).toISOString();
  const busy = fc.array(
    fc
      .tuple(fc.constantFrom(maya.id, tom.id), minute, fc.integer({ min: 1, max: 600 }))
      .map(([person, from, length]) => ({
        person,
        from: at(from),
        to: at(from + length),
      })),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(busy, minute, minute, fc.integer({ min: 3, max: 36 }), minute, (taken, near, one, length, clock) => {
      const minutes = length * 5;
      const now = new Date(at(clock));
      const wanted = { minutes, near: at(near), from: at(one), to: at(one + 5 * 24 * 60) };
      const offered = freeTimes(taken, wanted, now);
      expect(offered.length).toBeLessThanOrEqual(3);
      for (const start of offered) {
        const begins = inLondon(start);
        const ends = begins.add({ minutes });
        expect(Date.parse(start)).toBeGreaterThan(now.getTime());
        expect(Date.parse(start)).toBeGreaterThanOrEqual(Date.parse(wanted.from));
        expect(Date.parse(start) + minutes * 60_000).toBeLessThanOrEqual(Date.parse(wanted.to));
        expect(begins.dayOfWeek).toBeLessThan(6);
        expect(begins.hour * 60 + begins.minute).toBeGreaterThanOrEqual(8 * 60 + 30);
        expect(ends.hour * 60 + ends.minute).toBeLessThanOrEqual(17 * 60);
        expect(begins.minute % 15).toBe(0);
        expect(taken.filter((stretch) => overlaps(stretch, start, minutes))).toEqual([]);
      }
    }),
  );
});
