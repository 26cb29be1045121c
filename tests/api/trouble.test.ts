import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Failure, failureKinds } from '../../bot/failure.ts';
import { type Door, openDoor } from './door.ts';

// What people are told when something fails behind the door.

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
beforeEach(() => {
  door.reported.length = 0;
  door.register.unreadable = 0;
  door.register.failWith(null);
});

const underneath = 'ECONNRESET 10.0.0.4 row of Rosa Bell';
const faults = [
  { fault: new Failure('register unavailable', underneath), status: 503, code: 'register cannot be read' },
  { fault: new Failure('register changed', underneath), status: 503, code: 'register cannot be read' },
  { fault: new Failure('register unreadable', underneath), status: 500, code: 'register unreadable' },
  { fault: new Failure('graph refused', underneath), status: 503, code: 'register cannot be read' },
  { fault: new TypeError(underneath), status: 500, code: 'out of order' },
];
const paths = ['/api/meetings', '/api/meetings/TAC-AAAAAAA1'];

test.each(faults.flatMap((each) => paths.map((path) => ({ ...each, path }))))(
  'answers $fault.message at $path with $code',
  async ({ fault, path, status, code }) => {
    door.register.failWith(fault);
    const answer = await door.getAs('senco', path);
    expect(answer).toMatchObject({
      status,
      body: { error: { code, say: expect.any(String), next: expect.any(String) } },
    });
    expect(answer.text).not.toContain('ECONNRESET');
    expect(door.reported).toEqual([fault]);
  },
);

test.each(failureKinds)('never answers %s as if nothing were wrong, or with its own words', async (kind) => {
  const fault = new Failure(kind, underneath);
  door.register.failWith(fault);
  const answer = await door.getAs('senco', '/api/meetings');
  // What whoever asks can set right themselves is no fault of the server's.
  const isTheirs = kind === 'too many rows' || kind === 'no such page';
  expect(answer.status).toBeGreaterThanOrEqual(isTheirs ? 400 : 500);
  expect(answer.body).toEqual({
    error: { code: expect.any(String), say: expect.any(String), next: expect.any(String) },
  });
  expect(answer.text).not.toContain(underneath);
  expect(door.reported).toEqual([fault]);
});

test.each([
  ['senco', 'mine'],
  ['head', 'all'],
] as const)(
  'shows a %s the rest of a list when some of its rows cannot be read, and says how many',
  async (who, scope) => {
    door.register.unreadable = 2;
    const answer = await door.getAs(who, '/api/meetings');
    expect(answer).toMatchObject({ status: 200, body: { scope, unreadable: 2, meetings: [{}, {}] } });
    expect(door.reported).toMatchObject([{ kind: 'register unreadable' }]);
  },
);

test('tells a fault in asking for roles from a person without any', async () => {
  const broken = await openDoor();
  const fault = new Error(underneath);
  broken.rolesOf = () => Promise.reject(fault);
  const answer = await broken.getAs('senco', '/api/me');
  expect(answer).toMatchObject({ status: 500, body: { error: { code: 'out of order' } } });
  expect(broken.reported).toEqual([fault]);
  await broken.close();
});
