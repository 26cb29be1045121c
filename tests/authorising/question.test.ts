import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { afresh, presses } from '../arranging/chatting.ts';
import type { School } from '../school.ts';
import {
  arrangedOnce,
  asks,
  button,
  events,
  newest,
  nothingMade,
  openLeadershipSchool,
  people,
  row,
} from './leadership.ts';

/** An approver asks the host something before deciding. */

let school: School;
beforeAll(async () => {
  school = await openLeadershipSchool();
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

test('the question goes to the host, the answer to every approver, and then it is authorised', async () => {
  await asks(school);
  const { senco, head, deputy } = people(school);
  await head.presses('Send the question', { question: 'Does Early Help know of it?' });
  expect(said(await senco.hears('Does Early Help know of it?'))).toContain('Ruth Adeyemi');
  await deputy.hears('Does Early Help know of it?');
  expect(await row(school)).toMatchObject({ Status: 'waiting', Authorisation: 'asked back' });
  await nothingMade(school);

  expect(await presses(senco, 'Send the answer', { answer: 'Yes, since Monday.' })).toContain(
    'Your answer has gone back',
  );
  for (const approver of [head, deputy]) await approver.hears('Yes, since Monday.');
  await deputy.presses('Authorise');
  await senco.hears('Arranged: the invitations have gone');
  await arrangedOnce(school);
  const asked = ['asked', 'authorisation asked', 'asked back', 'answered', 'authorised'];
  expect((await events(school)).slice(0, 5)).toEqual(asked);
});

test('a question and an answer of nothing are asked for again', async () => {
  await asks(school);
  const { senco, head } = people(school);
  expect(await presses(head, 'Send the question', { question: '' })).toContain('Please type your question');
  await head.presses('Send the question', { question: 'Which room?' });
  await senco.hears('Which room?');
  expect(await presses(senco, 'Send the answer', { answer: '<b>the hall</b>' })).toContain('Please type your answer');
  expect(await row(school)).toMatchObject({ Authorisation: 'asked back' });
});

test('a second question waits for the first one’s answer, and a yes does not', async () => {
  await asks(school);
  const { senco, head, deputy } = people(school);
  await head.presses('Send the question', { question: 'Which room?' });
  await deputy.hears('Which room?');
  const own = await newest(deputy);
  const { verb, data } = await button(deputy, 'Send the question');
  const second = await deputy.act(own.id, verb, { ...data, question: 'How long?' });
  expect(JSON.stringify(second.body)).toContain('A question is with the host already.');
  await deputy.presses('Authorise');
  await senco.hears('Arranged: the invitations have gone');
  await arrangedOnce(school);
  expect(await presses(senco, 'Send the answer', { answer: 'The hall.' })).toMatch(/^Authorised .*Owen Pryce/);
});

test('only the host’s answer counts', async () => {
  await asks(school);
  const { senco, head, teacher } = people(school);
  await head.presses('Send the question', { question: 'Which room?' });
  await senco.hears('Which room?');
  const { verb, data } = await button(senco, 'Send the answer');
  await teacher.says('help');
  const own = await newest(teacher);
  const answer = await teacher.act(own.id, verb, { ...data, answer: 'The hall.' });
  expect(JSON.stringify(answer.body)).toContain('Only the host can do that');
  expect(await row(school)).toMatchObject({ Authorisation: 'asked back' });
});
