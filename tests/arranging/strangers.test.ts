import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lines, schoolDayAhead } from '../../infra/demo/arrange.ts';
import { regrouped } from '../authorising/leadership.ts';
import { openSchool, type School } from '../school.ts';
import { heardBy, nothingHappened } from './chatting.ts';

/** Who is not staff hears one sentence, whatever they say or press, and nothing is made. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test.each(['Ivy Lark', 'Dana Cole'])('%s is told that this is for staff, and nothing else', async (name) => {
  const stranger = school.as(name);
  const said = [...lines(schoolDayAhead(new Date())), 'help', 'my meetings', 'send'];
  for (const line of said) await stranger.says(line);
  const heard = await heardBy(stranger);
  expect(heard).toEqual(said.map(() => 'I can only help members of the school’s staff.'));
  const [message] = (await stranger.messages()).filter((one) => one.from === 'bot');
  const pressed = await stranger.act(message?.id ?? '', 'send', { draftId: stranger.id, revision: 1 });
  expect(pressed.body).toMatchObject({ value: 'I can only help members of the school’s staff.' });
  await nothingHappened(school);
});

test('a pupil whose account strayed into the staff group is told the same', async () => {
  const pupil = school.as('Noah Finch');
  const back = regrouped(pupil, ['pupil', 'staff']);
  try {
    await pupil.says('TAC for AB Y4');
    await pupil.hears('I can only help members of the school’s staff.');
  } finally {
    back();
  }
  await nothingHappened(school);
});
