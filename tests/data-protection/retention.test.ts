import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isTimeOver, keptUntil, latestBirth } from '../../bot/data-protection/retention.ts';
import { SchoolYear } from '../../bot/meetings/ask.ts';
import { keepInWords, Retention } from '../../bot/policy/retention.ts';

/** Until when a meeting is kept. */

const year = (name: string) => SchoolYear.parse(name);
const until25 = { from: 'birth', years: 25 } as const;

test.each([
  ['N', 2026, '2023-08-31'],
  ['R', 2026, '2022-08-31'],
  ['1', 2026, '2021-08-31'],
  ['6', 2026, '2016-08-31'],
  ['13', 2026, '2009-08-31'],
])('a pupil of year %s in the school year %d was born at the latest on %s', (group, schoolYear, day) => {
  expect(latestBirth(year(group), schoolYear).toString()).toBe(day);
});

test.each([
  ['a Reception child in autumn', 'R', '2026-11-24T15:15:00Z', '2047-08-31'],
  ['a Reception child in summer', 'R', '2027-07-01T09:00:00Z', '2047-08-31'],
  ['a Year 13 pupil', '13', '2026-11-24T15:15:00Z', '2034-08-31'],
  ['a Year 4 child in August, of the year to come', '4', '2026-08-20T09:00:00Z', '2043-08-31'],
])('what is kept until the pupil is 25 is kept of %s (%s) met on %s until %s', (_, group, start, day) => {
  expect(keptUntil(until25, { start, year: year(group) })?.toString()).toBe(day);
});

test('years after the meeting end on the London day, also from a leap day', () => {
  const three = { from: 'the meeting', years: 3 } as const;
  expect(keptUntil(three, { start: '2024-02-29T12:00:00Z', year: null })?.toString()).toBe('2027-02-28');
  expect(keptUntil(three, { start: '2026-06-30T23:30:00Z', year: null })?.toString()).toBe('2029-07-01');
  expect(isTimeOver(three, { start: '2024-03-01T12:00:00Z', year: null }, new Date('2027-03-01T23:59:00Z'))).toBe(
    false,
  );
  expect(isTimeOver(three, { start: '2024-03-01T12:00:00Z', year: null }, new Date('2027-03-02T00:01:00Z'))).toBe(true);
});

test('without a year group, what is kept until the pupil is 25 is kept for good', () => {
  expect(keptUntil(until25, { start: '1990-01-01T12:00:00Z', year: null })).toBeNull();
  expect(isTimeOver(until25, { start: '1990-01-01T12:00:00Z', year: null }, new Date('2090-01-01'))).toBe(false);
});

test('nobody’s record goes before they are 25, whatever day of their year group’s twelve months they were born on', () => {
  const groups = ['N', 'R', ...Array.from({ length: 13 }, (_, index) => String(index + 1))];
  fc.assert(
    fc.property(fc.nat(14), fc.integer({ min: 2001, max: 2060 }), fc.nat(364), (group, schoolYear, daysBefore) => {
      const born = latestBirth(year(groups[group] ?? ''), schoolYear).subtract({ days: daysBefore });
      const kept = keptUntil(until25, {
        start: `${String(schoolYear)}-10-01T10:00:00Z`,
        year: year(groups[group] ?? ''),
      });
      return kept !== null && kept.toString() >= born.add({ years: 25 }).toString();
    }),
  );
});

test('the settings say it as the school reads it back', () => {
  const said = {
    staff: '1 year after the meeting',
    governors: '6 years after the meeting',
    tac: 'until the pupil is 25',
    'annual-review': 'until the pupil is 25',
    parent: '12 years after the meeting',
    professional: 'until the pupil is 30',
    focus: 'until the pupil is 25',
    class: '3 years after the meeting',
  };
  const read = Object.entries(Retention.parse(said)).map(([kind, keep]) => [kind, keepInWords(keep)]);
  expect(Object.fromEntries(read)).toEqual(said);
});
