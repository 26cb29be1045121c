import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pino from 'pino';
import { z } from 'zod';
import { startServer } from '../../bot/start.ts';
import { startStorage } from '../../infra/azurite.ts';
import { said } from '../../infra/demo/person.ts';
import { afresh, heardBy, presses, says } from '../arranging/chatting.ts';
import { button } from '../authorising/leadership.ts';
import { arranges, logOf } from '../changing/standing.ts';
import { type ListName, openLists } from '../register/lists.ts';
import { idOf, openSite, type School } from '../school.ts';

/** A concern typed in chat: raised as from the panel, and nothing of what it is about is kept anywhere. */

let school: School;
let reference: string;
let printed = '';
const folder = mkdtempSync(join(tmpdir(), 'chaperone-concern-'));
beforeAll(async () => {
  const storage = await startStorage({ folder });
  const site = await openSite({}, storage);
  const log = pino(
    { level: 'debug' },
    {
      write: (line) => {
        printed += line;
      },
    },
  );
  const server = await startServer(site.config, site.secrets, log);
  site.tenant.serveAt(server.url);
  const close = async () => {
    await server.close();
    await site.close();
    await storage.stop();
    rmSync(folder, { recursive: true });
  };
  school = { ...site, server, close };
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  reference = await arranges(school, school.as('Maya Okafor'));
});

const Token = z.object({ token: z.string() });
const lead = 'A concern was raised at a meeting';
const ask = 'Raise a concern at this meeting?';
const raised = async () => (await logOf(school, reference)).filter((event) => event === 'concern raised').length;
const leadHeard = async () => (await heardBy(school.as('Leila Haddad'))).filter((one) => one.includes(lead));

test.each([
  ['host', 'Maya Okafor'],
  ['second adult', 'Tom Birch'],
])('the %s raises one, and hears that the safeguarding lead was told', async (_, name) => {
  const person = school.as(name);
  expect(await says(person, `raise a concern ${reference}`)).toContain(ask);
  expect([await raised(), await leadHeard()]).toEqual([0, []]);
  expect(await presses(person, 'Raise a concern')).toMatch(/You raised a concern · The safeguarding lead was told at/);
  expect(await raised()).toBe(1);
  const [card, another] = await leadHeard();
  expect(card).toContain(name);
  expect(card).toContain(reference);
  expect(another).toBeUndefined();
});

test('tapped twice it is raised once, and both taps hear the same', async () => {
  const tom = school.as('Tom Birch');
  await says(tom, `concern about ${reference}`);
  const { messageId, verb, data } = await button(tom, 'Raise a concern');
  const tap = () => tom.act(messageId, verb, data);
  const [one, other] = await Promise.all([tap(), tap()]);
  expect(JSON.stringify(one)).toContain('The safeguarding lead was told at');
  expect(other).toEqual(one);
  await tap();
  expect(await raised()).toBe(1);
  expect(await leadHeard()).toHaveLength(1);
});

test('raised in chat and beside the call at once it is one, and the safeguarding lead hears of it once', async () => {
  const tom = school.as('Tom Birch');
  await says(tom, `raise a concern ${reference}`);
  const [, beside] = await Promise.all([presses(tom, 'Raise a concern'), besideTheCall('Tom Birch')]);
  expect(beside).toMatchObject({ told: 'told' });
  expect(await raised()).toBe(1);
  expect(await leadHeard()).toHaveLength(1);
});

test('what it is about is nowhere: neither in a list, nor in what is remembered, nor in a line of the log', async () => {
  const tom = school.as('Tom Birch');
  const words = ['zanzibar', 'quokkas'];
  const calm = 'I keep nothing of what you wrote about it. Please say it to the safeguarding lead.';
  const answer = await says(tom, `raise a concern ${reference} because ${words.join(' ')}`);
  expect(answer).toContain(calm);
  expect(answer).toContain(ask);
  await presses(tom, 'Raise a concern', { about: words.join(' ') });
  expect(await says(tom, `I have a concern about the TAC, ${words.join(' ')}`)).toContain(calm);
  expect(await says(tom, `raise a concern TAC-AAAAAAAA ${words.join(' ')}`)).toContain(calm);
  expect(await raised()).toBe(1);
  const lists = await openLists(school);
  const names: readonly ListName[] = ['Meetings', 'Guests', 'Log', 'Records', 'Agreements', 'Access'];
  const kept = JSON.stringify(await Promise.all(names.map((list) => lists.rows(list))));
  const remembered = blobs();
  expect(kept).toContain(reference);
  expect(remembered).toContain(reference);
  expect(printed).not.toBe('');
  const heard = (await school.as('Leila Haddad').messages()).map(said).join();
  for (const word of words) expect([kept, remembered, printed, heard].some((one) => one.includes(word))).toBe(false);
});

test('without a reference it is asked at which meeting, and what is being arranged goes on', async () => {
  const senco = school.as('Maya Okafor');
  await senco.says('TAC for AB Y4');
  expect(await says(senco, 'raise a concern')).toContain('At which meeting?');
  expect(await says(senco, 'Concern about attendance')).toContain('Concern about attendance');
  expect(await raised()).toBe(0);
});

test('a stranger learns nothing: the answer is that to a meeting that does not exist', async () => {
  const stranger = school.as('Sam Whitlock');
  const answer = await says(stranger, `raise a concern ${reference}`);
  expect(answer).toContain('I cannot find that');
  expect(await says(stranger, 'raise a concern TAC-AAAAAAAA')).toBe(answer);
  await stranger.says('help');
  const { id } = await stranger.hears('I arrange meetings');
  const { body } = await stranger.act(id, 'raise a concern', { reference });
  expect(JSON.stringify(body)).toContain(answer);
  expect([await raised(), await leadHeard()]).toEqual([0, []]);
});

test('when it cannot be written down, whoever raised it hears that they have to phone, and can try again', async () => {
  const senco = school.as('Maya Okafor');
  await says(senco, `raise a concern ${reference}`);
  await school.faults([{ method: 'POST', path: '/Log/items', times: 99, do: { kind: 'refuse' } }]);
  expect(await presses(senco, 'Raise a concern')).toContain('Please phone the safeguarding lead');
  await school.control('faults', 'DELETE');
  expect(await presses(senco, 'Raise a concern')).toContain('The safeguarding lead was told at');
});

/** As the panel does it. */
async function besideTheCall(name: string): Promise<unknown> {
  const { token } = Token.parse(await (await fetch(`${school.tenant.url}/_teams/token/${idOf(name)}`)).json());
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const url = `${school.server.url}/api/meetings/${reference}/concern`;
  return (await fetch(url, { method: 'POST', headers, body: '{}' })).json();
}

/** Everything that was ever written into the storage. */
const blobs = (): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
