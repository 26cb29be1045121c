import { createPublicKey } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import {
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';

export type Signing = {
  /** The public keys, as both Entra and the channel publish them. */
  jwks(): JSONWebKeySet;
  /** Signs with RS256; `iat` and `nbf` are now. */
  sign(
    claims: JWTPayload,
    options: { readonly issuer: string; readonly audience: string; readonly expiresInSeconds: number },
  ): Promise<string>;
  /** The claims of a token of ours, unexpired and for this issuer and audience; rejects with a jose error otherwise. */
  verify(token: string, options: { readonly issuer: string; readonly audience: string }): Promise<JWTPayload>;
};

/** The tenant's one signing key, kept with its data: a token outlives a restart of Entra, so it must here. */
export async function openSigning(database: DatabaseSync, now: () => Date): Promise<Signing> {
  const pem = await keptKey(database);
  const privateKey = await importPKCS8(pem, 'RS256');
  const publicKey = createPublicKey(pem);
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    jwks: () => ({ keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] }),
    sign: (claims, { issuer, audience, expiresInSeconds }) => {
      const seconds = Math.floor(now().getTime() / 1000);
      return new SignJWT(claims)
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(seconds)
        .setNotBefore(seconds)
        .setExpirationTime(seconds + expiresInSeconds)
        .sign(privateKey);
    },
    verify: async (token, { issuer, audience }) => {
      const checks = { issuer, audience, algorithms: ['RS256'], currentDate: now(), requiredClaims: ['exp'] };
      return (await jwtVerify(token, publicKey, checks)).payload;
    },
  };
}

async function keptKey(database: DatabaseSync): Promise<string> {
  database.exec('CREATE TABLE IF NOT EXISTS signing_key (pem TEXT NOT NULL)');
  const { pem: kept } = database.prepare('SELECT pem FROM signing_key').get() ?? {};
  if (typeof kept === 'string') return kept;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const pem = await exportPKCS8(privateKey);
  database.prepare('INSERT INTO signing_key VALUES (?)').run(pem);
  return pem;
}
