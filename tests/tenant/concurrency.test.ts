import { afterAll, expect, test } from '@jest/globals';
import { openSchool, paths, tom } from './school.ts';

/** How many requests one mailbox takes at a time. */
const school = await openSchool();
afterAll(() => school.close());

test('four at a time, and the fifth is told to wait; another mailbox is not concerned', async () => {
  await school.token();
  await school.arm({ path: '^/users/', times: 4, do: { kind: 'hold' } });
  const four = Array.from({ length: 4 }, () => school.graph('GET', paths.events));
  const seen = new Set<number>();
  while (seen.size < 4) for (const { n } of await school.calls(`?after=${Math.max(0, ...seen)}&wait=30`)) seen.add(n);
  const fifth = await school.graph('GET', paths.events);
  expect(fifth).toMatchObject({ status: 429, body: { error: { code: 'ApplicationThrottled' } } });
  expect(Number(fifth.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await school.graph('GET', `/users/${tom.id}/events`)).toMatchObject({ status: 200 });
  await school.ask('POST', '/_control/release');
  expect((await Promise.all(four)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await school.graph('GET', paths.events)).toMatchObject({ status: 200 });
});
