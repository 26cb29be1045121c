import * as z from 'zod/mini';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { Ability, clauses, summary } from '../asking/answers.ts';
import type { Answer, Ask } from '../asking/ask.ts';

/** What the page of a meeting asks of the server, and what comes back. */

const isHttps = /^https:/;

const DetailShape: z.ZodMiniType<MeetingDetail> = z.object({
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
  outcome: z.object({
    state: z.enum(['not said', 'held', 'not held']),
    says: z.string(),
    by: z.exactOptional(z.string()),
    at: z.exactOptional(z.iso.datetime()),
    reason: z.exactOptional(z.string()),
  }),
  underWay: z.exactOptional(z.string()),
  replaces: z.exactOptional(z.string()),
  replacedBy: z.exactOptional(z.string()),
  // The server's own brand: whatever text it sent goes back to it as it came.
  version: z.custom<MeetingDetail['version']>((value) => typeof value === 'string'),
  log: z.array(z.object({ at: z.iso.datetime(), says: z.string(), by: z.string(), detail: z.string() })),
  can: z.object({
    // A link is followed with a click, so it must not be able to be a script.
    join: z.union([
      z.object({ may: z.literal(true), url: z.string().check(z.regex(isHttps)) }),
      z.object({ may: z.literal(false), why: z.string() }),
    ]),
    seeAddresses: Ability,
    authorise: Ability,
    change: z.object({
      move: Ability,
      'add guests': Ability,
      'remove guest': Ability,
      'change second adult': Ability,
      'change host': Ability,
      cancel: Ability,
    }),
    sayHeld: Ability,
    lookAfterwards: Ability,
    letStand: Ability,
    writeAgreements: Ability,
    answerChecklist: Ability,
    raiseConcern: Ability,
  }),
});

/** `words` are one line for the host. */
export type ApproverSays = { readonly say: 'yes' } | { readonly say: 'ask' | 'no'; readonly words: string };

const pathOf = (reference: string) => `/api/meetings/${encodeURIComponent(reference)}`;

export const meetingOf = (ask: Ask, reference: string, signal: AbortSignal): Promise<Answer<MeetingDetail>> =>
  ask.get(pathOf(reference), DetailShape, signal);

/** An approver's yes, no or question; comes back with the meeting as it stands then. */
export const authorise = (ask: Ask, reference: string, said: ApproverSays): Promise<Answer<MeetingDetail>> =>
  ask.post(`${pathOf(reference)}/authorisation`, said, DetailShape);
