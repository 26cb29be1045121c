import * as z from 'zod/mini';
import type { ExportBegun, ExportPage } from '../../../bot/views/export-row.ts';
import { summary } from '../../asking/answers.ts';
import type { Answer, Ask } from '../../asking/ask.ts';
import type { Filter } from '../filter.ts';

/** What an export asks of the server, and what comes back. */

export const formats = ['xlsx', 'csv', 'print'] as const;
export type Format = (typeof formats)[number];

const BegunShape: z.ZodMiniType<ExportBegun> = z.object({
  id: z.string(),
  school: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  until: z.iso.datetime(),
});

const RowsShape: z.ZodMiniType<ExportPage> = z.object({
  rows: z.array(
    z.object({
      reference: z.string(),
      kind: z.string(),
      start: z.iso.datetime(),
      minutes: z.number(),
      initials: z.exactOptional(z.string()),
      year: z.exactOptional(z.string()),
      host: z.string(),
      secondAdult: z.exactOptional(z.string()),
      guests: z.array(z.object({ role: z.string(), agency: z.string() })),
      status: summary.status,
      seal: summary.seal,
      exceptions: z.array(z.string()),
      authorisedBy: z.array(z.string()),
    }),
  ),
  next: z.nullable(z.string()),
  unreadable: z.number(),
});

export type Wish = { readonly format: Format; readonly reason: string; readonly filter: Filter };

/** Gives the reason; nothing is handed out before it is kept. */
export const beginExport = (ask: Ask, wish: Wish): Promise<Answer<ExportBegun>> =>
  ask.postIdempotent('/api/exports', wish, BegunShape);

/** @param filter what was searched for is said again each time, because no list keeps it */
export function exportPage(
  ask: Ask,
  { id, filter, cursor }: { id: string; filter: Filter; cursor: string | null },
  signal: AbortSignal,
): Promise<Answer<ExportPage>> {
  const query = new URLSearchParams({
    ...(cursor !== null && { cursor }),
    ...(filter.search !== undefined && { search: filter.search }),
  });
  return ask.get(`/api/exports/${id}?${query}`, RowsShape, signal);
}
