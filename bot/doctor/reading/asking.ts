import { z } from 'zod';
import { Failure } from '../../failure.ts';
import { type Graph, parsed } from '../../graph/graph.ts';

/** Many reads in few requests: twenty go into one (https://learn.microsoft.com/graph/json-batching). */

/** What Graph says to one of them. `null`: no answer that could be read; Graph was busy, slow or away. */
export type Reply = { readonly status: number; readonly code: string; readonly body: unknown } | null;

const Replies = z.object({
  responses: z.array(z.object({ id: z.string(), status: z.number(), body: z.unknown().optional() })),
});
const GraphError = z.object({ error: z.object({ code: z.string() }) });

const most = 20;
// Microsoft counts requests by what stands inside of them, and a school's page is one of many things it answers.
const atOnce = 4;
const rounds = 3;

/**
 * Reads all of these paths. Whatever becomes of one leaves the others as they are.
 * @param paths relative to v1.0, encoded
 * @returns what came of each, in their order; never rejects with a `Failure`
 */
export async function askEach(graph: Graph, paths: readonly string[]): Promise<readonly Reply[]> {
  const replies: Reply[] = paths.map(() => null);
  for (let round = 0; round < rounds; round += 1) {
    const open = paths.flatMap((path, index) => (replies[index] === null ? [{ index, path }] : []));
    if (open.length === 0 || (round > 0 && !(await rested(graph, round)))) break;
    const batches = chunks(open, most);
    for (const together of chunks(batches, atOnce)) {
      const came = await Promise.all(together.map((batch) => once(graph, batch)));
      for (const { index, reply } of came.flat()) replies[index] = reply;
    }
  }
  return replies;
}

/** The same for one. */
export async function askOne(graph: Graph, path: string): Promise<Reply> {
  const [reply = null] = await askEach(graph, [path]);
  return reply;
}

type Open = { readonly index: number; readonly path: string };

async function once(graph: Graph, batch: readonly Open[]) {
  const requests = batch.map(({ index, path }) => ({ id: String(index), method: 'GET', url: path }));
  try {
    const answer = await graph.ask('/$batch', { requests });
    if (!answer.found) return [];
    return parsed(Replies, answer.body, 'a batch').responses.flatMap(({ id, status, body }) => {
      // 501 is a no for good.
      if (status === 429 || (status >= 500 && status !== 501)) return [];
      const code = GraphError.safeParse(body).data?.error.code ?? '';
      return [{ index: Number(id), reply: { status, code, body } }];
    });
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

async function rested(graph: Graph, round: number): Promise<boolean> {
  try {
    await graph.rest(round);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
