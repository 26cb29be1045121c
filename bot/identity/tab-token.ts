import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { PersonId } from '../meetings/ask.ts';

/** Where Entra publishes its keys, and for which school and app a token must have been made. */
export type TabTokenSettings = { readonly entraUrl: string; readonly tenantId: string; readonly appId: string };

/** Who a token proves, or why it proves nobody. `keys unavailable` is our trouble, the others are the caller's. */
export type Proof =
  | { readonly proved: true; readonly id: PersonId; readonly name: string }
  | { readonly proved: false; readonly why: 'no token' | 'not a token for this tab' }
  | { readonly proved: false; readonly why: 'keys unavailable'; readonly fault: unknown };

/** @param authorization the request's Authorization header, as it came */
export type Verify = (authorization: string | undefined) => Promise<Proof>;

const scope = 'access_as_user';

const Claims = z.object({
  tid: z.string(),
  oid: PersonId,
  // Only a token made for a signed-in person has `scp`; an app's own token has `roles` in its place.
  scp: z.string(),
  name: z.string().trim().min(1).max(200).optional(),
});

/**
 * Verifies the access token that `authentication.getAuthToken()` gives the tab.
 *
 * The audience is the app's id and never `api://…`: Entra writes the URI form only into v1 tokens, and those have another issuer
 * (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference, `aud` and `iss`).
 * Never rejects: what cannot be checked is a refusal.
 */
export function createVerify({ entraUrl, tenantId, appId }: TabTokenSettings): Verify {
  const keys = createRemoteJWKSet(new URL(`${entraUrl}/${tenantId}/discovery/v2.0/keys`));
  const expected = {
    algorithms: ['RS256'],
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    audience: appId,
    requiredClaims: ['tid', 'oid', 'exp', 'scp'],
  };

  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return { proved: false, why: authorization ? 'not a token for this tab' : 'no token' };
    try {
      return personOf((await jwtVerify(token, keys, expected)).payload, tenantId);
    } catch (fault) {
      if (isAboutTheToken(fault)) return { proved: false, why: 'not a token for this tab' };
      return { proved: false, why: 'keys unavailable', fault };
    }
  };
}

function personOf(payload: JWTPayload, tenantId: string): Proof {
  const claims = Claims.safeParse(payload);
  if (!claims.success || claims.data.tid !== tenantId || !claims.data.scp.split(' ').includes(scope)) {
    return { proved: false, why: 'not a token for this tab' };
  }
  // Entra leaves `name` out unless the `profile` scope was consented to.
  return { proved: true, id: claims.data.oid, name: claims.data.name ?? 'Colleague' };
}

/** jose throws its own errors for a bad token, and its plain `JOSEError`, a timeout or fetch's error when the keys cannot be had. */
function isAboutTheToken(fault: unknown): boolean {
  return (
    fault instanceof errors.JOSEError &&
    fault.code !== 'ERR_JOSE_GENERIC' &&
    !(fault instanceof errors.JWKSTimeout) &&
    !(fault instanceof errors.JWKSInvalid)
  );
}
