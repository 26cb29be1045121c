import { type ApiAnswer, type ApiRoute, type ApiWorld, answer, forReader } from './door.ts';
import { refuse } from './refusals.ts';

/** Whom a host may name as second adult or as host, by name; their addresses stay here. */
export type ColleaguesView = { readonly colleagues: readonly { readonly id: string; readonly name: string }[] };

export const colleagueRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  { method: 'GET', path: '/api/colleagues', handle: forReader(world, () => list(world)) },
];

async function list({ acts }: ApiWorld): Promise<ApiAnswer> {
  const staff = await acts.colleagues();
  if (!staff.known) return refuse('staff cannot be read');
  const view: ColleaguesView = { colleagues: staff.value.map(({ id, name }) => ({ id, name })) };
  return answer(view);
}
