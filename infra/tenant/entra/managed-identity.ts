import { Hono } from 'hono';
import type { Http } from '../striking.ts';
import { type EntraWorld, issuerOf } from './entra.ts';

/**
 * The identity Azure gives to a machine, and the endpoint on it that hands out its tokens, as Container Apps has it
 * (https://learn.microsoft.com/azure/container-apps/managed-identity#rest-endpoint-reference). Who runs the server with it sets
 * `IDENTITY_ENDPOINT` to this address and `IDENTITY_HEADER` to the word below.
 */
export const machine = {
  path: '/_machine/token',
  header: 'only-this-machine-knows',
  clientId: '5c0a1d0e-0000-4000-8000-0000000000d1',
  /** Its service principal: the subject of its tokens. */
  principalId: '5c0a1d0e-0000-4000-8000-0000000000d2',
} as const;

const seconds = 3600;

export function managedIdentity(world: EntraWorld): Hono<Http> {
  const app = new Hono<Http>();
  app.get(machine.path, async (c) => {
    const { resource = '', client_id: client, 'api-version': version } = c.req.query();
    if (c.req.header('x-identity-header') !== machine.header) return c.json(problem('Unauthorized'), 401);
    if (version !== '2019-08-01' || client !== machine.clientId || resource === '')
      return c.json(problem('No User Assigned Managed Identity found for specified parameters'), 400);
    return c.json({
      access_token: await tokenFor(world, resource),
      client_id: machine.clientId,
      expires_on: String(Math.floor(world.now().getTime() / 1000) + seconds),
      resource,
      token_type: 'Bearer',
    });
  });
  return app;
}

const problem = (message: string) => ({ statusCode: 400, message });

// Of the exchange audience Entra makes v2 tokens, of Azure's own services v1 ones, which have another issuer.
function tokenFor({ settings, signing }: EntraWorld, resource: string): Promise<string> {
  const { tenantId } = settings;
  const exchange = resource === 'api://AzureADTokenExchange';
  return signing.sign(
    { sub: machine.principalId, oid: machine.principalId, azp: machine.clientId, tid: tenantId, idtyp: 'app' },
    {
      issuer: exchange ? issuerOf(tenantId) : `https://sts.windows.net/${tenantId}/`,
      audience: resource.replace(/\/$/, ''),
      expiresInSeconds: seconds,
    },
  );
}
