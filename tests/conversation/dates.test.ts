import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startInWords } from '../../bot/cards/words/dates.ts';
import type { Heard } from '../../bot/conversation/conversation.ts';
import { readWhen } from '../../bot/conversation/reading/when.ts';
import { inLondon } from '../../bot/london.ts';
import { chatAfter, gist, wednesday } from './chat.ts';

// Read as a person would say it: a start in full; "asks" and why, with what is offered; or the part that is known.
function reading(heard: Heard): string {
  if (heard.known === 'start') return startInWords(heard.start).replace(' (UK time, ', ' ').replace(')', '');
  if (heard.known === 'unclear') return `asks: ${heard.why}`;
  if (heard.known === 'nothing') return 'asks';
  const { day, time, around, earliest, latest } = heard;
  const hints = [around && `about ${around}`, earliest && `from ${earliest}`, latest && `to ${latest}`].filter(Boolean);
  return `asks: ${[day ?? 'which day', time ?? 'what time', ...hints].join(', ')}`;
}

const read = (said: string, now = wednesday) => reading(readWhen(said, now).heard);

describe('on Wednesday 18 November 2026 at 10am', () => {
  test.each([
    ['next Tuesday at 3.30pm', 'Tuesday 24 November 2026, 3.30pm GMT'],
    ['25/11/2026 14:00', 'Wednesday 25 November 2026, 2pm GMT'],
    ['3rd December at 11.15', 'Thursday 3 December 2026, 11.15am GMT'],
    ['Friday 27 November, 1.45pm', 'Friday 27 November 2026, 1.45pm GMT'],
    ['this afternoon at 4', 'Wednesday 18 November 2026, 4pm GMT'],
    ['in 40 minutes', 'Wednesday 18 November 2026, 10.40am GMT'],
    ['the day after tomorrow at 8.50am', 'Friday 20 November 2026, 8.50am GMT'],
    ['5/12 at 9am', 'Saturday 5 December 2026, 9am GMT'],
    ['Thursday 9.05 to 10.05', 'Thursday 19 November 2026, 9.05am GMT'],
    ['tomorrow at 2', 'Thursday 19 November 2026, 2pm GMT'],
    ['this Friday at half past eight', 'Friday 20 November 2026, 8.30am GMT'],
    ['quarter to nine tomorrow morning', 'Thursday 19 November 2026, 8.45am GMT'],
    ['noon on the 24th', 'Tuesday 24 November 2026, 12 noon GMT'],
    ['a week on Monday 9am', 'Monday 30 November 2026, 9am GMT'],
    ['Monday week at 10', 'Monday 30 November 2026, 10am GMT'],
    ['Tuesday week 3.15pm', 'Tuesday 1 December 2026, 3.15pm GMT'],
    ['Tuesday fortnight at 1pm', 'Tuesday 8 December 2026, 1pm GMT'],
    ['a fortnight on Monday at two o’clock', 'Monday 7 December 2026, 2pm GMT'],
    ['a week today at 11', 'Wednesday 25 November 2026, 11am GMT'],
    ['half three on Thursday', 'Thursday 19 November 2026, 3.30pm GMT'],
    ['twenty-five past two on Friday', 'Friday 20 November 2026, 2.25pm GMT'],
    ['3 in the afternoon on Tuesday', 'Tuesday 24 November 2026, 3pm GMT'],
    ['ten to four on Thursday', 'Thursday 19 November 2026, 3.50pm GMT'],
    ['three thirty on Thursday', 'Thursday 19 November 2026, 3.30pm GMT'],
    ['Tues 1 Dec at 1515', 'Tuesday 1 December 2026, 3.15pm GMT'],
    ['2026-12-01 15:15', 'Tuesday 1 December 2026, 3.15pm GMT'],
    ['1 January at 10am', 'Friday 1 January 2027, 10am GMT'],
    ['1 July 2027, 9.30am', 'Thursday 1 July 2027, 9.30am BST'],
  ])('“%s” is %s', (said, start) => {
    expect(read(said)).toBe(start);
  });

  test.each([
    ['tomorrow afternoon', 'asks: 2026-11-19, what time, about 14:00'],
    ['between 2 and 4 on Thursday', 'asks: 2026-11-19, what time, about 14:00, from 14:00, to 16:00'],
    ['Tuesday week after 3.15', 'asks: 2026-12-01, what time, about 15:15, from 15:15'],
    ['by 3 on Thursday', 'asks: 2026-11-19, what time, about 15:00, to 15:00'],
    ['Thursday 3ish', 'asks: 2026-11-19, what time, about 15:00'],
    ['in a fortnight', 'asks: 2026-12-02, what time'],
    ['lunchtime on Tuesday', 'asks: 2026-11-24, what time, about 12:15'],
    ['first thing tomorrow', 'asks: 2026-11-19, what time, about 08:30'],
    ['period 3 on Friday', 'asks: 2026-11-20, what time, about 11:00'],
    ['Monday after school', 'asks: 2026-11-23, what time, about 15:30'],
    ['9am', 'asks: which day, 09:00'],
    ['3', 'asks: which day, 15:00'],
    ['hello', 'asks'],
  ])('“%s” leaves something to ask', (said, left) => {
    expect(read(said)).toBe(left);
  });

  test.each([
    ['Thursday 5th after school', '5 December is a Saturday, not a Thursday.'],
    ['Tuesday 2 December at 3pm', '2 December is a Wednesday, not a Tuesday.'],
    ['after half-term', 'I do not know your school’s term dates.'],
    ['31 February 3pm', 'There is no 31 February. Do you mean Sunday 28 February 2027?'],
    ['31/2 at 3pm', 'There is no 31 February.'],
    ['12/25 at 10', 'British dates are day first, and there is no such date. Do you mean Friday 25 December 2026?'],
    ['45/45 at 10', 'There is no such date.'],
    ['next Friday at 10', 'Do you mean Friday 20 November 2026 or Friday 27 November 2026?'],
    ['Wednesday at 3', 'Do you mean Wednesday 18 November 2026 or Wednesday 25 November 2026?'],
    ['Wednesday week at 3', 'Do you mean Wednesday 25 November 2026 or Wednesday 2 December 2026?'],
    ['the 31st at 10', 'Do you mean Thursday 31 December 2026?'],
    ['Tuesday 11', 'Is 11 the day of the month or the hour?'],
    ['5.12', 'Is that a date or a time?'],
    ['next week', 'I need one day.'],
    ['end of November at 3', 'I need one day.'],
    ['tomorrow at 11 BST', 'I read that as Thursday 19 November 2026, 11am, but did not understand all of it.'],
    ['Tuesday or Thursday at 3pm', 'I can see more than one day in that.'],
    ['Tuesday at 3pm or 4pm', 'I can see more than one time in that.'],
    ['not Tuesday at 3pm', 'I read that as Tuesday 24 November 2026, 3pm, but did not understand all of it.'],
    ['at 7 on Tuesday', 'Is that in the morning or in the evening?'],
    ['10 to 4 on Thursday', 'Is that a clock time, such as ten to four'],
    ['1 December at 25:00', 'There is no such time on the clock.'],
    ['1 December at 3am', '3am is in the night.'],
    ['today at 9', 'Wednesday 18 November 2026, 9am has passed.'],
    ['yesterday at 3', 'Tuesday 17 November 2026, 3pm has passed.'],
    ['2 December 2025 at 3pm', 'Tuesday 2 December 2025, 3pm has passed.'],
    ['5 November at 10', 'Thursday 5 November 2026 has passed.'],
    ['1 December 2126 at 3pm', 'That is more than a year away.'],
  ])('“%s” is asked again', (said, why) => {
    expect(read(said)).toContain(`asks: ${why}`);
  });

  test('what was most likely meant is offered', () => {
    expect(readWhen('31 February 3pm', wednesday).heard).toMatchObject({ perhaps: ['2027-02-28T15:00:00Z'] });
    expect(readWhen('Tuesday 2 December at 3pm', wednesday).heard).toMatchObject({
      perhaps: ['2026-12-02T15:00:00Z', '2026-12-01T15:00:00Z', '2026-12-08T15:00:00Z'],
    });
    expect(readWhen('today at 9', wednesday).heard).toMatchObject({ perhaps: ['2026-11-19T09:00:00Z'] });
  });

  test('an end that was said is the length', () => {
    expect(readWhen('Thursday 9.05 to 10.05', wednesday).minutes).toBe(60);
    expect(readWhen('Thursday 2-3pm', wednesday).minutes).toBe(60);
  });
});

