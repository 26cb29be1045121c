import { expect, test } from '@jest/globals';
import { Reference } from '../../bot/meetings/ask.ts';
import { noLongerConforming } from '../../bot/policy/conforming.ts';
import { decide } from '../../bot/policy/decide.ts';
import { unknown } from '../../bot/policy/fact.ts';
import { merge, policyOf } from '../../bot/policy/policy.ts';
import { aPack } from './a-pack.ts';
import { situation } from './situation.ts';

/** When a school changes its pack, it hears which upcoming meetings no longer conform, and why. */

const reference = Reference.parse('TAC-7K2M9QXD');
const asked = situation('tac');
const { school, ask } = asked;
const before = policyOf([aPack('aa')]);
const entry = { reference, ask, decision: decide(asked, before) };
const underAlso = (rules: readonly object[]) =>
  noLongerConforming([entry], { policy: merge(before, policyOf([aPack('bb', rules)])), school });
const because = [{ id: 'bb-02', says: 'There is a rule about it.' }];

test('a meeting that conforms is not listed', () => {
  expect(underAlso([])).toEqual([]);
});

test.each<[what: string, rule: object, is: string]>([
  ['is refused now', { verdict: 'refuse', when: { is: 'longerThan', minutes: 30 } }, 'refuse'],
  ['needs a yes now', { verdict: 'authorise', by: 'slt' }, 'authorise'],
])('a meeting that %s is listed, with the clauses', (_, rule, is) => {
  expect(underAlso([rule])).toMatchObject([{ reference, was: 'allow', is, settings: [], inTheWay: because, because }]);
});

test('a meeting that needs another’s yes besides is listed', () => {
  const slt = policyOf([aPack('aa', [{ verdict: 'authorise', by: 'slt' }])]);
  const head = policyOf([aPack('bb', [{ verdict: 'authorise', by: 'head' }])]);
  const approved = { reference, ask, decision: decide(asked, slt) };
  expect(noLongerConforming([approved], { policy: slt, school })).toEqual([]);
  expect(noLongerConforming([approved], { policy: merge(slt, head), school })).toHaveLength(1);
});

test('a meeting with a setting that is stricter now is listed, with the clauses that set it', () => {
  const sets = { allowMeetingChat: 'disabled' };
  expect(underAlso([{ verdict: 'allow', sets }])).toMatchObject([
    { reference, was: 'allow', is: 'allow', settings: ['allowMeetingChat'], inTheWay: [], because },
  ]);
});

test('a meeting with a setting that was stricter before is not listed', () => {
  const strict = policyOf([aPack('aa', [{ verdict: 'allow', sets: { allowMeetingChat: 'disabled' } }])]);
  expect(noLongerConforming([{ ...entry, decision: decide(asked, strict) }], { policy: before, school })).toEqual([]);
});

test('a notice that was long enough when it was decided is long enough', () => {
  expect(underAlso([{ verdict: 'refuse', when: { is: 'startsWithinDays', days: 14 } }])).toEqual([]);
});

test('facts that are given count as they are now', () => {
  const { facts } = asked;
  const policy = policyOf([aPack('aa', [{ verdict: 'refuse', when: 'hostIsNotStaff' }])]);
  const blind = { ...facts, hostIsStaff: unknown('whether the host is staff') };
  expect(noLongerConforming([entry], { policy, school })).toEqual([]);
  expect(noLongerConforming([{ ...entry, facts: blind }], { policy, school })).toHaveLength(1);
});
