import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { idOf, openSchool, type School } from '../school.ts';

/** The meeting that was arranged in chat stands in the tab of those it concerns, and of nobody else. */

let school: School;
let reference: string;
beforeAll(async () => {
  school = await openSchool();
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  reference = (await school.look()).rows[0]?.reference ?? '';
});
afterAll(() => school.close());

const Token = z.object({ token: z.string() });
const Listed = z.object({ meetings: z.array(z.looseObject({ reference: z.string() })) });

async function get(name: string, path: string): Promise<{ status: number; body: unknown }> {
  const { token } = Token.parse(await (await fetch(`${school.tenant.url}/_teams/token/${idOf(name)}`)).json());
  const answer = await fetch(`${school.server.url}${path}`, { headers: { Authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.json() };
}
const references = ({ body }: { body: unknown }) => Listed.parse(body).meetings.map((one) => one.reference);

test.each(['Maya Okafor', 'Tom Birch'])('%s finds it among their own', async (name) => {
  expect(references(await get(name, '/api/meetings?scope=mine'))).toEqual([reference]);
  const { body } = await get(name, `/api/meetings/${reference}`);
  expect(body).toMatchObject({ status: 'arranged', seal: { state: 'sealed' }, can: { join: { may: true } } });
  expect(JSON.stringify(body)).toContain('jo.marsh@example.com');
});

test.each(['Ruth Adeyemi', 'Owen Pryce'])(
  '%s of the leadership finds it in the whole school’s, without addresses',
  async (name) => {
    expect(references(await get(name, '/api/meetings?scope=mine'))).toEqual([]);
    expect(references(await get(name, '/api/meetings?scope=all'))).toEqual([reference]);
    const { status, body } = await get(name, `/api/meetings/${reference}`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('Jo Marsh');
    expect(JSON.stringify(body)).not.toContain('jo.marsh@example.com');
  },
);

test('the safeguarding lead reads it, without the guests’ addresses', async () => {
  expect(references(await get('Leila Haddad', '/api/meetings?scope=mine'))).toEqual([]);
  expect(references(await get('Leila Haddad', '/api/meetings?scope=all'))).toEqual([reference]);
  const { status, body } = await get('Leila Haddad', `/api/meetings/${reference}`);
  expect(status).toBe(200);
  expect(JSON.stringify(body)).not.toContain('@');
});

test.each(['Sam Whitlock', 'Grace Tan'])('%s, who has no part in it, finds nothing', async (name) => {
  expect(references(await get(name, '/api/meetings?scope=mine'))).toEqual([]);
  expect((await get(name, '/api/meetings?scope=all')).status).toBe(403);
  expect((await get(name, `/api/meetings/${reference}`)).status).toBe(404);
});

test.each(['Ivy Lark', 'Dana Cole'])('%s is not let in', async (name) => {
  for (const path of ['/api/me', '/api/meetings', '/api/meetings?scope=all', `/api/meetings/${reference}`]) {
    const { status, body } = await get(name, path);
    expect(status).toBe(403);
    expect(JSON.stringify(body)).not.toContain(reference);
  }
});
