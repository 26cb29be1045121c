import { z } from 'zod';
import { confirmations } from '../meetings/ask.ts';

/** A clause of the school's policy, as shown beside every answer. `id` is its number in its source, e.g. `000-25`. */
export const Clause = z.object({ id: z.string(), says: z.string() });
export type Clause = z.infer<typeof Clause>;

/**
 * The settings we write to a Teams meeting, read back and compare. Graph's own names and words
 * (https://learn.microsoft.com/graph/api/resources/onlinemeeting), so that nothing is translated on the way.
 */
export const Safeguards = z.strictObject({
  lobbyScope: z.enum(['organizer', 'organizationExcludingGuests']),
  dialInBypassesLobby: z.literal(false),
  allowedPresenters: z.enum(['organizer', 'roleIsPresenter']),
  allowedLobbyAdmitters: z.literal('organizerAndCoOrganizers'),
  allowMeetingChat: z.enum(['enabled', 'disabled', 'limited']),
  allowRecording: z.boolean(),
  allowTranscription: z.boolean(),
  recordAutomatically: z.literal(false),
  allowBreakoutRooms: z.boolean(),
  allowWhiteboard: z.boolean(),
  allowLiveShare: z.enum(['enabled', 'disabled']),
  allowAttendeeToEnableMic: z.boolean(),
  allowAttendeeToEnableCamera: z.boolean(),
});
export type Safeguards = z.infer<typeof Safeguards>;

/** Loosest first: whatever stands later in the way stands more in the way. A question must be answered before anybody can say yes. */
export const verdicts = ['allow', 'authorise', 'ask', 'refuse'] as const;
export type Verdict = (typeof verdicts)[number];

/** Who may say yes to a meeting: the Entra groups of the school's settings. */
export const approvers = ['head', 'slt', 'dsl', 'dpo'] as const;
export type Approver = (typeof approvers)[number];

/** What policy answers: never without the clauses that made it. */
export const Decision = z.object({
  verdict: z.enum(verdicts),
  /** The clauses of the rules that made the verdict. */
  because: z.array(Clause).min(1),
  /** Every rule that fired, `pack/rule`, in that order. */
  fired: z.array(z.string()),
  /** What the host must still say yes to; each with the sentence and clauses that ask it. */
  questions: z.array(z.object({ asks: z.enum(confirmations), says: z.string(), because: z.array(Clause).min(1) })),
  /** Whose yes it needs before anything is made in Teams; one of each group. */
  authorisedBy: z.array(z.enum(approvers)),
  /** The clauses that ask for it; they stand here also while a question stands before it. */
  authorisedBecause: z.array(Clause),
  /** After a refusal: what would be allowed. */
  instead: z.array(z.string()),
  /** Rules that would have stood in the way and were set aside: by the school's waiver, or because it is urgent. */
  setAside: z.array(z.object({ rule: z.string(), why: z.enum(['waiver', 'urgent']), because: z.array(Clause).min(1) })),
  /** What the host is told about this meeting, beside what allows it. */
  told: z.array(z.object({ says: z.string(), because: z.array(Clause).min(1) })).default([]),
  safeguards: Safeguards,
  packs: z.array(z.object({ id: z.string(), version: z.string() })).min(1),
  decidedAt: z.iso.datetime(),
});
export type Decision = z.infer<typeof Decision>;
