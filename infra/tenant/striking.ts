import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { CallRecord, Calls } from './calls.ts';
import type { Deed, Fault, Faults } from './faults.ts';

export type Http = { Bindings: HttpBindings };

/** How one of the tenant's services says no. */
export type Service = {
  readonly on: Fault['on'];
  refuse(): Response;
  /** @param retryAfter seconds, for the header of that name */
  fail(status: number, retryAfter?: number): Response;
};

/** What came of a request, and what the record of calls should hold of it. */
export type Served = { readonly response: Response; readonly app: string | null; readonly requestBody?: unknown };

type Around = {
  readonly faults: Faults;
  readonly calls: Calls;
  readonly service: Service;
  /** Path and query as they are matched and recorded. */
  readonly path: string;
  readonly query: string;
  /** Does the work; told of the fault, for the kinds only it can carry out. */
  serve(deed: Deed | null): Promise<Served>;
};

/** Serves one request, with whatever fault strikes it before and after, and writes it down. */
export async function struck(c: Context<Http>, around: Around): Promise<Response> {
  const { faults, calls, service, path, query } = around;
  const began = performance.now();
  const deed = faults.strike(service.on, c.req.method, `${path}${query}`);
  const stopped = await before(deed, service);
  const served: Served =
    stopped === 'pass' ? await around.serve(deed) : { response: stopped ?? new Response(), app: null };
  const response = stopped === 'pass' ? after(deed, served.response, service) : stopped;
  const record = calls.record({
    on: service.on,
    method: c.req.method,
    path,
    query,
    app: served.app,
    status: response?.status ?? null,
    milliseconds: performance.now() - began,
    ...(deed === null ? {} : { fault: deed.kind }),
    ...(deed?.kind === 'hold' ? { held: true } : {}),
    ...(served.requestBody === undefined ? {} : { requestBody: served.requestBody }),
  });
  if (deed?.kind === 'hold') await letGo(c, faults, record);
  return response ?? broken(c);
}

/** @returns an answer instead of the work, null to break the connection, or `pass` to go on */
async function before(deed: Deed | null, service: Service): Promise<Response | null | 'pass'> {
  if (deed?.kind === 'throttle') return service.fail(429, deed.retryAfter);
  if (deed?.kind === 'refuse') return service.refuse();
  if (deed?.kind === 'fail') return service.fail(deed.status, deed.retryAfter);
  if (deed?.kind === 'drop') return null;
  if (deed?.kind === 'delay') await sleep(deed.milliseconds);
  return 'pass';
}

function after(deed: Deed | null, response: Response, service: Service): Response | null {
  if (deed?.kind === 'apply then drop') return null;
  return deed?.kind === 'apply then fail' ? service.fail(deed.status) : response;
}

/** Until somebody releases it, or whoever asked is gone. */
async function letGo(c: Context<Http>, faults: Faults, record: CallRecord): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    c.env.outgoing.once('close', resolve);
  });
  await Promise.race([faults.held(), gone]);
  record.held = false;
}

/** The caller hears nothing more; what is returned here cannot be written any longer. */
function broken(c: Context<Http>): Response {
  c.env.outgoing.destroy();
  return new Response(null, { status: 503 });
}
