import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { event, invited, mum, openSchool, paths, settings } from './school.ts';

/** What tests are told of the tenant, and how it begins again. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

test('every call to Graph is written down, with who and what', async () => {
  await school.newEvent();
  await school.graph('GET', `${paths.events}?$top=1`);
  await school.ask('GET', '/v1.0/users');
  expect(await school.calls()).toMatchObject([
    {
      method: 'POST',
      path: paths.events,
      app: settings.appId,
      status: 201,
      requestBody: { subject: event.subject },
    },
    { method: 'GET', path: paths.events, query: '?$top=1', status: 200 },
    { path: '/users', app: null, status: 401 },
  ]);
});

test('whoever waits for the next call hears of it when it comes', async () => {
  const waiting = school.calls('?after=0&wait=30');
  await school.graph('GET', paths.events);
  expect(await waiting).toMatchObject([{ path: paths.events }]);
});

test('calls to Entra are counted apart', async () => {
  await school.token();
  expect(await school.calls()).toEqual([]);
  expect(await school.calls('?on=entra')).toMatchObject([{ method: 'POST', status: 200 }]);
});

test('every event is shown with its meeting as stored, also one that is over', async () => {
  const { id, path } = await school.newEvent(invited(mum));
  await school.graph('POST', `${path}/cancel`);
  const { body } = await school.ask('GET', '/_control/events');
  expect(body).toMatchObject([
    { id, isCancelled: true, state: 'cancelled', meeting: { allowedPresenters: 'everyone' } },
  ]);
});

test('a reset leaves nothing behind', async () => {
  await school.newEvent({ transactionId: 'one', ...invited(mum) });
  await school.newList();
  await school.arm({ do: { kind: 'drop' } });
  await school.options({ missingMeeting: 'empty' });
  await school.reset();
  expect(await school.outbox()).toEqual([]);
  expect(await school.calls()).toEqual([]);
  expect((await school.ask('GET', '/_control/faults')).body).toEqual([]);
  expect((await school.ask('GET', '/_control/events')).body).toEqual([]);
  expect((await school.ask('GET', '/_control/options')).body).toMatchObject({ missingMeeting: 'not found' });
  expect((await school.graph('GET', paths.lists)).body).toMatchObject({ value: [] });
});

test('a reset may keep the lists, and empties them', async () => {
  const list = await school.newList({ name: 'Status', text: {}, indexed: true });
  await school.newItem(list, { Status: 'open' });
  await school.reset({ keepLists: true });
  expect((await school.graph('GET', `${list}/items`)).body).toMatchObject({ value: [] });
  expect((await school.newItem(list, { Status: 'open' })).id).toBe('1');
});

test('an option there is not is refused', async () => {
  expect(await school.ask('PATCH', '/_control/options', { body: { lobby: 'shut' } })).toMatchObject({ status: 400 });
});

test('a tenant with a file takes up where it stopped, tokens and all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const before = await openSchool(join(folder, 'tenant.sqlite'));
  const { path, joinUrl } = await before.newEvent(invited(mum));
  const list = await before.newList({ name: 'Status', text: {}, indexed: true });
  const item = await before.newItem(list, { Status: 'open' });
  const token = await before.token();
  await before.close();
  const after = await openSchool(join(folder, 'tenant.sqlite'));
  expect((await after.graph('GET', path, { token })).body).toMatchObject({ onlineMeeting: { joinUrl } });
  expect(await after.lookUp(joinUrl)).toMatchObject({ status: 200 });
  expect((await after.graph('GET', item.path)).body).toMatchObject({ eTag: item.eTag });
  expect(await after.outbox()).toMatchObject([{ to: mum }]);
  await after.close();
  rmSync(folder, { recursive: true });
});
