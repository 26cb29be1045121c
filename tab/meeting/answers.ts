import * as z from 'zod/mini';
import type { ActAnswer } from '../../bot/api/changes.ts';
import type { ColleaguesView } from '../../bot/api/colleagues.ts';
import type { Wanted } from '../../bot/changing/wanted.ts';
import type { Answered } from '../../bot/conversation/answered.ts';
import type { SaidHeld } from '../../bot/held/held.ts';
import type { Agreement, Way } from '../../bot/register/agreements.ts';
import type { AnswersView } from '../../bot/views/answers-view.ts';
import type { CancelView, ChangeView } from '../../bot/views/change-view.ts';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { Ability, clauses, summary } from '../asking/answers.ts';
import type { Answer, Ask } from '../asking/ask.ts';
import type { Say } from '../authorise/answers.ts';

/** What the page of a meeting asks of the server, and what comes back. */

const isHttps = /^https:/;

// The server's own brand: whatever text it sent goes back to it as it came.
const version = z.custom<MeetingDetail['version']>((value) => typeof value === 'string');
const rows = z.array(z.object({ label: z.string(), value: z.string() }));

const DetailShape: z.ZodMiniType<MeetingDetail> = z.object({
  ...summary,
  purpose: z.string(),
  minutes: z.number(),
  whoCame: z.exactOptional(
    z.array(z.object({ name: z.string(), part: z.string(), attended: z.enum(['came', 'did not come', 'not noted']) })),
  ),
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
        key: z.string(),
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
  version,
  proposal: z.exactOptional(z.object({ rows, at: z.iso.datetime() })),
  log: z.array(z.object({ at: z.iso.datetime(), says: z.string(), by: z.string(), detail: z.string() })),
  can: z.object({
    // A link is followed with a click, so it must not be able to be a script.
    join: z.union([
      z.object({ may: z.literal(true), url: z.string().check(z.regex(isHttps)) }),
      z.object({ may: z.literal(false), why: z.string() }),
    ]),
    seeAddresses: Ability,
    authorise: z.union([
      z.object({ may: z.literal(true), seen: z.string(), canAsk: z.boolean() }),
      z.object({ may: z.literal(false), why: z.string() }),
    ]),
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
    raiseConcern: Ability,
  }),
});

const pathOf = (reference: string) => `/api/meetings/${encodeURIComponent(reference)}`;

export const meetingOf = (ask: Ask, reference: string, signal: AbortSignal): Promise<Answer<MeetingDetail>> =>
  ask.get(pathOf(reference), DetailShape, signal);

/** An approver's yes, no or question; comes back with the meeting as it stands then. @param said `seen`: of the meeting as it was shown */
export const authorise = (ask: Ask, reference: string, said: Say & { seen: string }): Promise<Answer<MeetingDetail>> =>
  ask.post(`${pathOf(reference)}/authorisation`, said, DetailShape);

const ticks = [
  'addresses checked',
  'look-alike address is right',
  'contact is safe',
  'nobody held back',
  'alternative offered',
  'in person offered',
  'family opted in',
  'permission given',
  'adult with the child',
  'video is needed',
  'papers in time',
  'rehearsed',
  'time agreed',
  'nothing sensitive',
  'other platform settled',
] as const satisfies readonly Answered['ticked'][number][];
const ways = ['by phone', 'school records', 'in person', 'agency website'] as const;

const ChangeShape: z.ZodMiniType<ChangeView> = z.object({
  title: z.string(),
  refused: z.boolean(),
  rows,
  questions: z.array(
    z.object({
      asks: z.enum(ticks),
      says: z.string(),
      clauses,
      ways: z.exactOptional(z.array(z.object({ way: z.enum(ways), says: z.string() }))),
    }),
  ),
  newGuests: z.string(),
  yes: z.exactOptional(z.object({ says: z.string(), clauses })),
  notes: z.array(z.string()),
  freeInstead: z.array(z.iso.datetime()),
  writtenTo: z.string(),
  steps: z.array(z.string()),
  clauses,
  instead: z.array(z.string()),
  setAside: z.array(z.object({ why: z.string(), clauses })),
  button: z.string(),
  // It goes back as it came, and the server reads it again.
  wanted: z.custom<Wanted>((value) => typeof value === 'object'),
  version,
});

