import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { idOf } from '../school.ts';
import { openPatient } from './a-school.ts';

// What ICT reads in the tab, from the real server: the same as in a terminal, and not asked of Microsoft by everybody who looks.

let school: Awaited<ReturnType<typeof openPatient>>;
beforeAll(async () => {
  school = await openPatient();
}, 60_000);
beforeEach(() => school.recover());
afterAll(() => school.close());

const Body = z.looseObject({
  at: z.string().optional(),
  lines: z.array(z.looseObject({ id: z.string(), state: z.string() })).optional(),
});

async function asked(who: string) {
  const { token } = z
    .object({ token: z.string() })
    .parse(await (await fetch(`${school.tenant.url}/_teams/token/${idOf(who)}`)).json());
  const answer = await fetch(`${school.server.url}/api/doctor`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: Body.parse(await answer.json()) };
}

test('ICT reads it, however many of them look at once, from one reading', async () => {
  await school.control('calls', 'DELETE');
  const answers = await Promise.all([asked('Sam Whitlock'), asked('Sam Whitlock'), asked('Sam Whitlock')]);
  const later = await asked('Sam Whitlock');
  expect(new Set([...answers, later].map(({ body }) => body.at)).size).toBe(1);
  expect(later.body.lines?.filter(({ state }) => state === 'wrong')).toEqual([]);
  const calls = (await school.control('calls', 'GET')) as readonly { path: string }[]; // as calls.ts keeps them
  expect(calls.filter(({ path }) => path.startsWith('/appCatalogs/'))).toHaveLength(1);
}, 30_000);

test.each(['Ruth Adeyemi', 'Maya Okafor', 'Grace Tan'])('%s does not', async (who) => {
  expect((await asked(who)).status).toBe(403);
});
