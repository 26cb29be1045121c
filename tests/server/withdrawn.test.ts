import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openLog } from '../../bot/log.ts';
import { startServer } from '../../bot/start.ts';
import { schoolDayAhead, twoLines, upToReview } from '../../infra/demo/arrange.ts';
import { said } from '../../infra/demo/person.ts';
import { afresh, presses } from '../arranging/chatting.ts';
import { impatient, settled } from '../faults/play.ts';
import { openLists } from '../register/lists.ts';
import { openSchool, openSite, type School } from '../school.ts';

/**
 * What an administrator can take away while the server runs: it names what is wrong, schedules nothing, keeps the promises of what it has
 * begun, and goes on by itself when it is mended.
 */

let school: School;
beforeAll(async () => {
  school = await openSchool(impatient);
});
afterAll(() => school.close());
afterEach(async () => {
  await mended();
  await afresh(school);
});

async function mended(): Promise<void> {
  await school.control('faults', 'DELETE');
  await school.control('options', 'PATCH', { siteRole: 'write' });
}

const refusing = (path: string) => () => school.faults([{ path, times: 9_999, do: { kind: 'refuse' } }]);
const withdrawn: readonly (readonly [string, () => Promise<unknown>, RegExp])[] = [
  [
    'the permission for meetings',
    refusing('/onlineMeetings'),
    /What is wrong: Microsoft 365 refused to (?:make the meeting|set the safeguards) \(.*OnlineMeetings\.ReadWrite\.All\)/,
  ],
  [
    'the permission for calendars',
    refusing('/events'),
    /What is wrong: Microsoft 365 refuses the permission Calendars\.ReadWrite, or its Exchange scope/,
  ],
  [
    'the permission for the directory',
    refusing('^/users\\?'),
    /whether the guests are from outside: Microsoft 365 refuses the permission User\.Read\.All/,
  ],
  [
    'the grant on the register’s site',
    () => school.control('options', 'PATCH', { siteRole: 'none' }),
    /Microsoft 365 refuses the permission Sites\.Selected, or its grant on the register’s site/,
  ],
  [
    'the right to write there',
    () => school.control('options', 'PATCH', { siteRole: 'read' }),
    /Microsoft 365 refuses the permission Sites\.Selected, or its grant on the register’s site/,
  ],
  [
    'the site itself',
    () => school.faults([{ path: '^/sites/', times: 9_999, do: { kind: 'fail', status: 404 } }]),
    /the SharePoint site that SITE_ID names is not there/,
  ],
];

test.each(withdrawn)('without %s nobody is invited, and the host reads what is wrong', async (_, take, says) => {
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()), twoLines);
  await take();
  await senco.presses('Send');
  await senco.hears(says);
  await mended();
  const seen = await settled(school, 20_000);
  expect(seen.mails).toEqual([]);
  expect(school.broken(seen)).toEqual([]);
});

test('who asks while the groups cannot be read is told so, in the chat and in the tab', async () => {
  await refusing('/checkMemberGroups')();
  await school.as('Owen Pryce').says('help');
  await school.as('Owen Pryce').hears('What is wrong: Microsoft 365 refuses the permission GroupMember.Read.All.');
});

test('a permission that is given back counts soon, without a restart', async () => {
  const site = await openSite(impatient);
  const without = ['GroupMember.Read.All', 'Sites.Selected', 'User.Read.All'];
  await site.control('options', 'PATCH', { appRoles: without });
  const server = await startServer(site.config, site.secrets, openLog('silent'));
  site.tenant.serveAt(server.url);
  try {
    const senco = site.as('Maya Okafor');
    await upToReview(senco, schoolDayAhead(new Date()), twoLines);
    await senco.presses('Send');
    await senco.hears('OnlineMeetings.ReadWrite.All');
    await site.control('options', 'PATCH', { appRoles: [...without, 'OnlineMeetings.ReadWrite.All'] });
    // One fresh token is asked for in a while and no more, so the next try may still be too early.
    let outcome = '';
    while (!outcome.startsWith('Arranged')) {
      await upToReview(senco, schoolDayAhead(new Date()), twoLines);
      await senco.presses('Send');
      outcome = said(await senco.hears(/^(?:Arranged|Not arranged)/));
    }
  } finally {
    await server.close();
    await site.close();
  }
});

test('a column that was renamed is named, and nothing is written beside it', async () => {
  const other = await openSchool(impatient);
  try {
    const senco = other.as('Maya Okafor');
    await upToReview(senco, schoolDayAhead(new Date()), twoLines);
    await (await openLists(other)).renameColumn('Meetings', 'AskHash', 'Hash');
    expect(await presses(senco, 'Send')).toContain('the list Meetings: no column “Request (hash)” (AskHash)');
    expect(await other.look()).toMatchObject({ mails: [], events: [] });
  } finally {
    await other.close();
  }
});
