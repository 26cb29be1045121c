import { Hono } from 'hono';
import type { Calls } from '../calls.ts';
import type { Faults } from '../faults.ts';
import type { Health } from '../illness.ts';
import type { Options } from '../options.ts';
import type { TenantSettings } from '../settings.ts';
import { type Http, type Served, type Service, struck } from '../striking.ts';
import { managedIdentity } from './managed-identity.ts';
import type { Signing } from './signing.ts';
import { grant, oauthError } from './token.ts';

export type EntraWorld = {
  readonly settings: TenantSettings;
  readonly options: Options;
  readonly health: Health;
  readonly signing: Signing;
  readonly faults: Faults;
  readonly calls: Calls;
  now(): Date;
};

export const loginHost = 'https://login.microsoftonline.com';
export const issuerOf = (tenantId: string): string => `${loginHost}/${tenantId}/v2.0`;

/** Entra's endpoints: what it is, its keys, and tokens for an app that proves itself. */
export function entra(world: EntraWorld): Hono<Http> {
  const app = new Hono<Http>();
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (c) => {
    const theirs = new Date(world.now().getTime() + world.health.now().secondsAhead * 1000);
    return c.json(metadata(c.req.param('tenant')), 200, { Date: theirs.toUTCString() });
  });
  app.get('/:tenant/discovery/v2.0/keys', (c) => c.json(world.signing.jwks()));
  app.post('/:tenant/oauth2/v2.0/token', (c) =>
    struck(c, {
      ...world,
      service: service(world),
      path: c.req.path,
      query: '',
      serve: async (): Promise<Served> => {
        const form = new URLSearchParams(await c.req.text());
        const { status, body } = await grant(world, c.req.param('tenant'), form);
        return { response: Response.json(body, { status }), app: form.get('client_id') };
      },
    }),
  );
  app.route('/', managedIdentity(world));
  return app;
}

function metadata(tenant: string) {
  const id = ['common', 'organizations'].includes(tenant) ? '{tenantid}' : tenant;
  return {
    issuer: issuerOf(id),
    token_endpoint: `${loginHost}/${tenant}/oauth2/v2.0/token`,
    authorization_endpoint: `${loginHost}/${tenant}/oauth2/v2.0/authorize`,
    jwks_uri: `${loginHost}/${tenant}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    response_types_supported: ['code', 'id_token'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
  };
}

const service = (world: EntraWorld): Service => ({
  on: 'entra',
  refuse: () => {
    const { status, body } = oauthError(world.now(), {
      status: 400,
      error: 'unauthorized_client',
      code: 53003,
      says: 'Access has been blocked by Conditional Access policies.',
    });
    return Response.json(body, { status });
  },
  fail: (status, retryAfter) => {
    const { body } = oauthError(world.now(), {
      status,
      error: 'temporarily_unavailable',
      code: 90033,
      says: 'A transient error has occurred. Please try again.',
    });
    return Response.json(body, {
      status,
      headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    });
  },
});
