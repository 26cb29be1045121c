import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../bot/policy/decide.ts';
import { known } from '../../bot/policy/fact.ts';
import { type Policy, policyOf } from '../../bot/policy/policy.ts';
import type { Waiver } from '../../bot/policy/school.ts';
import { aPack } from './a-pack.ts';
import { anySituation, packOf } from './arbitrary.ts';
import { only } from './packs.ts';
import { situation } from './situation.ts';

/** What may be set aside, by the school's waiver or because it is urgent, and what never is. */

const waiverOf = (rule: string): Waiver => ({
  rule,
  by: 'slt',
  jobTitle: 'Deputy head',
  reason: 'Agreed with the governors for this term.',
  until: '2026-12-18',
});
const waived = (policy: Policy, ...rules: readonly string[]): Policy => ({ ...policy, waivers: rules.map(waiverOf) });

const authorises = { verdict: 'authorise', by: 'slt' };
const urgent = { urgent: { reason: 'A worry about today' } };

test('a waived rule no longer stands in the way, and the decision says that it was set aside', () => {
  const policy = waived(policyOf([aPack('aa', [authorises])]), 'aa/rule-0');
  expect(decide(situation('tac'), policy)).toMatchObject({
    verdict: 'allow',
    authorisedBy: [],
    fired: ['aa/allows'],
    setAside: [{ rule: 'aa/rule-0', why: 'waiver', because: [{ id: 'aa-02', says: 'There is a rule about it.' }] }],
  });
});

test('a waiver holds to the end of its last day in London, and no longer', () => {
  const policy = waived(policyOf([aPack('aa', [authorises])]), 'aa/rule-0');
  const ask = { start: '2027-01-12T15:15:00Z' };
  expect(decide(situation('tac', { ask, now: '2026-12-18T23:59:00Z' }), policy).verdict).toBe('allow');
  expect(decide(situation('tac', { ask, now: '2026-12-19T00:00:00Z' }), policy).verdict).toBe('authorise');
});

test('a waiver of one rule leaves all others as they are', () => {
  const policy = waived(policyOf([aPack('aa', [authorises, { ...authorises, by: 'head' }])]), 'aa/rule-0');
  expect(decide(situation('tac'), policy)).toMatchObject({ verdict: 'authorise', authorisedBy: ['head'] });
});

test('a rule of the baseline stands, whatever a waiver says', () => {
  const policy = waived(only('chaperone'), 'chaperone/host-is-staff');
  const decision = decide(situation('tac', { facts: { hostIsStaff: known(false) } }), policy);
  expect(decision).toMatchObject({ verdict: 'refuse', setAside: [] });
});

test('what is urgent sets aside the rules that yield to it, and says so', () => {
  const notice = { verdict: 'refuse', when: { is: 'startsWithinDays', days: 30 }, yieldsToUrgency: true };
  const policy = policyOf([aPack('aa', [notice, { ...authorises, yieldsToUrgency: true }])]);
  expect(decide(situation('tac'), policy).verdict).toBe('refuse');
  const decision = decide(situation('tac', { ask: urgent }), policy);
  expect(decision.verdict).toBe('allow');
  expect(decision.setAside.map(({ rule, why }) => [rule, why])).toEqual([
    ['aa/rule-0', 'urgent'],
    ['aa/rule-1', 'urgent'],
  ]);
});

test('what is urgent sets aside nothing else: rules that do not yield, questions', () => {
  const policy = policyOf([aPack('aa', [authorises, { verdict: 'ask', asks: 'contact is safe' }])]);
  const decision = decide(situation('tac', { ask: { ...urgent, confirmed: [] } }), policy);
  expect(decision).toMatchObject({ verdict: 'ask', authorisedBy: ['slt'], setAside: [] });
});

test('parents have their two weeks however urgent a review is', () => {
  const ask = { ...urgent, start: '2026-12-01T15:15:00Z' };
  const decision = decide(situation('annual-review', { ask }), only('chaperone'));
  expect(decision).toMatchObject({ verdict: 'refuse', because: [{ id: 'chaperone-13' }] });
  expect(
    decide(situation('annual-review', { ask: { start: '2026-12-02T15:15:00Z' } }), only('chaperone')).verdict,
  ).toBe('allow');
});

test('neither a waiver nor urgency ever touches a setting', () => {
  const everyRule = Array.from({ length: 8 }, (_, index) => `aa/rule-${index}`);
  fc.assert(
    fc.property(anySituation, packOf('aa'), (asked, adopted) => {
      const policy = policyOf([adopted]);
      const strict = decide({ ...asked, ask: { ...asked.ask, urgent: null } }, policy);
      const setAside = decide(asked, waived(policy, 'aa/allows', ...everyRule));
      expect(setAside.safeguards).toEqual(strict.safeguards);
    }),
  );
});
