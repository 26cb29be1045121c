import { Hono } from 'hono';
import type { TeamsWorld } from '../teams-world.ts';

/**
 * Where a bot finds the channel’s signing keys; mount it at `/botframework/.well-known`.
 * `endorsements` says for which channels a key may speak; botbuilder refuses
 * an activity whose key does not endorse its channelId.
 * Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function channelKeys(world: TeamsWorld): Hono {
  const app = new Hono();
  app.get('/openidconfiguration', (c) =>
    c.json({
      issuer: 'https://api.botframework.com',
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${world.tenantUrl()}/botframework/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
  );
  app.get('/keys', (c) =>
    c.json({ keys: world.signing.jwks().keys.map((key) => ({ ...key, endorsements: ['msteams'] })) }),
  );
  return app;
}
