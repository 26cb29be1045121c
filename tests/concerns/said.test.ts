import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { concernVerbs } from '../../bot/cards/concern-card.ts';
import { concernSaid } from '../../bot/concerns/concern-said.ts';

/** What is typed or tapped to raise a concern, and what of it is for others to understand. */

const reference = 'TAC-0123ABCD';
const typed = (text: string) => concernSaid({ kind: 'said', text });

test.each([
  'raise a concern TAC-0123ABCD',
  'Raise a concern at tac-0123abcd.',
  'Concern about TAC-0123ABCD',
  'please raise a safeguarding concern about the meeting TAC-0123ABCD',
  'I have a concern about TAC-0123ABCD',
  'I’d like to report a concern: TAC-0123ABCD, TAC-0123ABCD!',
  'concerns at\nTAC-0123ABCD',
])('“%s” asks before anybody is told', (text) => {
  expect(typed(text)).toEqual({ about: 'look', reference, wroteMore: false });
});

test.each(['raise a concern', 'Raise a concern!', 'report a safeguarding concern', 'concern about TAC-0123IIII'])(
  '“%s” is asked at which meeting, whatever is under way',
  (text) => {
    expect(typed(text)).toEqual({ about: 'which', certain: true, wroteMore: false });
  },
);

test('of two meetings it is asked which', () => {
  expect(typed('raise a concern TAC-0123ABCD PAR-0123ABCD')).toMatchObject({ about: 'which', certain: true });
});

test.each(['concern', 'Safeguarding concern', 'I have a concern about how he ate', 'raise concerns about attendance'])(
  '“%s” may be what a meeting is for, while one is being arranged',
  (text) => {
    expect(typed(text)).toMatchObject({ about: 'which', certain: false });
  },
);

test.each([
  'Concern about attendance',
  'Safeguarding concern for AB Y4, TAC tomorrow at 3pm',
  'TAC for AB Y4 about a concern',
  'concerning TAC-0123ABCD',
  'TAC-0123ABCD',
  'my meetings',
])('“%s” is for others to understand', (text) => {
  expect(typed(text)).toBeNull();
});

test('whatever is written beside the reference, none of it comes out', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const said = typed(`raise a concern ${one} ${reference} ${other}`);
      const outcomes = ['look', 'which'].flatMap((about) =>
        [true, false].map((wroteMore) =>
          about === 'look' ? { about, reference, wroteMore } : { about, certain: true, wroteMore },
        ),
      );
      expect(outcomes).toContainEqual(said);
    }),
  );
});

test('that something was is known', () => {
  expect(typed(`raise a concern ${reference}: dad was rough`)).toMatchObject({ reference, wroteMore: true });
});

test('whatever a card is made to carry, it is read or refused, and never for another meeting', () => {
  const tapped = (data: unknown) => concernSaid({ kind: 'tapped', verb: concernVerbs[0], data });
  expect(tapped({ reference })).toEqual({ about: 'raise', reference });
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(tapped(data)).toEqual({ about: 'nothing readable' });
    }),
  );
});
