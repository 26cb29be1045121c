import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import { said } from '../../infra/demo/person.ts';
import { guestOnCard } from '../agreeing/asking.ts';
import { afresh, presses, says } from '../arranging/chatting.ts';
import { heardTimes, newest } from '../authorising/leadership.ts';
import { arranges, settled } from '../changing/standing.ts';
import { openSchool, type School } from '../school.ts';

/** Facts behind a meeting change while it stands. */

let school: School;
beforeAll(async () => {
  school = await openSchool({ SWEEP_SECONDS: '1' });
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const people = () => ({ senco: school.as('Maya Okafor'), deputy: school.as('Owen Pryce') });
const review = 'This meeting needs review';

/** An agreement is given and taken back, which is when the meeting is looked at again. */
async function takesBack(agreement: string, reference: string): Promise<void> {
  const { senco } = people();
  await says(senco, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Jo Marsh');
  const said = { guest, agreement, how: 'by phone' };
  await presses(senco, 'They agree', said);
  await presses(senco, 'They take it back', said);
}

test('who takes back that they take part brings it to review, and nobody can dismiss that', async () => {
  const { senco, deputy } = people();
  const reference = await arranges(school, senco);
  await takesBack('take part', reference);
  await settled(school, reference, 'needs review');
  const card = said(await deputy.hears(review));
  expect(card).toContain('A guest has withdrawn their agreement to take part.');
  expect(card).toContain('Nobody can dismiss this');
  expect(card).not.toContain('Jo');
});

test('who takes back that they share brings it to review, and a sentence lets it stand', async () => {
  const { senco, deputy } = people();
  const reference = await arranges(school, senco);
  await takesBack('share information', reference);
  await deputy.hears(review);
  await settled(school, reference, 'needs review');
  await deputy.presses('Dismiss', { words: 'We share nothing in writing' });
  await settled(school, reference, 'arranged');
  expect(said(await newest(deputy))).toContain('Nothing is left to review');
});

test('a guest who was invited from another agency since is asked about', async () => {
  const { senco, deputy } = people();
  const reference = await arranges(school, senco);
  await senco.says('cancel');
  const when = schoolDayAhead(new Date(Date.now() + 604_800_000));
  await senco.says(`TAC for CD Y5 about attendance and support, second adult Tom Birch, ${when} 3.15pm, 45 mins`);
  await senco.says('Pat Lowe, school nurse, Another Trust, pat.lowe@health.example.net');
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  // Whatever is taken back is when the first meeting is looked at.
  await takesBack('be contacted directly', reference);
  const card = said(await deputy.hears(review));
  expect(card).toContain('A guest has been invited from another agency since.');
  expect(card).not.toContain('Another Trust');
  await settled(school, reference, 'needs review');
  expect(await heardTimes(deputy, review)).toBe(1);
});
