import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Secret } from './secret.ts';

/** What the app signs its requests for tokens with. Entra has the certificate; the key never leaves this process. */
export type Certificate = {
  /** SHA-256 of the certificate, in hex: how Entra is told which of the app's certificates it is. */
  readonly thumbprint: string;
  /** PEM, PKCS #8. */
  readonly privateKey: Secret;
  /** The instant it ends, ISO, UTC. */
  readonly notAfter: string;
};

/** Why a file is no certificate to work with: one sentence for whoever keeps it, never a word of what stands in it. */
export class CertificateFault extends Error {}

const block = (label: string) => new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`);

/**
 * Reads a PEM file that holds a certificate and its private key, in any order; of several certificates the first is the app's.
 * @throws CertificateFault when the file, the certificate or its key is missing, when they are no pair, or when the time is not now
 */
export function readCertificate(file: string, now: Date): Certificate {
  const text = textOf(file);
  const pem = block('CERTIFICATE').exec(text)?.[0];
  if (pem === undefined) throw new CertificateFault('there is no certificate in that file');
  const certificate = certificateOf(pem);
  const privateKey = keyOf(text);
  if (!certificate.checkPrivateKey(privateKey))
    throw new CertificateFault('the private key in that file is of another certificate');
  if (privateKey.asymmetricKeyType !== 'rsa') throw new CertificateFault('Entra takes RSA keys only');
  const day = (instant: Date) => instant.toISOString().slice(0, 10);
  if (certificate.validToDate <= now)
    throw new CertificateFault(`the certificate has expired on ${day(certificate.validToDate)}`);
  if (certificate.validFromDate > now)
    throw new CertificateFault(`the certificate is good only from ${day(certificate.validFromDate)} on`);
  return {
    thumbprint: certificate.fingerprint256.replaceAll(':', ''),
    privateKey: new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    notAfter: certificate.validToDate.toISOString(),
  };
}

// What these throw quotes paths and bytes: none of it is for a console.
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CertificateFault('that file cannot be read');
  }
}

function certificateOf(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new CertificateFault('the certificate in that file cannot be read');
  }
}

function keyOf(text: string): KeyObject {
  const pem = block('(?:RSA )?PRIVATE KEY').exec(text)?.[0];
  if (pem === undefined) throw new CertificateFault('there is a certificate without its private key in that file');
  try {
    return createPrivateKey(pem);
  } catch {
    throw new CertificateFault('the private key in that file cannot be read');
  }
}
