import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Person, said } from '../../infra/demo/person.ts';
import { afresh, says } from '../arranging/chatting.ts';
import { impatient } from '../faults/play.ts';
import { openSchool, type School } from '../school.ts';
import { arranges, eachOnce, mailsAfter, settled } from './standing.ts';

/** Where Teams keeps the old link open whatever it answers, people are told all the same, and so is the safeguarding lead. */

let school: School;
let senco: Person;
let reference: string;
const invitations = 4;
const Events = z.array(z.looseObject({ meeting: z.looseObject({ id: z.string() }) }));
beforeAll(async () => {
  school = await openSchool(impatient);
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  reference = await arranges(school, senco);
  const [event] = Events.parse(await school.control('events', 'GET'));
  const path = `/onlineMeetings/${event?.meeting.id ?? ''}`;
  await school.faults({ method: 'PATCH', path, times: 100, do: { kind: 'accept and ignore' } });
});

test.each([
  ['cancelled', 'cancel TAC', 'Yes, cancel it'],
  ['moved', 'move TAC to 4pm', 'Move it'],
])('a meeting that is %s', async (how, line, button) => {
  await says(senco, line.replace('TAC', reference));
  await senco.presses(button);
  await school.as('Leila Haddad').hears('An old meeting link may still be open');
  const told = said(await senco.hears('I could not prove that its link is shut.'));
  expect(told).toContain('The safeguarding lead has been told.');
  await settled(school, reference, how);
  const cancellations = (await mailsAfter(school, invitations)).filter((mail) => mail.startsWith('cancellation'));
  expect(cancellations.toSorted()).toEqual(eachOnce('cancellation').toSorted());
  expect(school.broken(await school.look()).filter((sentence) => !sentence.includes('is left at'))).toEqual([]);
});
