import { setTimeout as wait } from 'node:timers/promises';
import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  ResponseType,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Token } from './entra.ts';
import { rolesIn } from './roles-in.ts';
import { whatIsWrong } from './what-is-wrong.ts';

const microsoft = 'https://graph.microsoft.com/v1.0';

/** What a read found. A 404 is an answer; anything that is neither the thing nor a 404 is a `Failure`. */
export type Found = { readonly found: true; readonly body: unknown } | { readonly found: false };

/**
 * What came of a write. `unclear` is Graph's 5xx, a dropped connection or a timeout: the write may have been applied
 * (https://learn.microsoft.com/graph/best-practices-concept), so whoever wrote must look before writing again.
 */
export type Written =
  | { readonly outcome: 'done'; readonly body: unknown }
  | { readonly outcome: 'refused'; readonly status: number; readonly code: string; readonly wrong: string | null }
  | { readonly outcome: 'unclear'; readonly why: string };

export type Headers = Readonly<Record<string, string>>;

/** Microsoft Graph v1.0 as the app itself, never as a person; paths begin with `/` and name the host. */
export type Graph = {
  /** Tries again through throttling, 5xx and dropped connections until the deadline, then `graph unavailable`; 400, 401, 403 are `graph refused`. */
  read(path: string, headers?: Headers): Promise<Found>;
  /** A POST that only asks (`getSchedule`, `checkMemberGroups`): tried again like a read, because asking twice changes nothing. */
  ask(path: string, body: unknown): Promise<Found>;
  /** Waits out a 429, which was surely not applied; never repeats anything else. */
  write(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers?: Headers): Promise<Written>;
  /** The same Graph, giving up at that moment (milliseconds since 1970). */
  until(deadline: number): Graph;
  readonly deadline: number;
  /** Rests before another try: the usual pause doubled for each try before. Rejects with `graph unavailable` if the deadline would pass. */
  rest(tries: number): Promise<void>;
};

export type GraphSettings = {
  readonly graphUrl: string;
  readonly retryMilliseconds: number;
  /** How long one call may take with all its tries, unless `until` says otherwise. */
  readonly patienceMilliseconds: number;
};

const longestPause = 10_000;
const callTimeout = 30_000;

/** Opens Graph. Every call carries the app's token and the immutable ids that keep an event's name when it is moved between folders. */
export function openGraph(settings: GraphSettings, token: Token): Graph {
  const authentication = new AuthenticationHandler({ getAccessToken: () => token() });
  const telemetry = new TelemetryHandler();
  authentication.setNext(telemetry);
  telemetry.setNext(new LastHop(settings.graphUrl));
  const client = Client.initWithMiddleware({ middleware: authentication, defaultVersion: 'v1.0' });
  return within({ client, token, settings }, null);
}

type Reached = { readonly client: Client; readonly token: Token; readonly settings: GraphSettings };

function within(reached: Reached, fixed: number | null): Graph {
  const { client, token, settings } = reached;
  const deadlineNow = () => fixed ?? Date.now() + settings.patienceMilliseconds;

  async function once(
    method: string,
    path: string,
    deadline: number,
    body: unknown,
    headers: Headers,
  ): Promise<Answer> {
    const left = Math.min(callTimeout, deadline - Date.now());
    if (left <= 0) throw new Failure('graph unavailable', `out of time before ${method}`);
    const request = client
      .api(path)
      .headers({ Prefer: 'IdType="ImmutableId"', ...headers })
      .option('signal', AbortSignal.timeout(left))
      .responseType(ResponseType.RAW);
    const used = await tokenOrNone(token);
    if (used === null) return noAnswer;
    const answer = await answerOf(await sent(request, method, body));
    if (![401, 403].includes(answer.status)) return answer;
    // A token says what the app was allowed when it was made; what has been granted since stands in a fresh one.
    const fresh = await tokenOrNone(token, { fresh: true });
    if (fresh === null || rolesIn(fresh) === rolesIn(used)) return answer;
    return answerOf(await sent(request, method, body));
  }

  async function pause(tries: number, retryAfter: number | null, deadline: number): Promise<void> {
    const usual = Math.min(settings.retryMilliseconds * 2 ** tries, longestPause);
    const milliseconds = retryAfter === null ? usual : retryAfter * 1000;
    if (Date.now() + milliseconds >= deadline)
      throw new Failure('graph unavailable', 'the deadline came before an answer', { waitSeconds: retryAfter });
    await wait(milliseconds);
  }

  async function found(method: 'GET' | 'POST', path: string, body: unknown, headers: Headers): Promise<Found> {
    const deadline = deadlineNow();
    for (let tries = 0; ; tries += 1) {
      const answer = await once(method, path, deadline, body, headers);
      if (answer.status >= 200 && answer.status < 300) return { found: true, body: answer.body };
      // 410: it was there, and is not any more; so SharePoint says of a token for changes that it has forgotten.
      if (answer.status === 404 || answer.status === 410) return { found: false };
      if (isOverThreshold(answer.body)) throw new Failure('too many rows', 'over the list view threshold');
      if (!passing(answer.status))
        throw new Failure('graph refused', `${method} answered ${answer.status} ${codeOf(answer.body)}`, {
          wrong: whatIsWrong(path, answer.status),
        });
      await pause(tries, answer.retryAfter, deadline);
    }
  }

  return {
    get deadline() {
      return deadlineNow();
    },
    until: (deadline) => within(reached, deadline),
    rest: (tries) => pause(tries, null, deadlineNow()),

    read: (path, headers = {}) => found('GET', path, undefined, headers),
    ask: (path, body) => found('POST', path, body, {}),

    async write(method, path, body, headers = {}) {
      const deadline = deadlineNow();
      for (let tries = 0; ; tries += 1) {
        const answer = await once(method, path, deadline, body, headers);
        if (answer.status >= 200 && answer.status < 300) return { outcome: 'done', body: answer.body };
        if (answer.status === 429) await pause(tries, answer.retryAfter, deadline);
        else if (passing(answer.status))
          return { outcome: 'unclear', why: `${method} answered ${answer.status || 'nothing'}` };
        else
          return {
            outcome: 'refused',
            status: answer.status,
            code: codeOf(answer.body),
            wrong: whatIsWrong(path, answer.status),
          };
      }
    },
  };
}

