import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Deed, mayChange } from '../../bot/changing/may-change.ts';
import { type Entry, stands, statuses } from '../../bot/register/entry.ts';
import { aRequest, deputy, head, type Somebody, safeguardingLead, senco, teacher } from '../authorising/a-request.ts';

/** Who may change or cancel a meeting that stands. Maya Okafor hosts it, Tom Birch is the second adult. */

const now = new Date('2026-11-20T10:00:00Z');
const arranged = (change: Partial<Entry> = {}): Entry =>
  aRequest({ status: 'arranged', step: 'done', authorisation: { state: 'not needed' }, ...change });
const deeds: readonly Deed[] = ['move', 'add guests', 'remove guest', 'change second adult', 'change host', 'cancel'];
const may = (somebody: Somebody, entry: Entry = arranged()) =>
  deeds.filter((deed) => mayChange(entry, somebody, deed, now).may);

test.each([
  ['the host may do everything with it', senco, deeds],
  ['the second adult may cancel it, and no more', teacher, ['cancel']],
  ['a leader may do what cannot wait for a host who is ill', deputy, ['change second adult', 'change host', 'cancel']],
  ['somebody who has nothing to do with it may do nothing', safeguardingLead, []],
])('%s', (_, somebody, allowed) => {
  expect(may(somebody)).toEqual(allowed);
});

test('a stranger hears the same as of a meeting that does not exist', () => {
  for (const deed of deeds)
    expect(mayChange(arranged(), safeguardingLead, deed, now)).toEqual({ may: false, why: 'no such meeting' });
});

test('a leader who has lost the role is a stranger', () => {
  expect(may({ ...head, roles: new Set(['staff'] as const) })).toEqual([]);
});

test.each<[string, Partial<Entry>, string]>([
  ['it still waits for a yes', { status: 'waiting', step: 'authorise' }, 'not arranged yet'],
  ['it is being arranged', { status: 'arranging', step: 'seal' }, 'not arranged yet'],
  ['it was cancelled', { status: 'cancelled' }, 'cancelled'],
  ['another took its place', { status: 'moved' }, 'moved'],
  ['another is about to take its place', { replacedBy: aRequest().reference, step: 'end' }, 'moved'],
  ['a change is under way', { step: 'amend' }, 'change under way'],
  ['approvers think about a change', { step: 'authorise', status: 'needs review' }, 'change under way'],
  ['nobody was ever invited', { status: 'not arranged' }, 'never arranged'],
  ['it is held elsewhere', { status: 'held elsewhere' }, 'held elsewhere'],
])('no guest is added while %s', (_, state, why) => {
  expect(mayChange(arranged(state), senco, 'add guests', now)).toEqual({ may: false, why });
});

test('while approvers think about a change it can be cancelled', () => {
  const thinking = arranged({ step: 'authorise', status: 'needs review' });
  expect(mayChange(thinking, senco, 'cancel', now)).toEqual({ may: true });
});

test('on hold nobody is added: first somebody who has to be there is found', () => {
  expect(may(senco, arranged({ status: 'on hold' }))).toEqual(['move', 'change second adult', 'change host', 'cancel']);
});

test('once it is over nothing is changed', () => {
  const after = new Date('2026-12-01T16:00:00Z');
  for (const deed of deeds) expect(mayChange(arranged(), senco, deed, after)).toEqual({ may: false, why: 'over' });
});

test('whatever its status, nobody changes a meeting that does not stand', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...statuses.filter((status) => !stands({ status }))),
      fc.constantFrom(senco, teacher, head, deputy),
      fc.constantFrom(...deeds),
      (status, somebody, deed) => {
        expect(mayChange(arranged({ status }), somebody, deed, now).may).toBe(false);
      },
    ),
  );
});
