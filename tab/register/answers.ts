import * as z from 'zod/mini';
import type { Kind } from '../../bot/policy/kind.ts';
import type { Status } from '../../bot/register/entry.ts';
import type { MeetingsPage } from '../../bot/views/meeting.ts';
import type { Scope } from '../../bot/views/rights.ts';
import { Summary } from '../asking/answers.ts';
import type { Answer, Ask } from '../asking/ask.ts';

/** What the register's page asks of the server, and what comes back. */

const scopes = ['mine', 'all', 'to authorise'] as const satisfies readonly Scope[];

const PageShape: z.ZodMiniType<MeetingsPage> = z.object({
  scope: z.enum(scopes),
  meetings: z.array(Summary),
  next: z.nullable(z.string()),
  lookedTo: z.nullable(z.iso.datetime()),
  unreadable: z.number(),
});

/**
 * What the list is asked for; the server says what each means. Days are London's, `2026-11-24`; empty is no limit,
 * and an empty scope leaves the choice to the server, which knows who may see what.
 */
export type Filter = {
  readonly scope: Scope | '';
  readonly kind: Kind | '';
  readonly status: Status | '';
  readonly from: string;
  readonly to: string;
  readonly order: 'newest' | 'oldest';
};

/** @param cursor what the page before this one gave as `next` */
export function listMeetings(
  ask: Ask,
  { filter, cursor }: { filter: Filter; cursor: string | null },
  signal: AbortSignal,
): Promise<Answer<MeetingsPage>> {
  const query = new URLSearchParams({ ...filter, ...(cursor === null ? {} : { cursor }) });
  return ask.get(`/api/meetings?${query}`, PageShape, signal);
}
