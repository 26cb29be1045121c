import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Door, openDoor } from './door.ts';

/** What everybody of the school may read of what it follows. */

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

test('whoever enters reads the packs, and what the school has set itself', async () => {
  const { status, body } = await door.getAs('ictOnly', '/api/policy');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    packs: [
      { id: 'trust-minimum', version: '2026-11', reviewDue: '2027-08-31', isOverdue: false },
      { id: 'chaperone' },
    ],
    school: {
      hours: { from: '07:30', to: '18:30' },
      organisers: 'staff',
      assessment: { reference: 'DPIA 2026-04', reviewDue: '2027-09-01', isOverdue: false },
      waivers: [],
    },
  });
});
