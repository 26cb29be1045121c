import { z } from 'zod';

/** What an environment's settings file says of the app's package. The names that the server reads too mean the same there (`bot/config.ts`). */

const onThisMachine = ['127.0.0.1', 'localhost', '[::1]'];

const https = z.url({ protocol: /^https$/, error: 'an https address' }).max(2048);

// Teams loads nothing over http; on this machine, where no Teams comes, the stand-in does.
const origin = z
  .url({ error: 'the https address of the server', abort: true })
  .refine((text) => {
    const { protocol, hostname, pathname, search, hash, username } = new URL(text);
    const isPlain = pathname === '/' && search === '' && hash === '' && username === '';
    return isPlain && (protocol === 'https:' || (protocol === 'http:' && onThisMachine.includes(hostname)));
  }, 'the https address of the server, without a path (http only on this machine)')
  .transform((text) => new URL(text).origin);

const Settings = z.object({
  /** The app registration's; the bot and the app in Teams go by the same. */
  APP_ID: z.guid({ error: 'a GUID, the application (client) id of the app registration' }).toLowerCase(),
  PUBLIC_URL: origin,
  /** To tell a school's test environment from its real one. */
  APP_NAME: z.string().trim().min(1).max(30, 'Teams takes 30 characters').default('Chaperone'),
  DEVELOPER_NAME: z.string({ error: 'who runs Chaperone here' }).trim().min(1).max(32, 'Teams takes 32 characters'),
  DEVELOPER_URL: https,
  PRIVACY_URL: https,
  TERMS_URL: https,
});

export type PackageSettings = {
  readonly appId: string;
  /** The server's address without a path. */
  readonly publicUrl: string;
  readonly name: string;
  readonly developer: { readonly name: string; readonly url: string; readonly privacy: string; readonly terms: string };
};

/**
 * @param settings names and texts, as a settings file has them; what else is in it is none of the package's
 * @throws Error that lists every setting that is missing or wrong, by name and never by value
 */
export function readPackageSettings(settings: Record<string, string | undefined>): PackageSettings {
  const read = Settings.safeParse(settings);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`These settings are missing or wrong:\n${lines.join('\n')}`);
  }
  const its = read.data;
  return {
    appId: its.APP_ID,
    publicUrl: its.PUBLIC_URL,
    name: its.APP_NAME,
    developer: { name: its.DEVELOPER_NAME, url: its.DEVELOPER_URL, privacy: its.PRIVACY_URL, terms: its.TERMS_URL },
  };
}
