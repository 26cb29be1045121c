import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { openSchool, paths, tom } from './school.ts';

/** What may be changed about a meeting, and what a reader is shown of it. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

const prefer = { prefer: 'include-unknown-enum-members' };
const second = { identity: { user: { id: tom.id } }, upn: tom.userPrincipalName, role: 'coorganizer' };

async function newMeeting(): Promise<string> {
  return school.meetingPath((await school.newEvent()).joinUrl);
}
const patched = async (path: string, body: object) => school.graph('PATCH', path, { body });

test('the members named change, and no others', async () => {
  const path = await newMeeting();
  await patched(path, { lobbyBypassSettings: { isDialInBypassEnabled: false }, allowMeetingChat: 'disabled' });
  expect((await school.graph('GET', path)).body).toMatchObject({
    lobbyBypassSettings: { scope: 'organization', isDialInBypassEnabled: false },
    allowMeetingChat: 'disabled',
    allowedPresenters: 'everyone',
  });
});

test('words Graph learnt late are hidden from who does not say they know them', async () => {
  const path = await newMeeting();
  const settings = {
    lobbyBypassSettings: { scope: 'organizationExcludingGuests' },
    participants: { attendees: [second] },
  };
  await patched(path, settings);
  expect((await school.graph('GET', path)).body).toMatchObject({
    lobbyBypassSettings: { scope: 'unknownFutureValue' },
    participants: { attendees: [{ role: 'unknownFutureValue' }] },
  });
  expect((await school.graph('GET', path, { headers: prefer })).body).toMatchObject(settings);
});

test('whoever joins may switch on microphone and camera until that is taken from them, one by one', async () => {
  const path = await newMeeting();
  const both = { allowAttendeeToEnableMic: true, allowAttendeeToEnableCamera: true };
  expect((await school.graph('GET', path)).body).toMatchObject(both);
  await patched(path, { allowAttendeeToEnableMic: false });
  expect((await school.graph('GET', path)).body).toMatchObject({ ...both, allowAttendeeToEnableMic: false });
});

test('the list of attendees is replaced whole, and kept as written, whoever that may be', async () => {
  const path = await newMeeting();
  await patched(path, {
    participants: { attendees: [second, { upn: 'nobody@school.example.org', role: 'presenter' }] },
  });
  await patched(path, { participants: { attendees: [{ identity: { user: { id: 'nobody' } }, role: 'presenter' }] } });
  const { body } = await school.graph('GET', path);
  expect(body).toMatchObject({ participants: { attendees: [{ identity: { user: { id: 'nobody' } }, upn: null }] } });
});

test('start and end come together', async () => {
  const path = await newMeeting();
  const start = { startDateTime: '2026-12-01T09:00:00Z' };
  expect(await patched(path, start)).toMatchObject({ status: 400 });
  const both = { ...start, endDateTime: '2026-12-01T10:00:00Z' };
  expect(await patched(path, both)).toMatchObject({ status: 200, body: { endDateTime: '2026-12-01T10:00:00.000Z' } });
});

test.each([
  ['@odata.type', { '@odata.type': '#microsoft.graph.onlineMeeting', allowedPresenters: 'organizer' }],
  ['a member that is fixed', { joinMeetingIdSettings: { isPasscodeRequired: false } }],
  ['a member there is not', { lobby: 'shut' }],
  ['a word there is not', { allowedPresenters: 'staff' }],
  ['the word for a word not known', { lobbyBypassSettings: { scope: 'unknownFutureValue' } }],
  ['an annotation further in', { lobbyBypassSettings: { '@odata.type': 'x', scope: 'organizer' } }],
  ['another organizer', { participants: { attendees: [], organizer: { identity: { user: { id: tom.id } } } } }],
])('a change is refused for %s, and nothing of it is kept', async (_what, body) => {
  const path = await newMeeting();
  expect(await patched(path, body)).toMatchObject({
    status: 400,
    body: { error: { code: 'InvalidArgument', message: expect.stringContaining('do not support updating') } },
  });
  expect((await school.graph('GET', path)).body).toMatchObject({ allowedPresenters: 'everyone' });
});

test('a meeting of one’s own has every option from the start, and nobody hears of it', async () => {
  const body = { subject: 'Alone', allowedPresenters: 'organizer', lobbyBypassSettings: { scope: 'organizer' } };
  const made = await school.graph('POST', paths.meetings, { body });
  expect(made).toMatchObject({ status: 201, body });
  expect(await school.outbox()).toEqual([]);
});

test('one of an external id is made once, and then answered as it stands', async () => {
  const path = `${paths.meetings}/createOrGet`;
  const body = {
    externalId: 'one',
    subject: 'First',
    startDateTime: '2026-12-01T09:00:00Z',
    endDateTime: '2026-12-01T10:00:00Z',
  };
  expect(await school.graph('POST', path, { body })).toMatchObject({ status: 201, body: { subject: 'First' } });
  const again = { ...body, subject: 'Second' };
  expect(await school.graph('POST', path, { body: again })).toMatchObject({ status: 200, body: { subject: 'First' } });
});

test('deleted, it is not found', async () => {
  const path = await newMeeting();
  expect(await school.graph('DELETE', path)).toMatchObject({ status: 204 });
  expect(await school.graph('GET', path)).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
});

test('somebody in Teams may change it without a word to us', async () => {
  const path = await newMeeting();
  const id = decodeURIComponent(path.split('/').at(-1) ?? '');
  await school.ask('PATCH', `/_control/meetings/${encodeURIComponent(id)}`, {
    body: { allowedPresenters: 'organization' },
  });
  expect((await school.graph('GET', path)).body).toMatchObject({ allowedPresenters: 'organization' });
});
