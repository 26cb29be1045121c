import { beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../bot/config.ts';
import { kept, type Made, makeCertificate } from '../identity/making-certificates.ts';
import { local } from '../school.ts';

/** How the app proves itself, as whoever sets up the server meets it: half of it, or a bad one, stops the start by name. */

const real = {
  ENTRA_URL: 'https://login.microsoftonline.com',
  STORAGE_URL: 'https://quillfeather.blob.core.windows.net',
};
const machine = {
  MANAGED_IDENTITY_CLIENT_ID: '5c0a1d0e-0000-4000-8000-0000000000d1',
  IDENTITY_ENDPOINT: 'http://localhost:42356/msi/token',
  IDENTITY_HEADER: 'given-by-azure',
};
const none = { APP_SECRET: '', STORAGE_KEY: '' };

const read = (change: Record<string, string | undefined>) => readConfig({ ...local, ...change });
function said(change: Record<string, string | undefined>): string {
  try {
    read(change);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

let good: Made;
let other: Made;
beforeAll(async () => {
  [good, other] = await Promise.all([makeCertificate({ ends: 90 }), makeCertificate()]);
});

test('in Azure the machine’s own identity is enough: no secret at all', () => {
  const { config, secrets } = read({ ...real, ...machine, ...none });
  expect(config.credential).toEqual({ kind: 'federated' });
  expect(secrets.storage.kind).toBe('managed identity');
});

test('a certificate comes before the machine’s identity, and says when it ends', () => {
  const file = kept(good.key, good.certificate);
  const { config } = read({ ...real, ...machine, ...none, APP_CERTIFICATE_FILE: file });
  const ends = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  expect(config.credential).toMatchObject({ kind: 'certificate', notAfter: expect.stringContaining(ends) });
});

test.each<[string, Record<string, string>, RegExp]>([
  ['a secret for a real tenant', { ...real, ...machine, STORAGE_KEY: '' }, /^ {2}APP_SECRET: .*this machine only/m],
  ['a key for a real storage', { ...real, ...machine, APP_SECRET: '' }, /^ {2}STORAGE_KEY: .*this machine only/m],
  ['nothing to prove itself with', none, /^ {2}APP_CERTIFICATE_FILE: or MANAGED_IDENTITY_CLIENT_ID/m],
  ['nothing to open the storage with', { STORAGE_KEY: '' }, /^ {2}MANAGED_IDENTITY_CLIENT_ID: /m],
  ['an identity that Azure has not given', { ...none, ...machine, IDENTITY_HEADER: '' }, /^ {2}IDENTITY_HEADER: /m],
  [
    'an identity that is no GUID',
    { ...machine, MANAGED_IDENTITY_CLIENT_ID: 'mine' },
    /^ {2}MANAGED_IDENTITY_CLIENT_ID: /m,
  ],
  ['a secret and a certificate', { APP_CERTIFICATE_FILE: '/nowhere.pem' }, /^ {2}APP_SECRET: .*take one away/m],
])('%s stops it, by name', (_, change, says) => {
  expect(said(change)).toMatch(says);
});

test.each<[string, () => Promise<string> | string, string]>([
  ['is not there', () => '/nowhere/certificate.pem', 'that file cannot be read'],
  ['is empty', () => kept(''), 'there is no certificate in that file'],
  ['holds a certificate without its key', () => kept(good.certificate), 'a certificate without its private key'],
  ['holds the key of another certificate', () => kept(good.certificate, other.key), 'of another certificate'],
  [
    'holds half a certificate',
    () => kept(`${good.certificate.slice(0, 400)}\n-----END CERTIFICATE-----`, good.key),
    'the certificate in that file cannot be read',
  ],
])('a certificate’s file that %s stops it', async (_, file, says) => {
  const message = said({ APP_SECRET: '', APP_CERTIFICATE_FILE: await file() });
  expect(message).toMatch(/^ {2}APP_CERTIFICATE_FILE: /m);
  expect(message).toContain(says);
});

test.each([
  ['has expired', { ends: -2 }, -2, 'has expired on'],
  ['is not good yet', { begins: 3 }, 3, 'is good only from'],
])('a certificate that %s stops it, and the day is named', async (_, days, away, says) => {
  const made = await makeCertificate(days);
  const day = new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10);
  expect(said({ APP_SECRET: '', APP_CERTIFICATE_FILE: kept(made.certificate, made.key) })).toContain(`${says} ${day}`);
});

test('what is wrong with other settings is said in the same breath', () => {
  const message = said({ ...real, APP_ID: 'nonsense', GROUP_DSL: undefined });
  for (const name of ['APP_ID', 'GROUP_DSL', 'APP_SECRET', 'STORAGE_KEY'])
    expect(message).toMatch(new RegExp(`^ {2}${name}: `, 'm'));
});

test('nothing of a key or its file’s text is in what is said', () => {
  const message = said({ APP_SECRET: '', APP_CERTIFICATE_FILE: kept(good.certificate, good.key.replace('A', '!')) });
  expect(message).not.toMatch(/MII|PRIVATE KEY-----/);
});
