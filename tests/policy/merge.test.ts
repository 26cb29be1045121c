import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Safeguards } from '../../bot/policy/decision.ts';
import { PackFault } from '../../bot/policy/pack-fault.ts';
import { merge, type Policy, policyOf } from '../../bot/policy/policy.ts';
import type { Waiver } from '../../bot/policy/school.ts';
import { isStricter, loosest, settings, strictest } from '../../bot/policy/strictest.ts';
import { aPack } from './a-pack.ts';
import { packOf } from './arbitrary.ts';

/** Several policies at once: in whatever order a school adopts them, it follows the same. */

const waiver = (rule: string): Waiver => ({
  rule,
  by: 'head',
  jobTitle: 'Headteacher',
  reason: 'Agreed with the governors for this term.',
  until: '2027-07-22',
});
const waivers = ['aa/rule-0', 'bb/rule-1', 'cc/rule-0'].map(waiver);

/** Three policies out of the same four packs. */
const threePolicies = fc.tuple(packOf('aa'), packOf('bb'), packOf('cc'), packOf('dd')).chain((packs) => {
  const policy = fc
    .tuple(fc.subarray([...packs], { minLength: 1 }), fc.subarray(waivers))
    .map(([[first = packs[0], ...others], waived]): Policy => policyOf([first, ...others], waived));
  return fc.tuple(policy, policy, policy);
});

test('merging is associative, commutative and idempotent', () => {
  fc.assert(
    fc.property(threePolicies, ([one, two, three]) => {
      expect(merge(merge(one, two), three)).toEqual(merge(one, merge(two, three)));
      expect(merge(one, two)).toEqual(merge(two, one));
      expect(merge(one, one)).toEqual(one);
    }),
  );
});

test('the order in which packs are named does not matter', () => {
  fc.assert(
    fc.property(packOf('aa'), packOf('bb'), packOf('cc'), (a, b, c) => {
      expect(policyOf([c, a, b], waivers)).toEqual(policyOf([a, b, c], waivers.toReversed()));
    }),
  );
});

test('the same pack in two versions is an error that names it', () => {
  const [older, newer] = [aPack('aa'), aPack('aa', [], { version: '2027-01' })];
  const both = () => merge(policyOf([older]), policyOf([newer]));
  expect(both).toThrow(PackFault);
  expect(both).toThrow('The pack “aa” is there in two versions.');
});

const safeguards = fc.record({
  lobbyScope: fc.constantFrom('organizer' as const, 'organizationExcludingGuests' as const),
  dialInBypassesLobby: fc.constant(false as const),
  allowedPresenters: fc.constantFrom('organizer' as const, 'roleIsPresenter' as const),
  allowedLobbyAdmitters: fc.constant('organizerAndCoOrganizers' as const),
  allowMeetingChat: fc.constantFrom('enabled' as const, 'disabled' as const, 'limited' as const),
  allowRecording: fc.boolean(),
  allowTranscription: fc.boolean(),
  recordAutomatically: fc.constant(false as const),
  allowBreakoutRooms: fc.boolean(),
  allowWhiteboard: fc.boolean(),
  allowLiveShare: fc.constantFrom('enabled' as const, 'disabled' as const),
  allowAttendeeToEnableMic: fc.boolean(),
  allowAttendeeToEnableCamera: fc.boolean(),
});

test('the strictest of settings is a lattice, and the loosest is where it begins', () => {
  fc.assert(
    fc.property(safeguards, safeguards, safeguards, (one, two, three) => {
      expect(strictest(strictest(one, two), three)).toEqual(strictest(one, strictest(two, three)));
      expect(strictest(one, two)).toEqual(strictest(two, one));
      expect(strictest(one, one)).toEqual(one);
      expect(strictest(loosest, one)).toEqual(one);
      for (const setting of settings) expect(isStricter(setting, one, strictest(one, two))).toBe(false);
    }),
  );
});

test('the strictest of two is one of the two, and the settings are those that are written to Teams', () => {
  expect([...settings].sort()).toEqual(Object.keys(Safeguards.shape).sort());
  const open = { ...loosest, allowMeetingChat: 'limited' as const };
  expect(strictest(open, { allowMeetingChat: 'enabled' }).allowMeetingChat).toBe('limited');
  expect(strictest(open, { allowMeetingChat: 'disabled' }).allowMeetingChat).toBe('disabled');
  expect(strictest(open, {})).toEqual(open);
});
