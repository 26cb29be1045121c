import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openLog } from '../../bot/log.ts';
import type { Listening } from '../../bot/server.ts';
import { startServer } from '../../bot/start.ts';
import { lines, schoolDayAhead } from '../../infra/demo/arrange.ts';
import { openSite, type Site } from '../school.ts';
import { presses, says } from './chatting.ts';

/** A conversation outlives the server it began with. */

let site: Site;
let server: Listening;
beforeAll(async () => {
  site = await openSite();
  server = await started();
});
afterAll(async () => {
  await server.close();
  await site.close();
});

async function started(): Promise<Listening> {
  const listening = await startServer(site.config, site.secrets, openLog(site.config.logLevel));
  site.tenant.serveAt(listening.url);
  return listening;
}

async function restarted(): Promise<void> {
  await server.close();
  server = await started();
}

test('a TAC is arranged with a restart after every answer', async () => {
  const senco = site.as('Maya Okafor');
  const said = lines(schoolDayAhead(new Date())).slice(1);
  const heard: string[] = [];
  for (const line of said) {
    heard.push(await says(senco, line));
    await restarted();
  }
  expect(heard.map((answer) => answer.split(' · ')[0])).toEqual([
    'What is the meeting for?',
    'Who will be the second adult?',
    'Who is coming from outside the school?',
    'Please check before it is sent',
  ]);
  expect(await presses(senco, 'Send')).toContain('I am arranging it');
  await senco.hears('Arranged: the invitations have gone');
  expect(site.broken(await site.look())).toEqual([]);
});

test('a server that is asked to end finishes what it is arranging', async () => {
  await site.control('reset', 'POST', { keepLists: true });
  const senco = site.as('Maya Okafor');
  for (const line of lines(schoolDayAhead(new Date()))) await senco.says(line);
  await senco.presses('Send');
  await server.close();
  expect(await site.look()).toMatchObject({ rows: [{ status: 'arranged', step: 'done' }] });
  server = await started();
  expect(await says(senco, 'my meetings')).toContain('Arranged');
});

test('while nobody answers, what is said is not lost in half: said again, it is taken', async () => {
  const senco = site.as('Maya Okafor');
  await senco.says('TAC');
  await server.close();
  expect(await senco.says('AB Y4')).toMatchObject({ status: null });
  server = await started();
  expect(await says(senco, 'AB Y4')).toContain('What is the meeting for?');
});
