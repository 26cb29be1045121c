import { z } from 'zod';
import { Safeguards } from './decision.ts';
import tac from './packs/tac.json' with { type: 'json' };
import { predicates } from './rules.ts';

// Object.keys forgets the literal names, and zod's enum needs at least one.
const names = Object.keys(predicates) as [keyof typeof predicates, ...(keyof typeof predicates)[]];

const Rule = z.object({
  id: z.string(),
  when: z.enum(names),
  verdict: z.enum(['allow', 'refuse']),
  clauses: z.array(z.string()).min(1),
});

export const Pack = z
  .object({
    id: z.string(),
    version: z.string(),
    /** Number → the clause in our own words. */
    clauses: z.record(z.string(), z.string().min(1)),
    rules: z.array(Rule).min(1),
    safeguards: Safeguards,
  })
  .refine(
    (pack) => pack.rules.every((rule) => rule.clauses.every((id) => id in pack.clauses)),
    'a rule names a clause that is not there',
  );
/** A school's policy as data: named predicates and clauses, no expressions. */
export type Pack = z.infer<typeof Pack>;

/** The policy for Team Around the Child meetings. Read when the process starts: a fault in it stops the process. */
export const tacPack: Pack = Pack.parse(tac);
