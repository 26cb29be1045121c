import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { afresh } from '../arranging/chatting.ts';
import { openSchool, type School } from '../school.ts';
import { answersInOutlook, arranged, atRest, cover, looked, people, row } from './covering.ts';

/** The second adult answers in Outlook instead of the chat: the next look reads it, and the newer answer counts. */

let school: School;
beforeAll(async () => {
  school = await openSchool({ SWEEP_SECONDS: '1' });
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const tom = 'tom.birch@school.example.org';

test('an accept in Outlook is a yes, and the card in the chat says so', async () => {
  await arranged(school);
  await answersInOutlook(school, tom, 'accepted');
  await looked(school);
  expect((await cover(school)).state).toMatchObject({ is: 'accepted', how: 'calendar' });
  await people(school).tom.hears('You are the second adult');
});

test('a decline in Outlook finds somebody who stands in', async () => {
  await arranged(school);
  const { deputy, host } = people(school);
  await answersInOutlook(school, tom, 'declined');
  await looked(school);
  expect((await cover(school)).state).toMatchObject({ is: 'declined', how: 'calendar' });
  expect(await row(school)).toMatchObject({ Status: 'needs review' });
  await deputy.presses('I can stand in');
  await host.hears('Changed');
  await atRest(school);
  expect(await row(school)).toMatchObject({ Status: 'arranged', SecondAdult: 'Owen Pryce' });
});

test('a decline in Outlook after a tapped yes counts, and a tapped yes after that again', async () => {
  await arranged(school);
  const person = people(school).tom;
  await person.presses('I can be there');
  await atRest(school);
  await nextSecond();
  await answersInOutlook(school, tom, 'declined');
  await looked(school);
  expect((await cover(school)).state).toMatchObject({ is: 'declined', how: 'calendar' });
  await nextSecond();
  await person.presses('I can after all');
  await looked(school);
  expect((await cover(school)).state).toMatchObject({ is: 'accepted', how: 'tap' });
});

test('an older answer in Outlook does not undo a newer tap', async () => {
  await arranged(school, 'without a pupil');
  await answersInOutlook(school, tom, 'accepted');
  await nextSecond();
  await people(school).tom.presses('I can’t');
  await looked(school);
  expect((await cover(school)).state).toMatchObject({ is: 'declined', how: 'tap' });
});

test('a calendar that cannot be read has no news, and the look goes on', async () => {
  await arranged(school);
  await answersInOutlook(school, tom, 'declined');
  await school.faults({ on: 'graph', method: 'GET', path: '/events/', times: 50, do: { kind: 'refuse' } });
  await looked(school);
  await school.control('faults', 'DELETE');
  expect((await cover(school)).state).toMatchObject({ is: 'asked' });
});

// Answers are held against each other to the second.
async function nextSecond(): Promise<void> {
  const second = Math.floor(Date.now() / 1000);
  while (Math.floor(Date.now() / 1000) === second) await school.look();
}
