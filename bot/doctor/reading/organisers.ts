import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { type Fact, known } from '../../policy/fact.ts';
import type { Organiser, Organisers, Reach, Reached } from '../facts.ts';
import { askEach, askOne, type Reply } from './asking.ts';
import { readable } from './unread.ts';

/** Those who may arrange meetings, what their licences give them, and what the app may do for each of them. */

// More than a school has, and few enough to be asked about within half a minute.
const most = 300;

/** A licence's part for one service (https://learn.microsoft.com/graph/api/resources/assignedplan); these are the services' own names. */
const Plan = z.object({ service: z.string().nullish(), capabilityStatus: z.string().nullish() });
const Person = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  assignedPlans: z.array(Plan).nullish(),
});
const People = z.object({ value: z.array(Person), '@odata.nextLink': z.url().optional() });

const has = ({ assignedPlans }: z.infer<typeof Person>, service: string): boolean =>
  (assignedPlans ?? []).some(
    (plan) => plan.service?.toLowerCase() === service && plan.capabilityStatus?.toLowerCase() === 'enabled',
  );

/** Who is in this group, directly or not, and may sign in; by name. */
export async function readOrganisers(graph: Graph, group: string): Promise<Fact<Organisers>> {
  const select = '$select=id,displayName,accountEnabled,assignedPlans';
  const path = `/groups/${group}/transitiveMembers/microsoft.graph.user?${select}&$top=${most}`;
  const reply = await askOne(graph, path);
  // A group that there is not is a line of its own; nobody is in it.
  if (reply?.status === 404) return known({ people: [], more: false });
  const page = readable(reply, People);
  if (!page.known) return page;
  const people = page.value.value
    .filter(({ accountEnabled }) => accountEnabled !== false)
    .map(
      (one): Organiser => ({
        id: one.id,
        name: one.displayName ?? one.id,
        hasTeams: has(one, 'teamspaceapi'),
        hasMailbox: has(one, 'exchange'),
      }),
    )
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  return known({ people, more: page.value['@odata.nextLink'] !== undefined });
}

/** Of each, whether the app may look for a meeting of theirs: a meeting that there is not, so nothing is read. */
export async function readAccessPolicy(graph: Graph, tenantId: string, those: readonly Organiser[]) {
  const paths = those.map(({ id }) => {
    // The link is encoded once more inside of the filter, see findMeeting.
    const link = `https://teams.microsoft.com/l/meetup-join/${nobodysThread}/0?context=${context(tenantId, id)}`;
    return `/users/${id}/onlineMeetings?$filter=JoinWebUrl%20eq%20'${encodeURIComponent(link)}'`;
  });
  return reached(those, await askEach(graph, paths));
}

const nobodysThread = '19%3ameeting_Q2hhcGVyb25lLWRvY3Rvci1ub2JvZHlzLW1lZXRpbmc%40thread.v2';
const context = (tenant: string, person: string) =>
  encodeURIComponent(JSON.stringify({ Tid: tenant, Oid: person })).toLowerCase();

/** Of each, whether the app may open their calendar; nothing in it is read. */
export async function readCalendars(graph: Graph, those: readonly Organiser[]) {
  return reached(
    those,
    await askEach(
      graph,
      those.map(({ id }) => `/users/${id}/calendar?$select=id`),
    ),
  );
}

const reached = (those: readonly Organiser[], replies: readonly Reply[]): readonly Reached[] =>
  those.map((organiser, index) => ({ organiser, is: reachOf(replies[index] ?? null) }));

/** What a meeting that there is not is answered with, is not agreed on: 404 and an empty page both say that it was looked for. */
const reachOf = (reply: Reply): Reach =>
  reply?.status === 200 || reply?.status === 404 ? 'open' : reply?.status === 403 ? 'refused' : 'not known';
