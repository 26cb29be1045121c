import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../bot/policy/decide.ts';
import { known, unknown } from '../../bot/policy/fact.ts';
import { tacPack } from '../../bot/policy/pack.ts';
import type { Facts } from '../../bot/policy/rules.ts';
import { anAsk } from '../an-ask.ts';

const now = new Date('2026-11-18T10:00:00Z');
const allWell: Facts = { hostIsStaff: known(true), secondAdultIsStaff: known(true), guests: known(['outsider']) };

test('a meeting of two staff and outsiders in the future is allowed, with its clauses', () => {
  const decision = decide(anAsk(), allWell, tacPack, now);
  expect(decision.verdict).toBe('allow');
  expect(decision.because.map((clause) => clause.id)).toContain('000-03');
});

test.each([
  ['the host is not staff', { hostIsStaff: known(false) }, '000-16'],
  ['the second adult is not staff', { secondAdultIsStaff: known(false) }, '001-08'],
  ['a guest is a pupil', { guests: known(['outsider', 'pupil'] as const) }, '000-25'],
  ['a guest is a member of the school', { guests: known(['member'] as const) }, '003-27'],
])('it is refused with its clause when %s', (_, facts, clause) => {
  const decision = decide(anAsk(), { ...allWell, ...facts }, tacPack, now);
  expect(decision.verdict).toBe('refuse');
  expect(decision.because.map(({ id }) => id)).toEqual([clause]);
});

test('it is refused when it starts now or earlier', () => {
  expect(decide(anAsk({ start: '2026-11-18T10:00:00Z' }), allWell, tacPack, now).verdict).toBe('refuse');
});

test('it is refused when host and second adult are the same person', () => {
  const { host } = anAsk();
  expect(decide(anAsk({ secondAdult: host }), allWell, tacPack, now).verdict).toBe('refuse');
});

test('an unknown fact never allows, and the refusal names what could not be checked', () => {
  const fact = fc.oneof(fc.boolean().map(known), fc.constant(unknown('whether that is so')));
  const guests = fc.oneof(
    fc.array(fc.constantFrom('outsider', 'member', 'pupil'), { minLength: 1 }).map(known),
    fc.constant(unknown('who the guests are')),
  );
  fc.assert(
    fc.property(fact, fact, guests, (hostIsStaff, secondAdultIsStaff, standings) => {
      const decision = decide(anAsk(), { hostIsStaff, secondAdultIsStaff, guests: standings }, tacPack, now);
      const blind = [hostIsStaff, secondAdultIsStaff, standings].filter((one) => !one.known);
      if (blind.length > 0) {
        expect(decision.verdict).toBe('refuse');
        expect(decision.because.some((clause) => clause.says.startsWith('I could not check'))).toBe(true);
      }
      expect(decision.because.length).toBeGreaterThan(0);
    }),
  );
});
