import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { Acts } from '../../bot/api/acts.ts';
import { createApi } from '../../bot/api/api.ts';
import type { ApiRoute, ApiWorld } from '../../bot/api/door.ts';
import type { Authorising } from '../../bot/authorising/authorising.ts';
import type { Role } from '../../bot/identity/caller.ts';
import { createVerify } from '../../bot/identity/tab-token.ts';
import type { PersonId } from '../../bot/meetings/ask.ts';
import { type Fact, known } from '../../bot/policy/fact.ts';
import type { Entry } from '../../bot/register/entry.ts';
import { around } from './around.ts';
import { memoryConcerns } from './memory-concerns.ts';
import { type MemoryRegister, memoryRegister } from './memory-register.ts';
import { noActs } from './no-acts.ts';
import { log, meetings, type PersonKey, people } from './school.ts';

export const tenantId = '5c0a1d0e-0000-4000-8000-000000000001';
export const appId = '5c0a1d0e-0000-4000-8000-0000000000a0';
export const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;

export type Answer = { readonly status: number; readonly body: unknown; readonly text: string };

export type Door = {
  /** A token as Entra makes it for this person, unless `claims` says otherwise. */
  tokenFor(who: PersonKey, claims?: Record<string, unknown>): Promise<string>;
  get(path: string, token: string | null): Promise<Answer>;
  post(path: string, token: string | null, body: unknown): Promise<Answer>;
  getAs(who: PersonKey, path: string): Promise<Answer>;
  postAs(who: PersonKey, path: string, body: unknown): Promise<Answer>;
  /** Every route there is, as `GET /api/me`. */
  readonly routes: readonly string[];
  /** What becomes of an approver's answer. */
  answer: Authorising['answer'];
  /** What comes of every other act. */
  acts: Acts;
  /** What has been counted. */
  figures: ApiWorld['figures'];
  readonly privateKey: CryptoKey;
  readonly publicKey: JWK;
  readonly register: MemoryRegister;
  readonly reported: unknown[];
  /** What Entra says when it is asked for somebody's groups. */
  rolesOf: (id: PersonId) => Promise<Fact<ReadonlySet<Role>>>;
  closeEntra(): Promise<void>;
  close(): Promise<void>;
};

/**
 * The real handlers over HTTP, with keys of an Entra of our own.
 * @param besides what is otherwise than around.ts has it
 */
export async function openDoor(
  entries: readonly Entry[] = Object.values(meetings),
  besides: Partial<Pick<ApiWorld, 'policy'>> = {},
): Promise<Door> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const published = await exportJWK(publicKey);
  const jwks = { keys: [{ ...published, kid: 'key-1', use: 'sig', alg: 'RS256' }] };
  const entra = await listen((request, response) => {
    response.statusCode = request.url === `/${tenantId}/discovery/v2.0/keys` ? 200 : 501;
    response.end(JSON.stringify(jwks));
  });

  const register = memoryRegister(entries, log);
  const reported: unknown[] = [];
  const verify = createVerify({ entraUrl: entra.url, tenantId, appId });
  const routes = createApi({
    verify,
    rolesOf: (id) => door.rolesOf(id),
    register,
    authorising: { answer: (...answer) => door.answer(...answer) },
    ...around,
    ...besides,
    get acts() {
      return door.acts;
    },
    concerns: memoryConcerns(register),
    figures: () => door.figures(),
    report: (fault) => reported.push(fault),
  });
  const server = await listen(serving(routes));

  const door: Door = {
    tokenFor: (who, claims = {}) => sign(privateKey, { ...claimsOf(who), ...claims }),
    get: async (path, token) => {
      const headers = token === null ? [] : [['authorization', `Bearer ${token}`] as [string, string]];
      const response = await fetch(`${server.url}${path}`, { headers });
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text) };
    },
    getAs: async (who, path) => door.get(path, await door.tokenFor(who)),
    post: async (path, token, body) => {
      const headers = {
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      };
      const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text) };
    },
    postAs: async (who, path, body) => door.post(path, await door.tokenFor(who), body),
    routes: routes.map(({ method, path }) => `${method} ${path}`),
    answer: () => Promise.reject(new Error('nobody answers here')),
    acts: noActs(),
    figures: around.figures,
    privateKey,
    publicKey: published,
    register,
    reported,
    rolesOf: (id) => Promise.resolve(known(new Set(Object.values(people).find((each) => each.id === id)?.roles))),
    closeEntra: entra.close,
    close: async () => {
      await Promise.all([server.close(), entra.close()]);
    },
  };
  return door;
}

export const claimsOf = (who: PersonKey): JWTPayload => ({
  tid: tenantId,
  oid: people[who].id,
  name: people[who].name,
  scp: 'access_as_user',
  azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  iss: issuer,
  aud: appId,
  exp: Math.floor(Date.now() / 1000) + 600,
});

export const sign = (key: CryptoKey | Uint8Array, claims: JWTPayload, header: { alg?: string; kid?: string } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT', ...header }).sign(key);

/** Mounts the routes on Node's own server, as dully as it can be done. */
function serving(routes: readonly ApiRoute[]): RequestListener {
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://door');
    const route = routes.find(
      ({ method, path }) =>
        method === request.method && new RegExp(`^${path.replace(/:\w+/, '[^/]+')}$`).test(pathname),
    );
    if (!route) throw new Error(`no route at ${pathname}`);
    const named = decodeURIComponent(pathname.split('/')[3] ?? '');
    const params = { reference: named, id: named };
    const query = Object.fromEntries(
      [...searchParams.keys()].map((name) => {
        const values = searchParams.getAll(name);
        return [name, values.length > 1 ? values : values[0]];
      }),
    );
    void bodyOf(request)
      .then((sent) => route.handle({ authorization: request.headers.authorization, params, query, body: sent }))
      .then(({ status, body }) => {
        response.statusCode = status;
        response.end(JSON.stringify(body));
      });
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const text = (await request.toArray()).join('');
  return text === '' ? undefined : JSON.parse(text);
}

async function listen(listener: RequestListener): Promise<{ url: string; readonly close: () => Promise<void> }> {
  const server: Server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}
