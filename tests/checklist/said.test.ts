import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checklistSaid } from '../../bot/checklist/checklist-said.ts';

/** What is typed or tapped about a checklist, and what of it is not for anybody to read. */

const reference = 'TAC-0123ABCD';
const said = (text: string) => checklistSaid({ kind: 'said', text });
const tapped = (verb: string, data: unknown) => checklistSaid({ kind: 'tapped', verb, data });

test.each(['checklist TAC-0123ABCD', 'Checklist tac-0123abcd.', ' check list for TAC-0123ABCD '])(
  '“%s” asks for that checklist',
  (text) => {
    expect(said(text)).toEqual({ about: 'show', reference, moment: null });
  },
);

test.each(['checklist', 'Checklist?', 'checklist TAC-1', 'checklist for Tuesday'])(
  '“%s” does not say which',
  (text) => {
    expect(said(text)).toEqual({ about: 'which' });
  },
);

test.each(['what our policy asks', 'What our policy asks?', 'what does our policy ask of us?'])(
  '“%s” asks what the school has to see to',
  (text) => {
    expect(said(text)).toEqual({ about: 'school' });
  },
);

test.each(['TAC for AB Y4 about the checklist', 'help', 'my meetings', 'what our policy asks of AB'])(
  '“%s” is for the conversation to understand',
  (text) => {
    expect(said(text)).toBeNull();
  },
);

test('a card’s fields are read by the name of their line, and whatever else it carries is left', () => {
  const data = {
    reference,
    moment: 'after',
    seen: { 'a-pack/all-gone': 3 },
    'a-pack/all-gone': 'true',
    msteams: {},
    other: 'x',
  };
  expect(tapped('keep the answers', data)).toEqual({
    about: 'keep',
    reference,
    moment: 'after',
    seen: new Map([['a-pack/all-gone', 3]]),
    typed: new Map([['a-pack/all-gone', 'true']]),
  });
});

test.each([
  ['no reference', { moment: 'after', seen: {} }],
  ['no moment', { reference, seen: {} }],
  ['an age of no line', { reference, moment: 'after', seen: { other: 1 } }],
  ['a moment that is none of a meeting', { reference, moment: 'yearly', seen: {} }],
  ['an age that is none', { reference, moment: 'after', seen: { 'a-pack/all-gone': -1 } }],
  ['a field that is no text', { reference, moment: 'after', seen: {}, 'a-pack/all-gone': { is: true } }],
  ['a name that is none', { reference, moment: 'after', seen: {}, '../../a b': 'true' }],
  ['a field too long to be one', { reference, moment: 'after', seen: {}, 'a-pack/who-came': 'a'.repeat(5001) }],
])('a card with %s is not read', (_, data) => {
  expect(tapped('keep the answers', data)).toEqual({ about: 'nothing readable' });
});

test('an invented verb is for the conversation, which knows it even less', () => {
  expect(tapped('keep everything', { reference })).toBeNull();
});

test('whatever a card is made to carry, it is read or refused, and never for another meeting', () => {
  fc.assert(
    fc.property(fc.constantFrom('show the checklist', 'keep the answers'), fc.anything(), (verb, data) => {
      expect(tapped(verb, data)).toEqual({ about: 'nothing readable' });
    }),
  );
});
