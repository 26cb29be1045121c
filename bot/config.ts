import { z } from 'zod';
import type { Role } from './identity/caller.ts';
import { type Credentials, credentialsOf, isThisMachine } from './identity/credentials.ts';

/** The only file that reads the environment. Everything that differs between a school's tenant and the one in the box is here. */

// Tokens and children's names travel over these: plain http is for this machine only.
// `abort`: zod would otherwise go on to the second question with what is no address at all.
const address = z.url({ abort: true }).refine((text) => {
  const { protocol } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(text));
}, 'an https address (http only on this machine)');
const withoutSlash = address.transform((text) => text.replace(/\/+$/, ''));
const withSlash = withoutSlash.transform((text) => `${text}/`);
const aMinute = (usual: number) => z.coerce.number().int().min(1).max(1_000_000).default(usual);
const seconds = (usual: number) => z.coerce.number().min(1).max(3600).default(usual);

// Where Teams opens tabs (https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements).
const teamsHosts = 'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft';
const origin = z.string().regex(/^https?:\/\/(?:\*\.)?[\w.-]+(?::\d+)?$/, 'origins with a space between them');

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  /** The address to listen on: this machine's own unless something stands in front that reaches it from outside. */
  LISTEN_HOST: z.union([z.ipv4(), z.ipv6()]).default('127.0.0.1'),
  /** How many proxies of ours stand in front; what X-Forwarded-For says beyond them anybody may have written. */
  PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  ENTRA_URL: withoutSlash.default('https://login.microsoftonline.com'),
  GRAPH_URL: withoutSlash
    .default('https://graph.microsoft.com/v1.0')
    .transform((text) => (text.endsWith('/v1.0') ? text : `${text}/v1.0`)),
  STORAGE_URL: withoutSlash,
  STORAGE_CONTAINER: z
    .string()
    .regex(/^[a-z0-9](?:-?[a-z0-9]){2,54}$/)
    .default('chaperone'),
  CHANNEL_METADATA_URL: address.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  /** What every address the channel names must begin with: it answers from another path in every region. */
  CHANNEL_SERVICE_URL: withSlash.default('https://smba.trafficmanager.net/'),
  /** Where a chat is begun with somebody who has never written; the same host by default. */
  CHANNEL_NEW_CHATS_URL: withSlash.optional(),
  TENANT_ID: z.guid(),
  APP_ID: z.guid(),
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
  /** Whose pages may show the tab in a frame. */
  TAB_FRAMED_BY: z
    .string()
    .default('')
    .transform((text) => (text.trim() || teamsHosts).split(/\s+/))
    .pipe(z.array(origin).min(1)),
  /** How much one person, and one network address, may ask of one instance. */
  PERSON_PER_MINUTE: aMinute(300),
  ADDRESS_PER_MINUTE: aMinute(6_000),
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
  const proved = credentialsOf(environment, new Date());
  if (!read.success || !proved.fine) {
    const isThere = (name: string) => (environment[name] ?? '').trim() !== '';
    const issues = (read.error?.issues ?? []).map(({ path, message }) => {
      const name = path.map(String).join('.');
      return `  ${name}: ${isThere(name) ? message : 'is missing'}`;
    });
    const problems = proved.fine ? [] : proved.problems.map(({ name, says }) => `  ${name}: ${says}`);
    throw new Error(`These settings are missing or wrong:\n${[...issues, ...problems].join('\n')}`);
  }
  const settings = read.data;
  return {
    config: {
      port: settings.PORT,
      listenHost: settings.LISTEN_HOST,
      proxyHops: settings.PROXY_HOPS,
      entraUrl: settings.ENTRA_URL,
      graphUrl: settings.GRAPH_URL,
      storageUrl: settings.STORAGE_URL,
      storageContainer: settings.STORAGE_CONTAINER,
      channel: {
        metadataUrl: settings.CHANNEL_METADATA_URL,
        serviceUrl: settings.CHANNEL_SERVICE_URL,
        newChatsUrl: settings.CHANNEL_NEW_CHATS_URL ?? newChats(settings.CHANNEL_SERVICE_URL),
      },
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
      publicUrl: settings.PUBLIC_URL ?? null,
      mailboxOutside: settings.MAILBOX_OUTSIDE ?? null,
      framedBy: settings.TAB_FRAMED_BY,
      perMinute: { person: settings.PERSON_PER_MINUTE, address: settings.ADDRESS_PER_MINUTE },
      credential: factsOf(proved.credentials),
      claimSeconds: settings.CLAIM_SECONDS,
      sweepSeconds: settings.SWEEP_SECONDS,
      countSeconds: settings.COUNT_SECONDS,
      retryMilliseconds: settings.RETRY_MILLISECONDS,
      logLevel: settings.LOG_LEVEL,
    },
    secrets: proved.credentials,
  };
}

/**
 * Teams takes the id of the school's catalogue for an app that was uploaded to it, and the manifest's id only for one that somebody
 * uploaded for themselves (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application).
 */
const tabInTeams = (appId: string): string => `https://teams.microsoft.com/l/entity/${appId}/meetings`;

// Everywhere, a path for the whole world beside those of the regions
// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages).
const newChats = (serviceUrl: string): string =>
  serviceUrl === 'https://smba.trafficmanager.net/' ? `${serviceUrl}teams/` : serviceUrl;

/** What may be known of how the app proves itself. `notAfter`: the instant its certificate ends, ISO, UTC. */
function factsOf({ app }: Credentials) {
  return app.kind === 'certificate'
    ? { kind: app.kind, notAfter: app.certificate.notAfter }
    : ({ kind: app.kind } as const);
}

export type Config = ReturnType<typeof readConfig>['config'];
export type Secrets = ReturnType<typeof readConfig>['secrets'];
