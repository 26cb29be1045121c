import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import { presses, says } from '../arranging/chatting.ts';
import { openSchool, type School } from '../school.ts';
import { mailsAfter, rested } from './standing.ts';

/** A change that policy does not allow is refused in one message, which says what would be allowed. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test('an annual review cannot be moved nearer than parents’ notice', async () => {
  const senco = school.as('Maya Okafor');
  const day = schoolDayAhead(new Date());
  await senco.says(`annual review for AB Y5, ${day} 3.15pm, 60 mins, second adult Tom Birch`);
  await senco.says('Jo Marsh, mum, Family, jo.marsh@example.com');
  await senco.says('no');
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  const { reference } = await rested(school, ({ status }) => status === 'arranged');

  const soon = new Date(Date.now() + 3 * 86_400_000);
  const refused = await says(senco, `move ${reference} to ${soon.getUTCDate()}/${soon.getUTCMonth() + 1} at 4pm`);
  expect(refused).toContain('This cannot be changed so');
  expect(refused).toContain('Parents have two weeks’ notice of an annual review');
  expect(refused).toContain('An annual review at least two weeks ahead.');
  expect(refused).not.toContain('Who is written to');
  expect(await presses(senco, 'Check again')).toContain('This cannot be changed so');
  expect(await mailsAfter(school, 2)).toEqual([]);

  // A move asks again what it could have made untrue.
  expect(await says(senco, `move ${reference} to 4pm`)).toMatch(/Please (?:tick|answer)/);
  expect(await presses(senco, 'Move it', { 'tick-papers-in-time': 'false' })).toContain(
    'Please tick what is not ticked',
  );
  await senco.presses('Move it');
  await senco.hears('Arranged: the invitations have gone');
  await rested(school, ({ replaces, status }) => replaces === reference && status === 'arranged');
  expect(school.broken(await school.look())).toEqual([]);
});
