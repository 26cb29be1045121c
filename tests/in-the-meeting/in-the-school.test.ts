import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { schoolDayAhead, twoLines, upToReview } from '../../infra/demo/arrange.ts';
import { said } from '../../infra/demo/person.ts';
import { afresh } from '../arranging/chatting.ts';
import { openLists } from '../register/lists.ts';
import { idOf, openSchool, type School } from '../school.ts';

/** A meeting as its panel finds it, in a whole school: the chat leads to the row, and what is pressed stands in the lists. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const Events = z.tuple([z.object({ meeting: z.object({ chatInfo: z.object({ threadId: z.string() }) }) })]);
const Token = z.object({ token: z.string() });
const lead = 'A concern was raised at a meeting';

/** The SENCO's meeting, arranged. @returns its reference, and its chat as Teams has it */
async function arranged() {
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()), twoLines);
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  const { rows } = await school.look();
  const [event] = Events.parse(await school.control('events', 'GET'));
  const { threadId } = event.meeting.chatInfo;
  return { reference: rows[0]?.reference ?? '', threadId };
}

async function asked(name: string, path: string, body?: object) {
  const { token } = Token.parse(await (await fetch(`${school.tenant.url}/_teams/token/${idOf(name)}`)).json());
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${school.server.url}${path}`, init);
  return { status: answer.status, body: await answer.json() };
}

test.each(['long', 'short'])(
  'the panel finds its meeting by its chat, whatever its link looks like: %s',
  async (joinUrls) => {
    await school.control('options', 'PATCH', { joinUrls });
    const { reference, threadId } = await arranged();
    const panel = await asked('Tom Birch', `/api/in-the-meeting?chat=${encodeURIComponent(threadId)}`);
    expect(panel).toMatchObject({ status: 200, body: { meeting: { reference } } });
  },
);

test('who came stands beside the guest in the list, and what was said last counts', async () => {
  const { reference } = await arranged();
  const roll = (who: string, attended: string) =>
    asked('Maya Okafor', `/api/meetings/${reference}/roll`, { said: [{ who, attended }] });
  await roll('guest/1', 'came');
  await Promise.all([roll('guest/2', 'came'), roll('guest/3', 'came')]);
  await roll('guest/2', 'did not come');
  const { body } = await roll(`staff/${idOf('Tom Birch')}`, 'came');
  expect(body).toMatchObject({ roll: ['came', 'did not come', 'came', 'came'].map((attended) => ({ attended })) });
  const lists = await openLists(school);
  const attended = (await lists.rows('Guests')).map(({ fields }) => [fields['Number'], fields['Attended']]);
  expect(attended.toSorted()).toEqual([
    [1, 'came'],
    [2, 'did not come'],
    [3, 'came'],
  ]);
  const noted = (await lists.rows('Log')).filter(({ fields }) => fields['Event'] === 'attendance noted');
  expect(noted.map(({ fields }) => fields['Detail'])).toEqual(['3 of 4 came']);
  expect(school.broken(await school.look())).toEqual([]);
});

test('a concern reaches the safeguarding lead in chat once, without a word about anybody’s child', async () => {
  const { reference } = await arranged();
  const raise = () => asked('Tom Birch', `/api/meetings/${reference}/concern`, {});
  const answers = await Promise.all([raise(), raise()]);
  expect(answers).toMatchObject([{ body: { told: 'told' } }, { body: { told: 'told' } }]);
  const leila = school.as('Leila Haddad');
  const messages = (await leila.messages()).filter((one) => said(one).includes(lead));
  const heard = messages.map(said);
  expect(heard).toHaveLength(1);
  const subEntityId = `meeting/${reference}`;
  const url = `${school.tenant.url}/teams?${new URLSearchParams({ context: JSON.stringify({ subEntityId }) }).toString()}`;
  expect(messages[0]?.card).toMatchObject({ actions: [{ type: 'Action.OpenUrl', title: 'Open the meeting', url }] });
  expect(heard[0]).toContain('Tom Birch');
  // As a word: a reference may hold these two letters too.
  expect(heard[0]).not.toMatch(/\bAB\b|Jo Marsh|Pat Lowe/);
  const log = (await (await openLists(school)).rows('Log')).map(({ fields }) => fields['Event']);
  expect(log.filter((event) => event === 'concern raised')).toHaveLength(1);
});

test('a concern of the only safeguarding lead’s own is told to the head and senior leaders', async () => {
  const { reference } = await arranged();
  const { body } = await asked('Leila Haddad', `/api/meetings/${reference}/concern`, {});
  expect(body).toMatchObject({ told: 'others told', says: expect.stringContaining('senior leaders were told') });
  await school.as('Ruth Adeyemi').hears(lead);
});
