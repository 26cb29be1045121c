import { z } from 'zod';
import { HourOfDay } from './condition.ts';
import { approvers } from './decision.ts';
import { Id } from './pack.ts';
import { Retention } from './retention.ts';

/**
 * A school's settings file, e.g. `infra/school.yaml`: which packs it follows, what it adds to them, when it is open.
 * Who is in which group stands in the environment, beside the tenant's other addresses.
 */

const line = z.string().trim().min(1).max(120);
const span = z
  .strictObject({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, 'it ends before it begins');
const once = (items: readonly string[]) => new Set(items).size === items.length;

/** A rule of a pack that this school does not follow for a while. It never touches a setting, only what stands in the way. */
export const Waiver = z.strictObject({
  /** `pack/rule`, as decisions name it. */
  rule: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a pack and its rule, such as trust-minimum/rehearsed'),
  by: z.enum(approvers),
  /** Of whoever gave it. Never a name: this file is read by many and kept for long. */
  jobTitle: line,
  reason: z.string().trim().min(10, 'a reason somebody can read in a year’s time').max(300),
  /** The last day it holds, in London. */
  until: z.iso.date(),
});
export type Waiver = z.infer<typeof Waiver>;

export const School = z.strictObject({
  name: line,
  domains: z.array(z.hostname().toLowerCase()).min(1),
  phase: z.enum(['nursery', 'primary', 'secondary', 'all-through', 'special']),
  packs: z.array(Id).min(1).refine(once, 'the same pack twice'),
  /** The school's or its trust's own pack, which may only tighten: a path from this file, or `null`. */
  ownPack: line.nullable(),
  waivers: z.array(Waiver),
  terms: z.array(span).min(1),
  /** Bank holidays and the days staff are in without pupils. */
  holidays: z.array(z.iso.date()),
  /** When the school is open for meetings, London. */
  hours: z
    .strictObject({ from: HourOfDay, to: HourOfDay })
    .refine(({ from, to }) => from < to, 'it closes before it opens'),
  /** Who may arrange meetings: every member of staff, or an Entra group by its object id. */
  organisers: z.union([z.literal('staff'), z.guid()]),
  /** The data-protection impact assessment that covers these meetings; `null` until there is one. */
  assessment: z.strictObject({ reference: line, reviewDue: z.iso.date() }).nullable(),
  /** How long each kind of meeting stands in the register. */
  retention: Retention,
  /** The languages that invitations go out in, in this order: for each there is a file in `translations`. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, 'a language such as en or cy'))
    .min(1)
    .refine(once, 'the same language twice')
    .default(['en']),
  /** What this school calls them, e.g. TAC or TAF, SENCO or ALNCo, parent or carer. */
  words: z.strictObject({ tac: line, senco: line, parent: line }),
});
export type School = z.infer<typeof School>;
