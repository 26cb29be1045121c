import type { Context, Next } from 'hono';
import { decodeJwt, errors } from 'jose';
import type { TeamsWorld } from '../teams-world.ts';

const audience = 'https://api.botframework.com';

/** An error as the connector words it: `{ error: { code, message } }`. */
export function connectorError(
  c: Context,
  status: 400 | 401 | 403 | 404 | 413 | 501,
  { code, message }: { readonly code: string; readonly message: string },
): Response {
  return c.json({ error: { code, message } }, status);
}

/**
 * Lets a bot in only with a token that this tenant's Entra issued to it for the connector; both of Entra's issuer forms are good,
 * since which one a token bears depends on the registration, not on the endpoint asked.
 */
export function connectorDoor(world: TeamsWorld) {
  return async (c: Context, next: Next): Promise<Response | undefined> => {
    const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (token === undefined || !(await isOurBot(world, token))) {
      return connectorError(c, 401, {
        code: 'Unauthorized',
        message: 'Authorization has been denied for this request.',
      });
    }
    await next();
    return undefined;
  };
}

async function isOurBot(world: TeamsWorld, token: string): Promise<boolean> {
  const issuers = [
    `https://login.microsoftonline.com/${world.tenantId}/v2.0`,
    `https://sts.windows.net/${world.tenantId}/`,
  ];
  try {
    const issuer = issuers.find((known) => known === decodeJwt(token).iss);
    if (issuer === undefined) return false;
    const claims = await world.signing.verify(token, { issuer, audience });
    return (claims['appid'] ?? claims['azp']) === world.appId;
  } catch (fault) {
    if (fault instanceof errors.JOSEError) return false;
    throw fault;
  }
}
