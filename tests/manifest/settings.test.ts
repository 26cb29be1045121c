import { expect, test } from '@jest/globals';
import { readPackageSettings } from '../../manifest/settings.ts';
import { example } from './environments.ts';

/** What a package is made from, as whoever makes it meets it. */

function said(change: Record<string, string | undefined>): string {
  try {
    readPackageSettings({ ...example, ...change });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('the example is complete', () => {
  expect(said({})).toBe('');
});

test.each(['APP_ID', 'PUBLIC_URL', 'DEVELOPER_NAME', 'DEVELOPER_URL', 'PRIVACY_URL', 'TERMS_URL'])(
  '%s is named when it is missing',
  (name) => {
    expect(said({ [name]: undefined })).toMatch(
      new RegExp(`^These settings are missing or wrong:\n  ${name}: [^\n]+$`),
    );
  },
);

test.each([
  ['APP_ID', '3f8d2c41-7a5e-4b0f-9c36'],
  ['APP_ID', 'chaperone'],
  ['PUBLIC_URL', 'chaperone.example.org'],
  ['PUBLIC_URL', 'http://chaperone.example.org'],
  ['PUBLIC_URL', 'https://chaperone.example.org/tab/'],
  ['PUBLIC_URL', 'https://chaperone.example.org/?a=b'],
  ['DEVELOPER_NAME', ' '],
  ['DEVELOPER_NAME', 'The Quillfeather Federation of Primary Schools'],
  ['PRIVACY_URL', 'http://example.org/privacy'],
  ['TERMS_URL', 'javascript:alert(1)'],
  ['APP_NAME', 'Chaperone, for meetings with people from outside'],
])('%s is named, and not repeated, when it is %s', (name, value) => {
  const message = said({ [name]: value });
  expect(message).toMatch(new RegExp(`^These settings are missing or wrong:\n  ${name}: [^\n]+$`));
  expect(message).not.toContain(value === ' ' ? '  :' : value);
});

test('everything that is wrong is named at once', () => {
  const message = said({ APP_ID: 'nonsense', PUBLIC_URL: undefined, TERMS_URL: '' });
  for (const name of ['APP_ID', 'PUBLIC_URL', 'TERMS_URL']) expect(message).toContain(`  ${name}: `);
});

test('the server’s address may end in a slash, and an id be in capitals', () => {
  const settings = readPackageSettings({
    ...example,
    PUBLIC_URL: 'https://chaperone.example.org/',
    APP_ID: '3F8D2C41-7A5E-4B0F-9C36-D1E2A4B58C70',
  });
  expect(settings).toMatchObject({
    publicUrl: 'https://chaperone.example.org',
    appId: '3f8d2c41-7a5e-4b0f-9c36-d1e2a4b58c70',
  });
});
