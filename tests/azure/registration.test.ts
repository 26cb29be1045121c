import { expect, test } from '@jest/globals';
import { registrationOf } from '../../infra/azure/registration.ts';
import { issuerOf } from '../../infra/tenant/entra/entra.ts';

/** What the app registration is told, once the server has an identity and an address. */

const settings = {
  TENANT_ID: '5c0a1d0e-0000-4000-8000-000000000001',
  APP_ID: '5c0a1d0e-0000-4000-8000-0000000000a0',
  PUBLIC_URL: 'https://chaperone-school.example.org',
  IDENTITY_PRINCIPAL_ID: '5c0a1d0e-0000-4000-8000-0000000000d0',
};

test('it trusts the server’s identity in its own tenant, and nobody else', () => {
  expect(registrationOf(settings).bodies.trust).toMatchObject({
    issuer: issuerOf(settings.TENANT_ID),
    subject: settings.IDENTITY_PRINCIPAL_ID,
    audiences: ['api://AzureADTokenExchange'],
  });
});

test('people are signed in to the tab at its address, with tokens that the server takes', () => {
  const { signIn, teams } = registrationOf(settings).bodies;
  expect(signIn.identifierUris).toEqual([`api://chaperone-school.example.org/botid-${settings.APP_ID}`]);
  // bot/identity/tab-token.ts: v2 tokens only, and this scope.
  expect(signIn.api.requestedAccessTokenVersion).toBe(2);
  const [scope] = signIn.api.oauth2PermissionScopes;
  expect(scope?.value).toBe('access_as_user');
  expect(teams.api.preAuthorizedApplications.every((one) => one.delegatedPermissionIds[0] === scope?.id)).toBe(true);
});

test('doing it again says the same', () => {
  expect(registrationOf(settings)).toEqual(registrationOf({ ...settings }));
});

test('before there is a server, it says what is missing, by name', () => {
  expect(() => registrationOf({ ...settings, IDENTITY_PRINCIPAL_ID: '', PUBLIC_URL: undefined })).toThrow(
    /PUBLIC_URL.*\n.*IDENTITY_PRINCIPAL_ID: is an output of the deployment/,
  );
});
