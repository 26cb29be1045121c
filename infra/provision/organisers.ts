import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Graph, parsed } from '../../bot/graph/graph.ts';
import { openPolicy } from '../../bot/policy/open-policy.ts';
import { CannotProvision } from './cannot-provision.ts';
import type { Facts } from './facts.ts';
import type { ProvisionSettings } from './settings.ts';

/** Who may arrange meetings: the group that the school's own settings name, and the addresses of its people. */
export type Organisers = { readonly group: string; readonly addresses: readonly string[] };

const Members = z.object({
  value: z.array(z.object({ mail: z.string().nullish() })),
  '@odata.nextLink': z.url().optional(),
});

/** @throws PackFault when the school's settings file is wrong; CannotProvision when it names a group that is not there */
export async function readOrganisers(
  graph: Graph,
  { groups }: Facts,
  { schoolFile }: ProvisionSettings,
): Promise<Organisers> {
  const organisers =
    schoolFile === null ? 'staff' : openPolicy(schoolFile, (file) => readFileSync(file, 'utf8')).school.organisers;
  const { staff } = groups;
  const group = organisers === 'staff' ? ('id' in staff ? staff.id : '') : organisers;
  const addresses: string[] = [];
  let path: string | undefined = `/groups/${group}/transitiveMembers/microsoft.graph.user?$select=mail&$top=999`;
  while (path !== undefined) {
    const answer = await graph.read(path);
    if (!answer.found)
      throw new CannotProvision(`Entra does not know the group of those who arrange meetings, ${group}.`);
    const page: z.infer<typeof Members> = parsed(Members, answer.body, 'the members of a group');
    addresses.push(...page.value.flatMap(({ mail }) => mail ?? []));
    path = page['@odata.nextLink'];
  }
  return { group, addresses: addresses.toSorted() };
}
