import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import type { Person } from '../../infra/demo/person.ts';
import { findPerson, type SeededPerson } from '../../infra/tenant/school/people.ts';
import { regrouped, schoolWith } from '../authorising/leadership.ts';
import { idOf, openSchool, type School } from '../school.ts';
import { afresh, nothingHappened, says } from './chatting.ts';

/** Whom no school may invite, whatever its packs forgot: policy refuses at the review, says why and what would be allowed. */

let school: School;
let senco: Person;
beforeAll(async () => {
  // A pack that itself says nothing of roles and addresses.
  school = await openSchool({ SCHOOL_FILE: schoolWith('primary-live-sessions') });
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const day = schoolDayAhead(new Date());
const tac = `TAC for AB Y4 about attendance, ${day} 3.15pm, 45 mins, second adult Tom Birch`;
const governors = `governors ${day} 3.15pm, second adult Tom Birch`;

async function refused(first: string, guests: string): Promise<string> {
  await senco.says(first);
  const answer = await says(senco, guests);
  expect(answer).toContain('This cannot be sent as it stands');
  expect(answer).toContain('What would be allowed');
  expect(await says(senco, 'send')).toContain('does not allow this as it stands');
  await nothingHappened(school);
  return answer;
}

/** An account changes in the directory while a test runs. */
async function changed<T>(name: string, change: Partial<SeededPerson>, run: () => Promise<T>): Promise<T> {
  const person = findPerson(idOf(name));
  if (person === undefined) throw new Error('nobody has that name');
  const before = { ...person };
  Object.assign(person, change);
  try {
    return await run();
  } finally {
    Object.assign(person, before);
  }
}

test.each(['family friend', 'TBC', 'guest', 'nurse?'])('a guest who is “%s” is nobody in particular', async (role) => {
  const answer = await refused(tac, `Lee Stone, ${role}, Acme Ltd, lee.stone@example.com`);
  expect(answer).toContain('chaperone-23');
  expect(answer).toContain('with what each guest is, such as mother, school nurse or social worker');
});

test('a pupil is no governor, at whatever address', async () => {
  const answer = await refused(
    governors,
    'Ivy Lark, pupil governor, School council, ivy.lark@pupils.school.example.org',
  );
  expect(answer).toContain('chaperone-09');
  expect(answer).toContain('a parent or carer, who brings the child along');
});

test('a governor who is on the staff list under another address comes as a colleague', async () => {
  await changed('Sam Whitlock', { userPrincipalName: 'sw@school.example.org' }, async () => {
    const answer = await refused(governors, 'Sam Whitlock, staff governor, Governing body, sw@school.example.org');
    expect(answer).toContain('with them as a colleague');
  });
});

test('a B2B guest who was put among staff is no outsider any more', async () => {
  const back = regrouped(school.as('Dana Cole'), ['staff']);
  try {
    await senco.says(tac);
    const answer = await says(senco, 'Dana Cole, practitioner, Early Help, dana.cole@partner.example.net');
    expect(answer).toMatch(/This is a colleague’s address|What would be allowed/);
  } finally {
    back();
  }
  await nothingHappened(school);
});

test('a pupil’s account that strayed into the staff group is still a pupil’s', async () => {
  const back = regrouped(school.as('Ivy Lark'), ['pupil', 'staff']);
  try {
    const answer = await refused(governors, 'Ivy Lark, governor, Governing body, ivy.lark@pupils.school.example.org');
    expect(answer).toContain('brings the child along');
  } finally {
    back();
  }
});
