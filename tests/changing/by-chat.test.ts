import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Person, said } from '../../infra/demo/person.ts';
import { afresh, presses, says } from '../arranging/chatting.ts';
import { openSchool, type School } from '../school.ts';
import { arranges, eachOnce, logOf, mailsAfter, rested, settled } from './standing.ts';

/** A meeting that stands is changed or cancelled with one message, a look at what it leads to, and one tap. */

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

test('cancelled: the link is useless before anybody hears of it, and everybody hears once', async () => {
  const card = await says(senco, `cancel ${reference}`);
  expect(card).toContain('This cannot be undone.');
  expect(card).toContain(
    'everybody who was invited is told: Tom Birch, the mum, the school nurse and the family worker.',
  );
  expect(await mailsAfter(school, invitations)).toEqual([]);
  await senco.presses('Yes, cancel it');
  await senco.hears('Cancelled: everybody has been told');
  await settled(school, reference, 'cancelled');
  expect((await mailsAfter(school, invitations)).toSorted()).toEqual(eachOnce('cancellation').toSorted());
  const { mails } = await school.look();
  for (const { optionsThen } of mails.slice(invitations))
    expect(optionsThen).toMatchObject({
      lobbyBypassSettings: { scope: 'organizer' },
      allowedPresenters: 'organizer',
      allowMeetingChat: 'disabled',
    });
  await kept();
});

test('moved: a new meeting stands, the old link is useless before the invitations to the new one leave', async () => {
  const card = await says(senco, `move ${reference} to 4pm`);
  expect(card).toContain('4pm to 4.45pm');
  expect(card).toContain('Maya Okafor and Tom Birch are both free then.');
  await senco.presses('Move it');
  await senco.hears('Arranged: the invitations have gone');
  await settled(school, reference, 'moved');
  const moved = await rested(school, ({ replaces }) => replaces === reference);
  expect(moved.status).toBe('arranged');
  const mails = await mailsAfter(school, invitations);
  expect(mails.slice(0, 4).toSorted()).toEqual(eachOnce('cancellation').toSorted());
  expect(mails.slice(4).toSorted()).toEqual(eachOnce('invitation').toSorted());
  expect(await logOf(school, reference)).toEqual(expect.arrayContaining(['change asked', 'link retired', 'moved']));
  await kept();
});

test('one more guest: only they are written to, and the link stays', async () => {
  const line = `add Lee Ward, social worker, Children’s services, lee.ward@example.org to ${reference}`;
  const card = await says(senco, line);
  expect(card).toContain('Only the social worker, with the invitation.');
  expect(card).toContain('New here: Lee Ward.');
  expect(await presses(senco, 'Invite them')).toContain('I am making the change');
  expect(said(await senco.hears('Changed'))).toContain(reference);
  await settled(school, reference, 'arranged');
  expect(await mailsAfter(school, invitations)).toEqual(['invitation lee.ward@example.org']);
  await kept();
});
