import { z } from 'zod';
import type { Role } from '../../bot/identity/caller.ts';
import { CertificateFault, readCertificate } from '../../bot/identity/certificate.ts';
import { type AppCredential, isThisMachine } from '../../bot/identity/credentials.ts';
import { Secret } from '../../bot/identity/secret.ts';
import { CannotProvision } from './cannot-provision.ts';

/** What provisioning must be told; what it may find out or make is optional. */
export type ProvisionSettings = {
  readonly entraUrl: string;
  readonly graphUrl: string;
  readonly tenantId: string;
  /** The product's app. */
  readonly appId: string;
  /** The app an administrator provisions with. */
  readonly admin: { readonly appId: string; readonly credential: AppCredential };
  /** By its id, or by its address until that is known. */
  readonly site: { readonly id: string } | { readonly url: URL };
  readonly groups: Readonly<Partial<Record<Role, string>>>;
  readonly schoolFile: string | null;
  /** Somebody whose calendar the app must not reach, by object id. */
  readonly mailboxOutside: string | null;
  /** The first pause before a call is tried again, unless Microsoft names one. */
  readonly retryMilliseconds: number;
};

/** The settings that name the role groups, as the server reads them. */
export const groupSettings = {
  staff: 'GROUP_STAFF',
  head: 'GROUP_HEAD',
  slt: 'GROUP_SLT',
  dsl: 'GROUP_DSL',
  dpo: 'GROUP_DPO',
  ict: 'GROUP_ICT',
  pupil: 'GROUP_PUPIL',
} as const satisfies Record<Role, string>;

// A template that leaves a setting out writes it empty.
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape.optional());
const address = (usual: string) => optional(z.url()).transform((text) => (text ?? usual).replace(/\/+$/, ''));

const Named = z.object({
  ENTRA_URL: address('https://login.microsoftonline.com'),
  GRAPH_URL: address('https://graph.microsoft.com/v1.0').transform((url) =>
    url.endsWith('/v1.0') ? url : `${url}/v1.0`,
  ),
  TENANT_ID: z.guid(),
  APP_ID: z.guid(),
  ADMIN_APP_ID: z.guid(),
  ADMIN_APP_SECRET: optional(z.string()),
  ADMIN_APP_CERTIFICATE_FILE: optional(z.string()),
  SITE_ID: optional(z.string().regex(/^[^,/]+,[^,/]+,[^,/]+$/, 'host,site collection id,site id')),
  SITE_URL: optional(z.url()),
  GROUP_STAFF: optional(z.guid()),
  GROUP_HEAD: optional(z.guid()),
  GROUP_SLT: optional(z.guid()),
  GROUP_DSL: optional(z.guid()),
  GROUP_DPO: optional(z.guid()),
  GROUP_ICT: optional(z.guid()),
  GROUP_PUPIL: optional(z.guid()),
  SCHOOL_FILE: optional(z.string()),
  MAILBOX_OUTSIDE: optional(z.guid()),
  RETRY_MILLISECONDS: optional(z.coerce.number().int().min(1).max(10_000)),
});

/**
 * @param environment names and texts, as the settings file and the process have them
 * @throws CannotProvision naming every setting that is missing or wrong, never its value
 */
export function readProvisionSettings(environment: Record<string, string | undefined>): ProvisionSettings {
  const read = Named.safeParse(environment);
  const problems = read.success ? [] : read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  const site = siteOf(environment);
  if (site === null)
    problems.push('  SITE_ID: or SITE_URL is needed, the address of the site that is to hold the register');
  const credential = credentialOf(environment, new Date());
  if (typeof credential === 'string') problems.push(`  ${credential}`);
  if (!read.success || site === null || typeof credential === 'string')
    throw new CannotProvision(`These settings are missing or wrong:\n${problems.join('\n')}`);
  const its = read.data;
  const named = Object.entries(groupSettings).flatMap(([role, name]) =>
    its[name] ? [[role, its[name]] as const] : [],
  );
  return {
    entraUrl: its.ENTRA_URL,
    graphUrl: its.GRAPH_URL,
    tenantId: its.TENANT_ID,
    appId: its.APP_ID,
    admin: { appId: its.ADMIN_APP_ID, credential },
    site,
    groups: Object.fromEntries(named),
    schoolFile: its.SCHOOL_FILE ?? null,
    mailboxOutside: its.MAILBOX_OUTSIDE ?? null,
    retryMilliseconds: its.RETRY_MILLISECONDS ?? 500,
  };
}

/** @returns how the administrator's app proves itself, or the sentence that says what is wrong with it */
function credentialOf(
  { ADMIN_APP_SECRET, ADMIN_APP_CERTIFICATE_FILE, ENTRA_URL }: Record<string, string | undefined>,
  now: Date,
): AppCredential | string {
  if (ADMIN_APP_SECRET)
    return isThisMachine(ENTRA_URL)
      ? { kind: 'secret', secret: new Secret(ADMIN_APP_SECRET) }
      : 'ADMIN_APP_SECRET: is for a tenant on this machine only; a real one wants ADMIN_APP_CERTIFICATE_FILE';
  if (!ADMIN_APP_CERTIFICATE_FILE)
    return 'ADMIN_APP_CERTIFICATE_FILE: is needed, a file with certificate and private key';
  try {
    return { kind: 'certificate', certificate: readCertificate(ADMIN_APP_CERTIFICATE_FILE, now) };
  } catch (fault) {
    if (!(fault instanceof CertificateFault)) throw fault;
    return `ADMIN_APP_CERTIFICATE_FILE: ${fault.message}`;
  }
}

function siteOf({ SITE_ID, SITE_URL }: Record<string, string | undefined>): ProvisionSettings['site'] | null {
  if (SITE_ID) return { id: SITE_ID };
  const url = URL.parse(SITE_URL ?? '');
  return url === null ? null : { url };
}
