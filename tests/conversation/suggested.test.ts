import { expect, test } from '@jest/globals';
import { Memory } from '../../bot/conversation/conversation.ts';
import { type chat, chatAfter, line, ruth, tom, views } from './chat.ts';

/** Whom the question for the second adult offers. */

const asked = (replies: ReturnType<ReturnType<typeof chat>['said']>) => {
  const view = views(replies).at(-1);
  if (view?.card !== 'question' || view.asked.about !== 'second adult') throw new Error('nobody was asked for');
  return { ...view.asked, notes: view.notes };
};

test('colleagues who are free at the start that was said are one tap away, in the order they were found', () => {
  const talk = chatAfter([line], { suggested: [ruth.id, tom.id] });
  const card = asked(talk.said('Attendance'));
  expect(card.offered).toBe('free then');
  expect(card.candidates.map(({ name }) => name)).toEqual([ruth.name, tom.name]);
  expect(talk.intents.at(-1)).toMatchObject({ do: 'suggest second adult', minutes: 45 });
  talk.tapped('answer', { person: ruth.id });
  expect(talk.memory).toMatchObject({ draft: { secondAdult: { name: ruth.name } } });
});

test('before the start is known those of earlier meetings are offered', () => {
  const talk = chatAfter(['TAC for AB Y4'], { suggested: [tom.id] });
  expect(asked(talk.said('Attendance')).offered).toBe('before');
  expect(talk.intents.at(-1)).toMatchObject({ do: 'suggest second adult', start: null });
});

test('calendars that cannot be read are said to be so, and nobody is said to be free', () => {
  const card = asked(chatAfter([line], { offered: 'perhaps free' }).said('Attendance'));
  expect(card.notes).toEqual(['I could not read the calendars just now, so I cannot say who is free.']);
  expect(card.offered).toBe('perhaps free');
});

test('where nobody is free that is said, and anybody can still be named', () => {
  const talk = chatAfter([line], { suggested: [] });
  expect(asked(talk.said('Attendance')).notes.join()).toContain('no colleague who is free then');
  talk.said('Tom Birch');
  expect(talk.memory).toMatchObject({ draft: { secondAdult: { name: 'Tom Birch' } } });
});

test('five at most are offered', () => {
  const many = Array.from({ length: 9 }, () => tom.id);
  expect(asked(chatAfter([line], { suggested: many }).said('Attendance')).candidates).toHaveLength(5);
});

test('a memory from before anybody was offered still parses', () => {
  const { memory } = chatAfter([line, 'Attendance']);
  if (memory.state !== 'asking') throw new Error('nothing is asked');
  const older = { ...memory, question: { about: 'second adult', candidates: [] } };
  expect(Memory.parse(older)).toMatchObject({ question: { offered: 'of that name' } });
});
