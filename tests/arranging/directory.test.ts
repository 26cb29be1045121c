import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { lines, schoolDayAhead } from '../../infra/demo/arrange.ts';
import type { Person } from '../../infra/demo/person.ts';
import { impatient } from '../faults/play.ts';
import { idOf, openSchool, type School } from '../school.ts';
import { afresh, nothingHappened, presses, says } from './chatting.ts';

/** The school's directory does not answer: what could not be checked is refused and named, and nothing is made. */

let school: School;
let senco: Person;
beforeAll(async () => {
  school = await openSchool(impatient);
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const rolesOf = (name: string) => ({ method: 'POST', path: `/users/${idOf(name)}/checkMemberGroups` });
const guestsLookup = { method: 'GET', path: '^/users\\?' };
// Longer than anybody waits with a person in front of them.
const busy = { kind: 'throttle', retryAfter: 60 };
const refusing = { kind: 'refuse' };
const unanswered = (call: object, deed: object) => school.faults({ ...call, times: 1000, do: deed });
const asked = async (secondAdult = 'Tom Birch') => {
  for (const line of lines(schoolDayAhead(new Date()))) await senco.says(line === 'Tom Birch' ? secondAdult : line);
};

// A colleague each: what the directory once said of somebody is remembered for minutes.
test.each([
  ['refuses', 'Grace Tan', refusing, ': Microsoft 365 refuses the permission GroupMember.Read.All.'],
  ['is busy', 'Sam Whitlock', busy, '.'],
  ['breaks off', 'Leila Haddad', { kind: 'drop' }, '.'],
])('while it %s, whether %s is staff cannot be checked, and it cannot be sent', async (_, colleague, deed, because) => {
  await unanswered(rolesOf(colleague), deed);
  await asked(colleague);
  await senco.hears('This cannot be sent as it stands');
  await senco.hears(`I could not check whether the second adult is staff${because}`);
  expect(await says(senco, 'send')).toContain('I cannot send it');
  await nothingHappened(school);
});

test.each([
  ['refuses', refusing, ': Microsoft 365 refuses the permission User.Read.All.'],
  ['is busy', busy, '.'],
])(
  'while it %s, whether the guests are from outside cannot be checked, and it cannot be sent',
  async (_, deed, because) => {
    await unanswered(guestsLookup, deed);
    await asked();
    await senco.hears(`I could not check whether the guests are from outside${because}`);
    await nothingHappened(school);
  },
);

test('somebody whose own roles cannot be asked is told so, and served as soon as they can', async () => {
  const deputy = school.as('Owen Pryce');
  await unanswered(rolesOf('Owen Pryce'), busy);
  expect(await says(deputy, 'TAC for AB Y4')).toContain('Microsoft 365 is not answering just now.');
  await school.control('faults', 'DELETE');
  expect(await says(deputy, 'TAC for AB Y4')).toContain('What is the meeting for?');
  await nothingHappened(school);
});

test('what was checked at the review and cannot be checked at Send is not sent, and does not pass for a change of policy', async () => {
  await asked();
  await unanswered(guestsLookup, busy);
  expect(await presses(senco, 'Send')).toContain('I could not check whether the guests are from outside.');
  await nothingHappened(school);
  await school.control('faults', 'DELETE');
  expect(await presses(senco, 'Check again')).toContain('Please check before it is sent');
  expect(await presses(senco, 'Send')).toContain('I am arranging it');
  await senco.hears('Arranged: the invitations have gone');
});

test('what policy had just allowed and cannot be checked when the row is to be written is not sent, and does not pass for a change of policy', async () => {
  await asked();
  await school.faults({ ...guestsLookup, skip: 3, times: 1000, do: { kind: 'refuse' } });
  const answer = await presses(senco, 'Send');
  expect(answer).toContain('I cannot check just now who is staff and who is from outside.');
  expect(answer).not.toContain('no longer allows it');
  await nothingHappened(school);
  await school.control('faults', 'DELETE');
  expect(await presses(senco, 'Send')).toContain('I am arranging it');
  await senco.hears('Arranged: the invitations have gone');
});

test('what cannot be checked right before the invitations leave is taken back, and the host hears why', async () => {
  await asked();
  await school.faults({ ...guestsLookup, skip: 6, times: 1000, do: { kind: 'refuse' } });
  await senco.presses('Send');
  await senco.hears('Not arranged: nobody was invited');
  await senco.hears('I cannot check just now who is staff and who is from outside.');
  expect(await school.look()).toMatchObject({ mails: [], events: [], rows: [{ status: 'not arranged' }] });
});
