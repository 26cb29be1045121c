import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Role, roles } from '../../bot/identity/caller.ts';
import { known, unknown } from '../../bot/policy/fact.ts';
import { type ReviewReason, reviewWhys } from '../../bot/register/review.ts';
import {
  dismissed,
  type Findings,
  found,
  isDismissible,
  keyOf,
  lastResort,
  mayDismiss,
  openReasons,
  reconciled,
  reviewAfter,
  standingWith,
} from '../../bot/reviewing/reasons.ts';
import { aRequest, deputy, head, named, safeguardingLead, senco, teacher } from '../authorising/a-request.ts';

/** Why a meeting comes back to be looked at, and who may let it stand all the same. */

const reason = (change: Partial<ReviewReason> = {}): ReviewReason => ({
  why: 'agency changed',
  detail: 'guest 1',
  because: [],
  of: ['slt'],
  since: '2026-11-18T10:00:00Z',
  told: true,
  dismissed: null,
  ...change,
});
const entry = (...reasons: readonly ReviewReason[]) =>
  aRequest({
    status: 'needs review',
    step: 'done',
    authorisation: { state: 'not needed' },
    review: reasons.length === 0 ? null : { reasons: [...reasons] },
  });
const at = new Date('2026-11-19T10:00:00Z');
const allWell = (of = entry()): Findings => ({
  staff: known(new Set([of.ask.host.id, ...('secondAdult' in of.ask ? [of.ask.secondAdult.id] : [])])),
  withdrawn: known([]),
  agencies: known(new Map()),
  policy: null,
});

const anyReason = fc
  .record({ why: fc.constantFrom(...reviewWhys), detail: fc.constantFrom('', 'guest 1', 'guest 2') })
  .map(reason);
const anyone = fc.record({
  id: fc.constantFrom(senco.id, teacher.id, head.id),
  name: fc.constant(''),
  roles: fc.subarray([...roles]).map((some): ReadonlySet<Role> => new Set(some)),
});

describe('whatever is tapped by whomever', () => {
  test('a reason that nobody may dismiss is never dismissed', () => {
    fc.assert(
      fc.property(fc.array(anyReason, { minLength: 1, maxLength: 6 }), anyone, (reasons, caller) => {
        const row = entry(...reasons);
        const may = mayDismiss(row, caller, reasons.map(keyOf));
        const those = may.may ? may.reasons : reasons;
        const after = dismissed({ reasons }, those, { by: named(deputy), at, words: 'It is fine' });
        for (const one of after.reasons) if (!isDismissible(one)) expect(one.dismissed).toBe(null);
        if (may.may) for (const one of may.reasons) expect(isDismissible(one)).toBe(true);
      }),
    );
  });

  test('nobody dismisses about their own meeting, nor without the role, nor what they have not read', () => {
    fc.assert(
      fc.property(fc.array(anyReason, { minLength: 1, maxLength: 6 }), anyone, (reasons, caller) => {
        const may = mayDismiss(entry(...reasons), caller, reasons.slice(1).map(keyOf));
        if (!may.may) return;
        expect(caller.id).not.toBe(senco.id);
        expect(caller.roles.has('slt') || caller.roles.has('head')).toBe(true);
        for (const one of may.reasons) expect(reasons.slice(1).map(keyOf)).toContain(keyOf(one));
      }),
    );
  });
});

describe('who may dismiss', () => {
  test.each([
    ['the deputy', 'yes', deputy],
    ['the head', 'yes', head],
    ['a teacher', 'not a reviewer', teacher],
    ['the safeguarding lead', 'not a reviewer', safeguardingLead],
    ['the host', 'your own', senco],
  ])('%s: %s', (_, answer, person) => {
    const may = mayDismiss(entry(reason()), person, [keyOf(reason())]);
    expect(may.may ? 'yes' : may.why).toBe(answer);
  });

  test.each([
    ['of a cancelled meeting', { status: 'cancelled' as const }, 'over'],
    ['of one that is being changed', { step: 'amend' as const }, 'not yet'],
  ])('nobody %s', (_, change, why) => {
    expect(mayDismiss({ ...entry(reason()), ...change }, deputy, [keyOf(reason())])).toEqual({ may: false, why });
  });

  test('whose yes policy wants now is asked, and nobody else', () => {
    const row = entry(reason({ why: 'policy wants a yes', of: ['dsl'] }));
    const keys = [keyOf({ why: 'policy wants a yes', detail: 'guest 1' })];
    expect(mayDismiss(row, safeguardingLead, keys).may).toBe(true);
    expect(mayDismiss(row, deputy, keys)).toEqual({ may: false, why: 'not a reviewer' });
  });
});

describe('a look', () => {
  test('finds nothing while all is as it was', () => {
    expect(reconciled(null, found(entry(), allWell()), at)).toBe(null);
  });

  test('finds who has left', () => {
    const none = { ...allWell(), staff: known(new Set<never>()) };
    expect(reconciled(null, found(entry(), none), at)?.reasons.map(({ why }) => why)).toEqual([
      'host left',
      'second adult left',
    ]);
  });

  test('keeps what it could not look for, and lets go what is so no more', () => {
    const review = { reasons: [reason({ why: 'host left', detail: '' }), reason()] };
    const blind = { ...allWell(), staff: unknown('who is staff') };
    expect(reconciled(review, found(entry(), blind), at)?.reasons.map(({ why }) => why)).toEqual(['host left']);
    expect(reconciled(review, found(entry(), allWell()), at)).toBe(null);
  });

  test('does not ask again about what was dismissed, and asks about what is new', () => {
    const word = { by: named(deputy), at: '2026-11-18T11:00:00Z', words: 'It is fine' };
    const review = { reasons: [reason({ dismissed: word })] };
    const agency = entry().ask;
    const address = 'guests' in agency ? agency.guests[0]?.address : undefined;
    if (address === undefined) throw new Error('nobody is invited');
    const moved = { ...allWell(), agencies: known(new Map([[address, 'Elsewhere']])) };
    expect(reconciled(review, found(entry(), moved), at)).toEqual(review);
    const taken = {
      ...moved,
      withdrawn: known([{ agreement: 'take part' as const, guest: 1, statement: 2, dismissible: false }]),
    };
    const after = reconciled(review, found(entry(), taken), at);
    expect(after?.reasons.map(({ why }) => why)).toEqual(['agency changed', 'take part withdrawn']);
    expect(openReasons({ review: after }).map(({ why }) => why)).toEqual(['take part withdrawn']);
  });
});

test('a meeting with an open reason is never said to be simply arranged', () => {
  expect(standingWith(entry(reason()), 'arranged')).toBe('needs review');
  expect(standingWith(entry(), 'arranged')).toBe('arranged');
  expect(standingWith(entry(reason()), 'on hold')).toBe('on hold');
});

test('another second adult is no reason to review any more', () => {
  const review = { reasons: [reason({ why: 'second adult left' })] };
  expect(reviewAfter(review, 'second adult')).toBe(null);
  expect(reviewAfter(review, 'guests')).toEqual(review);
});

describe('with the start near', () => {
  const left = entry(reason({ why: 'host left' }));
  test.each([
    ['an hour and a minute before', '2026-12-01T14:14:00Z', null],
    ['an hour before', '2026-12-01T14:15:00Z', 'hold'],
    ['at the start', '2026-12-01T15:15:00Z', 'end'],
  ])('%s: %s', (_, now, what) => {
    expect(lastResort(left, new Date(now))).toBe(what);
    expect(lastResort(entry(reason()), new Date(now))).toBe(null);
  });
});
