import { expect, test } from '@jest/globals';
import { actionsIn, linesOf } from '../../infra/demo/person.ts';
import { everyApprovalCard } from './every-approval-card.ts';

/** What approvers and host read of a request that waits. What every card must be is asked of these too, in tests/cards. */

const cards = new Map(everyApprovalCard('Attendance and support at home'));
const wordsOf = (name: string) => linesOf({ id: '', n: 0, from: 'bot', card: { ...cards.get(name) } }).join('\n');
const buttonsOf = (name: string) => actionsIn(cards.get(name)).map(({ title }) => title);

test('an approver reads what it is about, who comes and why they are asked, and nobody’s address', () => {
  const words = wordsOf('asked');
  for (const part of [
    'TAC-0123ABCD',
    'Team Around the Child meeting',
    'AB, Year 4',
    'Tuesday 1 December 2026, 3.15pm to 4pm (UK time, GMT)',
    'Maya Okafor',
    'Tom Birch',
    'each address was checked',
    'Busy then:',
  ])
    expect(words).toContain(part);
  for (const name of cards.keys()) expect(wordsOf(name)).not.toContain('@');
});

test('a yes is one tap, a question and a refusal are a line and a tap', () => {
  expect(buttonsOf('asked').toSorted()).toEqual(['Authorise', 'Send the question', 'Send the refusal']);
});

test.each(['authorised', 'written down', 'refused', 'withdrawn', 'too late'])(
  'once it is %s, the card has nothing left to press',
  (name) => {
    expect(buttonsOf(name)).toEqual([]);
  },
);

test('a question is shown to the host with a field for the answer, and to the approvers with the answer', () => {
  expect(buttonsOf('question for the host')).toEqual(['Send the answer', 'Withdraw']);
  expect(wordsOf('answered')).toContain('The host’s answer: Attendance and support at home');
});

test('whoever reads the card of a class is told that pupils are on the call', () => {
  expect(wordsOf('asked of a class')).toContain('A pupil is on the call.');
});
