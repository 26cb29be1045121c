import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeVerbs } from '../../bot/cards/change-card.ts';
import { changeSaid } from '../../bot/changing/change-said.ts';

/** What is typed or tapped about a meeting that stands, and what of it is for the conversation to understand. */

const reference = 'TAC-0123ABCD';
const typed = (text: string) => changeSaid({ kind: 'said', text });

const move = (said: string) => ({ to: 'move', when: { said } });
const add = (said: string) => ({ to: 'add guests', guests: { said } });
const guest = 'Lee Ward, social worker, Children’s services, lee@example.org';

test.each([
  ['move TAC-0123ABCD to Thursday 3.15pm', move('Thursday 3.15pm')],
  ['Reschedule tac-0123abcd to 4pm, 30 mins.', move('4pm, 30 mins')],
  ['please move the meeting TAC-0123ABCD to tomorrow', move('tomorrow')],
  ['postpone TAC-0123ABCD until Tuesday week 9am', move('Tuesday week 9am')],
  [`add ${guest} to TAC-0123ABCD`, add(guest)],
  [`add ${guest}; ${guest} to TAC-0123ABCD`, add(`${guest}; ${guest}`)],
  ['remove the school nurse from TAC-0123ABCD', { to: 'remove guest', said: 'the school nurse' }],
  ['take Jo Marsh off TAC-0123ABCD', { to: 'remove guest', said: 'Jo Marsh' }],
  ['change second adult of TAC-0123ABCD to Tom Birch', { to: 'change second adult', said: 'Tom Birch' }],
  ['change the host of TAC-0123ABCD to Ruth Adeyemi', { to: 'change host', said: 'Ruth Adeyemi' }],
])('“%s” is a wish', (text, wanted) => {
  expect(typed(text)).toEqual({ about: 'wish', which: reference, wanted });
});

test.each([
  ['move my meeting to 4pm', move('4pm')],
  ['move to Thursday', move('Thursday')],
  [`add ${guest}`, add(guest)],
  ['remove mum', { to: 'remove guest', said: 'mum' }],
  ['change second adult to Tom Birch', { to: 'change second adult', said: 'Tom Birch' }],
])('“%s” is about the only meeting they have', (text, wanted) => {
  expect(typed(text)).toEqual({ about: 'wish', which: null, wanted });
});

test.each([
  ['cancel TAC-0123ABCD', { about: 'cancel', which: reference }],
  ['Cancel my meeting.', { about: 'cancel', which: null }],
  ['change TAC-0123ABCD', { about: 'meeting', which: reference, by: 'typing' }],
  ['TAC-0123ABCD', { about: 'meeting', which: reference, by: 'typing' }],
  ['cancel TAC-OOOOOOOO', { about: 'nothing readable' }],
])('“%s” is understood', (text, said) => {
  expect(typed(text)).toEqual(said);
});

test.each(['cancel', 'cancel it all', 'change', 'change the time', 'TAC for AB Y4', 'help', 'add mum', 'move'])(
  '“%s” is for the conversation to understand',
  (text) => {
    expect(typed(text)).toBeNull();
  },
);

test('whatever is typed or tapped, it is answered, and no longer text than a card can carry is taken', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), (text) => {
      const said = typed(`add ${text} to ${reference}`);
      return said === null || JSON.stringify(said).length < 20_000;
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...changeVerbs), fc.anything(), (verb, data) => {
      expect(changeSaid({ kind: 'tapped', verb, data })).not.toBeNull();
    }),
  );
});

test('a reading takes no longer for being long', () => {
  const began = performance.now();
  for (const word of ['move ', 'to ', 'add a, ', 'remove from ', 'TAC-0123ABC'])
    typed(`move my meeting to ${word.repeat(1900 / word.length)}`);
  expect(performance.now() - began).toBeLessThan(500);
});
