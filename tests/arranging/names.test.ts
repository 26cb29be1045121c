import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Person } from '../../infra/demo/person.ts';
import { openSchool, type School } from '../school.ts';
import { afresh, nothingHappened, presses, says } from './chatting.ts';

/** A child's name is refused and not kept; a second adult is a colleague the directory knows, and never the host. */

let school: School;
let senco: Person;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const initialsPlease = 'Please give the child’s initials, not their name';

test.each(['Ivy Lark, Year 4', 'Ivy Y4', 'Ivy Lark', 'ivy lark year 4', 'Noah F., Y6'])(
  '“%s” is no answer to which child',
  async (name) => {
    await senco.says('TAC');
    for (const answer of [await says(senco, name), await presses(senco, 'Next', { initials: name, year: '4' })]) {
      expect(answer).toContain(initialsPlease);
      expect(answer).not.toMatch(/ivy|lark|noah/i);
    }
    await nothingHappened(school);
  },
);

test('a whole name in the first line is refused and not shown again', async () => {
  const answer = await says(senco, 'TAC for Ivy Lark Y4 with mum, Tuesday week 3.15pm');
  expect(answer).toContain(initialsPlease);
  expect(answer).not.toMatch(/ivy|lark/i);
  await nothingHappened(school);
});

test('a purpose with a whole name in it is refused and not shown again', async () => {
  for (const line of ['TAC', 'AB Y4']) await senco.says(line);
  const answer = await says(senco, 'Ivy Lark’s attendance');
  expect(answer).toContain('That looks as though the child’s name is in it.');
  expect(answer).not.toMatch(/ivy|lark/i);
  await nothingHappened(school);
});

test.each([
  ['nobody at the school', 'Zadie Quill', 'I cannot find a colleague of that name.'],
  ['a pupil', 'Noah Finch', 'I cannot find a colleague of that name.'],
  ['a pupil by their object id', '5c0a1d0e-0000-4000-8000-000000000108', 'I cannot find a colleague of that name.'],
  ['a guest of the school’s tenant', 'Dana Cole', 'I cannot find a colleague of that name.'],
  ['somebody by their address elsewhere', 'dana.cole@partner.example.net', 'I cannot find a colleague of that name.'],
  ['the host', 'Maya Okafor', 'The second adult has to be somebody other than you.'],
])('%s is no second adult', async (_, name, sentence) => {
  for (const line of ['TAC', 'AB Y4', 'Attendance']) await senco.says(line);
  for (const answer of [await says(senco, name), await presses(senco, 'Next', { person: name })]) {
    expect(answer).toContain('Who will be the second adult?');
    expect(answer).toContain(sentence);
  }
  await nothingHappened(school);
});
