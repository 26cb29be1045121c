import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { PersonId } from '../meetings/ask.ts';
import type { Limit } from './limits.ts';

/** Where Entra publishes its keys, and for which school and app a token must have been made. */
export type TabTokenSettings = { readonly entraUrl: string; readonly tenantId: string; readonly appId: string };

/** Who a token proves, or why it proves nobody. `keys unavailable` is our trouble, the others are the caller's. */
export type Proof =
  | { readonly proved: true; readonly id: PersonId; readonly name: string }
  | { readonly proved: false; readonly why: 'no token' | 'not a token for this tab' }
  | { readonly proved: false; readonly why: 'too much'; readonly waitSeconds: number }
  | { readonly proved: false; readonly why: 'keys unavailable'; readonly fault: unknown };

/** @param authorization the request's Authorization header, as it came */
export type Verify = (authorization: string | undefined) => Promise<Proof>;

const scope = 'access_as_user';

/**
 * Teams itself, on the web and as an app: who may ask Entra for a token for the tab
 * (https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad).
 */
const teamsClients = ['5e3ce6c0-2b1f-4285-8d4b-75ee78787346', '1fec8e78-bce4-4aaf-ab1b-5451cc387264'] as const;

const Claims = z.object({
  tid: z.string(),
  oid: PersonId,
  // Only a token made for a signed-in person has `scp`; an app's own token has `roles` in its place.
  scp: z.string(),
  azp: z.enum(teamsClients),
  name: z.string().trim().min(1).max(200).optional(),
});

/**
 * Verifies the access token that `authentication.getAuthToken()` gives the tab.
 *
 * The audience is the app's id and never `api://…`: Entra writes the URI form only into v1 tokens, and those have another issuer
 * (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference, `aud` and `iss`). An id token has the same
 * audience; it has no scope.
 * Never rejects: what cannot be checked is a refusal.
 */
export function createVerify({ entraUrl, tenantId, appId }: TabTokenSettings): Verify {
  const keys = createRemoteJWKSet(new URL(`${entraUrl}/${tenantId}/discovery/v2.0/keys`));
  const expected = {
    algorithms: ['RS256'],
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    audience: appId,
    requiredClaims: ['tid', 'oid', 'exp', 'scp', 'azp'],
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

/** The same, of whoever has not asked too much; counted only of people who are proved, so that nobody can use up another's share. */
export function unhurried(verify: Verify, limit: Limit): Verify {
  return async (authorization) => {
    const proof = await verify(authorization);
    if (!proof.proved) return proof;
    const pace = await limit(proof.id);
    return pace.fine ? proof : { proved: false, why: 'too much', waitSeconds: pace.waitSeconds };
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
