import { createHash } from 'node:crypto';
import { z } from 'zod';
import { signsInTo } from '../../manifest/manifest.ts';

/** What the app registration is told after the first deployment: pure. */

const Settings = z.object({
  TENANT_ID: z.guid(),
  APP_ID: z.guid(),
  PUBLIC_URL: z.url({ protocol: /^https$/ }),
  IDENTITY_PRINCIPAL_ID: z.guid({ error: 'is an output of the deployment: deploy first' }),
});

// Teams on desktop and phone, and in the browser
// (https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad).
const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

export type Registration = ReturnType<typeof registrationOf>;

/**
 * @param settings names and texts, as the settings file has them after the first deployment
 * @returns the bodies of the requests: `trust` a federatedIdentityCredential, the others of PATCH application
 * @throws Error naming every setting that is missing or wrong
 */
export function registrationOf(settings: Record<string, string | undefined>) {
  const read = Settings.safeParse(settings);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`These settings are missing or wrong:\n${lines.join('\n')}`);
  }
  const { TENANT_ID, APP_ID, PUBLIC_URL, IDENTITY_PRINCIPAL_ID } = read.data;
  const scope = {
    id: guidFor(`access_as_user of ${APP_ID}`),
    value: 'access_as_user',
    type: 'User',
    isEnabled: true,
    adminConsentDisplayName: 'Use Chaperone as the person signed in',
    adminConsentDescription: 'Lets Teams tell Chaperone who has opened its tab.',
    userConsentDisplayName: 'Use Chaperone as you',
    userConsentDescription: 'Lets Teams tell Chaperone who you are.',
  };
  const api = { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [scope] };
  const preAuthorizedApplications = teamsClients.map((appId) => ({ appId, delegatedPermissionIds: [scope.id] }));
  return {
    appId: APP_ID,
    bodies: {
      // https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
      trust: {
        name: 'chaperone-server',
        description: 'The server’s managed identity',
        issuer: `https://login.microsoftonline.com/${TENANT_ID}/v2.0`,
        subject: IDENTITY_PRINCIPAL_ID,
        audiences: ['api://AzureADTokenExchange'],
      },
      signIn: { identifierUris: [signsInTo({ appId: APP_ID, publicUrl: PUBLIC_URL })], api },
      // Apart, because what is authorised beforehand has to be there already.
      teams: { api: { ...api, preAuthorizedApplications } },
    },
  };
}

// The same each time, so that doing it again changes nothing.
function guidFor(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