const CancelShape: z.ZodMiniType<CancelView> = z.object({
  title: z.string(),
  notes: z.array(z.string()),
  steps: z.array(z.string()),
  button: z.string(),
  version,
});

const FollowShape: z.ZodMiniType<ActAnswer> = z.object({ follow: z.string() });
const ColleaguesShape: z.ZodMiniType<ColleaguesView> = z.object({
  colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
});

type Version = MeetingDetail['version'];

/** What a change leads to; nothing is done. */
export const reviewChange = (ask: Ask, reference: string, body: { version: Version; wanted: Wanted }) =>
  ask.postIdempotent(`${pathOf(reference)}/changes/review`, body, ChangeShape);

export const makeChange = (
  ask: Ask,
  reference: string,
  body: { version: Version; wanted: Wanted; answered: Answered },
) => ask.post(`${pathOf(reference)}/changes`, body, FollowShape);

/** What a cancellation leads to; nothing is done. */
export const reviewCancel = (ask: Ask, reference: string, body: { version: Version }) =>
  ask.postIdempotent(`${pathOf(reference)}/cancel/review`, body, CancelShape);

export const cancel = (ask: Ask, reference: string, body: { version: Version }) =>
  ask.post(`${pathOf(reference)}/cancel`, body, FollowShape);

export const sayHeld = (ask: Ask, reference: string, body: { version: Version; said: SaidHeld }) =>
  ask.post(`${pathOf(reference)}/outcome`, body, DetailShape);

export const colleagues = (ask: Ask, signal: AbortSignal) => ask.get('/api/colleagues', ColleaguesShape, signal);

const AnswersShape: z.ZodMiniType<AnswersView> = z.object({
  answers: z.array(z.object({ name: z.string(), says: z.string(), at: z.exactOptional(z.iso.datetime()) })),
});

/** What guests have answered to the invitation in their own calendars. */
export const answersTo = (ask: Ask, reference: string, signal: AbortSignal) =>
  ask.get(`${pathOf(reference)}/answers`, AnswersShape, signal);

/** @param words a sentence for the record; empty for none */
export const lookedAt = (ask: Ask, reference: string, words: string) =>
  ask.post(`${pathOf(reference)}/looked-at`, { words: words.trim() === '' ? null : words }, DetailShape);

/** @param shown the reasons as this person has read them */
export const letStand = (ask: Ask, reference: string, said: { shown: readonly string[]; words: string }) =>
  ask.post(`${pathOf(reference)}/let-stand`, said, DetailShape);

export const agreementNames = [
  'take part',
  'share information',
  'be recorded',
  'be contacted directly',
] as const satisfies readonly Agreement[];
export const agreeingWays = ['in writing', 'by email', 'by phone', 'in person'] as const satisfies readonly Way[];

/** What a guest, by their number on the list, agrees to or takes back; as chosen, and the server reads it. */
export const sayAgreement = (
  ask: Ask,
  reference: string,
  said: { version: Version; guest: number; agreement: string; says: string; how: string; on: string },
) => ask.post(`${pathOf(reference)}/agreements`, said, DetailShape);

/** Nothing goes with it: what it is about is told in person. */
export const raiseConcern = (ask: Ask, reference: string) =>
  ask.post(`${pathOf(reference)}/concern`, {}, z.object({ says: z.string() }));

/** The meeting as it stands now, out of an answer that says that somebody has changed it meanwhile. */
export function theirsIn(answer: Answer<unknown>): MeetingDetail | null {
  if (answer.ok || answer.refused?.code !== 'changed meanwhile') return null;
  const read = z.object({ theirs: DetailShape }).safeParse(answer.refused.body);
  return read.success ? read.data.theirs : null;
}
