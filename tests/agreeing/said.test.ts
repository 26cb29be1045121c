import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreementSaid } from '../../bot/agreeing/agreement-said.ts';
import { agreementVerbs } from '../../bot/cards/agreements-card.ts';
import { guestKey } from './an-agreement.ts';

/** What is typed or tapped about agreements, and what of it is not for anybody to read. */

const reference = 'TAC-0123ABCD';
const now = new Date('2026-11-18T10:00:00Z');
const typed = (text: string) => agreementSaid({ kind: 'said', text }, now);
const tapped = (verb: string, data: unknown) => agreementSaid({ kind: 'tapped', verb, data }, now);
const filled = { reference, guest: guestKey(1), agreement: 'be recorded', how: 'by phone', on: '2026-11-17' };

test.each([
  'agreements TAC-0123ABCD',
  'Agreements tac-0123abcd.',
  ' agreement  for TAC-0123ABCD ',
  'agreements of TAC-0123ABCD',
])('“%s” shows them', (text) => {
  expect(typed(text)).toEqual({ about: 'look', reference, tapped: false });
});

test.each(['agreements', 'Agreements?', 'agreements TAC-0123ABCU'])('“%s” is asked which', (text) => {
  expect(typed(text)).toEqual({ about: 'which' });
});

test.each(['agreements with mum about TAC', 'TAC-0123ABCD', 'help', 'parent meeting about agreements'])(
  '“%s” is for the conversation to understand',
  (text) => {
    expect(typed(text)).toBeNull();
  },
);

test('a button of a draft or of an approver is not about agreements', () => {
  expect(tapped('send', filled)).toBeNull();
  expect(tapped('authorise', filled)).toBeNull();
});

test.each([
  ['agreement given', 'given'],
  ['agreement withdrawn', 'withdrawn'],
])('the button “%s” says what was filled in', (verb, says) => {
  const { guest, agreement, how, on } = filled;
  expect(tapped(verb, filled)).toEqual({ about: 'say', reference, said: { guest, agreement, says, how, on } });
});

test.each([undefined, ''])('a day that is left out is today', (on) => {
  expect(tapped('agreement given', { ...filled, on })).toMatchObject({ about: 'say', said: { on: '2026-11-18' } });
});

test.each([
  ['guest', 'Jo Marsh'],
  ['guest', 1],
  ['guest', undefined],
  ['agreement', 'be photographed'],
  ['agreement', 'lawful basis'],
  ['agreement', ['be recorded']],
  ['how', 'by pigeon'],
  ['how', ''],
  ['on', 'yesterday'],
  ['on', '2026-02-30'],
  ['on', '18/11/2026'],
])('a %s of %j is asked for again, and the rest is kept', (field, value) => {
  const said = tapped('agreement given', { ...filled, [field]: value });
  expect(said).toMatchObject({ about: 'missing', reference, fault: field });
  const kept = Object.fromEntries(Object.entries(filled).filter(([name]) => name !== field && name !== 'reference'));
  expect(said).toMatchObject({ chosen: kept });
});

test('whatever a card is made to carry, it is read or refused, and never for another meeting', () => {
  fc.assert(
    fc.property(fc.constantFrom(...agreementVerbs), fc.anything(), (verb, data) => {
      expect(tapped(verb, data)).toEqual({ about: 'nothing readable' });
    }),
  );
});
