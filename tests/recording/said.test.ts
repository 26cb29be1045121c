import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recordingVerbs } from '../../bot/cards/recording-card.ts';
import { recordingSaid } from '../../bot/recording/recording-said.ts';

/** What is typed or tapped about recording a meeting, and what of it is not for anybody to read. */

const reference = 'TAC-0123ABCD';
const typed = (text: string) => recordingSaid({ kind: 'said', text });
const tapped = (verb: string, data: unknown) => recordingSaid({ kind: 'tapped', verb, data });
const recording = { purpose: 'For a parent who works', deleteOn: '2027-06-08' };

test.each([
  'open recording TAC-0123ABCD',
  'Open a recording of tac-0123abcd.',
  'please open the recording for TAC-0123ABCD',
])('“%s” shows what it needs', (text) => {
  expect(typed(text)).toEqual({ about: 'look', reference, tapped: false });
});

test('a recording is closed in one line, and one of no meeting is asked which', () => {
  expect(typed('close recording TAC-0123ABCD')).toEqual({ about: 'close', reference });
  expect(typed('open recording')).toEqual({ about: 'which' });
});

test.each(['recording', 'TAC-0123ABCD', 'open recording and camera TAC-0123ABCD', 'meeting about a recording'])(
  '“%s” is for others to understand',
  (text) => {
    expect(typed(text)).toBeNull();
  },
);

test('the card says what was filled in', () => {
  expect(tapped('open recording', { reference, ...recording })).toEqual({ about: 'open', reference, recording });
});

test.each([
  ['purpose', undefined],
  ['purpose', '  '],
  ['purpose', 'one\ntwo'],
  ['purpose', 'a'.repeat(201)],
  ['deleteOn', undefined],
  ['deleteOn', ''],
  ['deleteOn', '8/6/2027'],
  ['deleteOn', '2027-02-30'],
])('a %s of %j is asked for again, and the other is kept', (field, value) => {
  const said = tapped('open recording', { reference, ...recording, [field]: value });
  const kept = Object.fromEntries(Object.entries(recording).filter(([name]) => name !== field));
  expect(said).toEqual({ about: 'missing', reference, fault: field, chosen: kept });
});

test('whatever a card is made to carry, it is read or refused, and never for another meeting', () => {
  fc.assert(
    fc.property(fc.constantFrom(...recordingVerbs), fc.anything(), (verb, data) => {
      expect(tapped(verb, data)).toEqual({ about: 'nothing readable' });
    }),
  );
});
