import { z } from 'zod';
import { failureKinds } from '../failure.ts';
import { Ask, PersonId, Reference } from '../meetings/ask.ts';
import { Decision } from '../policy/decision.ts';

/**
 * What the register holds of a meeting. The row is written before the first Graph write and its `step` names
 * what is about to be done, so whatever crashes when, the row says where to pick up.
 */

/**
 * In the order of the work; each is written to the row before it is begun. `open` is the row's first: it stands there,
 * and the host has not been answered yet.
 */
export const steps = ['open', 'draft', 'seal', 'invite', 'confirm', 'remove', 'call off', 'tell', 'done'] as const;
export type Step = (typeof steps)[number];

/**
 * `arranging`: under way, or to be picked up. `arranged`: sealed, invited, read back.
 * `not arranged`: stopped before anyone was invited; the event is gone. `called off`: invitations had left,
 * the safeguards would not hold, so the lobby was shut and the meeting cancelled.
 */
export const statuses = ['arranging', 'arranged', 'not arranged', 'called off'] as const;
export type Status = (typeof statuses)[number];

/** Whether the safeguards have been read back as asked. */
export const seals = ['not sealed', 'sealed'] as const;

export const Seal = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not sealed') }),
  /** `hash` is over the settings as they were read back, so that a later reading can be held against it. Times are UTC. */
  z.object({ state: z.literal('sealed'), at: z.iso.datetime(), hash: z.string() }),
]);
export type Seal = z.infer<typeof Seal>;

export const Entry = z.object({
  reference: Reference,
  ask: Ask,
  status: z.enum(statuses),
  step: z.enum(steps),
  /** UTC. Whoever works on the row holds it until then; past it, the sweep picks it up. `null` when nothing is due. */
  nextCheck: z.iso.datetime().nullable(),
  seal: Seal,
  decision: Decision,
  /** What Graph calls it, as far as it exists yet. */
  eventId: z.string().nullable(),
  meetingId: z.string().nullable(),
  joinUrl: z.url().nullable(),
  /** Which step stopped it, when it was stopped. */
  stoppedAt: z.enum(steps).nullable(),
  /** What stopped it: the host is told in its words, also by a process that knows nothing but the row. */
  stoppedBy: z.enum(failureKinds).nullable(),
});
export type Entry = z.infer<typeof Entry>;

/** A moment as the register keeps it: UTC, to the second, because SharePoint drops the rest. */
export const moment = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

/** An entry as the list holds it, with what SharePoint needs for the next write. */
export type Stored = { readonly itemId: string; readonly eTag: string; readonly entry: Entry };

/** An entry as a page of the register lists it: one row of one list, so without the guests, who stand in a list of their own. */
export const Listed = Entry.extend({ ask: Ask.omit({ guests: true }) });
export type Listed = z.infer<typeof Listed>;

/** The closed list of what the log may say, with the words it is shown in. */
export const events = {
  asked: 'Asked for, and allowed by policy',
  drafted: 'Put in the calendar, without anyone invited',
  sealed: 'Safeguards written, read back and found as asked',
  invited: 'Invitations sent',
  confirmed: 'Invitations and safeguards read back again',
  'drifted after invitation': 'Safeguards no longer as asked after the invitation',
  'not arranged': 'Stopped before anyone was invited',
  'called off': 'Lobby shut and meeting cancelled, because the safeguards would not hold',
  'picked up': 'Picked up again after an interruption',
} as const;
export type EventName = keyof typeof events;

export const LogEntry = z.object({
  reference: Reference,
  /** 1, 2, 3 … within one meeting. */
  number: z.int().positive(),
  event: z.enum(Object.keys(events) as [EventName, ...EventName[]]),
  /** Who acted; `chaperone` when it acted by itself. */
  by: z.union([PersonId, z.literal('chaperone')]),
  at: z.iso.datetime(),
  /** A few words without names: which step, which settings. Empty when there is nothing to add. */
  detail: z.string().max(500),
  /** SHA-256 of the entry before it of the same meeting, hex; 64 zeros for the first. */
  before: z.string().length(64),
});
export type LogEntry = z.infer<typeof LogEntry>;
