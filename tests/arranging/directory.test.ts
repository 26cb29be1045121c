import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lines, schoolDayAhead } from '../../infra/demo/arrange.ts';
import type { Person } from '../../infra/demo/person.ts';
import { impatient } from '../faults/play.ts';
import { idOf, openSchool, type School } from '../school.ts';
import { nothingHappened, presses, says } from './chatting.ts';

/** The school's directory does not answer: what could not be checked is refused and named, and nothing is made. */

let school: School;
let senco: Person;
// What the directory says of somebody is remembered for minutes, so each case has a server of its own.
beforeEach(async () => {
  school = await openSchool(impatient);
  senco = school.as('Maya Okafor');
});
afterEach(() => school.close());

const rolesOf = (name: string) => ({ method: 'POST', path: `/users/${idOf(name)}/checkMemberGroups` });
const guestsLookup = { method: 'GET', path: '^/users\\?' };
const staffList = { method: 'GET', path: 'transitiveMembers' };
// Longer than anybody waits with a person in front of them.
const busy = { kind: 'throttle', retryAfter: 60 };
const kinds = [{ kind: 'refuse' }, busy];
const unanswered = (call: object, deed: object) => school.faults({ ...call, times: 1000, do: deed });
const asked = async () => {
  for (const line of lines(schoolDayAhead(new Date()))) await senco.says(line);
};

test.each([...kinds, { kind: 'drop' }])(
  'whether the second adult is staff cannot be asked ($kind): refused by name',
  async (deed) => {
    await unanswered(rolesOf('Tom Birch'), deed);
    await asked();
    await senco.hears('This cannot be sent as it stands');
    await senco.hears('I could not check whether the second adult is staff.');
    expect(await says(senco, 'send')).toContain('I cannot send it');
    await nothingHappened(school);
  },
);

test.each(kinds)('whether the guests are from outside cannot be asked ($kind): refused by name', async (deed) => {
  await unanswered(guestsLookup, deed);
  await asked();
  await senco.hears('I could not check whether the guests are from outside.');
  await nothingHappened(school);
});

test.each([
  ['their own roles', rolesOf('Maya Okafor')],
  ['the staff list', staffList],
])('a SENCO is told so while %s cannot be asked, and served as soon as they can', async (_, call) => {
  await unanswered(call, busy);
  expect(await says(senco, 'TAC for AB Y4')).toContain('Microsoft 365 is not answering just now.');
  await school.control('faults', 'DELETE');
  expect(await says(senco, 'TAC for AB Y4')).toContain('What is the meeting for?');
  await nothingHappened(school);
});

test('what was checked at the review and cannot be checked at Send is not sent, and does not pass for a change of policy', async () => {
  await asked();
  await unanswered(guestsLookup, busy);
  const answer = await presses(senco, 'Send');
  expect(answer).toContain('I cannot check just now who is staff and who is from outside.');
  expect(answer).not.toContain('no longer allows it');
  await nothingHappened(school);
  await school.control('faults', 'DELETE');
  expect(await presses(senco, 'Send')).toContain('I am arranging it');
});

test('what cannot be checked right before the invitations leave is taken back, and the host hears why', async () => {
  await asked();
  await school.faults({ ...guestsLookup, skip: 3, times: 1000, do: { kind: 'refuse' } });
  await senco.presses('Send');
  await senco.hears('Not arranged: nobody was invited');
  await senco.hears('I cannot check just now who is staff and who is from outside.');
  expect(await school.look()).toMatchObject({ mails: [], events: [], rows: [{ status: 'not arranged' }] });
});
