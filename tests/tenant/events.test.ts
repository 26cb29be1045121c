import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { event, invited, maya, mum, openSchool, paths, tom } from './school.ts';

/** What becomes of an event, and of the meeting it leads to. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

test('it leads to a meeting as open as Teams makes them', async () => {
  const { joinUrl } = await school.newEvent();
  expect(await school.graph('GET', await school.meetingPath(joinUrl))).toMatchObject({
    status: 200,
    body: {
      joinWebUrl: joinUrl,
      allowedPresenters: 'everyone',
      allowedLobbyAdmitters: 'organizerAndCoOrganizersAndPresenters',
      lobbyBypassSettings: { scope: 'organization', isDialInBypassEnabled: true },
      participants: { organizer: { identity: { user: { id: maya.id } } }, attendees: [] },
    },
  });
});

test('the same transaction id again is the same event, and nobody is written to twice', async () => {
  const once = await school.newEvent({ transactionId: 'one', ...invited(mum) });
  const again = await school.newEvent({ transactionId: 'one', ...invited(mum) });
  expect(again).toEqual(once);
  expect(await school.outbox()).toHaveLength(1);
});

test('the same transaction id of another organizer is another event', async () => {
  const mine = await school.newEvent({ transactionId: 'one' });
  const theirs = await school.graph('POST', `/users/${tom.id}/events`, { body: { ...event, transactionId: 'one' } });
  expect(theirs).toMatchObject({ status: 201 });
  expect(theirs.body).not.toMatchObject({ onlineMeeting: { joinUrl: mine.joinUrl } });
});

test('a changed body gives it a new meeting with nothing of the old one’s options, and the old one lives on', async () => {
  const { path, joinUrl } = await school.newEvent();
  const old = await school.meetingPath(joinUrl);
  await school.graph('PATCH', old, { body: { allowedPresenters: 'organizer' } });
  const { body } = await school.graph('PATCH', path, {
    body: { body: { contentType: 'text', content: 'Other words' } },
  });
  const link = (body as { onlineMeeting: { joinUrl: string } }).onlineMeeting.joinUrl; // as a PATCH answers an event
  expect(link).not.toBe(joinUrl);
  const fresh = await school.graph('GET', await school.meetingPath(link));
  expect(fresh.body).toMatchObject({ allowedPresenters: 'everyone' });
  expect((await school.graph('GET', old)).body).toMatchObject({ allowedPresenters: 'organizer' });
});

test('attendees alone leave its meeting as it was', async () => {
  const { path, joinUrl } = await school.newEvent();
  const meeting = await school.meetingPath(joinUrl);
  const settings = { allowedPresenters: 'roleIsPresenter', participants: { attendees: [] } };
  await school.graph('PATCH', meeting, { body: settings });
  const answer = await school.graph('PATCH', path, { body: invited(mum) });
  expect(answer.body).toMatchObject({ onlineMeeting: { joinUrl }, attendees: [{ emailAddress: { address: mum } }] });
  expect((await school.graph('GET', meeting)).body).toMatchObject(settings);
});

test('those invited take part in the meeting too, where the tenant does that', async () => {
  await school.options({ attendeesAppearAsParticipants: true });
  const { path, joinUrl } = await school.newEvent();
  await school.graph('PATCH', path, { body: invited(mum) });
  const { body } = await school.graph('GET', await school.meetingPath(joinUrl));
  expect(body).toMatchObject({ participants: { attendees: [{ upn: mum, role: 'attendee', identity: null }] } });
});

test('a meeting cannot be taken from it again', async () => {
  const { path, joinUrl } = await school.newEvent();
  const { status, body } = await school.graph('PATCH', path, { body: { isOnlineMeeting: false } });
  expect({ status, body }).toMatchObject({ status: 200, body: { isOnlineMeeting: true, onlineMeeting: { joinUrl } } });
});

test('where the tenant has no Teams it is made all the same, without a link', async () => {
  await school.options({ onlineMeetingProviders: ['skypeForBusiness'] });
  const { status, body } = await school.graph('POST', paths.events, { body: event });
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { isOnlineMeeting: false, onlineMeetingProvider: 'unknown', onlineMeeting: null },
  });
});

test('cancelled, it is gone and its meeting stays as it was', async () => {
  const { path, joinUrl } = await school.newEvent(invited(mum));
  const meeting = await school.meetingPath(joinUrl);
  await school.graph('POST', `${path}/cancel`, { body: { comment: 'Not today' } });
  expect(await school.graph('GET', path)).toMatchObject({
    status: 404,
    body: { error: { code: 'ErrorItemNotFound' } },
  });
  expect(await school.graph('PATCH', meeting, { body: { allowedPresenters: 'organizer' } })).toMatchObject({
    status: 200,
  });
});

test('somebody invited cannot cancel it, and has it under another id', async () => {
  await school.newEvent(invited(tom.address));
  const { body } = await school.graph('GET', `/users/${tom.id}/events`);
  const [theirs] = (body as { value: { id: string; isOrganizer: boolean }[] }).value; // as a list of events is
  expect(theirs).toMatchObject({ isOrganizer: false });
  const path = `/users/${tom.id}/events/${encodeURIComponent(theirs?.id ?? '')}`;
  expect(await school.graph('POST', `${path}/cancel`)).toMatchObject({ status: 400 });
  expect(await school.graph('GET', path.replace(tom.id, maya.id))).toMatchObject({ status: 404 });
});

test('attendees are hidden from each other where the organizer wishes it', async () => {
  await school.newEvent({ hideAttendees: true, ...invited(tom.address, mum) });
  const seen = await school.graph('GET', `/users/${tom.id}/events`);
  expect(seen.body).toMatchObject({ value: [{ attendees: [{ emailAddress: { address: tom.address } }] }] });
});

test('an extended property is found by its value, and shown only when asked for', async () => {
  const id = 'String {00020329-0000-0000-C000-000000000046} Name Reference';
  await school.newEvent({ singleValueExtendedProperties: [{ id, value: 'TAC-1' }] });
  await school.newEvent({ singleValueExtendedProperties: [{ id, value: 'TAC-2' }] });
  const filter = encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${id}' and ep/value eq 'TAC-1')`);
  const found = await school.graph('GET', `${paths.events}?$filter=${filter}`);
  expect(found.body).toMatchObject({ value: [{ subject: event.subject }] });
  expect(JSON.stringify(found.body)).not.toContain('TAC-1');
  const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${id}')`);
  const shown = await school.graph('GET', `${paths.events}?$filter=${filter}&$expand=${expand}`);
  expect(shown.body).toMatchObject({ value: [{ singleValueExtendedProperties: [{ id, value: 'TAC-1' }] }] });
});

test('its times come in the zone the caller prefers, over the change of the clocks', async () => {
  const start = { dateTime: '2026-10-24T09:00:00', timeZone: 'GMT Standard Time' };
  const end = { dateTime: '2026-10-25T09:00:00', timeZone: 'Europe/London' };
  const { path } = await school.newEvent({ start, end });
  const inUtc = await school.graph('GET', path);
  expect(inUtc.body).toMatchObject({
    start: { dateTime: '2026-10-24T08:00:00.0000000', timeZone: 'UTC' },
    end: { dateTime: '2026-10-25T09:00:00.0000000', timeZone: 'UTC' },
  });
  const there = await school.graph('GET', path, { headers: { prefer: 'outlook.timezone="Europe/London"' } });
  expect(there.body).toMatchObject({ start: { dateTime: '2026-10-24T09:00:00.0000000', timeZone: 'Europe/London' } });
});

test.each([
  ['a member it does not have', { lobby: 'shut' }, 'RequestBodyRead'],
  [
    'an end before its start',
    { end: { dateTime: '2026-11-24T15:00:00', timeZone: 'UTC' } },
    'ErrorPropertyValidationFailure',
  ],
  [
    'a zone there is not',
    { start: { dateTime: '2026-11-24T15:00:00', timeZone: 'Quillfeather' } },
    'TimeZoneNotSupportedException',
  ],
  ['a day there is not', { start: { dateTime: '2026-02-30T15:00:00', timeZone: 'UTC' } }, 'ErrorInvalidArgument'],
  ['an attendee without an address', invited('mum'), 'ErrorInvalidRecipients'],
])('it is refused with %s', async (_what, more, code) => {
  const answer = await school.graph('POST', paths.events, { body: { ...event, ...more } });
  expect(answer).toMatchObject({ status: 400, body: { error: { code } } });
});

test('a guest of the school has no calendar here', async () => {
  const guest = '5c0a1d0e-0000-4000-8000-00000000010a';
  expect(await school.graph('POST', `/users/${guest}/events`, { body: event })).toMatchObject({ status: 404 });
});
