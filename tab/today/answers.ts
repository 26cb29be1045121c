import * as z from 'zod/mini';
import type { Today, TodayPart } from '../../bot/today/parts.ts';
import { clauses, Summary, summary } from '../asking/answers.ts';
import type { Answer, Ask } from '../asking/ask.ts';

/** What the page Today asks of the server, and what comes back. */

const outsideRow = z.object({
  ...summary,
  stands: z.enum([
    'sealed',
    'on hold',
    'to be looked at',
    'being arranged',
    'waiting for a yes',
    'called off',
    'perhaps still open',
    'held elsewhere',
  ]),
  secondAdultSays: z.exactOptional(z.string()),
  urgent: z.boolean(),
  over: z.boolean(),
  help: z.exactOptional(z.string()),
});
const outsideDay = z.object({ says: z.string(), rows: z.array(outsideRow) });
const count = { count: z.number(), atLeast: z.boolean() };
const checkList = {
  checks: z.array(z.object({ name: z.string(), is: z.enum(['well', 'look', 'wrong', 'unknown']), says: z.string() })),
  byHand: z.array(z.object({ says: z.string(), clauses })),
};
const known = { state: z.literal('known'), presses: z.boolean() };
const names = ['safeguarding', 'waiting', 'leaders', 'mine', 'ict', 'data protection'] as const;

const PartShape: z.ZodMiniType<TodayPart> = z.union([
  z.object({
    part: z.literal('safeguarding'),
    ...known,
    today: outsideDay,
    tomorrow: outsideDay,
    besides: z.array(z.string()),
  }),
  z.object({
    part: z.literal('waiting'),
    ...known,
    waiting: z.object({ ...count, since: z.exactOptional(z.iso.datetime()) }),
  }),
  z.object({
    part: z.literal('leaders'),
    ...known,
    review: z.object({ ...count, rows: z.array(z.object({ ...summary, why: z.array(z.string()) })) }),
    afterwards: z.object({
      ...count,
      rows: z.array(z.object({ ...summary, by: z.iso.datetime(), late: z.boolean() })),
    }),
    numbers: z.array(z.string()),
  }),
  z.object({
    part: z.literal('mine'),
    ...known,
    meetings: z.array(
      z.object({
        ...summary,
        as: z.enum(['host', 'second adult']),
        missing: z.array(z.string()),
        // A link is followed with a click, so it must not be able to be a script.
        join: z.exactOptional(z.string().check(z.regex(/^https:/))),
      }),
    ),
    more: z.boolean(),
    unreadable: z.number(),
    unsaid: z.array(Summary),
  }),
  z.object({ part: z.literal('ict'), ...known, ...checkList }),
  z.object({ part: z.literal('data protection'), ...known, ...checkList }),
  z.object({ part: z.enum(names), state: z.literal('unknown'), why: z.string() }),
]);

const TodayShape: z.ZodMiniType<Today> = z.object({
  at: z.iso.datetime(),
  name: z.string(),
  parts: z.array(PartShape),
});

export const todayAtSchool = (ask: Ask, signal: AbortSignal): Promise<Answer<Today>> =>
  ask.get('/api/today', TodayShape, signal);
