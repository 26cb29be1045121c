import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { guests, schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { openLists } from '../register/lists.ts';
import { openSchool, type School } from '../school.ts';

/** The main job: a SENCO arranges a TAC by chat. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const Calls = z.array(z.looseObject({ on: z.string(), method: z.string(), path: z.string() }));

test('a SENCO types one line, answers what is missing, sends, and everybody is invited to a sealed meeting once', async () => {
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');

  const seen = await school.look();
  expect(school.broken(seen)).toEqual([]);
  expect(seen.mails.map((mail) => mail.to).toSorted()).toEqual(
    ['tom.birch@school.example.org', ...guests.map((guest) => guest.address)].toSorted(),
  );
  expect(seen.rows).toMatchObject([{ status: 'arranged', step: 'done' }]);
});

test('it takes exactly eight calls on events and meetings, in the one order', async () => {
  const calls = Calls.parse(await school.control('calls', 'GET'));
  const shapes = calls
    .filter((call) => call.on === 'graph' && /\/(events|onlineMeetings)/.test(call.path))
    .map((call) => `${call.method} ${call.path.replace(/^\/users\/[^/]+\//, '').replace(/\/.*/, '/id')}`);
  expect(shapes).toEqual([
    'POST events',
    'GET events/id',
    'GET onlineMeetings',
    'PATCH onlineMeetings/id',
    'GET onlineMeetings/id',
    'PATCH events/id',
    'GET events/id',
    'GET onlineMeetings/id',
  ]);
});

test('its row keeps when it was proved and when the invitations went, in that order, whatever is read back later', async () => {
  const [row] = await (await openLists(school)).rows('Meetings');
  const { ProvedAt: proved, InvitedAt: invited, SealedAt: sealed } = Kept.parse(row?.fields);
  expect([proved, invited, sealed].toSorted()).toEqual([proved, invited, sealed]);
});

const Kept = z.object({ ProvedAt: z.string(), InvitedAt: z.string(), SealedAt: z.string() });
