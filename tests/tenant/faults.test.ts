import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { event, invited, mum, openSchool, paths, settings } from './school.ts';

/** What goes wrong when it is told to, and what has happened all the same. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

const post = { method: 'POST', path: '/events$' };
const posted = () => school.graph('POST', paths.events, { body: { ...event, ...invited(mum) } });
const letters = async () => (await school.outbox()).length;

test.each([
  ['throttle', { kind: 'throttle', retryAfter: 0.25 }, 429, 0],
  ['refuse', { kind: 'refuse' }, 403, 0],
  ['fail', { kind: 'fail', status: 503 }, 503, 0],
  ['apply then fail', { kind: 'apply then fail', status: 504 }, 504, 1],
  ['accept and ignore', { kind: 'accept and ignore' }, 201, 0],
  ['delay', { kind: 'delay', milliseconds: 1 }, 201, 1],
] as const)('%s: the next request that matches, and only that', async (_kind, deed, status, sent) => {
  await school.arm({ ...post, do: deed });
  expect((await posted()).status).toBe(status);
  expect(await letters()).toBe(sent);
  expect((await posted()).status).toBe(201);
});

test('throttled, it says how long to wait, in fractions of a second if need be', async () => {
  await school.arm({ ...post, do: { kind: 'throttle', retryAfter: 0.25 } });
  const answer = await posted();
  expect(answer.headers.get('retry-after')).toBe('0.25');
  expect(answer.body).toMatchObject({ error: { code: 'TooManyRequests', innerError: { status: '429' } } });
});

test.each([
  ['drop', 0],
  ['apply then drop', 1],
] as const)('%s: the connection breaks', async (kind, sent) => {
  await school.arm({ ...post, do: { kind } });
  await expect(posted()).rejects.toThrow('fetch failed');
  expect(await letters()).toBe(sent);
});

test('what is accepted and ignored is echoed and not kept', async () => {
  const { path, joinUrl } = await school.newEvent();
  const meeting = await school.meetingPath(joinUrl);
  await school.arm({ method: 'PATCH', path: '', times: 2, do: { kind: 'accept and ignore' } });
  const shut = { allowedPresenters: 'organizer' };
  expect(await school.graph('PATCH', meeting, { body: shut })).toMatchObject({ status: 200, body: shut });
  expect((await school.graph('GET', meeting)).body).toMatchObject({ allowedPresenters: 'everyone' });
  expect(await school.graph('PATCH', path, { body: invited(mum) })).toMatchObject({
    status: 200,
    body: { attendees: [{ emailAddress: { address: mum } }] },
  });
  expect((await school.graph('GET', path)).body).toMatchObject({ attendees: [] });
  expect(await letters()).toBe(0);
});

test('an item whose making was ignored is not there, and neither is the list', async () => {
  await school.arm({ method: 'POST', path: '/lists$', do: { kind: 'accept and ignore' } });
  const gone = await school.newList({ name: 'Status', text: {}, indexed: true });
  expect(await school.graph('GET', gone)).toMatchObject({ status: 404 });
  const list = await school.newList({ name: 'Status', text: {}, indexed: true });
  await school.arm({ method: 'POST', path: '/items$', do: { kind: 'accept and ignore' } });
  const { path } = await school.newItem(list, { Status: 'open' });
  expect(await school.graph('GET', path)).toMatchObject({ status: 404 });
});

test('no link: the event comes without its meeting', async () => {
  await school.arm({ ...post, do: { kind: 'no link' } });
  expect(await posted()).toMatchObject({ status: 201, body: { isOnlineMeeting: false, onlineMeeting: null } });
});

test('hide: a new meeting is not found for so many look-ups', async () => {
  await school.arm({ ...post, do: { kind: 'hide', reads: 2 } });
  const { joinUrl } = await school.newEvent();
  expect((await school.lookUp(joinUrl)).body).toMatchObject({ value: [] });
  expect((await school.lookUp(joinUrl)).body).toMatchObject({ value: [] });
  expect((await school.lookUp(joinUrl)).body).toMatchObject({ value: [{ joinWebUrl: joinUrl }] });
});

test('hide: the look-up that is struck finds nothing', async () => {
  const { joinUrl } = await school.newEvent();
  await school.arm({ method: 'GET', path: 'JoinWebUrl eq', do: { kind: 'hide' } });
  expect((await school.lookUp(joinUrl)).body).toMatchObject({ value: [] });
  expect((await school.lookUp(joinUrl)).body).toMatchObject({ value: [{ joinWebUrl: joinUrl }] });
});

test('forget setting: all is echoed, and all but that is kept', async () => {
  const { joinUrl } = await school.newEvent();
  const meeting = await school.meetingPath(joinUrl);
  await school.arm({
    method: 'PATCH',
    path: '/onlineMeetings/',
    do: { kind: 'forget setting', member: 'lobbyBypassSettings' },
  });
  const body = {
    lobbyBypassSettings: { scope: 'organizer', isDialInBypassEnabled: false },
    allowedPresenters: 'organizer',
  };
  expect(await school.graph('PATCH', meeting, { body })).toMatchObject({ status: 200, body });
  expect((await school.graph('GET', meeting)).body).toMatchObject({
    lobbyBypassSettings: { scope: 'organization', isDialInBypassEnabled: true },
    allowedPresenters: 'organizer',
  });
});

test('drift: the invitations leave, and then the meeting is found otherwise', async () => {
  const { path, joinUrl } = await school.newEvent();
  const meeting = await school.meetingPath(joinUrl);
  await school.graph('PATCH', meeting, { body: { allowedPresenters: 'organizer' } });
  await school.arm({
    method: 'PATCH',
    path: '/events/',
    do: { kind: 'drift', settings: { allowedPresenters: 'everyone' } },
  });
  await school.graph('PATCH', path, { body: invited(mum) });
  expect((await school.graph('GET', meeting)).body).toMatchObject({ allowedPresenters: 'everyone' });
});

test('hold: it is done, and the answer waits until it is let go', async () => {
  await school.arm({ ...post, do: { kind: 'hold' } });
  const answer = posted();
  const [held] = await school.calls('?wait=30');
  expect(held).toMatchObject({ method: 'POST', held: true, fault: 'hold', status: 201 });
  expect(await letters()).toBe(1);
  expect(await school.ask('POST', '/_control/release')).toMatchObject({ body: { released: 1 } });
  expect((await answer).status).toBe(201);
});

test('so many pass first, and then so many are struck; each fault counts for itself', async () => {
  const fail = (status: 500 | 503, skip: number) => ({
    ...post,
    skip,
    times: 2,
    do: { kind: 'fail' as const, status },
  });
  await school.arm(fail(500, 1), fail(503, 2));
  const statuses = [];
  for (let at = 0; at < 6; at += 1) statuses.push((await posted()).status);
  expect(statuses).toEqual([201, 500, 500, 503, 503, 201]);
  expect((await school.ask('GET', '/_control/faults')).body).toMatchObject([{ struck: 2 }, { struck: 2 }]);
});

test('Entra fails in its own words', async () => {
  await school.arm({ on: 'entra', path: '/oauth2/v2.0/token$', do: { kind: 'throttle', retryAfter: 1 } });
  const answer = await fetch(`${school.url}/${settings.tenantId}/oauth2/v2.0/token`, { method: 'POST' });
  expect(answer.status).toBe(429);
  expect(await answer.json()).toMatchObject({ error: 'temporarily_unavailable' });
});

test('the channel fails too', async () => {
  await school.arm({ on: 'connector', path: '/activities', do: { kind: 'fail', status: 502 } });
  const answer = await school.ask('POST', '/botframework/v3/conversations/a/activities', { body: {} });
  expect(answer).toMatchObject({ status: 502, body: { error: { code: 'ServiceError' } } });
});

test('each part of a batch can be struck', async () => {
  await school.arm({ path: '/users/nobody', do: { kind: 'fail', status: 503 } });
  const requests = [{ id: 'a', method: 'GET', url: '/users/nobody' }];
  const { body } = await school.graph('POST', '/$batch', { body: { requests } });
  expect(body).toMatchObject({ responses: [{ id: 'a', status: 503 }] });
});

test('a fault that is not JSON is refused', async () => {
  expect(await school.ask('POST', '/_control/faults', { body: '{' })).toMatchObject({ status: 400 });
});

test.each([
  ['a kind there is not', { do: { kind: 'explode' } }],
  ['no kind', {}],
  ['a path that is no expression', { path: '(', do: { kind: 'drop' } }],
  ['a member there is not', { tiems: 2, do: { kind: 'drop' } }],
])('a fault with %s is refused', async (_what, fault) => {
  expect(await school.ask('POST', '/_control/faults', { body: fault })).toMatchObject({ status: 400 });
});
