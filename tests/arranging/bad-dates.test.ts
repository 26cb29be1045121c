import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Person } from '../../infra/demo/person.ts';
import { openSchool, type School } from '../school.ts';
import { afresh, nothingHappened, presses, says } from './chatting.ts';

/** Starts that are past, cannot be, or may mean two things: asked again with what may have been meant, and nothing is made. */

let school: School;
let senco: Person;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  for (const line of ['TAC', 'AB Y4', 'Attendance', 'Tom Birch', '45']) await senco.says(line);
});

const now = new Date();
const year = now.getUTCFullYear() + 1;
const lastYear = year - 2;
const british = (day: Date) => `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const noSunday = inDays(30).getUTCDay() === 0 ? inDays(31) : inDays(30);

/** The next last Sunday of March, when the clocks go forward. */
const clocksGoForward = ((): Date => {
  const lastSunday = (of: number) => new Date(Date.UTC(of, 2, 31 - new Date(Date.UTC(of, 2, 31)).getUTCDay()));
  return lastSunday(year - 1) > now ? lastSunday(year - 1) : lastSunday(year);
})();

test.each([
  ['last year', `1/12/${lastYear} 3.15pm`, /has passed\./],
  ['yesterday', 'yesterday at 3pm', /has passed\./],
  ['the thirtieth of February', `30 February ${year} 3.15pm`, /There is no 30 February/],
  ['the thirty-first of April', `31/4/${year} 3.15pm`, /There is no 31 April/],
  ['a thirteenth month', `5/13/${year} 3.15pm`, /day first/],
  ['an hour that is not on the clock', `${british(noSunday)} 25.15`, /no such time on the clock/],
  ['a weekday that is not that date’s', `Sunday ${british(noSunday)} 3.15pm`, /not a Sunday/],
  ['an hour the clocks skip', `${british(clocksGoForward)} 1.30am`, /does not exist/],
  ['two days at once', 'Monday or Tuesday 3.15pm', /more than one day/],
  ['two times at once', 'Tuesday week 3.15pm or 4pm', /more than one time|did not understand all/],
  ['seven o’clock', 'Tuesday week at 7', /in the morning or in the evening/],
  ['a date that may be a time', '5.12', /Is that a date or a time\?/],
  ['half term', 'after half term 3pm', /term dates/],
  ['in more than a year', `1/12/${year + 2} 3.15pm`, /more than a year away/],
  ['no date at all', 'whenever', /could not read a date/],
])('%s is asked again', async (_, line, sentence) => {
  const answer = await says(senco, line);
  expect(answer).toContain('When should it be?');
  expect(answer).toMatch(sentence);
  await nothingHappened(school);
});

test.each([
  ['a date that has passed', { date: `${lastYear}-12-01`, time: '15:15' }, /has passed\./],
  ['a date that cannot be', { date: `${year}-02-30`, time: '15:15' }, /both a date and a start time/],
  ['a date without a time', { date: `${year}-02-03`, time: '' }, /both a date and a start time/],
  ['a start that was not on offer', { start: `${year}-02-03T03:00:00Z` }, /could not read that answer/],
])('%s in the card is asked again', async (_, inputs, sentence) => {
  const answer = await presses(senco, 'Use this time', inputs);
  expect(answer).toContain('When should it be?');
  expect(answer).toMatch(sentence);
  await nothingHappened(school);
});
