import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Failure } from '../../bot/failure.ts';
import { countOnce } from '../../bot/insights/counting.ts';
import { weekOfDay } from '../../bot/insights/week.ts';
import { guestFields, meetingFields, playedRegister, playedStore } from '../insights/a-register.ts';
import { type Door, openDoor } from './door.ts';
import { now } from './school.ts';

/** What the page of pictures is told, and how far it is to be trusted. */

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const register = playedRegister();
const kept = playedStore();
const count = () => countOnce({ rows: register.countable, store: kept.store, now });
const counted = async () => (await kept.store.read())?.aggregate ?? null;

test('before anything has been counted it says so', async () => {
  door.figures = () => Promise.resolve(null);
  expect((await door.getAs('head', '/api/insights')).body).toMatchObject({
    freshness: { is: 'nothing yet' },
    meetings: 0,
  });
});

test('the school year that it is, summed and week by week, with nobody’s name but the hosts’', async () => {
  register.add('meetings', meetingFields({ Child: 'AB' }));
  register.add(
    'meetings',
    meetingFields({ Reference: 'PAR-AAAAAAA2', Kind: 'parent', Starts: '2026-11-10T10:00:00Z' }),
  );
  register.add('meetings', meetingFields({ Reference: 'TAC-AAAAAAA3', Starts: '2025-11-10T10:00:00Z' }));
  register.add(
    'guests',
    guestFields({ Reference: 'PAR-AAAAAAA2', Starts: '2026-11-10T10:00:00Z', Attended: 'came', Name: 'Rosa Bell' }),
  );
  register.add('guests', guestFields({ Name: 'Dana Cole' }));
  await count();
  door.figures = counted;
  const { body, text } = await door.getAs('head', '/api/insights');
  expect(body).toMatchObject({
    freshness: { is: 'up to date', at: '2026-11-20T09:00:00Z' },
    from: '2026-09-01',
    to: '2027-08-31',
    meetings: 2,
    kinds: [
      { kind: 'tac', meetings: 1 },
      { kind: 'parent', meetings: 1 },
    ],
    sealing: { before: 2, after: 0, unknown: 0 },
    waits: { median: 5 },
    hosts: [{ name: 'Maya Okafor', meetings: 2 }],
    // The other meeting is still to come.
    agencies: [{ agency: 'School nursing', came: 1, didNotCome: 0, notNoted: 0 }],
  });
  expect(text).not.toMatch(/Rosa|Dana|"AB"/);
});

test('of a term there are its own weeks, whole ones', async () => {
  const { body } = await door.getAs('safeguardingLead', '/api/insights?from=2026-11-18&to=2026-11-26');
  expect(body).toMatchObject({
    meetings: 1,
    weeks: [{ week: '2026-11-16' }, { week: '2026-11-23', kinds: { tac: 1 } }],
  });
});

test('while weeks are still to be counted, it says how many', async () => {
  const aggregate = await counted();
  const due = [weekOfDay('2026-11-16'), weekOfDay('2026-11-23')];
  door.figures = () => Promise.resolve(aggregate && { ...aggregate, due, begun: 260 });
  expect((await door.getAs('head', '/api/insights')).body).toMatchObject({
    freshness: { is: 'counting', counted: 258, of: 260 },
  });
});

test.each(['from=2026-13-01', 'from=2026-11-30&to=2026-11-01', 'of=everything', 'from=1066-10-14'])(
  'it does not take %s for days',
  async (query) => {
    expect((await door.getAs('head', `/api/insights?${query}`)).status).toBe(400);
  },
);

test('when storage does not answer, it says so calmly', async () => {
  door.figures = () => Promise.reject(new Failure('memory unavailable', 'blob storage'));
  const { status, body } = await door.getAs('head', '/api/insights');
  expect(status).toBe(503);
  expect(body).toMatchObject({ error: { say: 'I cannot get at the figures just now.' } });
});
