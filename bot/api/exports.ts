import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { AccessRow } from '../register/access.ts';
import { jsonOf, readable } from '../register/reading.ts';
import { type ExportBegun, type ExportPage, exportRow } from '../views/export-row.ts';
import { isInScope } from '../views/rights.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forReader } from './door.ts';
import { understood } from './meetings-query.ts';
import { refuse } from './refusals.ts';

/**
 * The register as a file. A reason is asked for and kept, with the filter and who it was, before a row is handed out; the pages are then
 * for that person, that filter and that hour. Nothing of it is remembered by this process: what was kept is looked up for each page.
 */

export const exportRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  { method: 'POST', path: '/api/exports', handle: forReader(world, (asked) => begin(world, asked)) },
  { method: 'GET', path: '/api/exports/:id', handle: forReader(world, (asked) => handOut(world, asked)) },
];

const rowsAPage = 200;
const goodFor = 60 * 60_000;

const formats = ['csv', 'xlsx', 'print'] as const;
/** One line; what it holds besides is the person's own. */
const Reason = z
  .string()
  .trim()
  .min(5)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u);
/** As in the address of the list, which judges it; the pages of an export are not the caller's to choose. */
const Filter = z.record(z.string().regex(/^(?!cursor$)/), z.string().max(200));
const Wish = z.strictObject({ format: z.enum(formats), reason: Reason, filter: Filter });

/** What is kept of the filter. What was searched for may be initials or a guest's name, which that list never holds: its hash does. */
const Kept = z.object({ filter: Filter, searched: z.string().optional() });

async function begin({ register, school, now }: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const wish = Wish.safeParse(request.body);
  if (!wish.success) return refuse(isReason(wish.error) ? 'export needs a reason' : 'not understood');
  const { format, reason, filter } = wish.data;
  const asked = understood(filter, caller);
  if ('refused' in asked) return refuse(asked.refused);
  const { search, ...kept }: z.infer<typeof Filter> = { ...filter, scope: asked.scope };
  // 160 bits: nobody finds another's by trying.
  const id = `EXP-${randomBytes(20).toString('hex')}`;
  const at = now();
  const detail = { format, filter: kept, ...(search && { searched: hashOf(id, search) }) };
  const row = await register.noteAccess({
    ...{ id, at, reason, reference: null, detail: JSON.stringify(detail) },
    event: format === 'print' ? 'printed' : 'exported',
    by: { id: caller.id, name: caller.name },
  });
  const begun: ExportBegun = {
    id: row.id,
    school: school.name,
    by: row.by.name,
    at: row.at,
    until: new Date(Date.parse(row.at) + goodFor).toISOString(),
  };
  return answer(begun);
}

const isReason = ({ issues }: z.ZodError) => issues.every(({ path }) => path[0] === 'reason');

const hashOf = (id: string, search: string) => createHash('sha256').update(`${id} ${search}`).digest('hex');

const PageQuery = z.strictObject({
  cursor: z.string().max(4000).optional(),
  /** What was searched for when the export was asked for, once more. */
  search: z.string().max(80).optional(),
});

async function handOut(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const { register, report } = world;
  const paging = PageQuery.safeParse(request.query);
  const id = z
    .string()
    .regex(/^EXP-[0-9a-f]{40}$/)
    .safeParse(request.params['id']);
  if (!paging.success) return refuse('not understood');
  const row = id.success ? await register.findAccess(id.data) : null;
  // One answer for "there is none" and "it is not yours".
  if (!row || row.by.id !== caller.id) return refuse('no such export');
  if (world.now().getTime() >= Date.parse(row.at) + goodFor) return refuse('export over');
  const { cursor = '', search = '' } = paging.data;
  const filter = filterIn(row, search);
  if (!filter) return refuse('no such export');
  const asked = understood({ ...filter, search, cursor }, caller);
  if ('refused' in asked) return refuse(asked.refused);

  const page = await register.page({ ...asked.query, most: rowsAPage });
  // As in the list: the cursor comes from the caller's hands, so what it led to is judged row by row.
  const seen = page.rows.filter((one) => isInScope(one, caller, asked.scope));
  const guests = await register.guestsOfMany(seen);
  if (page.unreadable > 0) report(new Failure('register unreadable', `${page.unreadable} rows of an export`));
  const view: ExportPage = {
    rows: seen.map((one) => exportRow(one, guests.get(one.reference) ?? [])),
    next: page.next,
    unreadable: page.unreadable,
  };
  return answer(view);
}

/**
 * The filter that was kept; `null` when what is searched for is not what it was then.
 * @throws Failure `register unreadable` when somebody has edited it out of shape
 */
function filterIn({ id, detail }: AccessRow, search: string): z.infer<typeof Filter> | null {
  const { filter, searched } = readable(Kept, jsonOf({ detail }, 'detail'));
  return searched === (search === '' ? undefined : hashOf(id, search)) ? filter : null;
}
