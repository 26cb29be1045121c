import { expect, test } from '@jest/globals';
import { maySayHeld } from '../../bot/held/held.ts';
import { aRequest, deputy, head, type Somebody, safeguardingLead, senco, teacher } from '../authorising/a-request.ts';

// Who says whether a meeting took place, and from when on. It starts on 1 December 2026 at 15:15 UTC.

const arranged = aRequest({ status: 'arranged', step: 'done', authorisation: { state: 'not needed' } });
const begun = new Date('2026-12-01T15:15:00Z');
const may = (who: Somebody, entry = arranged, now = begun) => {
  const said = maySayHeld(entry, who, now);
  return said.may ? 'yes' : said.why;
};

test.each([
  ['the host', senco],
  ['the second adult', teacher],
  ['the head', head],
  ['a senior leader', deputy],
])('%s says so from the moment it begins, and not before', (_, who) => {
  expect(may(who)).toBe('yes');
  expect(may(who, arranged, new Date('2026-12-01T15:14:59Z'))).toBe('not begun');
});

test('nobody else does', () => {
  expect(may(safeguardingLead)).toBe('not yours');
  expect(may({ ...senco, roles: new Set(['dpo']) })).toBe('no such meeting');
  expect(may({ ...senco, roles: new Set(['staff', 'pupil']) })).toBe('no such meeting');
});

test.each(['waiting', 'refused', 'not arranged', 'called off', 'moved', 'cancelled'] as const)(
  'of one that is %s there is nothing to say',
  (status) => {
    expect(may(senco, { ...arranged, status })).toBe('not to be held');
  },
);

test('of one that is held elsewhere there is', () => {
  expect(may(senco, { ...arranged, status: 'held elsewhere' })).toBe('yes');
});

test('while somebody works on its row, that row is theirs', () => {
  expect(may(senco, { ...arranged, step: 'amend' })).toBe('change under way');
});
