import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Caller } from '../identity/caller.ts';
import { schoolYear } from '../insights/periods.ts';
import { Guest, hidden, PersonId, SchoolYear } from '../meetings/ask.ts';
import { kinds } from '../policy/kind.ts';
import { seals, statuses } from '../register/entry.ts';
import { everything, type RegisterQuery } from '../register/register.ts';
import { canAuthoriseSome, canSeeWholeSchool, type Scope, scopes, usualScope } from '../views/rights.ts';
import type { RefusalCode } from './refusals.ts';

/** What somebody may ask of the register in an address, and what it means there. Pure. */

/** A day as people in the school count them; years a date picker can reach, so that a typing slip is not a scan of centuries. */
const Day = z.iso.date().regex(/^20\d\d/);

const orders = {
  newest: 'newest first',
  oldest: 'oldest first',
  host: 'host',
  'host reversed': 'host reversed',
  kind: 'kind',
  'kind reversed': 'kind reversed',
  status: 'status',
  'status reversed': 'status reversed',
} as const satisfies Record<string, RegisterQuery['order']>;

const Query = z.strictObject({
  /** The answer says which it was when it was left open. */
  scope: z.enum(scopes).optional(),
  kind: z.enum(kinds).optional(),
  status: z.enum(statuses).optional(),
  seal: z.enum(seals).optional(),
  exceptions: z.literal('yes').optional(),
  host: PersonId.optional(),
  agency: Guest.shape.agency.optional(),
  /** The child's, or that of a class. */
  year: SchoolYear.optional(),
  /** Both days included, from midnight to midnight in London. */
  from: Day.optional(),
  to: Day.optional(),
  /** `2026`: 1 September 2026 to 31 August 2027. Beside days: what lies in both. */
  schoolYear: z
    .string()
    .regex(/^20\d\d$/)
    .optional(),
  search: z
    .string()
    .max(80)
    .refine((text) => !hidden.test(text))
    .optional(),
  // Object.keys forgets the names of the table above.
  order: z.enum(Object.keys(orders) as [keyof typeof orders, ...(keyof typeof orders)[]]).default('newest'),
  cursor: z.string().max(4000).optional(),
});

/** A question to the register that this caller may ask, or the code they are refused with. */
export type Understood =
  | { readonly scope: Scope; readonly query: RegisterQuery }
  | { readonly refused: Extract<RefusalCode, 'not understood' | 'not the whole school' | 'nothing to authorise'> };

/** @param asked what stands in the address, by name; an empty text is the same as none */
export function understood(asked: Readonly<Record<string, unknown>>, caller: Caller): Understood {
  const parsed = Query.safeParse(Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')));
  if (!parsed.success) return { refused: 'not understood' };
  const { scope = usualScope(caller), ...narrowing } = parsed.data;
  if (scope === 'all' && !canSeeWholeSchool(caller).may) return { refused: 'not the whole school' };
  if (scope === 'to authorise' && !canAuthoriseSome(caller).may) return { refused: 'nothing to authorise' };
  return { scope, query: queryOf(narrowing, scope, caller) };
}

function queryOf(narrowing: Omit<z.infer<typeof Query>, 'scope'>, scope: Scope, caller: Caller): RegisterQuery {
  const { kind, status, seal, exceptions, host, agency, year, search, order, cursor } = narrowing;
  return {
    ...everything,
    of: scope === 'mine' ? caller.id : null,
    kind: kind ?? null,
    status: status ?? null,
    seal: seal ?? null,
    exceptions: exceptions === 'yes',
    host: host ?? null,
    agency: agency ?? null,
    year: year ?? null,
    authorisation: scope === 'to authorise' ? 'wanted' : null,
    ...spanOf(narrowing),
    search: search ?? null,
    order: orders[order],
    cursor: cursor ?? null,
  };
}

type Dates = Pick<z.infer<typeof Query>, 'from' | 'to' | 'schoolYear'>;

function spanOf({ from, to, schoolYear: beginsIn }: Dates): Pick<RegisterQuery, 'from' | 'to'> {
  const year = beginsIn === undefined ? null : schoolYear(Number(beginsIn));
  const firsts = [...(from === undefined ? [] : [from]), ...(year === null ? [] : [year.from])];
  const lasts = [...(to === undefined ? [] : [to]), ...(year === null ? [] : [year.to])];
  const first = firsts.toSorted().at(-1);
  const last = lasts.toSorted().at(0);
  return {
    from: first === undefined ? null : midnight(first, 0),
    to: last === undefined ? null : midnight(last, 1),
  };
}

/** Midnight in London at the beginning of a day, or of the one so many days later, as UTC. */
function midnight(day: string, daysLater: number): string {
  const start = Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime('Europe/London');
  return start.toInstant().toString();
}
