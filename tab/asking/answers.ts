import * as z from 'zod/mini';
import type { ApiError } from '../../bot/api/refusals.ts';
import type { Status } from '../../bot/register/entry.ts';
import type { MeetingSummary } from '../../bot/views/meeting.ts';
import type { Ability as AbilityView, Me } from '../../bot/views/rights.ts';
import type { SealView } from '../../bot/views/seal-view.ts';

/**
 * The shapes of what the server answers, checked before anything is drawn. The types are the server's own, and the compiler holds
 * these shapes to them. Members the tab does not know are dropped, so that a newer server does not stop an older page.
 */

export const Ability: z.ZodMiniType<AbilityView> = z.union([
  z.object({ may: z.literal(true) }),
  z.object({ may: z.literal(false), why: z.string() }),
]);

const Seal: z.ZodMiniType<SealView> = z.union([
  z.object({ state: z.literal('sealed'), readBackAt: z.iso.datetime(), says: z.string() }),
  z.object({ state: z.enum(['not yet', 'not sealed', 'broken']), says: z.string() }),
]);

const statuses = [
  'waiting',
  'arranging',
  'arranged',
  'not arranged',
  'called off',
  'refused',
  'held elsewhere',
  'needs review',
  'on hold',
  'moved',
  'cancelled',
] as const satisfies readonly Status[];

export const summary = {
  reference: z.string(),
  kind: z.string(),
  child: z.exactOptional(z.string()),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  host: z.string(),
  secondAdult: z.exactOptional(z.string()),
  status: z.enum(statuses),
  seal: Seal,
  exceptions: z.array(z.string()),
};
export const Summary: z.ZodMiniType<MeetingSummary> = z.object(summary);

export const clauses = z.array(z.object({ id: z.string(), says: z.string() }));

const pageNames = { today: Ability, register: Ability, authorise: Ability, insights: Ability, policy: Ability };

export const MeShape: z.ZodMiniType<Me> = z.object({
  name: z.string(),
  can: z.object({
    seeWholeSchool: Ability,
    authorise: Ability,
    open: z.object({ ...pageNames, 'data protection': Ability, installation: Ability }),
  }),
});

export const RefusalShape: z.ZodMiniType<Omit<ApiError['error'], 'code'> & { readonly code: string }> = z.pipe(
  z.object({
    error: z.object({ code: z.string(), say: z.string(), next: z.string(), againIn: z.exactOptional(z.number()) }),
  }),
  z.transform(({ error }) => error),
);

export const WhereShape = z.object({ teamsUrl: z.string().check(z.regex(/^https?:/)) });
