import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSchool, type School } from '../school.ts';
import { nothingHappened, says } from './chatting.ts';

/** The list of staff cannot be had: nobody is served on a guess, and everybody as soon as it can. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test('a SENCO is told that Microsoft 365 does not answer, and can begin when it does', async () => {
  const senco = school.as('Maya Okafor');
  const staff = { method: 'GET', path: 'transitiveMembers', times: 1000 };
  await school.faults({ ...staff, do: { kind: 'throttle', retryAfter: 60 } });
  expect(await says(senco, 'TAC for AB Y4')).toContain('Microsoft 365 is not answering just now.');
  await nothingHappened(school);
  await school.control('faults', 'DELETE');
  expect(await says(senco, 'TAC for AB Y4')).toContain('What is the meeting for?');
});
