import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { openSigning, type Signing } from '../../infra/tenant/entra/signing.ts';
import type { Mail } from '../../infra/tenant/mail/mail.ts';
import { people } from '../../infra/tenant/school/people.ts';
import { teams } from '../../infra/tenant/teams/teams.ts';
import { closed, type Heard, listening, type StubBot, startStubBot } from './stub-bot.ts';

export const tenantId = '5c0a1d0e-0000-4000-8000-000000000001';
export const appId = '5c0a1d0e-0000-4000-8000-0000000000a0';
/** Of the meeting TAC-1234ABCD. */
export const chatId = '19:meeting_MTIzNA@thread.v2';
export const maya = '5c0a1d0e-0000-4000-8000-000000000101';
export const tom = '5c0a1d0e-0000-4000-8000-000000000102';
export const ivy = '5c0a1d0e-0000-4000-8000-000000000108';

export type Box = {
  readonly url: string;
  readonly bot: StubBot;
  readonly outbox: Mail[];
  reset(): void;
  get(path: string): Promise<{ status: number; body: unknown }>;
  post(path: string, body: unknown): Promise<{ status: number; body: unknown }>;
  /** A request of the bot to the connector; without a token when `token` is null. */
  connector(request: {
    method: string;
    path: string;
    body?: unknown;
    token?: string | null;
  }): Promise<{ status: number; body: unknown }>;
  /** A token of this tenant's Entra; what is not given is as the bot's own is. */
  entraToken(changes?: {
    claims?: JWTPayload;
    issuer?: string;
    audience?: string;
    expiresInSeconds?: number;
  }): Promise<string>;
  close(): Promise<void>;
};

/** Teams in a box alone, with a stub for the bot, and without the rest of the tenant. */
export async function openBox({
  database = ':memory:',
  others,
}: {
  database?: string;
  others?: (app: Hono) => void;
} = {}): Promise<Box> {
  const store = new DatabaseSync(database);
  const bot = await startStubBot(appId, others);
  const signing = await openSigning(store, () => new Date());
  const outbox: Mail[] = [];
  let clear: () => void = () => undefined;
  let url = '';
  const { entraToken, userToken } = entra(signing);
  const app = teams({
    people: () => people,
    ...{ signing, tenantId, appId, database: store, userToken },
    schoolName: 'Quillfeather Primary School',
    serverUrl: () => bot.url,
    tenantUrl: () => url,
    outbox: () => outbox,
    answer: (id) => outbox.some((mail) => mail.id === id),
    meeting: (name) => (name === 'TAC-1234ABCD' ? { subject: 'A meeting', chatId } : undefined),
    now: () => new Date(),
    onReset: (run) => {
      clear = run;
    },
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  url = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address() ?? (await listening(server))).port}`;
  return {
    ...{ url, bot, outbox, entraToken },
    reset: () => {
      clear();
    },
    get: (path) => request(`${url}${path}`),
    post: (path, body) => request(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) }),
    connector: async ({ method, path, body, token }) => {
      const bearer = token === null ? {} : { authorization: `Bearer ${token ?? (await entraToken())}` };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return request(`${url}/botframework/v3${path}`, { method, headers: bearer, ...sent });
    },
    close: async () => {
      await closed(server);
      await bot.close();
      store.close();
    },
  };
}

/** The tokens this tenant's Entra would issue: to the bot, and to a person who opens the tab. */
function entra(signing: Signing) {
  const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
  const entraToken: Box['entraToken'] = ({ claims = { appid: appId }, ...given } = {}) =>
    signing.sign(claims, { issuer, audience: 'https://api.botframework.com', expiresInSeconds: 3600, ...given });
  const userToken = (personId: string) => {
    const claims = { tid: tenantId, oid: personId, scp: 'access_as_user' };
    return signing.sign(claims, { issuer, audience: appId, expiresInSeconds: 3600 });
  };
  return { entraToken, userToken };
}

/** The id in an answer of the connector: of a message, or of a conversation. */
export function idOf(body: unknown): string {
  return z.looseObject({ id: z.string() }).parse(body).id;
}

/** The one activity a bot has heard so far. */
export function theOneHeard(box: Box): Heard {
  const [first, ...others] = box.bot.heard;
  if (first === undefined || others.length > 0)
    throw new Error(`the bot heard ${box.bot.heard.length} activities, not one`);
  return first.activity;
}

type Request = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

async function request(url: string, init: Request = {}): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, { ...init, headers: { 'content-type': 'application/json', ...init.headers } });
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    return { status: response.status, body: text };
  }
}
