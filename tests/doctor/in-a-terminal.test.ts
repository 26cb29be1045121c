import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { kept, makeCertificate } from '../identity/making-certificates.ts';
import { openPatient } from './a-school.ts';

// `npm run doctor`, as somebody runs it: what it prints, and the code it ends with.

let school: Awaited<ReturnType<typeof openPatient>>;
beforeAll(async () => {
  school = await openPatient();
}, 60_000);
beforeEach(() => school.recover());
afterAll(() => school.close());

const root = resolve(import.meta.dirname, '..', '..');

/** @param settings on top of the school's */
function doctor(
  args: readonly string[] = [],
  settings: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((ended) => {
    const env = { ...process.env, ...school.environment, ...settings };
    execFile(process.execPath, ['infra/doctor.ts', ...args], { cwd: root, env }, (error, out, err) => {
      ended({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

test('a healthy school ends with 0, and what only a person can look at is listed with its command', async () => {
  const { code, out } = await doctor();
  expect(code).toBe(0);
  expect(out).toContain('0 wrong, 0 cannot be read, ');
  expect(out).toMatch(/^LOOK BY HAND/m);
  expect(out).toContain('It must print: DisableAnonymousJoin False');
}, 30_000);

test('what is wrong comes first, with why and the command that mends it on a line of its own, and ends with 1', async () => {
  await school.control('options', 'PATCH', { accessPolicy: [] });
  const { code, out } = await doctor();
  expect(code).toBe(1);
  expect(out.indexOf('WRONG (1)')).toBeLessThan(out.indexOf('FINE'));
  expect(out).toMatch(/^ {4}Why: Only for organisers/m);
  expect(out).toMatch(/^ {6}New-CsApplicationAccessPolicy -Identity Chaperone/m);
}, 30_000);

test('what could not be read alone ends with 2', async () => {
  await school.control('illness', 'PATCH', { installedApp: null });
  expect((await doctor()).code).toBe(2);
}, 30_000);

test('--json is the same for machines', async () => {
  const { code, out } = await doctor(['--json']);
  const read: unknown = JSON.parse(out);
  expect(code).toBe(0);
  expect(read).toMatchObject({
    at: expect.stringMatching(/Z$/),
    lines: expect.arrayContaining([
      expect.objectContaining({ id: 'sign-in', state: 'fine', what: 'The app signs in' }),
    ]),
  });
}, 30_000);

test('no secret stands in what it prints', async () => {
  const { out, err } = await doctor(['--json']);
  for (const secret of ['APP_SECRET', 'STORAGE_KEY', 'ADMIN_APP_SECRET'])
    expect(out + err).not.toContain(school.environment[secret]);
}, 30_000);

test('a certificate that has run out is named before anything is asked', async () => {
  const { certificate, key } = await makeCertificate({ ends: -1 });
  const { code, out, err } = await doctor([], { APP_SECRET: '', APP_CERTIFICATE_FILE: kept(certificate, key) });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^ {2}APP_CERTIFICATE_FILE: /m);
}, 30_000);
