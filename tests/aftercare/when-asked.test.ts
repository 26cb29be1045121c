import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aftercareOf, groupsAt, isToAsk, lookedAt, mayLook, nextCare } from '../../bot/aftercare/aftercare.ts';
import type { Role } from '../../bot/identity/caller.ts';
import { endOfNextWorkingDay } from '../../bot/policy/school-day.ts';
import type { Aftercare } from '../../bot/register/entry.ts';
import { anAsk } from '../an-ask.ts';
import { aRequest, deputy, head, named, safeguardingLead, senco, teacher } from '../authorising/a-request.ts';
import { situation } from '../policy/situation.ts';

/** When senior leaders are asked to look at an urgent meeting, and who may. */

const { school } = situation('tac');
const urgent = anAsk({ urgent: { reason: 'There is a risk of harm' } });
const due = (asked: number): Extract<Aftercare, { state: 'due' }> => ({
  state: 'due',
  by: '2026-11-19T18:30:00Z',
  lead: 'told',
  asked,
});
const held = '2026-11-18T10:01:00Z';

describe('the end of the next working day', () => {
  test.each([
    ['on a Wednesday', '2026-11-18T10:00:00Z', '2026-11-19T18:30:00Z'],
    ['late on a Wednesday, London', '2026-11-18T23:59:00Z', '2026-11-19T18:30:00Z'],
    ['on a Friday', '2026-11-20T16:00:00Z', '2026-11-23T18:30:00Z'],
    ['before a half-term of a week, the first day back', '2027-02-12T16:00:00Z', '2027-02-15T18:30:00Z'],
    ['before Christmas, the first weekday that is no bank holiday', '2026-12-18T16:00:00Z', '2026-12-21T18:30:00Z'],
    ['on Christmas Eve', '2026-12-24T12:00:00Z', '2026-12-28T18:30:00Z'],
    ['in summer, an hour earlier by UTC', '2027-06-09T10:00:00Z', '2027-06-10T17:30:00Z'],
  ])('%s', (_, now, end) => {
    expect(endOfNextWorkingDay(new Date(now), school)).toBe(end);
  });

  test('is always ahead, and never further than twelve days', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }), (now) => {
        const ahead = Date.parse(endOfNextWorkingDay(now, school)) - now.getTime();
        expect(ahead).toBeGreaterThan(0);
        expect(ahead).toBeLessThan(12 * 86_400_000);
      }),
    );
  });
});

test('an urgent meeting owes it from the first, any other never', () => {
  const now = new Date('2026-11-18T10:00:00Z');
  expect(aftercareOf(urgent, now, school)).toEqual({ ...due(0), lead: 'to tell' });
  expect(aftercareOf(anAsk(), now, school)).toEqual({ state: 'not needed' });
});

describe('leaders are asked', () => {
  test.each([
    ['at once', 0, '2026-11-18T10:00:00Z', true],
    ['not again before it is due', 1, '2026-11-19T18:29:00Z', false],
    ['when it is due', 1, '2026-11-19T18:30:00Z', true],
    ['not twice for that', 2, '2026-11-19T18:31:00Z', false],
    ['a working day after that', 2, '2026-11-20T18:30:00Z', true],
    ['after the weekend', 3, '2026-11-23T18:30:00Z', true],
    ['four times and no more', 4, '2027-01-01T00:00:00Z', false],
  ])('%s', (_, asked, now, is) => {
    expect(isToAsk({ aftercare: due(asked) }, new Date(now), school)).toBe(is);
  });

  test('and the head as well from the second reminder on', () => {
    expect([0, 1, 2, 3].map(groupsAt)).toEqual([['slt'], ['slt'], ['slt', 'head'], ['slt', 'head']]);
  });

  test('a row is come back to until somebody was told, and until somebody has looked', () => {
    const at = { now: new Date('2026-11-18T10:00:00Z'), held, school };
    const { by } = { by: named(deputy) };
    const reviewed = lookedAt({ state: 'due', by: held, lead: 'told', asked: 1 }, { by, at: at.now, words: null });
    expect(nextCare({ aftercare: { ...due(1), lead: 'to tell' } }, at)).toBe(held);
    expect(nextCare({ aftercare: due(0) }, at)).toBe(held);
    expect(nextCare({ aftercare: due(1) }, at)).toBe('2026-11-19T18:30:00Z');
    expect(nextCare({ aftercare: reviewed }, at)).toBe(null);
    expect(nextCare({ aftercare: { state: 'not needed' } }, at)).toBe(null);
  });
});

describe('who may', () => {
  const entry = aRequest({ ask: urgent, status: 'arranged', step: 'done', aftercare: due(1) });
  test.each([
    ['the deputy', 'yes', deputy],
    ['the head', 'yes', head],
    ['a teacher', 'not a leader', teacher],
    ['the safeguarding lead', 'not a leader', safeguardingLead],
    ['the host', 'your own', senco],
    ['the host, also as a senior leader', 'your own', { ...senco, roles: new Set<Role>(['staff', 'slt', 'head']) }],
  ])('%s: %s', (_, answer, person) => {
    const may = mayLook(entry, person);
    expect(may.may ? 'yes' : may.why).toBe(answer);
  });

  test('nobody looks twice, at what is being worked on, or at what was not urgent', () => {
    const reviewed = lookedAt(
      { state: 'due', by: held, lead: 'told', asked: 1 },
      { by: named(head), at: new Date(held), words: null },
    );
    expect(mayLook({ ...entry, aftercare: reviewed }, deputy)).toEqual({ may: false, why: 'looked at already' });
    expect(mayLook({ ...entry, step: 'seal' }, deputy)).toEqual({ may: false, why: 'not yet' });
    expect(mayLook({ ...entry, aftercare: { state: 'not needed' } }, deputy)).toEqual({
      may: false,
      why: 'not urgent',
    });
  });
});
