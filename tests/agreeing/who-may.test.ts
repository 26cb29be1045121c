import { expect, test } from '@jest/globals';
import { judge, type Said } from '../../bot/agreeing/agree.ts';
import { PersonId, Reference } from '../../bot/meetings/ask.ts';
import { statuses } from '../../bot/register/entry.ts';
import { anAsk } from '../an-ask.ts';
import { aMeeting, guestKey, maya, told, tom } from './an-agreement.ts';

/** Who may write down what about whose agreement, and when not. */

const now = new Date('2026-11-18T10:00:00Z');
const colleague = { id: PersonId.parse('5c0a1d0e-0000-4000-8000-000000000103'), name: 'Ruth Adeyemi' };
const said = (change: Partial<Said> = {}): Said => ({
  guest: guestKey(1),
  agreement: 'be recorded',
  says: 'given',
  how: 'by email',
  on: '2026-11-18',
  ...change,
});
const by = (person = maya, one = said()) => ({ said: one, person, now });

test.each([
  ['the host', maya],
  ['the second adult', tom],
])('%s may write down an agreement, and it says who gave it, how, when, and who wrote it down', (_, person) => {
  expect(judge(aMeeting(), [], by(person))).toEqual({
    may: true,
    add: {
      reference: 'TAC-0123ABCD',
      agreement: 'be recorded',
      says: 'given',
      guest: { key: guestKey(1), number: 1, name: 'Jo Marsh' },
      how: 'by email',
      on: '2026-11-18',
      by: person,
      at: '2026-11-18T10:00:00Z',
    },
  });
});

test('somebody who is neither hears that there is no such meeting, whatever they name', () => {
  for (const guest of [guestKey(1), 'f'.repeat(64)])
    expect(judge(aMeeting(), [], by(colleague, said({ guest })))).toEqual({ may: false, why: 'no such meeting' });
});

test('a guest of another meeting is nobody here, just like a guest nobody has', () => {
  const other = aMeeting({ reference: Reference.parse('TAC-9999ZZZZ') });
  for (const guest of [guestKey(1, other), 'f'.repeat(64)])
    expect(judge(aMeeting(), [], by(maya, said({ guest })))).toEqual({ may: false, why: 'no such guest' });
});

test.each(statuses)(
  'of a meeting that is “%s”, agreements are written down only while it may still take place',
  (status) => {
    const over = ['not arranged', 'called off', 'refused', 'moved', 'cancelled'].includes(status);
    expect(judge(aMeeting({ status }), [], by())).toMatchObject(over ? { may: false, why: 'over' } : { may: true });
  },
);

test('a staff meeting has nobody who could agree', () => {
  const entry = aMeeting({ ask: anAsk({ kind: 'staff' }) });
  expect(judge(entry, [], by())).toEqual({ may: false, why: 'no guests' });
});

test('today is London’s, and tomorrow is refused', () => {
  const late = new Date('2026-07-01T23:30:00Z');
  const at = (on: string) => judge(aMeeting(), [], { said: said({ on }), person: maya, now: late });
  expect(at('2026-07-02')).toMatchObject({ may: true });
  expect(at('2026-07-03')).toEqual({ may: false, why: 'in the future' });
});

test('the same said twice by the same person is once', () => {
  const there = told([{ agreement: 'be recorded', on: '2026-11-18' }]);
  expect(judge(aMeeting(), there, by())).toEqual({ may: true, there: there[0] });
  expect(judge(aMeeting(), there, by(tom))).toMatchObject({ may: true, add: { by: tom } });
});

test('what was never given cannot be taken back, nor what is taken back already', () => {
  const back = said({ says: 'withdrawn', how: 'by phone' });
  expect(judge(aMeeting(), [], by(maya, back))).toEqual({ may: false, why: 'not given' });
  const taken = told([{ agreement: 'be recorded' }, { agreement: 'be recorded', says: 'withdrawn' }]);
  expect(judge(aMeeting(), taken, by(maya, back))).toEqual({ may: false, why: 'not given' });
  expect(judge(aMeeting(), told([{ agreement: 'take part' }]), by(maya, back))).toEqual({
    may: false,
    why: 'not given',
  });
});

test('a yes from before it was taken back does not bring it back, and one from after does', () => {
  const taken = told([{ agreement: 'be recorded' }, { agreement: 'be recorded', says: 'withdrawn', on: '2026-11-17' }]);
  const given = (on: string) => judge(aMeeting(), taken, by(maya, said({ on })));
  expect(given('2026-11-16')).toEqual({ may: false, why: 'withdrawn since' });
  expect(given('2026-11-17')).toMatchObject({ may: true });
});

test('taking it back on a day before it was given is refused', () => {
  const there = told([{ agreement: 'be recorded', on: '2026-11-17' }]);
  const back = (on: string) => judge(aMeeting(), there, by(maya, said({ says: 'withdrawn', on })));
  expect(back('2026-11-16')).toEqual({ may: false, why: 'given since' });
  expect(back('2026-11-17')).toMatchObject({ may: true });
});
