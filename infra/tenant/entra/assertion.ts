import { createHash, X509Certificate } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { type EntraWorld, issuerOf, loginHost } from './entra.ts';
import type { Wrong } from './token.ts';

/**
 * What an app brings in place of a secret: a statement it signed with the key of a certificate Entra has of it
 * (https://learn.microsoft.com/entra/identity-platform/certificate-credentials), or a token of an identity it is said to trust
 * (https://learn.microsoft.com/entra/workload-id/workload-identity-federation).
 * @returns why it is not taken, in Entra's numbers; `null` when it proves the app
 */
export async function assertionFault(world: EntraWorld, form: URLSearchParams): Promise<Wrong | null> {
  if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    return invalid(50027, 'The client assertion type is not supported.');
  const clientId = form.get('client_id') ?? '';
  const assertion = form.get('client_assertion') ?? '';
  try {
    const { 'x5t#S256': thumbprint } = decodeProtectedHeader(assertion);
    return typeof thumbprint === 'string'
      ? await certificateFault(world, { assertion, thumbprint, clientId })
      : await federatedFault(world, assertion, clientId);
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      return invalid(700024, 'Client assertion is not within its valid time range.');
    if (error instanceof errors.JOSEError || error instanceof TypeError)
      return invalid(50027, 'JWT token is invalid or malformed.');
    throw error;
  }
}

const invalid = (code: number, says: string): Wrong => ({ status: 401, error: 'invalid_client', code, says });

async function certificateFault(
  world: EntraWorld,
  { assertion, thumbprint, clientId }: { assertion: string; thumbprint: string; clientId: string },
): Promise<Wrong | null> {
  const registered = world.options
    .now()
    .certificates.map((pem) => new X509Certificate(pem))
    .find(({ raw }) => createHash('sha256').update(raw).digest('base64url') === thumbprint);
  if (registered === undefined)
    return invalid(700027, 'The certificate with that identifier is not registered on application.');
  if (registered.validToDate <= world.now())
    return invalid(1000502, 'The provided certificate is not within its specified validity period.');
  const { tenantId } = world.settings;
  const payload = await verified(assertion, registered, world.now());
  if (payload === null) return invalid(700027, 'Client assertion failed signature validation.');
  const endpoint = `${loginHost}/${tenantId}/oauth2/v2.0/token`;
  if (payload.aud !== endpoint) return invalid(700023, 'Client assertion audience claim does not match Realm issuer.');
  if (payload.iss !== clientId || payload.sub !== clientId)
    return invalid(700021, 'Client assertion application identifier doesn’t match ‘client_id’ parameter.');
  return null;
}

async function verified(assertion: string, { publicKey }: X509Certificate, now: Date): Promise<JWTPayload | null> {
  try {
    const algorithms = ['PS256', 'RS256'];
    // Entra lets clocks differ by five minutes, and msal rounds its own up.
    const checks = { algorithms, currentDate: now, clockTolerance: 300, requiredClaims: ['exp', 'iss', 'sub', 'jti'] };
    return (await jwtVerify(assertion, publicKey, checks)).payload;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return null;
    throw error;
  }
}

async function federatedFault(
  { settings, options, signing }: EntraWorld,
  assertion: string,
  clientId: string,
): Promise<Wrong | null> {
  const { iss, sub, aud } = decodeJwt(assertion);
  // An administrator's app trusts no machine.
  const trusted = clientId === settings.appId ? options.now().federated : [];
  const by = (issuer: string | undefined) => trusted.filter((one) => one.issuer === issuer);
  if (by(iss).length === 0)
    return invalid(700211, 'No matching federated identity record found for presented assertion issuer.');
  const found = by(iss).find((one) => one.subject === sub);
  if (found === undefined)
    return invalid(700213, 'No matching federated identity record found for presented assertion subject.');
  if (found.audience !== aud)
    return invalid(700212, 'No matching federated identity record found for presented assertion audience.');
  try {
    await signing.verify(assertion, { issuer: issuerOf(settings.tenantId), audience: found.audience });
    return null;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return invalid(50013, 'Assertion failed signature validation.');
    throw error;
  }
}
