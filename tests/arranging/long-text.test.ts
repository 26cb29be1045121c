import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import type { Person } from '../../infra/demo/person.ts';
import { openSchool, type School } from '../school.ts';
import { afresh, nothingHappened, presses, says } from './chatting.ts';

/** Ten thousand characters at every question: a short sentence, the same question, nothing made. */

let school: School;
let senco: Person;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const long = 'x'.repeat(10_000);
const words = 'and so on, '.repeat(1_000);
const tooMuch = 'That is too long for me to read in one go. Please say it in a line or two.';

/** The answers up to each question, and the button and fields that answer it. */
const questions: readonly (readonly [question: string, before: readonly string[], button: string, field: string])[] = [
  ['Which child is it about?', ['TAC'], 'Next', 'initials'],
  ['What is the meeting for?', ['TAC', 'AB Y4'], 'Next', 'purpose'],
  ['Who will be the second adult?', ['TAC', 'AB Y4', 'Attendance'], 'Next', 'person'],
  ['How long will it take?', ['TAC', 'AB Y4', 'Attendance', 'Tom Birch'], '45 minutes (usual)', 'minutes'],
  ['When should it be?', ['TAC', 'AB Y4', 'Attendance', 'Tom Birch', '45'], 'Use this time', 'date'],
  [
    'Who is coming from outside the school?',
    ['TAC', 'AB Y4', 'Attendance', 'Tom Birch', '45', `${schoolDayAhead(new Date())} 3.15pm`],
    'Next',
    'name1',
  ],
];

test.each([
  ['one word', `TAC for ${long}`],
  ['many words', `TAC for AB Y4 ${words}`],
])('a first line of ten thousand characters, %s, begins nothing', async (_, line) => {
  expect(await says(senco, line)).toBe(tooMuch);
  await nothingHappened(school);
});

test.each(questions)('to “%s” ten thousand characters are no answer', async (question, before, button, field) => {
  for (const line of before) await senco.says(line);
  for (const text of [long, words]) {
    const typed = await says(senco, text);
    expect(typed).toContain(question);
    expect(typed).toContain(tooMuch);
    const pressed = await presses(senco, button, { [field]: text });
    expect(pressed).toContain(question);
    expect(pressed).not.toContain(text.slice(0, 300));
  }
  await nothingHappened(school);
});

test('ten thousand characters at the review send nothing', async () => {
  const [, before = []] = questions.at(-1) ?? [];
  for (const line of [...before, 'Jo Marsh, mum, jo.marsh@example.com']) await senco.says(line);
  expect(await says(senco, long)).toContain('Please press Send, Change or Cancel, or type one of those words.');
  await nothingHappened(school);
});