describe('when the clocks change', () => {
  const march = new Date('2027-03-24T10:00:00Z');
  const october = new Date('2027-10-27T09:00:00Z');

  test.each([
    ['Friday at 3.15pm', march, 'Friday 26 March 2027, 3.15pm GMT'],
    ['Monday at 3.15pm', march, 'Monday 29 March 2027, 3.15pm BST'],
    ['Tuesday week at 9am', march, 'Tuesday 6 April 2027, 9am BST'],
    ['Friday at 3.15pm', october, 'Friday 29 October 2027, 3.15pm BST'],
    ['Monday at 3.15pm', october, 'Monday 1 November 2027, 3.15pm GMT'],
  ])('“%s” keeps its place on the clock', (said, now, start) => {
    expect(read(said, now)).toBe(start);
  });

  test.each([
    ['28 March 2027 at 1.30am', march, '1.30 does not exist on Sunday 28 March 2027', ['2027-03-28T12:30:00Z']],
    ['02:30 on 28 March 2027', march, '2.30am is in the night.', ['2027-03-28T13:30:00Z', '2027-03-28T01:30:00Z']],
    [
      '31 October 2027 at 01:30',
      october,
      '1.30am comes twice on Sunday 31 October 2027',
      ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'],
    ],
  ])('“%s” is asked again with a suggestion', (said, now, why, perhaps) => {
    const { heard } = readWhen(said, now);
    expect(reading(heard)).toContain(why);
    expect(heard).toMatchObject({ perhaps });
  });
});

test('whatever is said, a start that is taken is ahead, within a year and not in the night', () => {
  const words = fc.constantFrom(
    ...'monday tues wed week fortnight a on next this the tomorrow today 24th 5/12 31 february december 2027 in at half past to quarter three 3 15 3.15pm 14:00 noon after school between and weeks - , 1am'.split(
      ' ',
    ),
  );
  const phrase = fc.array(words, { maxLength: 7 }).map((parts) => parts.join(' '));
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.oneof(phrase, fc.string()), moment, (said, now) => {
      const { heard } = readWhen(said, now);
      if (heard.known !== 'start') return;
      const start = Date.parse(heard.start);
      expect(start).toBeGreaterThan(now.getTime());
      expect(start).toBeLessThan(now.getTime() + 368 * 86_400_000);
      expect(inLondon(heard.start).hour).toBeGreaterThanOrEqual(6);
    }),
    { numRuns: 2000 },
  );
});

test('a time by itself goes with a day that is certain, and with no other', () => {
  const talk = chatAfter(['TAC for AB Y4 about attendance with Tom Birch, 45 mins', 'at 7 on Tuesday']);
  expect(gist(talk.said('5pm'))).toBe('Who is coming from outside the school?');
  const other = chatAfter(['TAC for AB Y4 about attendance with Tom Birch, 45 mins', 'next Friday']);
  expect(gist(other.said('3pm'))).toBe('When should it be? · Which day is that?');
});
