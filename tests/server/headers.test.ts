import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSchool, type School } from '../school.ts';

/** What every answer tells the browser, and who may show the tab. */

let school: School;
beforeAll(async () => {
  school = await openSchool({ PROXY_HOPS: '1', TAB_FRAMED_BY: '' });
});
afterAll(() => school.close());

async function policyOf(path: string): Promise<Map<string, string>> {
  const answer = await fetch(`${school.server.url}${path}`);
  await answer.text();
  const policy = answer.headers.get('Content-Security-Policy') ?? '';
  return new Map(policy.split('; ').map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')]));
}

test.each(['/tab/', '/tab/index.html', '/tab/none.js'])(
  '%s may be shown by Teams, and by nobody else',
  async (path) => {
    const policy = await policyOf(path);
    expect(policy.get('frame-ancestors')).toBe(
      'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft',
    );
  },
);

test.each(['/tab/', '/tab/index.html'])('%s runs no script but its own, and talks to nobody else', async (path) => {
  const policy = await policyOf(path);
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('connect-src')).toBe("'self'");
});

test.each(['/api/me', '/api/where', '/healthz', '/nothing', '/api/messages'])(
  '%s may be shown by nobody',
  async (path) => {
    const policy = await policyOf(path);
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('default-src')).toBe("'none'");
  },
);

test.each(['/tab/', '/api/me', '/nothing'])(
  '%s is taken for what it is, and says nothing of where people came from',
  async (path) => {
    const { headers } = await fetch(`${school.server.url}${path}`);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Permissions-Policy')).toContain('camera=()');
  },
);

test('behind https the address is never to be asked for by http again; on this machine nothing is said of it', async () => {
  const of = async (proto: string) =>
    (await fetch(`${school.server.url}/tab/`, { headers: { 'X-Forwarded-Proto': proto } })).headers.get(
      'Strict-Transport-Security',
    );
  expect(await of('https')).toBe('max-age=31536000');
  expect(await of('http')).toBeNull();
});
