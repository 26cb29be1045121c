import { z } from 'zod';
import type { Role } from './identity/caller.ts';
import { Secret } from './identity/secret.ts';

/** The only file that reads the environment. Everything that differs between a school's tenant and the one in the box is here. */

// Tokens and children's names travel over these: plain http is for this machine only.
const address = z.url().refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}, 'an https address (http only on this machine)');
const withoutSlash = address.transform((text) => text.replace(/\/+$/, ''));
const seconds = (usual: number) => z.coerce.number().min(1).max(3600).default(usual);

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  ENTRA_URL: withoutSlash.default('https://login.microsoftonline.com'),
  GRAPH_URL: withoutSlash
    .default('https://graph.microsoft.com/v1.0')
    .transform((text) => (text.endsWith('/v1.0') ? text : `${text}/v1.0`)),
  STORAGE_URL: withoutSlash,
  STORAGE_KEY: z.base64().min(1),
  STORAGE_CONTAINER: z
    .string()
    .regex(/^[a-z0-9](?:-?[a-z0-9]){2,62}$/)
    .default('chaperone'),
  CHANNEL_METADATA_URL: address.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  CHANNEL_SERVICE_URL: address.default('https://smba.trafficmanager.net/'),
  TENANT_ID: z.guid(),
  APP_ID: z.guid(),
  APP_SECRET: z.string().min(1),
  SITE_ID: z.string().regex(/^[^,/]+,[^,/]+,[^,/]+$/, 'host,site collection id,site id'),
  /** The school's settings and its policy packs, a YAML file. */
  SCHOOL_FILE: z.string().min(1),
  GROUP_STAFF: z.guid(),
  GROUP_HEAD: z.guid(),
  GROUP_SLT: z.guid(),
  GROUP_DSL: z.guid(),
  GROUP_DPO: z.guid(),
  GROUP_ICT: z.guid(),
  GROUP_PUPIL: z.guid(),
  /** Where people open the tab; left out, it is the app's own in Teams. */
  TEAMS_URL: address.optional(),
  /** The app's id in the school's catalogue, which Teams makes when the package is uploaded there. Links to an app go by it. */
  TEAMS_APP_ID: z.guid().optional(),
  /** The server's own address as Azure and Teams reach it, without a path. Absent: nobody can tell whether they do. */
  PUBLIC_URL: withoutSlash.optional(),
  /** The object id of a mailbox that the app is not to reach, to try that it is kept out. */
  MAILBOX_OUTSIDE: z.guid().optional(),
  /** How long whoever works on a register row may hold it before the sweep picks it up. */
  CLAIM_SECONDS: seconds(120),
  SWEEP_SECONDS: seconds(30),
  /** How often what has changed in the register is counted for the pictures. */
  COUNT_SECONDS: seconds(60),
  /** The first pause before a call is tried again, unless Microsoft names one; doubled each time. */
  RETRY_MILLISECONDS: z.coerce.number().int().min(1).max(10_000).default(500),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/**
 * Reads the settings.
 * @param environment names and texts, as the process has them
 * @returns the settings, and apart from them the secrets, which cannot be logged by accident
 * @throws Error that lists every setting that is missing or wrong, by name and never by value
 */
export function readConfig(environment: Record<string, string | undefined>) {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`These settings are missing or wrong:\n${lines.join('\n')}`);
  }
  const { STORAGE_KEY, APP_SECRET, ...settings } = read.data;
  return {
    config: {
      port: settings.PORT,
      entraUrl: settings.ENTRA_URL,
      graphUrl: settings.GRAPH_URL,
      storageUrl: settings.STORAGE_URL,
      storageContainer: settings.STORAGE_CONTAINER,
      channel: { metadataUrl: settings.CHANNEL_METADATA_URL, serviceUrl: settings.CHANNEL_SERVICE_URL },
      tenantId: settings.TENANT_ID,
      appId: settings.APP_ID,
      siteId: settings.SITE_ID,
      schoolFile: settings.SCHOOL_FILE,
      groups: {
        staff: settings.GROUP_STAFF,
        head: settings.GROUP_HEAD,
        slt: settings.GROUP_SLT,
        dsl: settings.GROUP_DSL,
        dpo: settings.GROUP_DPO,
        ict: settings.GROUP_ICT,
        pupil: settings.GROUP_PUPIL,
      } satisfies Record<Role, string>,
      teamsUrl: settings.TEAMS_URL ?? tabInTeams(settings.TEAMS_APP_ID ?? settings.APP_ID),
      credential: { kind: 'secret' as const },
      publicUrl: settings.PUBLIC_URL ?? null,
      mailboxOutside: settings.MAILBOX_OUTSIDE ?? null,
      claimSeconds: settings.CLAIM_SECONDS,
      sweepSeconds: settings.SWEEP_SECONDS,
      countSeconds: settings.COUNT_SECONDS,
      retryMilliseconds: settings.RETRY_MILLISECONDS,
      logLevel: settings.LOG_LEVEL,
    },
    secrets: { appSecret: new Secret(APP_SECRET), storageKey: new Secret(STORAGE_KEY) },
  };
}

/**
 * Teams takes the id of the school's catalogue for an app that was uploaded to it, and the manifest's id only for one that somebody
 * uploaded for themselves (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application).
 */
const tabInTeams = (appId: string): string => `https://teams.microsoft.com/l/entity/${appId}/meetings`;

export type Config = ReturnType<typeof readConfig>['config'];
export type Secrets = ReturnType<typeof readConfig>['secrets'];
