import { errors, type JWTPayload } from 'jose';
import { issuerOf } from '../entra/entra.ts';
import type { Signing } from '../entra/signing.ts';
import { type CallingApp, graphHost, Refusal } from './call.ts';

/** Who calls, by the token they bring. */
export type Bearer = {
  /** @throws Refusal 401 for none, for a stranger's, for one of another service, and for one that is over */
  check(authorization: string | undefined): Promise<CallingApp>;
};

const refused = (message: string) =>
  new Refusal(401, 'InvalidAuthenticationToken', message, {
    'www-authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
  });

export function openBearer({
  signing,
  tenantId,
  now,
}: {
  signing: Signing;
  tenantId: string;
  now: () => Date;
}): Bearer {
  // One app uses one token for an hour: its signature is checked once.
  const known = new Map<string, { readonly app: CallingApp; readonly until: number }>();
  return {
    check: async (authorization) => {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) throw refused('Access token is empty.');
      const before = known.get(token);
      if (before !== undefined && before.until > now().getTime()) return before.app;
      const claims = await verified(signing, tenantId, token);
      const app = appOf(claims);
      if (known.size > 1000) known.clear();
      known.set(token, { app, until: (claims.exp ?? 0) * 1000 });
      return app;
    },
  };
}

async function verified(signing: Signing, tenantId: string, token: string): Promise<JWTPayload> {
  try {
    return await signing.verify(token, { issuer: issuerOf(tenantId), audience: graphHost });
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    if (error instanceof errors.JWTExpired) throw refused('Lifetime validation failed, the token is expired.');
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
      throw refused('Access token validation failure. Invalid audience.');
    }
    throw refused('Access token validation failure.');
  }
}

function appOf(claims: JWTPayload): CallingApp {
  const { appid, roles } = claims;
  if (typeof appid !== 'string') throw refused('Access token validation failure.');
  return { id: appid, roles: new Set(Array.isArray(roles) ? roles.map(String) : []) };
}
