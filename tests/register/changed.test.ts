import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openLog } from '../../bot/log.ts';
import type { Listening } from '../../bot/server.ts';
import { startServer } from '../../bot/start.ts';
import { schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { Calls } from '../faults/faults.ts';
import { openSite, type Site } from '../school.ts';
import { type Lists, openLists } from './lists.ts';

/** Somebody writes to a row in SharePoint while its meeting is being arranged: the run stops, and what they wrote stands. */

let site: Site;
let server: Listening;
let lists: Lists;
beforeAll(async () => {
  site = await openSite();
  lists = await openLists(site);
});
afterAll(() => site.close());

async function started(): Promise<void> {
  server = await startServer(site.config, site.secrets, openLog(site.config.logLevel));
  site.tenant.serveAt(server.url);
}

/** Sends a TAC and holds this call of it; changes the row meanwhile; and lets the run come to whatever end it has. */
async function changedDuring(call: { method: string; path: string }): Promise<void> {
  await site.control('reset', 'POST', { keepLists: true });
  await started();
  const senco = site.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await site.control('calls', 'DELETE');
  await site.faults({ ...call, do: { kind: 'hold' } });
  await senco.presses('Send');
  await held();
  const [row] = await lists.rows('Meetings');
  await lists.edit('Meetings', row?.id ?? '', { Purpose: 'Written by somebody else' });
  await site.control('release', 'POST');
  // Closing waits for what is under way.
  await server.close();
}

async function held(): Promise<void> {
  for (let after = 0, deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const calls = Calls.parse(await site.control(`calls?after=${after}&wait=5`, 'GET'));
    if (calls.some((one) => one.held)) return;
    after = calls.at(-1)?.n ?? after;
  }
  throw new Error('the call never came');
}

test.each([
  ['while its event is made', { method: 'POST', path: '/events$' }, 'draft'],
  ['while its lobby is shut', { method: 'PATCH', path: '/onlineMeetings/' }, 'seal'],
])('%s: nobody is invited, and the row is as they left it', async (_, call, step) => {
  await changedDuring(call);
  expect((await site.look()).mails).toEqual([]);
  const [row] = await lists.rows('Meetings');
  expect(row?.fields).toMatchObject({ Purpose: 'Written by somebody else', Step: step, Status: 'arranging' });
});

test('while the invitations leave: they are not sent again, and the row is as they left it', async () => {
  await changedDuring({ method: 'PATCH', path: '/events/' });
  const { mails } = await site.look();
  expect(new Set(mails.map((mail) => mail.to)).size).toBe(mails.length);
  const [row] = await lists.rows('Meetings');
  expect(row?.fields).toMatchObject({ Purpose: 'Written by somebody else', Step: 'invite', Status: 'arranging' });
});
