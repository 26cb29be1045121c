import * as z from 'zod/mini';
import type { AnswerTaken, Queue } from '../../bot/api/authorise.ts';
import type { QueueRow, Stands } from '../../bot/authorising/request-view.ts';
import { clauses, summary } from '../asking/answers.ts';
import type { Answer, Ask } from '../asking/ask.ts';

/** What the page Authorise asks of the server, and what comes back. */

const row = {
  ...summary,
  askedAt: z.iso.datetime(),
  purpose: z.string(),
  notes: z.array(z.string()),
  of: z.string(),
  why: z.exactOptional(z.string()),
};
const RowShape: z.ZodMiniType<QueueRow> = z.object(row);

const QueueShape: z.ZodMiniType<Queue> = z.object({
  at: z.iso.datetime(),
  yours: z.array(RowShape),
  others: z.array(RowShape),
  more: z.boolean(),
  unreadable: z.number(),
});

const known = z.array(z.object({ label: z.string(), value: z.string() }));
const request = z.object({
  ...row,
  seen: z.string(),
  afterYes: z.array(z.string()),
  progress: z.array(z.string()),
  facts: known,
  guests: z.array(z.object({ name: z.string(), role: z.string(), agency: z.string() })),
  confirmed: z.array(z.string()),
  setAside: z.array(z.string()),
  clauses,
  besides: z.array(z.object({ says: z.string(), clauses })),
  calendars: z.string(),
  cover: z.array(z.string()),
  canAsk: z.boolean(),
});
const StandsShape: z.ZodMiniType<Stands> = z.union([
  z.object({ is: z.literal('yours'), request }),
  z.object({ is: z.literal('others'), request }),
  z.object({ is: z.literal('decided'), says: z.string(), next: z.string(), rows: known }),
]);

const TakenShape: z.ZodMiniType<AnswerTaken> = z.object({
  taken: z.boolean(),
  why: z.exactOptional(z.string()),
  stands: z.exactOptional(StandsShape),
});

/** `words` are one line for the host. */
export type Say = { readonly say: 'yes' } | { readonly say: 'ask' | 'no'; readonly words: string };

const pathOf = (reference: string) => `/api/authorise/${encodeURIComponent(reference)}`;

export const queueOf = (ask: Ask, signal: AbortSignal): Promise<Answer<Queue>> =>
  ask.get('/api/authorise', QueueShape, signal);

export const requestOf = (ask: Ask, reference: string, signal: AbortSignal): Promise<Answer<Stands>> =>
  ask.get(pathOf(reference), StandsShape, signal);

/** @param seen as the request was shown: what has changed since is not decided */
export const answerRequest = (
  ask: Ask,
  reference: string,
  said: Say & { seen: string },
): Promise<Answer<AnswerTaken>> => ask.post(pathOf(reference), said, TakenShape);
