import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { whyStays } from '../../bot/data-protection/may-go.ts';
import { Reference, SchoolYear } from '../../bot/meetings/ask.ts';
import { kinds } from '../../bot/policy/kind.ts';
import { isOver, statuses } from '../../bot/register/entry.ts';
import { OldMeeting } from '../../bot/register/old-meetings.ts';
import { wordingOf } from '../meetings/wording.ts';

/** Whatever is not over, not finished, or is kept back stays in the register. */

const { retention } = wordingOf().school;
const now = new Date('2060-01-15T12:00:00Z');
const reference = Reference.parse('TAC-0123ABCD');
const held = (is: boolean) => new Set(is ? [reference] : []);

const finished = OldMeeting.parse({
  reference,
  kind: 'tac',
  start: '2026-11-24T15:15:00Z',
  minutes: 45,
  year: '4',
  status: 'arranged',
  underWay: false,
  reviewOpen: false,
  aftercareDue: false,
  recordingDeleteOn: null,
  disposal: null,
});

test('a finished meeting goes when its time is over', () => {
  expect(whyStays(finished, { retention, held: held(false), now })).toBeNull();
  expect(whyStays(finished, { retention, held: held(false), now: new Date('2040-01-01') })).toBe('time not over');
});

const anyMeeting = fc
  .record({
    kind: fc.constantFrom(...kinds),
    start: fc
      .date({ min: new Date('2001-01-01'), max: new Date('2061-01-01'), noInvalidDate: true })
      .map((date) => `${date.toISOString().slice(0, 16)}:00Z`),
    minutes: fc.constantFrom(15, 45, 180),
    year: fc.option(fc.constantFrom('N', 'R', '1', '4', '13')),
    status: fc.constantFrom(...statuses),
    underWay: fc.boolean(),
    reviewOpen: fc.boolean(),
    aftercareDue: fc.boolean(),
    recordingDeleteOn: fc.option(fc.constantFrom('2059-12-31', '2060-01-15', '2060-02-01')),
  })
  .map((some) =>
    OldMeeting.parse({ ...some, reference, disposal: null, year: some.year && SchoolYear.parse(some.year) }),
  );

test('a meeting that has not taken place, or stands open, or is to be looked at, or is kept back, never goes', () => {
  fc.assert(
    fc.property(anyMeeting, fc.boolean(), (meeting, isHeld) => {
      const goes = whyStays(meeting, { retention, held: held(isHeld), now }) === null;
      const { start, status } = meeting;
      const openReview = meeting.reviewOpen && !isOver[status];
      const unfinished = ['waiting', 'arranging', 'needs review', 'on hold'].includes(status) || meeting.underWay;
      const recorded = meeting.recordingDeleteOn !== null && meeting.recordingDeleteOn >= '2060-01-15';
      if (Date.parse(start) > now.getTime() || openReview || unfinished || recorded) return !goes;
      return !goes || !(meeting.aftercareDue || isHeld);
    }),
    { numRuns: 2_000 },
  );
});

test('there are meetings that go, of every status that is finished', () => {
  const goes = statuses.filter(
    (status) => whyStays({ ...finished, status }, { retention, held: held(false), now }) === null,
  );
  expect(goes.toSorted()).toEqual(
    ['arranged', 'called off', 'cancelled', 'held elsewhere', 'moved', 'not arranged', 'refused'].toSorted(),
  );
});
