import { ManagedIdentityApplication } from '@azure/msal-node';
import type { ManagedIdentity } from './credentials.ts';

/** A token of the machine's own identity for one of Azure's services, and until when it is good (milliseconds since 1970). */
export type IdentityToken = (
  resource: string,
) => Promise<{ readonly token: string; readonly expiresOnTimestamp: number }>;

/**
 * The identity that Azure gives to this machine. msal asks the endpoint in `IDENTITY_ENDPOINT`, waits out what passes, and remembers
 * tokens for as long as they are good.
 */
export function openManagedIdentity({ clientId }: ManagedIdentity): IdentityToken {
  const application = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: clientId } });
  return async (resource) => {
    const { accessToken, expiresOn } = await application.acquireToken({ resource });
    return { token: accessToken, expiresOnTimestamp: expiresOn?.getTime() ?? Date.now() };
  };
}
