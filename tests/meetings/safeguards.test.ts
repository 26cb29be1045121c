import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PersonId } from '../../bot/meetings/ask.ts';
import { differences, type Expected, MeetingAsRead } from '../../bot/meetings/safeguards.ts';
import { closed } from '../a-decision.ts';
import { anAsk } from '../an-ask.ts';

const { host, secondAdult } = anAsk();
const presenter = PersonId.parse('5c0a1d0e-0000-4000-8000-000000000104');
const listener = PersonId.parse('5c0a1d0e-0000-4000-8000-000000000105');
const tenantId = '5c0a1d0e-0000-4000-8000-000000000001';
const joinUrl = 'https://teams.example.com/l/meetup-join/1';
const expected: Expected = {
  safeguards: closed,
  host: host.id,
  roster: [
    { id: secondAdult.id, role: 'coorganizer' },
    { id: presenter, role: 'presenter' },
    { id: listener, role: 'attendee' },
  ],
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
  allowAttendeeToEnableMic: true,
  allowAttendeeToEnableCamera: true,
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

test('nobody who was not asked for may hold a raised role, whatever the role', () => {
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

const listedAs = (id: string, role: string) => {
  const attendees = [...(sealed.participants?.attendees ?? []), { role, identity: { user: { id, tenantId } } }];
  return named({ ...sealed, participants: { ...sealed.participants, attendees } });
};

test('a colleague who was asked for as a presenter may present, and may not admit', () => {
  expect(listedAs(presenter, 'presenter')).toEqual([]);
  expect(listedAs(presenter, 'coorganizer')).toContain('raised roles');
});

test('a colleague who was asked for without a role may hold none', () => {
  expect(listedAs(listener, 'attendee')).toEqual([]);
  expect(listedAs(listener, 'presenter')).toContain('raised roles');
});

test('a staff meeting is sealed without a second adult, and with nobody raised', () => {
  const alone = { ...expected, roster: [] };
  const read = { ...sealed, participants: { ...sealed.participants, attendees: [] } };
  expect(differences(alone, read)).toEqual([]);
  expect(differences(alone, sealed).map((one) => one.setting)).toEqual(['raised roles']);
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
