import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import { said } from '../../infra/demo/person.ts';
import { afresh, presses } from '../arranging/chatting.ts';
import { openSchool, type School } from '../school.ts';
import { events, newest, nothingMade, people, row, schoolWith } from './leadership.ts';

/** Two packs at once: one wants a yes from the leadership team, the other from the head. */

let school: School;
beforeAll(async () => {
  school = await openSchool({ SCHOOL_FILE: schoolWith('county-teams-first', 'primary-live-sessions') });
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

async function asked(): Promise<void> {
  const { senco, head, deputy } = people(school);
  const day = schoolDayAhead(new Date());
  await senco.says(`music therapy for AB Y4, second adult Tom Birch, ${day} 3.15pm, 30 mins`);
  await senco.says('Jo Marsh, mum, Family, jo.marsh@example.com');
  await senco.hears('Somebody else has to say yes first', 5);
  await senco.presses('Ask for authorisation');
  for (const approver of [head, deputy]) await approver.hears('May this meeting go ahead?');
}

test('the deputy’s yes counts for the leadership team, and it waits for the head’s', async () => {
  await asked();
  const { senco, head, deputy } = people(school);
  expect(await presses(deputy, 'Authorise')).toContain(
    'Owen Pryce said yes already. It still needs a yes from the head.',
  );
  await head.hears('Owen Pryce said yes already.');
  expect(await row(school)).toMatchObject({ Status: 'waiting', Authorisation: 'wanted' });
  await nothingMade(school);
  await head.presses('Authorise');
  await senco.hears('Arranged: the invitations have gone');
  expect(said(await newest(deputy))).toMatch(/^Authorised .*Owen Pryce and Ruth Adeyemi/);
  expect((await events(school)).filter((event) => event === 'authorised')).toHaveLength(2);
});

test('the head is in both, so the head’s yes is enough', async () => {
  await asked();
  const { senco, head } = people(school);
  await head.presses('Authorise');
  await senco.hears('Arranged: the invitations have gone');
  expect(await row(school)).toMatchObject({ Status: 'arranged', Authorisation: 'given' });
});
