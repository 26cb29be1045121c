import { expect, test } from '@jest/globals';
import { kinds } from '../../bot/policy/kind.ts';
import { linesFor } from '../../bot/policy/lines.ts';
import { parts } from '../../bot/policy/pack.ts';
import { policyOf } from '../../bot/policy/policy.ts';
import { aPack } from './a-pack.ts';
import { only } from './packs.ts';

/** What people are told around a meeting when a school follows several packs. */

const says = 'Please come on time.';
const line = (id: string, rest: object) => ({ id, kinds: 'every kind', says, ...rest });

test('what two packs say in the same words is said once, with the clauses of both', () => {
  const joining = (id: string) => [line('on-time', { clauses: [`${id}-02`], part: 'joining' })];
  const policy = policyOf([aPack('aa', [], { joining: joining('aa') }), aPack('bb', [], { joining: joining('bb') })]);
  expect(linesFor(policy, 'tac').joining).toEqual([
    {
      id: 'on-time',
      pack: 'aa',
      part: 'joining',
      about: null,
      strictest: false,
      says,
      clauses: [
        { id: 'aa-02', says: 'There is a rule about it.' },
        { id: 'bb-02', says: 'There is a rule about it.' },
      ],
    },
  ]);
});

test('the same words at another moment are another line', () => {
  const checklist = [
    line('before', { clauses: ['aa-02'], moment: 'before' }),
    line('start', { clauses: ['aa-02'], moment: 'start' }),
  ];
  expect(linesFor(policyOf([aPack('aa', [], { checklist })]), 'tac').checklist.length).toBe(2);
});

test('a kind is told only what concerns it, in the order of an invitation', () => {
  const joining = [
    line('worry', { clauses: ['aa-02'], part: 'worries', kinds: ['tac'] }),
    line('what', { clauses: ['aa-02'], part: 'what it is', kinds: ['tac', 'class'], says: 'A meeting.' }),
  ];
  const policy = policyOf([aPack('aa', [], { joining })]);
  expect(linesFor(policy, 'tac').joining.map(({ id }) => id)).toEqual(['what', 'worry']);
  expect(linesFor(policy, 'class').joining.map(({ id }) => id)).toEqual(['what']);
  expect(linesFor(policy, 'staff').joining).toEqual([]);
});

test('the door closes at the earliest time any pack says, or at none', () => {
  const lock = (id: string, lockAfterMinutes: number | null) => aPack(id, [], { lockAfterMinutes });
  expect(linesFor(policyOf([lock('aa', null)]), 'tac').lockAfterMinutes).toBeNull();
  expect(linesFor(policyOf([lock('aa', null), lock('bb', 5), lock('cc', 0)]), 'tac').lockAfterMinutes).toBe(0);
});

test.each(kinds.filter((kind) => kind !== 'staff'))(
  '%s: all packs together speak to those who join in the order of an invitation, each line with its clause',
  (kind) => {
    const policy = only(
      'county-teams-first',
      'primary-live-sessions',
      'county-dpia',
      'trust-minimum',
      'parish-primary',
    );
    const { joining } = linesFor(policy, kind);
    const order = joining.map(({ part }) => parts.indexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(joining.every(({ clauses }) => clauses.length > 0 && clauses.every((clause) => clause.says !== ''))).toBe(
      true,
    );
  },
);
