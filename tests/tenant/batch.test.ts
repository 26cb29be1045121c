import { afterAll, expect, test } from '@jest/globals';
import { maya, openSchool, tom } from './school.ts';

/** Several requests in one. */
const school = await openSchool();
afterAll(() => school.close());

const batch = (...requests: object[]) => school.graph('POST', '/$batch', { body: { requests } });
const get = (id: string, url: string, more = {}) => ({ id, method: 'GET', url, ...more });

/** The status of each part, by its id: the parts come in no order. */
async function statuses(...requests: object[]): Promise<Record<string, number>> {
  const { status, body } = await batch(...requests);
  expect(status).toBe(200);
  const { responses } = body as { responses: { id: string; status: number }[] }; // as a batch is answered
  return Object.fromEntries(responses.map((one) => [one.id, one.status]));
}

test('each part is answered as if it had come alone', async () => {
  const body = { groupIds: ['x'] };
  const post = {
    id: 'b',
    method: 'POST',
    url: `/users/${tom.id}/checkMemberGroups`,
    headers: { 'Content-Type': 'application/json' },
    body,
  };
  const asked = [get('a', `/users/${maya.id}`), post, get('c', '/users/nobody')];
  expect(await statuses(...asked)).toEqual({ a: 200, b: 200, c: 404 });
});

test('a part that depends on one that failed is not run', async () => {
  const asked = [get('a', '/users/nobody'), get('b', `/users/${maya.id}`, { dependsOn: ['a'] })];
  expect(await statuses(...asked)).toEqual({ a: 404, b: 424 });
});

test('a part must not name the version of the API', async () => {
  expect(await statuses(get('a', `/v1.0/users/${maya.id}`), get('b', `https://graph.microsoft.com/users`))).toEqual({
    a: 400,
    b: 400,
  });
});

test('twenty parts are enough', async () => {
  const parts = Array.from({ length: 21 }, (_, at) => get(String(at), `/users/${maya.id}`));
  expect(await batch(...parts)).toMatchObject({ status: 400 });
  expect(Object.values(await statuses(...parts.slice(1)))).toEqual(Array.from({ length: 20 }, () => 200));
});

test('two parts of one id are refused', async () => {
  expect(await batch(get('a', '/users'), get('a', '/users'))).toMatchObject({ status: 400 });
});

test('without a token nothing is run', async () => {
  const body = { requests: [get('a', '/users')] };
  expect(await school.ask('POST', '/v1.0/$batch', { body })).toMatchObject({ status: 401 });
});
