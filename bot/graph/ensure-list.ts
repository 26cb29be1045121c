import { z } from 'zod';
import { Failure } from '../failure.ts';
import { type Graph, parsed } from './graph.ts';
import type { Column, ListDefinition } from './lists.ts';

/** A list as it is there, as far as it matters; Graph answers much more of each column. */
const There = z.object({
  columns: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      indexed: z.boolean().optional(),
      choice: z.looseObject({ choices: z.array(z.string()) }).optional(),
    }),
  ),
});
type There = z.infer<typeof There>['columns'][number];

const tries = 4;

/**
 * Makes the list if it is missing, and gives it the columns, choices and indexes that an earlier version did not have. Nothing that
 * is there is taken away: the school may have put columns of its own beside ours.
 * @throws Failure `register unavailable` when SharePoint will not have it so, `register missing` when somebody has deleted it
 */
export async function ensureList(graph: Graph, siteId: string, definition: ListDefinition): Promise<void> {
  const path = `/sites/${siteId}/lists`;
  const { name, description, columns } = definition;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (attempt > 0) await graph.rest(attempt);
    const answer = await graph.read(`${path}/${name}?$select=id&$expand=columns`);
    if (!answer.found) {
      await neverWas(graph, path, definition);
      const list = { displayName: name, description, columns, list: { template: 'genericList' } };
      await written(graph, { method: 'POST', path, body: list }, name);
      continue;
    }
    const there = parsed(There, answer.body, name).columns;
    const lacking = columns.flatMap((column) => lacks(column, there) ?? []);
    if (lacking.length === 0) return;
    for (const write of lacking) await written(graph, { ...write, path: `${path}/${name}/${write.path}` }, name);
  }
  throw new Failure('register unavailable', `${name} could not be made as it has to be`);
}

/**
 * An empty list in the place of one that was deleted would be a register that has forgotten every meeting.
 * @throws Failure `register missing`
 */
async function neverWas(graph: Graph, path: string, { name, before }: ListDefinition): Promise<void> {
  if (before === undefined) return;
  const later = await graph.read(`${path}/${before}?$select=id`);
  if (later.found) throw new Failure('register missing', `the list ${name} has been deleted`);
}

type Write = { readonly method: 'POST' | 'PATCH'; readonly path: string; readonly body: object };

/** What has to be written for a column to be there as it is defined; `null` when nothing does. Pure. */
function lacks(column: Column, there: readonly There[]): Write | null {
  const found = there.find(({ name }) => name === column.name);
  if (found === undefined) return { method: 'POST', path: 'columns', body: column };
  const choices = found.choice?.choices ?? [];
  const more = (column.choice?.choices ?? []).filter((one) => !choices.includes(one));
  const change = {
    ...(column.choice && more.length > 0 && { choice: { ...column.choice, choices: [...choices, ...more] } }),
    ...(column.indexed && found.indexed === false && { indexed: true }),
  };
  return Object.keys(change).length === 0 ? null : { method: 'PATCH', path: `columns/${found.id}`, body: change };
}

async function written(graph: Graph, { method, path, body }: Write, name: string): Promise<void> {
  const write = await graph.write(method, path, body);
  // 409: another instance made it between our look and our write.
  if (write.outcome === 'refused' && write.status !== 409)
    throw new Failure('register unavailable', `${name} could not be made: ${write.status} ${write.code}`);
}

/** How a list stands: `lacks` names columns that are not there as they have to be. */
export type ListState = { readonly name: string } & (
  | { readonly is: 'complete' | 'gone' | 'not answering' }
  | { readonly is: 'incomplete'; readonly lacks: readonly string[] }
);

/** Looks at a list and changes nothing. Never rejects. */
export async function listState(graph: Graph, siteId: string, { name, columns }: ListDefinition): Promise<ListState> {
  try {
    const answer = await graph.read(`/sites/${siteId}/lists/${name}?$select=id&$expand=columns`);
    if (!answer.found) return { name, is: 'gone' };
    const there = parsed(There, answer.body, name).columns;
    const lacking = columns.filter((column) => lacks(column, there) !== null);
    return lacking.length === 0
      ? { name, is: 'complete' }
      : { name, is: 'incomplete', lacks: lacking.map(({ displayName }) => displayName) };
  } catch (error) {
    if (error instanceof Failure) return { name, is: 'not answering' };
    throw error;
  }
}
