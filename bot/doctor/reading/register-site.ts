import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { FoundList } from '../../graph/list-state.ts';
import { type Fact, known, unknown } from '../../policy/fact.ts';
import { everyList, meetingsList } from '../../register/lists.ts';
import type { DoctorFacts } from '../facts.ts';
import { askEach, askOne, type Reply } from './asking.ts';
import { answered, readable, silent } from './unread.ts';

/** The register's site, its lists with their columns, how far their rows have been counted, and whether versions are kept. */

export type RegisterFacts = Pick<DoctorFacts, 'site' | 'lists' | 'rows' | 'versions'>;

export async function readRegister(graph: Graph, siteId: string): Promise<RegisterFacts> {
  const site = siteIn(await askOne(graph, `/sites/${siteId}?$select=id`));
  if (!site.known || site.value !== 'there') return behindClosedDoors(site);
  const paths = everyList.map(({ name }) => `/sites/${siteId}/lists/${name}`);
  const [lists, rows] = await Promise.all([
    askEach(
      graph,
      paths.map((path) => `${path}?$select=id&$expand=columns`),
    ),
    askEach(
      graph,
      paths.map((path) => `${path}/items?$expand=fields($select=id)&$orderby=fields/ID%20desc&$top=1`),
    ),
  ]);
  const there = everyList.map(({ name }, index) => ({ name, there: listIn(lists[index] ?? null) }));
  const isThere = everyList.map((_, index) => lists[index]?.status === 200);
  const newest = rows.map((reply) => newestIn(reply));
  return {
    site,
    lists: there,
    rows: allKnown(everyList.flatMap(({ name }, index) => (isThere[index] ? [numbered(name, newest[index])] : []))),
    versions:
      lists[0]?.status === 404
        ? unknown(`The list ${meetingsList.name} is not there, see there.`)
        : await readVersions(graph, paths[0] ?? '', newest[0] ?? unknown(silent)),
  };
}

function siteIn(reply: Reply): RegisterFacts['site'] {
  if (reply === null) return unknown(silent);
  if (reply.status === 200) return known('there');
  if (reply.status === 403) return known('refused');
  return reply.status === 404 ? known('gone') : unknown(answered(reply.status, reply.code));
}

function behindClosedDoors(site: RegisterFacts['site']): RegisterFacts {
  const shut = unknown(site.known ? 'The site cannot be opened, see there.' : site.why);
  return { site, lists: everyList.map(({ name }) => ({ name, there: shut })), rows: shut, versions: shut };
}

function listIn(reply: Reply): Fact<FoundList | 'gone'> {
  return reply?.status === 404 ? known('gone') : readable(reply, FoundList);
}

/** A list item's eTag ends in how often it was written: `"guid,7"`. */
const Item = z.object({
  id: z.string().regex(/^\d+$/),
  eTag: z.string().optional(),
  '@odata.etag': z.string().optional(),
});
const Items = z.object({ value: z.array(Item) });
type Newest = { readonly id: number; readonly writes: number } | null;

function newestIn(reply: Reply): Fact<Newest> {
  const page = readable(reply, Items);
  if (!page.known) return page;
  const [item] = page.value.value;
  if (item === undefined) return known(null);
  const writes = /,(\d+)"?$/.exec(item.eTag ?? item['@odata.etag'] ?? '')?.[1];
  return known({ id: Number(item.id), writes: Number(writes ?? 1) });
}

const numbered = (list: string, newest: Fact<Newest> | undefined): Fact<{ list: string; newest: number }> =>
  newest?.known === true ? known({ list, newest: newest.value?.id ?? 0 }) : (newest ?? unknown(silent));

function allKnown<T>(facts: readonly Fact<T>[]): Fact<readonly T[]> {
  return facts.find((fact) => !fact.known) ?? known(facts.flatMap((fact) => (fact.known ? [fact.value] : [])));
}

const Versions = z.object({ value: z.array(z.unknown()) });

/** @param list path of the list whose rows are written again and again */
async function readVersions(graph: Graph, list: string, newest: Fact<Newest>): Promise<DoctorFacts['versions']> {
  if (!newest.known) return newest;
  if (newest.value === null || newest.value.writes < 2) return known(null);
  const versions = readable(await askOne(graph, `${list}/items/${newest.value.id}/versions`), Versions);
  return versions.known ? known({ writes: newest.value.writes, versions: versions.value.value.length }) : versions;
}
