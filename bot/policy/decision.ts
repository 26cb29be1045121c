import { z } from 'zod';

/** A clause of the school's policy, as shown beside every answer. */
export const Clause = z.object({ id: z.string(), says: z.string() });
export type Clause = z.infer<typeof Clause>;

/**
 * The settings we write to a Teams meeting, read back and compare. Graph's own names and words
 * (https://learn.microsoft.com/graph/api/resources/onlinemeeting), so that nothing is translated on the way.
 */
export const Safeguards = z.object({
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
});
export type Safeguards = z.infer<typeof Safeguards>;

/** What policy answers: never without the clauses that made it. */
export const Decision = z.object({
  verdict: z.enum(['allow', 'refuse']),
  because: z.array(Clause).min(1),
  safeguards: Safeguards,
  pack: z.object({ id: z.string(), version: z.string() }),
  decidedAt: z.iso.datetime(),
});
export type Decision = z.infer<typeof Decision>;
