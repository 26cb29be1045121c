import { afterAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { letters } from '../../infra/tenant/graph/events/invitations.ts';
import { event, invited, maya, mum, nurse, openSchool, paths, tom } from './school.ts';

/** Who is written to, and when. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

/** What went out since, as `kind to address`. */
async function sentBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = (await school.outbox()).length;
  await work();
  return (await school.outbox()).slice(before).map(({ kind, to }) => `${kind} to ${to}`);
}

test('nobody, when an event is made without attendees', async () => {
  expect(await sentBy(() => school.newEvent())).toEqual([]);
});

test('everybody on it, when it is made with attendees', async () => {
  const sent = await sentBy(() => school.newEvent(invited(mum, tom.address)));
  expect(sent).toEqual([`invitation to ${mum}`, `invitation to ${tom.address}`]);
});

test('only those added, when a change has nothing but attendees', async () => {
  const { path } = await school.newEvent(invited(mum));
  const sent = await sentBy(() => school.graph('PATCH', path, { body: invited(mum, nurse) }));
  expect(sent).toEqual([`invitation to ${nurse}`]);
});

test('those who are no longer on it get a cancellation', async () => {
  const { path } = await school.newEvent(invited(mum, nurse));
  const sent = await sentBy(() => school.graph('PATCH', path, { body: invited(nurse) }));
  expect(sent).toEqual([`cancellation to ${mum}`]);
});

test.each([
  ['the subject', { subject: 'Another name' }],
  ['the time', { end: { dateTime: '2026-11-24T16:30:00', timeZone: 'UTC' } }],
  ['the body', { body: { contentType: 'html', content: 'Other words' } }],
])('everybody, when %s changes', async (_what, body) => {
  const { path } = await school.newEvent(invited(mum, nurse));
  const sent = await sentBy(() => school.graph('PATCH', path, { body }));
  expect(sent).toEqual([`update to ${mum}`, `update to ${nurse}`]);
});

test('everybody, when attendees come with anything else beside them', async () => {
  const { path } = await school.newEvent(invited(mum));
  const body = { ...invited(mum, nurse), subject: event.subject };
  const sent = await sentBy(() => school.graph('PATCH', path, { body }));
  expect(sent).toEqual([`update to ${mum}`, `invitation to ${nurse}`]);
});

test('nobody, when the organizer’s own reminder changes', async () => {
  const { path } = await school.newEvent(invited(mum));
  expect(await sentBy(() => school.graph('PATCH', path, { body: { isReminderOn: false } }))).toEqual([]);
});

test.each([
  ['cancelled', 'POST', '/cancel', 202],
  ['deleted', 'DELETE', '', 204],
])('everybody is told when it is %s', async (_what, method, suffix, status) => {
  const { path } = await school.newEvent(invited(mum));
  const sent = await sentBy(async () => {
    expect(await school.graph(method, `${path}${suffix}`)).toMatchObject({ status });
  });
  expect(sent).toEqual([`cancellation to ${mum}`]);
  expect(await school.graph('GET', path)).toMatchObject({ status: 404 });
});

test('the organizer is never written to, and nobody twice', async () => {
  const sent = await sentBy(() => school.newEvent(invited(maya.address, mum, mum.toUpperCase())));
  expect(sent).toEqual([`invitation to ${mum}`]);
});

test('a letter carries the link, the times in UTC, and the options as they were when it left', async () => {
  const { path, joinUrl } = await school.newEvent({ hideAttendees: true });
  const meeting = await school.meetingPath(joinUrl);
  await school.graph('PATCH', meeting, { body: { lobbyBypassSettings: { scope: 'organizationExcludingGuests' } } });
  await school.graph('PATCH', path, { body: invited(mum) });
  await school.graph('PATCH', meeting, { body: { lobbyBypassSettings: { scope: 'everyone' } } });
  const [mail] = await school.outbox();
  expect(mail).toMatchObject({
    joinUrl,
    subject: event.subject,
    start: '2026-11-24T15:15:00.000Z',
    organizer: maya.address,
    hideAttendees: true,
    optionsThen: { joinWebUrl: joinUrl, lobbyBypassSettings: { scope: 'organizationExcludingGuests' } },
  });
  expect(mail?.body).toContain('Please come.');
});

test('an event without a meeting invites to none', async () => {
  await school.graph('POST', paths.events, { body: { ...event, isOnlineMeeting: false, ...invited(mum) } });
  expect(await school.outbox()).toMatchObject([{ joinUrl: null, optionsThen: null }]);
});

test('whatever the lists, a change of attendees alone writes to nobody who was and stays on it', () => {
  const someone = fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com', 'd@example.com');
  const several = fc.uniqueArray(someone);
  fc.assert(
    fc.property(several, several, (before, after) => {
      const on = (addresses: string[]) =>
        addresses.map((address) => ({ type: 'required' as const, name: '', address }));
      const written = letters({ attendees: on(before) }, { attendees: on(after) }, new Set(['attendees']));
      const added = after.filter((one) => !before.includes(one)).map((to) => ({ kind: 'invitation', to }));
      const removed = before.filter((one) => !after.includes(one)).map((to) => ({ kind: 'cancellation', to }));
      expect(written).toEqual([...removed, ...added]);
    }),
  );
});
