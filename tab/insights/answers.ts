import * as z from 'zod/mini';
import type { InsightsView } from '../../bot/insights/insights-view.ts';
import type { Kind } from '../../bot/policy/kind.ts';
import { clauses } from '../asking/answers.ts';
import { kindNames } from '../words/words.ts';

/** The figures as the server sends them; the compiler holds this shape to its type. */

// `Object.keys` forgets what the keys are; they are those of the table.
const kinds = Object.keys(kindNames) as Kind[];
const coverFigures = ['said yes', 'stood in', 'no answer', 'cannot come', 'on hold', 'called off'] as const;

export const InsightsShape: z.ZodMiniType<InsightsView> = z.object({
  freshness: z.union([
    z.object({ is: z.literal('up to date'), at: z.iso.datetime() }),
    z.object({ is: z.literal('counting'), counted: z.number(), of: z.number() }),
    z.object({ is: z.literal('nothing yet') }),
  ]),
  periods: z.array(
    z.object({
      is: z.enum(['school year', 'term', 'half-term']),
      name: z.string(),
      from: z.iso.date(),
      to: z.iso.date(),
    }),
  ),
  from: z.iso.date(),
  to: z.iso.date(),
  meetings: z.number(),
  kinds: z.array(z.object({ kind: z.enum(kinds), meetings: z.number() })),
  weeks: z.array(z.object({ week: z.iso.date(), kinds: z.partialRecord(z.enum(kinds), z.number()) })),
  sealing: z.object({ before: z.number(), after: z.number(), unknown: z.number() }),
  waits: z.object({
    median: z.nullable(z.number()),
    bins: z.array(z.object({ upTo: z.nullable(z.number()), meetings: z.number() })),
  }),
  urgent: z.number(),
  recorded: z.number(),
  exceptions: z.array(z.object({ why: z.string(), says: z.string(), clauses, meetings: z.number() })),
  cover: z.partialRecord(z.enum(coverFigures), z.number()),
  agencies: z.array(z.object({ agency: z.string(), came: z.number(), didNotCome: z.number(), notNoted: z.number() })),
  hosts: z.array(z.object({ name: z.string(), meetings: z.number() })),
  unreadable: z.number(),
});
