import * as z from 'zod/mini';
import type { ApiError } from '../bot/api-refusals.ts';
import type { Status } from '../bot/register/entry.ts';
import type { Me, MeetingDetail, MeetingSummary, MeetingsPage, Scope } from '../bot/views.ts';

/**
 * The shapes of what the server answers, checked before anything is drawn. The types are the server's own, and the compiler holds
 * these shapes to them. Members the tab does not know are dropped, so that a newer server does not stop an older page.
 */

const Ability = z.union([z.object({ may: z.literal(true) }), z.object({ may: z.literal(false), why: z.string() })]);

const Seal = z.union([
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

const scopes = ['mine', 'all', 'to authorise'] as const satisfies readonly Scope[];

const summary = {
  reference: z.string(),
  kind: z.string(),
  child: z.exactOptional(z.string()),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  host: z.string(),
  secondAdult: z.exactOptional(z.string()),
  status: z.enum(statuses),
  seal: Seal,
};
const Summary: z.ZodMiniType<MeetingSummary> = z.object(summary);

const clauses = z.array(z.object({ id: z.string(), says: z.string() }));

const isHttps = /^https:/;

export const MeShape: z.ZodMiniType<Me> = z.object({
  name: z.string(),
  can: z.object({ seeWholeSchool: Ability, authorise: Ability }),
});

export const PageShape: z.ZodMiniType<MeetingsPage> = z.object({
  scope: z.enum(scopes),
  meetings: z.array(Summary),
  next: z.nullable(z.string()),
  unreadable: z.number(),
});

export const DetailShape: z.ZodMiniType<MeetingDetail> = z.object({
  ...summary,
  purpose: z.string(),
  minutes: z.number(),
  guests: z.array(
    z.object({ name: z.string(), role: z.string(), agency: z.string(), address: z.exactOptional(z.string()) }),
  ),
  colleagues: z.array(z.string()),
  childAttends: z.exactOptional(z.boolean()),
  place: z.exactOptional(z.string()),
  urgent: z.exactOptional(z.string()),
  confirmed: z.array(z.string()),
  authorisation: z.exactOptional(
    z.object({
      says: z.string(),
      yes: z.array(z.object({ by: z.string(), at: z.iso.datetime() })),
      question: z.exactOptional(z.string()),
      answer: z.exactOptional(z.string()),
      reason: z.exactOptional(z.string()),
    }),
  ),
  review: z.exactOptional(
    z.array(
      z.object({
        says: z.string(),
        since: z.iso.datetime(),
        dismissed: z.exactOptional(z.object({ by: z.string(), at: z.iso.datetime(), words: z.string() })),
      }),
    ),
  ),
  aftercare: z.exactOptional(z.object({ says: z.string(), words: z.exactOptional(z.string()) })),
  statusSays: z.string(),
  stopped: z.nullable(z.string()),
  safeguards: z.array(z.object({ name: z.string(), asked: z.string(), readBack: z.nullable(z.string()) })),
  clauses,
  setAside: z.array(z.object({ why: z.string(), clauses })),
  packs: z.array(z.object({ id: z.string(), version: z.string() })),
  recording: z.exactOptional(z.string()),
  agreements: z.exactOptional(
    z.object({
      says: z.array(z.string()),
      guests: z.array(z.object({ name: z.string(), role: z.string(), stands: z.array(z.string()) })),
    }),
  ),
  records: z.exactOptional(
    z.array(
      z.object({
        moment: z.string(),
        records: z.array(
          z.object({
            asked: z.string(),
            answered: z.nullable(z.object({ says: z.string(), by: z.string(), at: z.iso.datetime() })),
            clauses,
          }),
        ),
      }),
    ),
  ),
  log: z.array(z.object({ at: z.iso.datetime(), says: z.string(), by: z.string(), detail: z.string() })),
  can: z.object({
    // A link is followed with a click, so it must not be able to be a script.
    join: z.union([
      z.object({ may: z.literal(true), url: z.string().check(z.regex(isHttps)) }),
      z.object({ may: z.literal(false), why: z.string() }),
    ]),
    seeAddresses: Ability,
    authorise: Ability,
  }),
});

export const RefusalShape: z.ZodMiniType<Pick<ApiError['error'], 'say' | 'next'>> = z.pipe(
  z.object({ error: z.object({ say: z.string(), next: z.string() }) }),
  z.transform(({ error }) => error),
);

export const WhereShape = z.object({ teamsUrl: z.string().check(z.regex(/^https?:/)) });
