import * as z from 'zod/mini';
import type { MeetingsPage } from '../../bot/views/meeting.ts';
import { Summary } from '../asking/answers.ts';
import type { Answer, Ask } from '../asking/ask.ts';
import { type Filter, queryOf, scopes } from './filter.ts';

/** What the register's page asks of the server, and what comes back. */

const PageShape: z.ZodMiniType<MeetingsPage> = z.object({
  scope: z.enum(scopes),
  meetings: z.array(Summary),
  next: z.nullable(z.string()),
  lookedTo: z.nullable(z.iso.datetime()),
  unreadable: z.number(),
});

/** What there is to choose from: hosts by their object id, agencies, and school years by the one they begin in. */
const ChoicesShape = z.object({
  hosts: z.array(z.object({ id: z.string(), name: z.string() })),
  agencies: z.array(z.string()),
  schoolYears: z.array(z.number()),
});

export type Choices = z.infer<typeof ChoicesShape>;
export const noChoices: Choices = { hosts: [], agencies: [], schoolYears: [] };

export const choicesOf = (ask: Ask, signal: AbortSignal) => ask.get('/api/meetings/choices', ChoicesShape, signal);

/** @param cursor what the page before this one gave as `next` */
export function listMeetings(
  ask: Ask,
  { filter, cursor }: { filter: Filter; cursor: string | null },
  signal: AbortSignal,
): Promise<Answer<MeetingsPage>> {
  const query = cursor === null ? queryOf(filter) : `${queryOf(filter)}&${new URLSearchParams({ cursor })}`;
  return ask.get(`/api/meetings?${query}`, PageShape, signal);
}
