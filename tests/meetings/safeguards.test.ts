import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differences, type Expected, MeetingAsRead } from '../../bot/meetings/safeguards.ts';
import { tacPack } from '../../bot/policy/pack.ts';
import { anAsk } from '../an-ask.ts';

const { host, secondAdult } = anAsk();
const tenantId = '5c0a1d0e-0000-4000-8000-000000000001';
const joinUrl = 'https://teams.example.com/l/meetup-join/1';
const expected: Expected = {
  safeguards: tacPack.safeguards,
  host: host.id,
  secondAdult: secondAdult.id,
  tenantId,
  joinUrl,
};

const sealed: MeetingAsRead = {
  id: 'm1',
  joinWebUrl: joinUrl,
  lobbyBypassSettings: { scope: 'organizer', isDialInBypassEnabled: false },
  allowedPresenters: 'roleIsPresenter',
  allowedLobbyAdmitters: 'organizerAndCoOrganizers',
  allowMeetingChat: 'disabled',
  allowRecording: false,
  allowTranscription: false,
  recordAutomatically: false,
  allowBreakoutRooms: false,
  allowWhiteboard: false,
  allowLiveShare: 'disabled',
  participants: {
    organizer: { role: 'presenter', identity: { user: { id: host.id, tenantId } } },
    attendees: [{ role: 'coorganizer', identity: { user: { id: secondAdult.id, tenantId } } }],
  },
};

const named = (read: MeetingAsRead) => differences(expected, read).map((one) => one.setting);

test('a meeting that reads back as asked has no differences', () => {
  expect(named(sealed)).toEqual([]);
});

const settings = Object.keys(sealed).filter((member) => member !== 'id' && member !== 'participants');

/** The same meeting with one member as something else. */
const withMember = (member: string, value: unknown) => MeetingAsRead.parse({ ...sealed, [member]: value });

test.each(settings)('it is not sealed when %s is missing, null or unknownFutureValue', (member) => {
  expect(named(withMember(member, undefined))).toHaveLength(member === 'lobbyBypassSettings' ? 2 : 1);
  expect(named(withMember(member, null))).not.toEqual([]);
  if (typeof Object.entries(sealed).find(([name]) => name === member)?.[1] === 'string')
    expect(named(withMember(member, 'unknownFutureValue'))).not.toEqual([]);
});

test('it is not sealed when the lobby lets in a kind of person that we have not heard of', () => {
  expect(
    named(withMember('lobbyBypassSettings', { scope: 'unknownFutureValue', isDialInBypassEnabled: false })),
  ).toEqual(['lobby']);
});

test('only the second adult may hold a raised role, whatever the role and whoever else is listed', () => {
  const role = fc.constantFrom('presenter', 'coorganizer', 'producer', 'unknownFutureValue');
  fc.assert(
    fc.property(role, fc.option(fc.uuid(), { nil: null }), (raised, id) => {
      const stranger = { role: raised, identity: { user: { id } } };
      const attendees = [...(sealed.participants?.attendees ?? []), stranger];
      expect(named({ ...sealed, participants: { ...sealed.participants, attendees } })).toContain('raised roles');
    }),
  );
});

test('a guest who is listed as an attendee changes nothing', () => {
  const guest = { role: 'attendee', identity: { user: { id: null } } };
  const attendees = [...(sealed.participants?.attendees ?? []), guest];
  expect(named({ ...sealed, participants: { ...sealed.participants, attendees } })).toEqual([]);
});

test('the second adult of another tenant is a stranger', () => {
  const attendees = [{ role: 'coorganizer', identity: { user: { id: secondAdult.id, tenantId: 'elsewhere' } } }];
  expect(named({ ...sealed, participants: { ...sealed.participants, attendees } })).toContain('raised roles');
});

test('a list of people that is missing is no proof of an empty one', () => {
  expect(named({ ...sealed, participants: { organizer: sealed.participants?.organizer } })).toContain('people');
});

test('a difference never holds a link or an object id', () => {
  const other = { ...sealed, joinWebUrl: 'https://teams.example.com/l/meetup-join/2', participants: null };
  const said = JSON.stringify(differences(expected, other));
  expect(said).not.toContain('meetup-join');
  expect(said).not.toContain(host.id);
});
