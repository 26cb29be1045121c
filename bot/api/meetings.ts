import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Caller } from '../identity/caller.ts';
import { kinds } from '../policy/kind.ts';
import { statuses } from '../register/entry.ts';
import type { RegisterQuery } from '../register/register.ts';
import { type MeetingsPage, meetingSummary } from '../views/meeting.ts';
import { canAuthoriseSome, canSeeWholeSchool, isInScope, type Scope, scopes, usualScope } from '../views/rights.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forReader } from './door.ts';
import { meetingRoute } from './meeting.ts';
import { refuse } from './refusals.ts';

/** The list of meetings, page by page. */

export const meetingRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  { method: 'GET', path: '/api/meetings', handle: forReader(world, (asked) => listMeetings(world, asked)) },
  meetingRoute(world),
];

/** A day as people in the school count them; years a date picker can reach, so that a typing slip is not a scan of centuries. */
const Day = z.iso.date().regex(/^20\d\d/);

const MeetingsQuery = z.strictObject({
  /** The answer says which it was when it was left open. */
  scope: z.enum(scopes).optional(),
  kind: z.enum(kinds).optional(),
  status: z.enum(statuses).optional(),
  /** Both days included, from midnight to midnight in London. */
  from: Day.optional(),
  to: Day.optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
  cursor: z.string().max(4000).optional(),
});

async function listMeetings({ register, report }: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const filled = Object.entries(request.query).filter(([, value]) => value !== '');
  const query = MeetingsQuery.safeParse(Object.fromEntries(filled));
  if (!query.success) return refuse('not understood');
  const { scope = usualScope(caller), ...narrowing } = query.data;
  if (scope === 'all' && !canSeeWholeSchool(caller).may) return refuse('not the whole school');
  if (scope === 'to authorise' && !canAuthoriseSome(caller).may) return refuse('nothing to authorise');

  const page = await register.page(toRegister({ ...narrowing, scope }, caller));
  // The cursor comes from the caller's hands, so what it led to is judged row by row.
  const seen = page.rows.filter((row) => isInScope(row, caller, scope));
  const { next, unreadable } = page;
  if (unreadable > 0) report(new Failure('register unreadable', `${unreadable} rows of a page`));
  const view: MeetingsPage = { scope, meetings: seen.map(meetingSummary), next, unreadable };
  return answer(view);
}

function toRegister(query: z.infer<typeof MeetingsQuery> & { scope: Scope }, caller: Caller): RegisterQuery {
  return {
    of: query.scope === 'mine' ? caller.id : null,
    kind: query.kind ?? null,
    status: query.status ?? null,
    authorisation: query.scope === 'to authorise' ? 'wanted' : null,
    from: query.from === undefined ? null : midnight(query.from, 0),
    to: query.to === undefined ? null : midnight(query.to, 1),
    order: query.order === 'newest' ? 'newest first' : 'oldest first',
    cursor: query.cursor ?? null,
  };
}

/** Midnight in London at the beginning of a day, or of the one so many days later, as UTC. */
function midnight(day: string, daysLater: number): string {
  const start = Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime('Europe/London');
  return start.toInstant().toString();
}
