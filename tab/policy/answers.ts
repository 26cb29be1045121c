import * as z from 'zod/mini';
import type { Kind } from '../../bot/policy/kind.ts';
import type { ClauseView, DeedView, PackView, PolicyView, WaiverView } from '../../bot/views/policy.ts';
import { kindNames } from '../words/words.ts';

/** The school's policy as the server sends it; the compiler holds these shapes to its types. */

// `Object.keys` forgets what the keys are; they are those of the table.
const kinds = Object.keys(kindNames) as Kind[];

const waiver = { by: z.string(), reason: z.string(), until: z.iso.date(), isOver: z.boolean() };
const Waiver: z.ZodMiniType<WaiverView> = z.object(waiver);

const Deed: z.ZodMiniType<DeedView> = z.object({
  does: z.enum(['rule', 'prompt', 'invitation', 'checklist', 'advice', 'tenant check', 'not here']),
  how: z.string(),
  says: z.string(),
  kinds: z.array(z.enum(kinds)),
  sets: z.array(z.object({ name: z.string(), says: z.string(), stricterIn: z.nullable(z.string()) })),
  saidBy: z.nullable(z.string()),
  waivers: z.array(Waiver),
});

const Clause: z.ZodMiniType<ClauseView> = z.object({
  id: z.string(),
  says: z.string(),
  is: z.enum(['setting', 'setting in part', 'tenant check', 'rule', 'record', 'advice']),
  deeds: z.array(Deed),
});

const Pack: z.ZodMiniType<PackView> = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  reviewDue: z.iso.date(),
  isOverdue: z.boolean(),
  clauses: z.array(Clause),
});

const span = { from: z.string(), to: z.string() };

export const PolicyShape: z.ZodMiniType<PolicyView> = z.object({
  packs: z.array(Pack),
  school: z.object({
    name: z.string(),
    terms: z.array(z.object(span)),
    holidays: z.array(z.iso.date()),
    hours: z.object(span),
    languages: z.array(z.string()),
    organisers: z.enum(['staff', 'group']),
    assessment: z.nullable(z.object({ reference: z.string(), reviewDue: z.iso.date(), isOverdue: z.boolean() })),
    waivers: z.array(z.object({ ...waiver, rule: z.string() })),
  }),
});
