import { expect, test } from '@jest/globals';
import { closed, MeetingAsRead, stillOpen } from '../../bot/meetings/safeguards.ts';

/** A link can never be taken back. It is useless when nobody but the organizer gets in, presents, admits or writes. */

const shut = MeetingAsRead.parse({ id: 'm1', ...closed });

test('a meeting that reads back shut has nothing open', () => {
  expect(stillOpen(shut)).toEqual([]);
});

test.each<[string, object, readonly string[]]>([
  [
    'its lobby lets colleagues past',
    { lobbyBypassSettings: { scope: 'organization', isDialInBypassEnabled: false } },
    ['lobby'],
  ],
  [
    'its lobby reads back as something unknown',
    { lobbyBypassSettings: { scope: 'unknownFutureValue', isDialInBypassEnabled: false } },
    ['lobby'],
  ],
  ['its lobby is missing from the answer', { lobbyBypassSettings: null }, ['lobby', 'dial-in past the lobby']],
  [
    'callers get past the lobby',
    { lobbyBypassSettings: { scope: 'organizer', isDialInBypassEnabled: true } },
    ['dial-in past the lobby'],
  ],
  ['named staff may still present', { allowedPresenters: 'roleIsPresenter' }, ['who may present']],
  ['who may present is missing', { allowedPresenters: undefined }, ['who may present']],
  ['presenters may admit', { allowedLobbyAdmitters: 'organizerAndCoOrganizersAndPresenters' }, ['who may admit']],
  ['its chat goes on', { allowMeetingChat: 'enabled' }, ['chat']],
  ['somebody is still a co-organizer', { participants: { attendees: [{ role: 'coorganizer' }] } }, ['people']],
  [
    'somebody holds a role we do not know',
    { participants: { attendees: [{ role: 'unknownFutureValue' }] } },
    ['people'],
  ],
  ['its people are missing from the answer', { participants: null }, ['people']],
])('a link is not useless while %s', (_, change, open) => {
  expect(stillOpen(MeetingAsRead.parse({ ...shut, ...change }))).toEqual(open);
});
