import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { heardTimes, newest, regrouped, row } from '../authorising/leadership.ts';
import { until } from '../authorising/playing.ts';
import { arranges } from '../changing/standing.ts';
import { openSchool, type School } from '../school.ts';

/** The second adult leaves the school, and nobody does anything about it. The calendar on the wall is set forward. */

const everythingButTheDate = [
  'hrtime' as const,
  'nextTick' as const,
  'performance' as const,
  'queueMicrotask' as const,
  'setImmediate' as const,
  'clearImmediate' as const,
  'setInterval' as const,
  'clearInterval' as const,
  'setTimeout' as const,
  'clearTimeout' as const,
];

let school: School;
beforeAll(async () => {
  // Never set back: nobody would take a token from the future.
  jest.useFakeTimers({ advanceTimers: true, doNotFake: everythingButTheDate });
  school = await openSchool({ SWEEP_SECONDS: '1' });
});
afterAll(async () => {
  await school.close();
  jest.useRealTimers();
});

const hour = 3_600_000;
const field = async (name: string) => String((await row(school))[name]);
const rests = (status: string) =>
  until(async () => (await field('Status')) === status && (await field('Step')) === 'done', 15_000);

test('it goes to review, is held an hour before, and cancelled at its start; nobody can dismiss it', async () => {
  const [senco, teacher, deputy, lead] = ['Maya Okafor', 'Tom Birch', 'Owen Pryce', 'Leila Haddad'].map(school.as);
  if (!senco || !teacher || !deputy || !lead) throw new Error('they are all there');
  await arranges(school, senco);
  const start = Date.parse(await field('Starts'));
  const putBack = regrouped(teacher, []);
  try {
    jest.setSystemTime(Date.parse(await field('NextCheck')) + 1000);
    await deputy.hears('This meeting needs review');
    expect(await rests('needs review')).toBe(true);
    const card = said(await newest(deputy));
    expect(card).toContain('The second adult is no longer among the school’s staff.');
    expect(card).toContain('Nobody can dismiss this');
    expect(card).not.toContain('Why it may stand all the same');
    await senco.hears('Your meeting needs review');

    jest.setSystemTime(start - hour + 1000);
    expect(await rests('on hold')).toBe(true);
    await lead.hears('A meeting is on hold');
    expect((await school.look()).events).toMatchObject([
      { options: { lobbyBypassSettings: { scope: 'organizer' }, allowedPresenters: 'organizer' } },
    ]);

    jest.setSystemTime(start + 1000);
    expect(await rests('cancelled')).toBe(true);
    await lead.hears('A meeting is cancelled');
    await senco.hears('Cancelled');
    expect(await heardTimes(deputy, 'This meeting needs review')).toBe(1);
  } finally {
    putBack();
  }
});
