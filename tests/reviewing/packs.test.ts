import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { answerTo } from '../arranging/chatting.ts';
import { button, events, heardTimes, newest, regrouped, row, schoolWith } from '../authorising/leadership.ts';
import { until } from '../authorising/playing.ts';
import { arranges } from '../changing/standing.ts';
import { type Changeable, openUnder, stricterSchool } from './changed-policy.ts';

/** A meeting stands, and then the school follows another policy. */

let school: Changeable;
beforeEach(async () => {
  school = await openUnder(['trust-minimum']);
  await arranges(school, school.as('Maya Okafor'));
});
afterEach(() => school.close());

const list = 'Meetings that no longer conform';
const review = 'This meeting needs review';
const people = () => ({
  senco: school.as('Maya Okafor'),
  head: school.as('Ruth Adeyemi'),
  deputy: school.as('Owen Pryce'),
  teacher: school.as('Tom Birch'),
});
const both = () => schoolWith('trust-minimum', 'county-teams-first');
const status = async () => String((await row(school))['Status']);
const rests = () => until(async () => (await row(school))['Step'] === 'done', 5000);

test('leaders get one list and one card for the meeting, also when it is restarted again', async () => {
  const { senco, head, deputy } = people();
  await school.restart(both());
  await deputy.hears(list);
  await deputy.hears(review);
  await head.hears(review);
  await senco.hears('Your meeting needs review');
  expect(await status()).toBe('needs review');
  await school.restart(both());
  await until(async () => (await heardTimes(deputy, list)) > 1 || (await heardTimes(deputy, review)) > 1, 4000);
  expect([await heardTimes(deputy, list), await heardTimes(deputy, review)]).toEqual([1, 1]);
  expect((await events(school)).filter((event) => event === 'needs review')).toHaveLength(1);
  const card = said(await newest(deputy));
  expect(card).toContain('000-10');
  expect(card).not.toMatch(/\bAB\b|Jo Marsh|jo\.marsh@example\.com/);
});

test('two servers that start at once list it once', async () => {
  const { deputy } = people();
  await school.server.close();
  const [one, other] = await Promise.all([school.beside(both()), school.beside(both())]);
  school.tenant.serveAt(one.url);
  await deputy.hears(review);
  await until(async () => (await heardTimes(deputy, list)) > 1, 2000);
  expect([await heardTimes(deputy, list), await heardTimes(deputy, review)]).toEqual([1, 1]);
  await other.close();
  await one.close();
  await school.restart(both());
});

test('a yes with a sentence lets it stand, once, and says who said it', async () => {
  const { deputy, head } = people();
  await school.restart(both());
  await deputy.hears(review);
  await head.hears(review);
  await rests();
  const cards = await Promise.all([deputy, head].map((one) => button(one, 'Dismiss')));
  await Promise.all(
    [deputy, head].map((one, at) =>
      one.act(cards[at]?.messageId ?? '', 'dismiss it', { ...cards[at]?.data, words: 'I say yes to it' }),
    ),
  );
  expect(await until(async () => (await status()) === 'arranged', 5000)).toBe(true);
  expect((await events(school)).filter((event) => event === 'reviewed')).toHaveLength(1);
  await until(async () => said(await newest(head)).includes('Nothing is left to review'), 3000);
  expect(said(await newest(head))).toContain('I say yes to it');
});

test('the host, a teacher and whoever has lost the role cannot, nor anybody without a sentence', async () => {
  const { senco, deputy, teacher } = people();
  await school.restart(both());
  await deputy.hears(review);
  await rests();
  const { data } = await button(deputy, 'Dismiss');
  const tap = async (one: typeof deputy, words: unknown) => {
    await one.says('help');
    const { id } = await one.hears('I arrange meetings with people from outside');
    return JSON.stringify(await one.act(id, 'dismiss it', { ...data, words }));
  };
  expect(await tap(senco, 'Mine is fine')).toContain('This is your own meeting');
  expect(await tap(teacher, 'It is fine')).toContain('not among those who look at this one');
  const putBack = regrouped(deputy, ['staff']);
  expect(await tap(deputy, 'It is fine')).toContain('not among those who look at this one');
  putBack();
  for (const words of ['', 'x'.repeat(300), { not: 'words' }]) await tap(deputy, words);
  expect(await status()).toBe('needs review');
});

test('what is only stricter is set by itself, read back, and said to the host', async () => {
  const { senco, deputy } = people();
  const before = (await school.look()).mails.length;
  await school.restart(stricterSchool());
  await deputy.hears(list);
  await senco.hears('The school’s policy is stricter now');
  await rests();
  const { events: made, mails } = await school.look();
  expect(made).toMatchObject([{ options: { allowAttendeeToEnableCamera: false } }]);
  expect(mails).toHaveLength(before);
  expect(await status()).toBe('arranged');
  expect(await events(school)).toContain('changed');
  expect(await heardTimes(deputy, review)).toBe(0);
});

test('what is stricter and will not hold is called off', async () => {
  const { senco } = people();
  await school.faults([
    {
      method: 'PATCH',
      path: '/onlineMeetings/',
      do: { kind: 'forget setting', member: 'allowAttendeeToEnableCamera' },
      times: 500,
    },
  ]);
  await school.restart(stricterSchool());
  await senco.hears(/Called off/);
  expect(await status()).toBe('called off');
});

test('the list can be asked for at any time, by senior leaders only', async () => {
  const { deputy, teacher } = people();
  const asks = (one: typeof deputy) => answerTo(one, () => one.says('what no longer conforms'));
  expect(await asks(deputy)).toContain('Every meeting that stands conforms');
  await school.restart(both());
  await deputy.hears(review);
  expect(await asks(deputy)).toContain(list);
  expect(await asks(teacher)).toContain('for senior leaders');
});
