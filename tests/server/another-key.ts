import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  type CryptoKey,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JSONWebKeySet,
  type JWTPayload,
  SignJWT,
} from 'jose';

/** A key that the channel publishes beside its own, and that a test may sign with as it likes: also as the channel never would. */

/** @param channels the keys the channel publishes anyway; asked for whenever somebody looks */
export async function openAnotherKey(channels: () => JSONWebKeySet) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = 'another-key';
  const own = { ...(await exportJWK(publicKey)), kid, use: 'sig', endorsements: ['msteams'] };
  const server = createServer((request, response) => {
    const keys = { keys: [...channels().keys.map((key) => ({ ...key, endorsements: ['msteams'] })), own] };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? keys : metadata()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  const url = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : ''}`;
  const metadata = () => ({
    issuer: 'https://api.botframework.com',
    jwks_uri: `${url}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  });
  return {
    metadataUrl: `${url}/metadata`,
    kid,
    publicKey: Buffer.from(JSON.stringify(own)),
    /** @param claims all of them: nothing is added */
    sign: (claims: JWTPayload, header: { alg?: string; kid?: string } = {}, key: CryptoKey | Uint8Array = privateKey) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(key),
    /** The same key, for an algorithm the channel does not use. */
    as: async (algorithm: string) => importPKCS8(await exportPKCS8(privateKey), algorithm),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}
