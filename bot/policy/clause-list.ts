import { z } from 'zod';
import { ClauseId } from './pack.ts';

/** How a clause can be kept at all: by a setting in Teams, by our own rules, by a record of what people do, or by advice. */
export const classes = ['setting', 'setting in part', 'tenant check', 'rule', 'record', 'advice'] as const;

/** The clauses of one source in its own order, e.g. `000-01`, each in our own words and at most a line long. */
export const ClauseList = z.record(
  ClauseId,
  z.strictObject({ is: z.enum(classes), says: z.string().trim().min(1).max(120) }),
);
export type ClauseList = z.infer<typeof ClauseList>;