/**
 * Writes until it is known to have happened, once: after an unclear outcome it looks before it writes again.
 * @param work.read what the answer to the write says; rejects with `graph unreadable` if it says nothing
 * @param work.look what is there now, or null when the write did not take
 * @throws Failure `graph refused` when Graph says no, `graph unavailable` when the deadline passes
 */
export async function settle<T>(
  graph: Graph,
  work: { write: () => Promise<Written>; read: (body: unknown) => T; look: () => Promise<T | null> },
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const written = await work.write();
    if (written.outcome === 'done') return work.read(written.body);
    if (written.outcome === 'refused') throw refusalOf(written);
    await graph.rest(tries);
    const there = await work.look();
    if (there !== null) return there;
  }
}

/** Graph's no to a write, as a `graph refused` that names what ICT has to put right, where that is known. */
export const refusalOf = ({ status, code, wrong }: Extract<Written, { outcome: 'refused' }>): Failure =>
  new Failure('graph refused', `${status} ${code}`, { wrong });

/** @throws Failure `graph unreadable`, naming what was read and never its content */
export function parsed<T extends z.ZodType>(shape: T, body: unknown, what: string): z.infer<T> {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const members = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Failure('graph unreadable', `${what}: ${members}`);
}

type Answer = { readonly status: number; readonly body: unknown; readonly retryAfter: number | null };

// 0 stands for no answer at all: refused, dropped or timed out.
const passing = (status: number) => status === 0 || status === 408 || status === 429 || status >= 500;

async function sent(request: ReturnType<Client['api']>, method: string, body: unknown): Promise<Response | null> {
  try {
    // With ResponseType.RAW the client hands on what fetch gave, and says `any`.
    if (method === 'GET') return (await request.get()) as Response;
    if (method === 'POST') return (await request.post(body ?? null)) as Response;
    if (method === 'PATCH') return (await request.patch(body)) as Response;
    return (await request.delete()) as Response;
  } catch {
    // Refused, dropped, timed out, or no token to be had: the client makes one kind of error of them all. It means no answer.
    return null;
  }
}

const noAnswer: Answer = { status: 0, body: null, retryAfter: null };

/** `null` when Entra does not answer, which is no answer of Graph's either; rejects when it says that it never will. */
async function tokenOrNone(token: Token, options?: { readonly fresh: boolean }): Promise<string | null> {
  try {
    return await token(options);
  } catch (error) {
    if (error instanceof Failure && error.kind === 'graph unavailable') return null;
    throw error;
  }
}

async function answerOf(response: Response | null): Promise<Answer> {
  if (response === null) return noAnswer;
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
  try {
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text), retryAfter };
  } catch {
    // Half a body is no answer: the connection broke, or something between us and Graph spoke.
    return { status: response.ok ? 0 : response.status, body: null, retryAfter };
  }
}

const GraphError = z.object({ error: z.object({ code: z.string(), message: z.string().optional() }) });
const codeOf = (body: unknown): string => GraphError.safeParse(body).data?.error.code ?? 'without a code';

/**
 * SharePoint goes through no more than 5,000 rows for one query and says so in words; the status beside them has been 500 as well as 4xx.
 * Asking again would be answered the same (https://learn.microsoft.com/microsoft-365/community/large-lists-large-libraries-in-sharepoint).
 */
const isOverThreshold = (body: unknown): boolean =>
  GraphError.safeParse(body).data?.error.message?.includes('list view threshold') === true;

// The client adds the token to Microsoft's own https address only, so that is what it is given; this hop sends where the settings say.
class LastHop implements Middleware {
  readonly #graphUrl: string;

  constructor(graphUrl: string) {
    this.#graphUrl = graphUrl;
  }

  async execute(context: Context): Promise<void> {
    // The library types this by the browser's RequestInfo, which a server's types do not have; `client.api` always gives a string.
    const url = context.request as string;
    context.response = await fetch(url.replace(microsoft, this.#graphUrl), context.options ?? {});
  }
}
