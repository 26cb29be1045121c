import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { idOf, openSchool, type School } from '../school.ts';

/** Nobody gets more of the server than a person can use, and nobody's share can be used up by somebody else. */

let school: School;
beforeAll(async () => {
  school = await openSchool({ PERSON_PER_MINUTE: '20', ADDRESS_PER_MINUTE: '200', PROXY_HOPS: '1' });
});
afterAll(() => school.close());

const tokenOf = async (name: string): Promise<string> => {
  const answer = await fetch(`${school.tenant.url}/_teams/token/${idOf(name)}`);
  return z.object({ token: z.string() }).parse(await answer.json()).token;
};
const from = (address: string) => ({ 'X-Forwarded-For': `203.0.113.9, ${address}` });
const me = (token: string, address = '198.51.100.1') =>
  fetch(`${school.server.url}/api/me`, { headers: { Authorization: `Bearer ${token}`, ...from(address) } });
const times = async <T>(count: number, one: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, one));

test('who asks too much in the tab is told to wait, calmly, and for how long', async () => {
  const token = await tokenOf('Ruth Adeyemi');
  const statuses = (await times(20, () => me(token))).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  const answer = await me(token);
  const wait = Number(answer.headers.get('Retry-After'));
  expect(answer.status).toBe(429);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(await answer.json()).toMatchObject({ error: { code: 'too much', againIn: wait, say: expect.any(String) } });
});

test('from wherever they ask: it is the person who is counted', async () => {
  expect((await me(await tokenOf('Ruth Adeyemi'), '198.51.100.77')).status).toBe(429);
});

test('nobody else waits for it', async () => {
  expect((await me(await tokenOf('Owen Pryce'))).status).toBe(200);
});

test('nor can a stranger use up somebody’s share: only proved people are counted', async () => {
  const [header, , signature] = (await tokenOf('Leila Haddad')).split('.');
  const [, claims] = (await tokenOf('Leila Haddad')).split('.');
  const forged = `${header}.${claims}.${signature?.split('').toReversed().join('')}`;
  const statuses = (await times(40, () => me(forged, '198.51.100.2'))).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([401]));
  expect((await me(await tokenOf('Leila Haddad'))).status).toBe(200);
});

test('both doors share it, and the chat says so once', async () => {
  const tom = school.as('Tom Birch');
  for (let said = 0; said < 20; said += 1) await tom.says('help');
  expect(await tom.says('help')).toMatchObject({ status: 429 });
  expect(await tom.says('help')).toMatchObject({ status: 429 });
  const told = (await tom.messages()).filter(({ text }) => text?.includes('more at once'));
  expect(told).toHaveLength(1);
  expect((await me(await tokenOf('Tom Birch'))).status).toBe(429);
});

test('an address that floods is turned away before any token is looked at, and others are not', async () => {
  const answers = await times(210, () => me('x.y.z', '198.51.100.3'));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(200);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  expect(answers.findLast(({ status }) => status === 429)?.headers.get('Retry-After')).toMatch(/^\d+$/);
  expect((await me(await tokenOf('Sam Whitlock'), '198.51.100.4')).status).toBe(200);
});

test('what a stranger writes into the header beyond our own proxy makes them nobody else', async () => {
  const answers = await times(210, () =>
    fetch(`${school.server.url}/api/me`, {
      headers: { 'X-Forwarded-For': `198.51.100.${Math.floor(Math.random() * 250)}, 198.51.100.5` },
    }),
  );
  expect(answers.some(({ status }) => status === 429)).toBe(true);
});

test('health is asked as often as it likes', async () => {
  const answers = await times(210, () => fetch(`${school.server.url}/healthz`, { headers: from('198.51.100.3') }));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});
