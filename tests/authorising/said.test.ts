import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { approvalSaid } from '../../bot/authorising/approval-said.ts';
import { approvalVerbs } from '../../bot/cards/authorisation-card.ts';

/** What is typed or tapped about a request that waits, and what of it is not for anybody to read. */

const reference = 'TAC-0123ABCD';
const tapped = (verb: string, data: unknown) => approvalSaid({ kind: 'tapped', verb, data });

test.each(['withdraw TAC-0123ABCD', 'Withdraw tac-0123abcd.', ' withdraw  TAC-0123ABCD '])(
  '“%s” withdraws that request',
  (text) => {
    expect(approvalSaid({ kind: 'said', text })).toEqual({ about: 'withdraw', reference });
  },
);

test.each([
  'cancel',
  'cancel it',
  'cancel TAC-0123ABCD',
  'TAC-0123ABCD',
  'please cancel TAC-0123ABCD and the other',
  'help',
])('“%s” is for the conversation to understand', (text) => {
  expect(approvalSaid({ kind: 'said', text })).toBeNull();
});

test('a button of a draft is for the conversation to understand', () => {
  expect(tapped('send', { draftId: 'x', revision: 1 })).toBeNull();
});

test.each([
  ['authorise', {}, { about: 'approver', reference, answer: { say: 'yes' } }],
  [
    'ask the host',
    { question: ' Which room? ' },
    { about: 'approver', reference, answer: { say: 'ask', words: 'Which room?' } },
  ],
  ['refuse it', { reason: 'Too soon.' }, { about: 'approver', reference, answer: { say: 'no', words: 'Too soon.' } }],
  ['answer the approver', { answer: 'The hall.' }, { about: 'host', reference, answer: 'The hall.' }],
  ['withdraw', {}, { about: 'withdraw', reference }],
])('the button “%s” says what it carries', (verb, typed, expected) => {
  expect(tapped(verb, { reference, ...typed })).toEqual(expected);
});

test.each([
  ['nothing', undefined],
  ['blanks', '   '],
  ['two lines', 'one\ntwo'],
  ['a link', '[here](https://example.org)'],
  ['201 characters', 'a'.repeat(201)],
  ['a number', 7],
])('a question, a reason or an answer of %s is asked for again', (_, words) => {
  expect(tapped('ask the host', { reference, question: words })).toMatchObject({ about: 'missing', fault: 'question' });
  expect(tapped('refuse it', { reference, reason: words })).toMatchObject({ about: 'missing', fault: 'reason' });
  expect(tapped('answer the approver', { reference, answer: words })).toMatchObject({
    about: 'missing',
    fault: 'answer',
  });
});

test('whatever a card is made to carry, it is read or refused, and never for another request', () => {
  fc.assert(
    fc.property(fc.constantFrom(...approvalVerbs), fc.anything(), (verb, data) => {
      expect(tapped(verb, data)).toEqual({ about: 'nothing readable' });
    }),
  );
});
