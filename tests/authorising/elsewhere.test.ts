import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import { afresh } from '../arranging/chatting.ts';
import { openSchool, type School } from '../school.ts';
import { events, nothingMade, people, row, schoolWith } from './leadership.ts';

/** A meeting held without Teams where the head has to agree to that: written down after a yes, and never made. */

let school: School;
beforeAll(async () => {
  school = await openSchool({ SCHOOL_FILE: schoolWith('primary-live-sessions') });
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

test('once the head says yes it is written down, the host is told, and nothing is made in Teams', async () => {
  const { senco, head } = people(school);
  const day = schoolDayAhead(new Date());
  await senco.says(
    `register a meeting on Zoom, parent meeting for AB Y4 about attendance, second adult Tom Birch, ${day} 3.15pm, 30 mins`,
  );
  await senco.says('Jo Marsh, mum, Family, jo.marsh@example.com');
  await senco.says('no');
  await senco.hears(/Please check|Somebody else has to say yes first/, 5);
  await senco.presses('Ask for authorisation');
  await head.hears('May this meeting go ahead?');
  await head.hears('It is held elsewhere.');
  await head.presses('Authorise');
  await senco.hears(/Ruth Adeyemi authorised .* It is written down\./);
  while ((await row(school))['Step'] !== 'done');
  expect(await row(school)).toMatchObject({ Status: 'held elsewhere', Authorisation: 'given' });
  expect(await events(school)).toEqual(['asked', 'authorisation asked', 'authorised', 'held elsewhere']);
  await nothingMade(school);
});
