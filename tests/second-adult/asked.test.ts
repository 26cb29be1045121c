import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { afresh, heardBy } from '../arranging/chatting.ts';
import { button } from '../authorising/leadership.ts';
import { openSchool, type School } from '../school.ts';
import { arranged, atRest, cancelled, cover, events, people, row, until } from './covering.ts';

/** The second adult is asked once the meeting stands, and answers in one tap. */

let school: School;
beforeAll(async () => {
  school = await openSchool({ SWEEP_SECONDS: '1' });
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

test('the second adult is asked once, and reads who asks, when, why and what to watch for', async () => {
  await arranged(school);
  const { tom, host } = people(school);
  const cards = (await heardBy(tom)).filter((line) => line.includes('second adult'));
  expect(cards).toHaveLength(1);
  for (const part of [
    'Maya Okafor asks you to be there',
    'Focus session',
    'AB, Year 4',
    '30 minutes',
    'A pupil is on the call.',
    'Why a second adult',
    'What to watch for',
  ])
    expect(cards[0]).toContain(part);
  expect(cards[0]).not.toContain('@');
  expect(cards[0]).not.toContain('Marsh');
  expect(await events(school)).toContain('second adult asked');
  expect((await cover(school)).state).toMatchObject({ is: 'asked', reminded: 0 });
  // The host was not made to wait for it.
  expect((await heardBy(host)).some((line) => line.includes('Arranged:'))).toBe(true);
});

test('one tap says yes: it stands in the register, and the card says so', async () => {
  await arranged(school);
  const { tom } = people(school);
  expect(JSON.stringify((await tom.presses('I can be there')).body)).toContain('You are the second adult');
  await atRest(school);
  expect((await cover(school)).state).toMatchObject({ is: 'accepted', how: 'tap' });
  expect(await row(school)).toMatchObject({ Status: 'arranged' });
  expect(await events(school)).toContain('second adult accepted');
});

test('twice is once', async () => {
  await arranged(school);
  const { tom } = people(school);
  const yes = await button(tom, 'I can be there');
  await Promise.all([tom.act(yes.messageId, yes.verb, yes.data), tom.act(yes.messageId, yes.verb, yes.data)]);
  await atRest(school);
  expect((await events(school)).filter((event) => event === 'second adult accepted')).toHaveLength(1);
});

test('a person who was not asked answers: nothing is done, and they do not learn that there is a meeting', async () => {
  await arranged(school);
  const { tom, deputy } = people(school);
  const { messageId, verb, data } = await button(tom, 'I can be there');
  await deputy.says('help');
  const own = await deputy.messages();
  const card = own.find(({ from, card }) => from === 'bot' && card !== undefined);
  const answer = await deputy.act(card?.id ?? messageId, verb, data);
  expect(JSON.stringify(answer.body)).toContain('I have not asked you');
  expect((await cover(school)).state).toMatchObject({ is: 'asked' });
});

test('after a no where no rule asks for two somebody is looked for all the same, and the meeting stands meanwhile', async () => {
  await arranged(school, 'without a pupil');
  const { tom, host, deputy } = people(school);
  await tom.presses('I can’t');
  expect(said(await host.hears('to stand in'))).toContain('I have asked Leila Haddad, Owen Pryce and Ruth Adeyemi');
  await atRest(school);
  expect(await row(school)).toMatchObject({ Status: 'arranged', SecondAdult: 'Tom Birch' });
  await deputy.presses('I can stand in');
  await host.hears('Changed');
  await atRest(school);
  expect(await row(school)).toMatchObject({ Status: 'arranged', SecondAdult: 'Owen Pryce' });
});

test('the card of a cancelled meeting answers nothing', async () => {
  await arranged(school);
  const { tom, host } = people(school);
  const { messageId, verb, data } = await button(tom, 'I can be there');
  await cancelled(school);
  await host.hears('Cancelled: everybody has been told');
  const before = await cover(school);
  expect(JSON.stringify((await tom.act(messageId, verb, data)).body)).toContain('There is nothing left to answer');
  expect(await cover(school)).toEqual(before);
});

test('a yes can be taken back, and given again', async () => {
  await arranged(school, 'without a pupil');
  const { tom } = people(school);
  await tom.presses('I can be there');
  await tom.presses('I can’t after all');
  await until(async () => (await cover(school)).state?.is === 'declined');
  await tom.presses('I can after all');
  await until(async () => (await cover(school)).state?.is === 'accepted');
});
