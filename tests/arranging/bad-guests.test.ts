import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { guests } from '../../infra/demo/arrange.ts';
import type { Person } from '../../infra/demo/person.ts';
import { openSchool, type School } from '../school.ts';
import { afresh, nothingHappened, presses, says, upToGuests } from './chatting.ts';

/** Whom the chat does not take as a guest, typed or in the card's fields: it says why, keeps the question, and nothing is made. */

let school: School;
let senco: Person;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  await upToGuests(senco);
});
afterEach(() => nothingHappened(school));

const malformed = 'That is not an email address I can write to. It needs the form name@example.org.';
const colleague = 'This is a colleague’s address. Colleagues are not guests; a colleague can be the second adult.';
const schools =
  'This is one of the school’s own addresses. Guests are people from outside; pupils are never invited. Please give an address outside the school, such as a parent’s own.';
const twice = 'This address is here twice. Each guest needs an address of their own.';

const refused: readonly (readonly [what: string, address: string, sentence: string])[] = [
  ['no address', 'jo.marsh', malformed],
  ['an address without a name', '@example.com', malformed],
  ['an address without a domain', 'jo.marsh@', malformed],
  ['an address with one label for a domain', 'jo.marsh@example', malformed],
  ['an address with two signs', 'jo@marsh@example.com', malformed],
  ['an address with a space', 'jo marsh@example.com', malformed],
  ['an address with a display name', 'Jo Marsh <jo.marsh@example.com>', malformed],
  ['a link', 'mailto:jo.marsh@example.com', malformed],
  ['an address with a letter that only looks alike', 'jo.marsh@ехample.com', malformed],
  ['an address of 300 characters', `${'j'.repeat(288)}@example.com`, malformed],
  ['the host’s own address', 'maya.okafor@school.example.org', colleague],
  ['a colleague’s address', 'ruth.adeyemi@school.example.org', colleague],
  ['a colleague’s address in capitals', 'TOM.BIRCH@SCHOOL.EXAMPLE.ORG', colleague],
  ['a pupil’s address', 'ivy.lark@pupils.school.example.org', schools],
  ['an address at the school that nobody has', 'nobody@school.example.org', schools],
  ['a colleague’s address with a tag', 'tom.birch+tac@school.example.org', schools],
  ['an address below the school’s domain', 'jo.marsh@mail.school.example.org', schools],
];

test.each(refused)('%s is refused when it is typed', async (_, address, sentence) => {
  expect(await says(senco, `Jo Marsh, mum, Family, ${address}`)).toContain(sentence);
});

test.each(refused)('%s is refused in the card’s field', async (_, address, sentence) => {
  const row = { name1: 'Jo Marsh', role1: 'mum', agency1: 'Family', address1: address };
  expect(await presses(senco, 'Next', row)).toContain(sentence);
});

test('one address for two guests is refused, in whatever case', async () => {
  const two = 'Jo Marsh, mum, jo.marsh@example.com; Al Marsh, dad, JO.MARSH@example.com';
  expect(await says(senco, two)).toContain(twice);
});

test('twenty-one guests are refused', async () => {
  const crowd = Array.from({ length: 21 }, (_, at) => `Guest, aunt, guest${at}@example.com`).join('; ');
  expect(await says(senco, crowd)).toContain('A meeting can have 20 guests at most.');
});

test('one bad address among good ones keeps all of them out, and the good ones need not be typed again', async () => {
  const [mum, nurse] = guests;
  const answer = await says(
    senco,
    `${mum.name}, ${mum.role}, ${mum.agency}, ${mum.address}; ${nurse.name}, ${nurse.role}, ${nurse.agency}, tom.birch@school.example.org`,
  );
  expect(answer).toContain(colleague);
  const mended = {
    ...{ name1: mum.name, role1: mum.role, agency1: mum.agency, address1: mum.address },
    ...{ name2: nurse.name, role2: nurse.role, agency2: nurse.agency, address2: nurse.address },
  };
  expect(await presses(senco, 'Next', mended)).toContain('Please check before it is sent');
});

test('a guest of the school’s own tenant, whose mail lives elsewhere, may come', async () => {
  const dana = 'Dana Cole, Early Help practitioner, Early Help, dana.cole@partner.example.net';
  expect(await says(senco, dana)).toContain('Please check before it is sent');
});
