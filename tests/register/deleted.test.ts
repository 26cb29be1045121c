import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openLog } from '../../bot/log.ts';
import { startServer } from '../../bot/start.ts';
import { lines, schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { afresh, presses } from '../arranging/chatting.ts';
import { openSchool, type School } from '../school.ts';
import { openLists } from './lists.ts';

/** A list of the register is deleted while the server runs: nothing is scheduled, and the host is told. */

let school: School;
beforeEach(async () => {
  school = await openSchool();
  await arrange();
  // The first meeting made the lists.
  await school.as('Maya Okafor').hears('Arranged: the invitations have gone');
  await afresh(school);
});
afterEach(() => school.close());

async function arrange(): Promise<string> {
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  return presses(senco, 'Send');
}

async function nothingScheduled(): Promise<void> {
  expect(await school.look()).toMatchObject({ mails: [], events: [] });
}

test('without Meetings the review stays, and says why', async () => {
  await (await openLists(school)).takeAway('Meetings');
  const answer = await arrange();
  expect(answer).toContain('A list of the school’s register is not there, so I have not arranged anything.');
  expect(answer).toContain('Please check before it is sent');
  await nothingScheduled();
});

test('without Guests nobody can tell whether an address is known, so it cannot be sent', async () => {
  await (await openLists(school)).takeAway('Guests');
  const senco = school.as('Maya Okafor');
  for (const line of lines(schoolDayAhead(new Date()))) await senco.says(line);
  await senco.hears('I could not check whether the school has met the guests before: the list Guests is not there.');
  await nothingScheduled();
});

test('without the log nothing is put in the calendar, and the host hears that it takes longer', async () => {
  await (await openLists(school)).takeAway('Log');
  await arrange();
  await school.as('Maya Okafor').hears(/is taking longer than usual/);
  await nothingScheduled();
});

test('a register that cannot be read is no empty register', async () => {
  await (await openLists(school)).takeAway('Meetings');
  const senco = school.as('Maya Okafor');
  await senco.says('my meetings');
  await senco.hears('I cannot read the register just now.');
});

test('a server that starts without Meetings makes no empty register in its place', async () => {
  await (await openLists(school)).takeAway('Meetings');
  const again = await startServer(school.config, school.secrets, openLog(school.config.logLevel));
  try {
    school.tenant.serveAt(again.url);
    await school.as('Maya Okafor').says('my meetings');
    await school.as('Maya Okafor').hears('I cannot read the register just now.');
    expect(await (await openLists(school)).all()).not.toContain('Meetings');
  } finally {
    await again.close();
  }
});
