import { z } from 'zod';
import { PersonId, Reference } from '../meetings/ask.ts';
import { type AccessRow, accessEvents } from '../register/access.ts';
import { forProtector } from './data-protection.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer } from './door.ts';
import { refuse } from './refusals.ts';

/** Who looked at what: of one meeting, of one day, or of one person in a month. */

export const accessRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  { method: 'GET', path: '/api/data-protection/access', handle: forProtector(world, (asked) => look(world, asked)) },
];

export type AccessView = {
  readonly id: string;
  readonly says: string;
  readonly reference: string | null;
  readonly by: string;
  readonly byId: string;
  /** UTC. */
  readonly at: string;
  readonly reason: string;
};
export type AccessPageView = { readonly rows: readonly AccessView[]; readonly next: string | null };

const cursor = z.string().max(4000).optional();
const Asking = z.union([
  z.strictObject({ reference: Reference }),
  z.strictObject({ day: z.iso.date(), cursor }),
  z.strictObject({ by: PersonId, month: z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/), cursor }),
]);

async function look({ register }: ApiWorld, { request }: Asked): Promise<ApiAnswer> {
  const filled = Object.entries(request.query).filter(([, value]) => value !== '');
  const asking = Asking.safeParse(Object.fromEntries(filled));
  if (!asking.success) return refuse('not understood here');
  if ('reference' in asking.data) return shown({ rows: await register.accessTo(asking.data.reference), next: null });
  const { cursor: from = null, ...of } = asking.data;
  return shown(await register.accessPage(of, from));
}

function shown({ rows, next }: { readonly rows: readonly AccessRow[]; readonly next: string | null }): ApiAnswer {
  const page: AccessPageView = { rows: rows.map(accessView), next };
  return answer(page);
}

const accessView = ({ id, event, reference, by, at, reason }: AccessRow): AccessView => ({
  id,
  says: accessEvents[event],
  reference,
  by: by.name,
  byId: by.id,
  at,
  reason,
});
