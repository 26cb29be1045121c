import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import { actionsIn } from '../../infra/demo/person.ts';
import { afresh } from '../arranging/chatting.ts';
import { openSchool, type School } from '../school.ts';
import { arranged, people } from './covering.ts';

/** Colleagues are offered from their calendars, those who were second adult with this host before first. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

async function offered(hour: string): Promise<readonly string[]> {
  const { host } = people(school);
  await host.says('cancel');
  await host.says(`TAC for AB Y4 about attendance, ${schoolDayAhead(new Date())} ${hour}, 45 mins`);
  const card = await host.hears('Who will be the second adult?');
  return actionsIn(card.card)
    .map(({ title }) => title)
    .filter((title) => /^\w+ \w+$/.test(title));
}

test('leaders who are free then come first, and never the host', async () => {
  expect(await offered('3.15pm')).toEqual(['Leila Haddad', 'Owen Pryce', 'Ruth Adeyemi', 'Grace Tan', 'Sam Whitlock']);
});

test('whoever is busy then is not offered', async () => {
  // Owen teaches Year 6 on Tuesdays at eleven, Tom teaches, Grace is at other schools.
  expect(await offered('11am')).toEqual(['Leila Haddad', 'Ruth Adeyemi', 'Sam Whitlock']);
});

test('whoever was second adult with this host before is offered first', async () => {
  await arranged(school, 'without a pupil');
  expect((await offered('4.30pm'))[0]).toBe('Tom Birch');
});

test('calendars that cannot be read make nobody free', async () => {
  await school.faults({ on: 'graph', method: 'POST', path: 'getSchedule', times: 50, do: { kind: 'refuse' } });
  expect(await offered('3.15pm')).toHaveLength(5);
  await people(school).host.hears('I could not read the calendars just now');
  await school.control('faults', 'DELETE');
});
