import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Person, said } from '../../infra/demo/person.ts';
import { afresh, presses, says } from '../arranging/chatting.ts';
import { openSchool, type School } from '../school.ts';
import { arranges, eachOnce, everybody, mailsAfter, rested, settled } from './standing.ts';

/** Who comes to a meeting that stands is changed: only those concerned are mailed, and whoever is given a part hears of it. */

let school: School;
let senco: Person;
let reference: string;
const invitations = 4;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  reference = await arranges(school, senco);
});

const kept = async () => {
  expect(school.broken(await school.look())).toEqual([]);
};

test('one guest fewer: only they are written to, and the host reads that they still have the link', async () => {
  const card = await says(senco, `remove school nurse from ${reference}`);
  expect(card).toContain('Only the school nurse, to say that they are no longer invited.');
  await senco.presses('Remove them');
  expect(said(await senco.hears('Changed'))).toContain('They still have the link: please do not let them in.');
  await settled(school, reference, 'arranged');
  expect(await mailsAfter(school, invitations)).toEqual(['cancellation pat.lowe@health.example.net']);
  await kept();
});

test('another second adult: only both are written to, the new one hears it, and there is a text for the family', async () => {
  const card = await says(senco, `change second adult of ${reference} to Owen Pryce`);
  expect(card).toContain('Owen Pryce is free then.');
  expect(card).toContain(
    'Only Owen Pryce, with the invitation, and Tom Birch, to hear that they are no longer invited.',
  );
  await senco.presses('Change the second adult');
  const told = said(await senco.hears('Changed'));
  expect(told).toContain('The invitation that the guests have still names the first.');
  expect(told).toContain('Owen Pryce will be with Maya Okafor at our online meeting');
  await settled(school, reference, 'arranged');
  expect((await mailsAfter(school, invitations)).toSorted()).toEqual([
    'cancellation tom.birch@school.example.org',
    'invitation owen.pryce@school.example.org',
  ]);
  await school.as('Owen Pryce').hears(reference);
  await kept();
});

test('another host: everybody hears that the old link is shut and gets a new invitation, and both hosts hear it', async () => {
  await says(senco, `change host of ${reference} to Ruth Adeyemi`);
  expect(await presses(senco, 'Change the host')).toContain('I am making the change');
  const head = school.as('Ruth Adeyemi');
  await senco.hears(`Ruth Adeyemi hosts it on`);
  const told = said(await head.hears('Arranged: the invitations have gone'));
  expect(told).toContain(`You host it now, instead of Maya Okafor. It takes the place of ${reference}`);
  await settled(school, reference, 'moved');
  await rested(school, ({ replaces }) => replaces === reference);
  const mails = await mailsAfter(school, invitations);
  expect(mails.slice(0, 4).toSorted()).toEqual(eachOnce('cancellation').toSorted());
  expect(mails.slice(4).toSorted()).toEqual(eachOnce('invitation', everybody).toSorted());
  await kept();
});
