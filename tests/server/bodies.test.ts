import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSchool, type School } from '../school.ts';

/** What strangers can send to the server without a token: every answer is short, tells nothing of the inside, and it goes on serving. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const insides = /node_modules|restify|botbuilder|\.ts\b|\.js\b|\bat \w|stack|invalid json|byte|exist/i;

async function asked(path: string, options: RequestInit = {}): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${school.server.url}${path}`, options);
  return { status: answer.status, text: await answer.text() };
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  asked('/api/messages', { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body });

test.each<[string, string, RequestInit, number]>([
  ['a path that is not there', '/nothing', {}, 404],
  ['the same asked for as a page', '/nothing', { headers: { Accept: 'text/html' } }, 404],
  ['a file of the tab that is not there', '/tab/none.js', {}, 404],
  ['a file outside of the tab', '/tab/%2e%2e/%2e%2e/package.json', {}, 404],
  ['a file outside of the tab, once more encoded', '/tab/..%2f..%2fpackage.json', {}, 403],
  ['a path that cannot be decoded', '/%E0%A4%A', {}, 404],
  ['a reference that cannot be decoded', '/api/meetings/%E0%A4%A', {}, 404],
  ['a method that is not served', '/api/messages', { method: 'PUT' }, 405],
  ['a write to the register', '/api/meetings', { method: 'POST' }, 405],
])('%s is answered without insides', async (_, path, options, status) => {
  const answer = await asked(path, options);
  expect(answer.status).toBe(status);
  expect(answer.text).not.toMatch(insides);
});

test('a body larger than any activity is refused', async () => {
  const answer = await post(JSON.stringify({ text: 'x'.repeat(300_000) }));
  expect(answer.status).toBe(413);
  expect(answer.text).not.toMatch(insides);
});

test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>]>([
  ['packed, and no archive at all', 'garbage', { 'Content-Encoding': 'gzip' }],
  ['packed, and cut short', gzipSync('{"type":"message"}').subarray(0, 20), { 'Content-Encoding': 'gzip' }],
  ['packed small, and huge unpacked', gzipSync('x'.repeat(50_000_000)), { 'Content-Encoding': 'gzip' }],
  ['packed in another way', '{}', { 'Content-Encoding': 'br' }],
])('a body that is %s is refused unread', async (_, body, headers) => {
  expect((await post(body, headers)).status).toBe(415);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/csv'])(
  'a body of %s is refused unread',
  async (type) => {
    const part = '--x\r\nContent-Disposition: form-data; name="f"; filename="f.txt"\r\n\r\ntype=message\r\n--x--\r\n';
    expect((await post(part, { 'Content-Type': type })).status).toBe(415);
  },
);

test('after all that the server is well', async () => {
  expect(await asked('/healthz')).toEqual({ status: 200, text: '{"status":"ok","storage":"ok"}' });
});
