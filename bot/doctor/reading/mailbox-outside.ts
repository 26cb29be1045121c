import type { Graph } from '../../graph/graph.ts';
import { type Fact, known, unknown } from '../../policy/fact.ts';
import { askOne } from './asking.ts';
import { answered, silent } from './unread.ts';

/** What becomes of it when the app tries to open a calendar that the Exchange scope is to keep from it. */
export async function readOutside(
  graph: Graph,
  mailbox: string,
): Promise<Fact<'open' | 'refused' | 'no such mailbox'>> {
  const reply = await askOne(graph, `/users/${encodeURIComponent(mailbox)}/calendar?$select=id`);
  if (reply === null) return unknown(silent);
  if (reply.status === 200) return known('open');
  if (reply.status === 403) return known('refused');
  return reply.status === 404 ? known('no such mailbox') : unknown(answered(reply.status, reply.code));
}
