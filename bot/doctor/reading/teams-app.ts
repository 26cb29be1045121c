import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { type Fact, known } from '../../policy/fact.ts';
import type { TeamsApp } from '../facts.ts';
import { askOne } from './asking.ts';
import { readable } from './unread.ts';

const Apps = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      appDefinitions: z.array(z.object({ version: z.string().nullish() })).nullish(),
    }),
  ),
});

/**
 * The app as the organisation's catalogue has it; `null` when it is not there.
 * @param manifestId as the manifest has it, which Graph calls the external id (https://learn.microsoft.com/graph/api/appcatalogs-list-teamsapps)
 */
export async function readTeamsApp(graph: Graph, manifestId: string): Promise<Fact<TeamsApp | null>> {
  const path = `/appCatalogs/teamsApps?$filter=externalId%20eq%20'${manifestId}'&$expand=appDefinitions`;
  const apps = readable(await askOne(graph, path), Apps);
  if (!apps.known) return apps;
  const [app] = apps.value.value;
  if (app === undefined) return known(null);
  return known({ id: app.id, versions: (app.appDefinitions ?? []).flatMap(({ version }) => version ?? []) });
}
