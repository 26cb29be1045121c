import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';
import { freePort } from '../../infra/azurite.ts';
import { guests, schoolDayAhead, twoLines, upToReview } from '../../infra/demo/arrange.ts';
import { answers } from '../../infra/parts.ts';
import { people } from '../../infra/tenant/school/people.ts';
import { impatient, settled } from '../faults/play.ts';
import { openLists } from '../register/lists.ts';
import { openSite, type Site } from '../school.ts';

/**
 * Everything the server prints, at its most talkative, while meetings are arranged and all goes wrong that can:
 * a line of JSON each, and nothing in them of a child, a guest, a colleague, a token or a link.
 */

let site: Site;
let server: ChildProcess;
let url: string;
let printed = '';
beforeAll(async () => {
  const port = await freePort();
  site = await openSite({ ...impatient, PORT: String(port), LOG_LEVEL: 'debug' });
  url = `http://127.0.0.1:${port}`;
  site.tenant.serveAt(url);
  server = spawn(process.execPath, ['bot/main.ts'], {
    cwd: resolve(import.meta.dirname, '..', '..'),
    env: { PATH: process.env['PATH'], ...site.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  while (server.exitCode === null && !(await answers(`${url}/healthz`)));
});
afterAll(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  await site.close();
});

const Line = z.looseObject({ level: z.number(), time: z.iso.datetime(), msg: z.string() });
const lines = () =>
  printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Line.safeParse(readable(line)).data ?? line);

function readable(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // That it is no JSON is what the test is there to find.
  }
}

const names = [...people.map(({ name }) => name), ...guests.map(({ name }) => name)];
/** First names and surnames by themselves as well. */
const secrets = new RegExp(
  [
    ...names.flatMap((name) => name.split(' ')).map((word) => `\\b${word}\\b`),
    ...[
      '\\bAB\\b',
      '\\bY4\\b',
      '@(?!odata)[\\w-]+\\.',
      'eyJ[\\w-]{10}',
      'teams\\.microsoft\\.com',
      'Bearer',
      'MII[A-Za-z]',
    ],
    'Support at school',
  ].join('|'),
  'i',
);

const silent = (): void => {
  expect(lines().filter((line) => typeof line === 'string')).toEqual([]);
  expect(printed.split('\n').filter((line) => secrets.test(line))).toEqual([]);
};

const settings = { method: 'PATCH', path: '/onlineMeetings/' };
const newEvent = { method: 'POST', path: '/events$' };
const invitation = { method: 'PATCH', path: '/events/' };
const row = { method: 'PATCH', path: '/Meetings/items/' };
const lobbyOpen = { lobbyBypassSettings: { scope: 'everyone', isDialInBypassEnabled: true } };

test.each<[string, object[]]>([
  ['nothing', []],
  ['throttling', [{ ...settings, do: { kind: 'throttle', retryAfter: 0.01 } }]],
  ['a refusal', [{ ...settings, do: { kind: 'refuse' } }]],
  ['a refusal at the register', [{ ...row, do: { kind: 'refuse' } }]],
  ['an error', [{ ...invitation, do: { kind: 'fail', status: 500 } }]],
  ['a dropped connection', [{ ...newEvent, do: { kind: 'drop' } }]],
  ['a delay', [{ ...settings, do: { kind: 'delay', milliseconds: 20 } }]],
  ['a write that was done and answered as failed', [{ ...invitation, do: { kind: 'apply then fail', status: 504 } }]],
  ['a write that was done and never answered', [{ ...newEvent, do: { kind: 'apply then drop' } }]],
  ['a write that was answered and not done', [{ ...settings, times: 9, do: { kind: 'accept and ignore' } }]],
  ['an event without a link', [{ ...newEvent, do: { kind: 'no link' } }]],
  ['a meeting that cannot be found', [{ ...newEvent, do: { kind: 'hide', milliseconds: 60_000 } }]],
  [
    'a setting that is not kept',
    [{ ...settings, times: 9, do: { kind: 'forget setting', member: 'allowedPresenters' } }],
  ],
  [
    'a lobby that will not stay shut',
    [
      { ...invitation, do: { kind: 'drift', settings: lobbyOpen } },
      { ...settings, skip: 1, times: 99, do: { kind: 'drift', settings: lobbyOpen } },
    ],
  ],
  ['a chat that is refused', [{ on: 'connector', method: 'POST', skip: 1, times: 9, do: { kind: 'refuse' } }]],
  ['a chat that breaks', [{ on: 'connector', method: 'POST', skip: 1, times: 2, do: { kind: 'drop' } }]],
  ['a directory that is silent', [{ path: '^/users\\?', skip: 6, do: { kind: 'refuse' } }]],
])('a meeting arranged through %s is told in lines that name nobody', async (_, faults) => {
  await site.control('reset', 'POST', { keepLists: true });
  const senco = site.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()), twoLines);
  await site.faults(faults);
  await senco.presses('Send');
  await settled(site, 1_500);
  await site.control('faults', 'DELETE');
  await settled(site, 10_000);
  silent();
});

test('what people type, and what cannot be read in the register, is not in it', async () => {
  const senco = site.as('Maya Okafor');
  for (const line of ['cancel', 'TAC for Ivy Lark Y4', 'Ivy Lark Y4', 'AB Y4', 'Ivy Lark’s home', 'x'.repeat(2000)])
    await senco.says(line);
  await site.as('Ivy Lark').says('help');
  const lists = await openLists(site);
  const [stored] = await lists.rows('Meetings');
  await lists.edit('Meetings', stored?.id ?? '', { Child: 'Ivy Lark', NextCheck: '2026-01-01T00:00:00Z' });
  while (!printed.includes('cannot be read')) await site.look();
  silent();
});

test('nor is what strangers send', async () => {
  const { config } = site;
  const { privateKey } = await generateKeyPair('RS256');
  const kid = site.tenant.signing.jwks().keys[0]?.kid ?? '';
  const its = { issuer: 'https://api.botframework.com', audience: config.appId };
  const claims = { serviceurl: config.channel.serviceUrl };
  const forged = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(its.issuer)
    .setAudience(its.audience)
    .setExpirationTime('10m')
    .sign(privateKey);
  const expired = await site.tenant.signing.sign(claims, { ...its, expiresInSeconds: -3600 });
  const good = await site.tenant.signing.sign(claims, { ...its, expiresInSeconds: 600 });
  const activity = {
    ...{ type: 'message', channelId: 'msteams', serviceUrl: config.channel.serviceUrl, text: 'Jo Marsh' },
    from: { id: '29:somebody', name: 'Jo Marsh' },
    recipient: { id: `28:${config.appId}` },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: config.tenantId },
  };
  for (const token of [forged, expired, good, 'nonsense'])
    for (const body of [JSON.stringify(activity), '{"text":"Jo Marsh"', '[]'])
      await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body,
      });
  for (const path of ['/api/meetings/Jo%20Marsh', '/Jo%20Marsh', '/tab/Jo%20Marsh', '/api/me'])
    await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${forged}` } });
  silent();
});

test('and what it is for is in it: that the server is ready, and which meeting stopped where', () => {
  expect(printed).toMatch(/"msg":"ready"/);
  expect(printed).toMatch(/"reference":"TAC-\w{8}","step":"seal","failure":"not sealed: [^"]+"/);
});
