import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Http } from '../striking.ts';
import { Refusal, read } from './call.ts';

const Part = z.object({
  id: z.string().min(1),
  method: z.string().toUpperCase(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).default([]),
});
type Part = z.infer<typeof Part>;
const Batch = z.strictObject({ requests: z.array(Part) });

type Reply = {
  readonly id: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
};

const bad = (message: string) => new Refusal(400, 'BadRequest', message);

/**
 * Up to twenty requests in one: the answer is 200 whatever became of them, in no order to rely on
 * (https://learn.microsoft.com/graph/json-batching). What a part depends on is judged by its status alone.
 * @throws Refusal 400 for a batch that is none
 */
export async function batch(c: Context<Http>, app: Hono<Http>, body: unknown): Promise<Reply[]> {
  const { requests } = read(Batch, body, () => bad('Invalid batch payload format.'));
  if (requests.length > 20) throw bad('Batch request size exceeds the limit of 20.');
  if (new Set(requests.map(({ id }) => id)).size < requests.length) throw bad('Request ids of a batch must be unique.');
  const replies: Reply[] = [];
  for (const part of requests) replies.push(await reply(c, app, { part, earlier: replies }));
  return replies.reverse();
}

const refusal = (id: string, status: number, error: { code: string; message: string }): Reply => ({
  id,
  status,
  headers: { 'Content-Type': 'application/json' },
  body: { error },
});

async function reply(
  c: Context<Http>,
  app: Hono<Http>,
  { part, earlier }: { part: Part; earlier: readonly Reply[] },
): Promise<Reply> {
  const { id, url, dependsOn } = part;
  const failed = dependsOn.some((wanted) => (earlier.find((one) => one.id === wanted)?.status ?? 500) >= 400);
  if (failed) return refusal(id, 424, { code: 'FailedDependency', message: 'A request this one depends on failed.' });
  if (!url.startsWith('/'))
    return refusal(id, 400, { code: 'BadRequest', message: `Invalid URL '${url}' in a batch.` });
  const [segment = ''] = url.slice(1).split(/[/?]/);
  if (['v1.0', 'beta', '$batch'].includes(segment)) {
    return refusal(id, 400, { code: 'BadRequest', message: `Resource not found for the segment '${segment}'.` });
  }
  const answer = await app.fetch(asked(c, part), c.env);
  const text = await answer.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return {
    id,
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    ...(body === undefined ? {} : { body }),
  };
}

function asked(c: Context<Http>, { method, url, headers, body }: Part): Request {
  const sent = new Headers(headers);
  sent.set('authorization', c.req.header('authorization') ?? '');
  const address = new URL(`/v1.0${url}`, c.req.url);
  if (body === undefined) return new Request(address, { method, headers: sent });
  if (!sent.has('content-type')) sent.set('content-type', 'text/plain');
  return new Request(address, { method, headers: sent, body: JSON.stringify(body) });
}
