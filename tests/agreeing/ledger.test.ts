import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allAgreedToRecording, standings, withdrawnSince } from '../../bot/agreeing/ledger.ts';
import { guestsOf } from '../../bot/meetings/ask.ts';
import { agreements, says } from '../../bot/register/agreements.ts';
import { anAsk } from '../an-ask.ts';
import { aMeeting, told } from './an-agreement.ts';

/** What all that was written down comes to: the newest of a guest and an agreement counts, and none gives another. */

const everyone = (one: object) => [1, 2].map((guest) => ({ guest, ...one }));
const recorded = everyone({ agreement: 'be recorded' });

test('each of the four stands by itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...agreements), fc.constantFrom(...says), (agreement, one) => {
      const [mother, nurse] = standings(aMeeting(), told([{ agreement }, { agreement, says: one }]));
      for (const each of agreements) expect(mother?.agreed[each]?.says).toBe(each === agreement ? one : undefined);
      expect(Object.values(nurse?.agreed ?? {})).toEqual([null, null, null, null]);
    }),
  );
});

test('everyone has agreed to be recorded when each guest has, and nobody has taken it back', () => {
  const agreed = (statements: Parameters<typeof told>[0]) => allAgreedToRecording(aMeeting(), told(statements));
  expect(agreed(recorded)).toBe(true);
  expect(agreed(recorded.slice(1))).toBe(false);
  expect(agreed([])).toBe(false);
  expect(agreed([...recorded, { guest: 2, agreement: 'be recorded', says: 'withdrawn' }])).toBe(false);
  const back = { guest: 2, agreement: 'be recorded' } as const;
  expect(agreed([...recorded, { ...back, says: 'withdrawn' }, back])).toBe(true);
});

test('to agree to the other three is not to agree to be recorded', () => {
  const others = agreements.filter((one) => one !== 'be recorded').flatMap((agreement) => everyone({ agreement }));
  expect(allAgreedToRecording(aMeeting(), told(others))).toBe(false);
});

test('for a pupil on the call the family answers, so somebody of the family has to be there', () => {
  const [mother, nurse] = guestsOf(anAsk());
  if (!mother || !nurse) throw new Error('both come');
  const agreed = (childAttends: boolean, guests: (typeof mother)[]) => {
    const entry = aMeeting({ ask: anAsk({ childAttends, guests }) });
    return allAgreedToRecording(
      entry,
      told(
        guests.map((_, index) => ({ guest: index + 1, agreement: 'be recorded' })),
        entry,
      ),
    );
  };
  expect(agreed(true, [mother, nurse])).toBe(true);
  expect(agreed(true, [nurse])).toBe(false);
  expect(agreed(false, [nurse])).toBe(true);
});

test('an agreement is one person’s: whoever stands in their place has not given it', () => {
  const before = told(recorded);
  const [mother, nurse] = guestsOf(anAsk());
  if (!mother || !nurse) throw new Error('both come');
  const with_ = (guests: (typeof mother)[]) => aMeeting({ ask: anAsk({ guests }) });
  expect(allAgreedToRecording(with_([nurse, mother]), before)).toBe(true);
  expect(allAgreedToRecording(with_([{ ...mother, name: 'Ali Reyes' }, nurse]), before)).toBe(false);
  expect(allAgreedToRecording(with_([nurse]), before)).toBe(true);
});

const open = { ask: anAsk({ recording: { purpose: 'For a parent who works', deleteOn: '2027-06-01' } }) };
test.each([
  ['take part', aMeeting(), [{ dismissible: false }]],
  ['share information', aMeeting(), [{ dismissible: true }]],
  ['be contacted directly', aMeeting(), [{ dismissible: true }]],
  ['be recorded', aMeeting(), []],
  ['be recorded', aMeeting(open), [{ dismissible: false }]],
] as const)('“%s”, taken back, is a reason to look again where it matters', (agreement, entry, reasons) => {
  const statements = told([
    { guest: 2, agreement },
    { guest: 2, agreement, says: 'withdrawn' },
  ]);
  const expected = reasons.map((reason) => ({ agreement, guest: 2, statement: 2, ...reason }));
  expect(withdrawnSince(statements, entry)).toEqual(expected);
  expect(withdrawnSince([...statements, ...told([{ guest: 2, agreement }])], entry)).toEqual([]);
});
