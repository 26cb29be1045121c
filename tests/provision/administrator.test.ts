import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { openAsAdministrator } from '../../infra/provision/administrator.ts';
import { readFacts } from '../../infra/provision/facts.ts';
import { readProvisionSettings } from '../../infra/provision/settings.ts';
import { kept, makeCertificate } from '../identity/making-certificates.ts';
import { openBareTenant } from './a-tenant.ts';

/** Who may provision, and how they prove it. */

const tenant = await openBareTenant();
afterAll(() => tenant.close());
beforeEach(() => tenant.afresh());

const withCertificate = (file: string) => ({
  ...tenant.environment(),
  ADMIN_APP_SECRET: '',
  ADMIN_APP_CERTIFICATE_FILE: file,
});

test('an app with a certificate that Entra has of it', async () => {
  const { certificate, key } = await makeCertificate();
  await tenant.options({ certificates: [certificate] });
  const settings = readProvisionSettings(withCertificate(kept(certificate, key)));
  const facts = await readFacts(await openAsAdministrator(settings), settings);
  expect(facts.app).toMatchObject({ displayName: 'Chaperone' });
});

test('a certificate that Entra does not have is refused at once', async () => {
  const { certificate, key } = await makeCertificate();
  const settings = readProvisionSettings(withCertificate(kept(certificate, key)));
  await expect(openAsAdministrator(settings)).rejects.toMatchObject({ kind: 'graph refused' });
});

test('a certificate that is over is named before anything is asked', async () => {
  const { certificate, key } = await makeCertificate({ ends: -1 });
  expect(() => readProvisionSettings(withCertificate(kept(certificate, key)))).toThrow(
    /ADMIN_APP_CERTIFICATE_FILE: .*/,
  );
});

test('a secret is for a tenant on this machine only', () => {
  const real = { ...tenant.environment(), ENTRA_URL: 'https://login.microsoftonline.com' };
  expect(() => readProvisionSettings(real)).toThrow('ADMIN_APP_SECRET: is for a tenant on this machine only');
});

test('every setting that is missing or wrong is named at once, and none by its value', () => {
  const half = { ...tenant.environment(), SITE_URL: '', APP_ID: 'not-an-id', ADMIN_APP_SECRET: '' };
  expect(() => readProvisionSettings(half)).toThrow(
    /APP_ID: Invalid GUID\n {2}SITE_ID: or SITE_URL is needed.*\n {2}ADMIN_APP_CERTIFICATE_FILE: is needed/,
  );
});
