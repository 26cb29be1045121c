import { z } from 'zod';
import { type Certificate, CertificateFault, readCertificate } from './certificate.ts';
import { Secret } from './secret.ts';

/** How the app proves that it is the app: to Entra, for Graph and the channel. */
export type AppCredential =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'federated'; readonly identity: ManagedIdentity }
  | { readonly kind: 'secret'; readonly secret: Secret };

/** How it gets at its storage. */
export type StorageCredential =
  | { readonly kind: 'managed identity'; readonly identity: ManagedIdentity }
  | { readonly kind: 'key'; readonly key: Secret };

/** The user-assigned identity that Azure gives to the machine itself. Its client id, and nothing secret. */
export type ManagedIdentity = { readonly clientId: string };

export type Credentials = { readonly app: AppCredential; readonly storage: StorageCredential };

/** A setting by its name, and what is wrong with it. */
export type Problem = { readonly name: string; readonly says: string };

// A template that leaves a setting out writes it empty.
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.optional(shape));

const Named = z.object({
  APP_SECRET: optional(z.string()),
  APP_CERTIFICATE_FILE: optional(z.string()),
  MANAGED_IDENTITY_CLIENT_ID: optional(z.guid()),
  // Azure sets these two itself where there is a managed identity; msal reads them, here they are only missed by name
  // (https://learn.microsoft.com/azure/container-apps/managed-identity#rest-endpoint-reference).
  IDENTITY_ENDPOINT: optional(z.string()),
  IDENTITY_HEADER: optional(z.string()),
  STORAGE_KEY: optional(z.base64()),
  ENTRA_URL: optional(z.string()),
  STORAGE_URL: optional(z.string()),
});
type Named = z.infer<typeof Named>;

/**
 * Which credentials the settings name. A secret that could be copied is taken for a tenant or storage on this machine only.
 * @param environment names and texts, as the process has them
 * @returns the credentials, or every setting that is missing or wrong
 */
export function credentialsOf(
  environment: Record<string, string | undefined>,
  now: Date,
):
  | { readonly fine: true; readonly credentials: Credentials }
  | { readonly fine: false; readonly problems: readonly Problem[] } {
  const read = Named.safeParse(environment);
  if (!read.success)
    return {
      fine: false,
      problems: read.error.issues.map(({ path, message }) => ({ name: path.join('.'), says: message })),
    };
  const [app, storage] = [appCredential(read.data, now), storageCredential(read.data)];
  if ('kind' in app && 'kind' in storage) return { fine: true, credentials: { app, storage } };
  return { fine: false, problems: [app, storage].flatMap((one) => ('kind' in one ? [] : [one])) };
}

/** Of several ways the one that is named first below; a secret only where Entra is a program on this machine. */
export function appCredential(its: Partial<Named>, now: Date): AppCredential | Problem {
  if (its.APP_SECRET !== undefined) return secretOf(its, its.APP_SECRET);
  if (its.APP_CERTIFICATE_FILE !== undefined) return certificateOf(its.APP_CERTIFICATE_FILE, now);
  const identity = identityOf(its);
  if (identity !== null) return 'clientId' in identity ? { kind: 'federated', identity } : identity;
  return {
    name: 'APP_CERTIFICATE_FILE',
    says: 'or MANAGED_IDENTITY_CLIENT_ID is needed: how the app proves itself to Entra',
  };
}

function secretOf(its: Partial<Named>, secret: string): AppCredential | Problem {
  if (!isThisMachine(its.ENTRA_URL))
    return {
      name: 'APP_SECRET',
      says: 'is for a tenant on this machine only; a real one wants APP_CERTIFICATE_FILE or MANAGED_IDENTITY_CLIENT_ID',
    };
  if (its.APP_CERTIFICATE_FILE !== undefined)
    return { name: 'APP_SECRET', says: 'and APP_CERTIFICATE_FILE are both there; take one away' };
  return { kind: 'secret', secret: new Secret(secret) };
}

function certificateOf(file: string, now: Date): AppCredential | Problem {
  try {
    return { kind: 'certificate', certificate: readCertificate(file, now) };
  } catch (fault) {
    if (!(fault instanceof CertificateFault)) throw fault;
    return { name: 'APP_CERTIFICATE_FILE', says: fault.message };
  }
}

function storageCredential(its: Named): StorageCredential | Problem {
  if (its.STORAGE_KEY !== undefined)
    return isThisMachine(its.STORAGE_URL)
      ? { kind: 'key', key: new Secret(its.STORAGE_KEY) }
      : {
          name: 'STORAGE_KEY',
          says: 'is for an emulator on this machine only; Azure’s storage wants MANAGED_IDENTITY_CLIENT_ID',
        };
  const identity = identityOf(its);
  if (identity !== null) return 'clientId' in identity ? { kind: 'managed identity', identity } : identity;
  return { name: 'MANAGED_IDENTITY_CLIENT_ID', says: 'is needed: the identity that may use the storage' };
}

function identityOf(its: Partial<Named>): ManagedIdentity | Problem | null {
  if (its.MANAGED_IDENTITY_CLIENT_ID === undefined) return null;
  for (const name of ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'] as const)
    if (its[name] === undefined)
      return { name, says: 'is missing: Azure sets it where MANAGED_IDENTITY_CLIENT_ID has been given to the machine' };
  return { clientId: its.MANAGED_IDENTITY_CLIENT_ID };
}

/** Loopback only: what a container or a school's network calls by another name is not this machine. */
export function isThisMachine(address: string | undefined): boolean {
  const hostname = URL.parse(address ?? '')?.hostname ?? '';
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
