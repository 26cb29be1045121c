import * as z from 'zod/mini';
import type { Examination, Line, Promised, Step } from '../../bot/doctor/line.ts';
import { promiseNames } from '../words/installation.ts';

/** What the doctor found as the server sends it; the compiler holds these shapes to its types. */

// `Object.keys` forgets what the keys are; they are those of the table.
const promises = Object.keys(promiseNames) as Promised[];

const about = {
  id: z.string(),
  what: z.string(),
  why: z.object({
    promise: z.enum(promises),
    says: z.string(),
    clauses: z.array(z.object({ id: z.string(), says: z.string() })),
  }),
  says: z.string(),
};

const StepShape: z.ZodMiniType<Step> = z.object({ says: z.string(), command: z.nullable(z.string()) });

const LineShape: z.ZodMiniType<Line> = z.discriminatedUnion('state', [
  z.object({ ...about, state: z.literal('fine') }),
  z.object({ ...about, state: z.literal('wrong'), mend: z.tuple([StepShape], StepShape) }),
  z.object({ ...about, state: z.literal('cannot be read'), mend: z.array(StepShape) }),
  z.object({ ...about, state: z.literal('look by hand'), command: z.nullable(z.string()), prints: z.string() }),
]);

export const ExaminationShape: z.ZodMiniType<Examination> = z.object({
  at: z.iso.datetime(),
  lines: z.array(LineShape),
});
