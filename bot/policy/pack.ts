import { z } from 'zod';
import { confirmations } from '../meetings/ask.ts';
import { Condition } from './condition.ts';
import { approvers, Safeguards } from './decision.ts';
import { type Kind, kinds } from './kind.ts';

/**
 * A school's policy as data: what a pack file may say. Named predicates and sentences, no expressions.
 * Whatever a clause asks is one of: a rule, a prompt with a record, a line for those who join, a line of the host's checklist,
 * advice at a moment, a check of the tenant, or not applicable here, with the reason.
 */

export const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'words in lower case with hyphens');
export const ClauseId = z.string().regex(/^[a-z0-9]+-\d{2}$/, 'a clause number such as 000-25');
export type ClauseId = z.infer<typeof ClauseId>;

/** What may stand in braces in a sentence; filled in when it is shown. */
export const blanks = [
  'school',
  'host',
  'secondAdult',
  'day',
  'time',
  'lockTime',
  'minutes',
  'reference',
  'tool',
] as const;
/** What stands in braces in a sentence, each as often as it does; a brace without a fellow counts. */
export const blanksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w*)\}?/g)].map(([, name = '']) => name);
const Sentence = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine(
    (text) => blanksIn(text).every((name) => blanks.some((blank) => blank === name)),
    `only these may stand in braces: ${blanks.join(', ')}`,
  );

const Kinds = z.union([z.literal('every kind'), z.array(z.enum(kinds)).min(1)]);
const line = { id: Id, clauses: z.array(ClauseId).min(1), kinds: Kinds };

const rule = {
  ...line,
  /** How binding the source is: `must` is set aside by SLT alone, `may` by anyone who keeps the settings. */
  force: z.enum(['must', 'should', 'may']),
  when: Condition,
  /** What the person reads, beside the clause. */
  says: Sentence,
};
/** An urgent welfare meeting may go on without it; it is looked at afterwards. Only for notice and prior authorisation. */
const yieldsToUrgency = z.boolean().default(false);

export const Rule = z.discriminatedUnion('verdict', [
  /** `told`: the host reads its sentence on the review, whatever comes of the request. */
  z.strictObject({
    ...rule,
    verdict: z.literal('allow'),
    sets: Safeguards.partial().default({}),
    told: z.boolean().default(false),
  }),
  z.strictObject({ ...rule, verdict: z.literal('authorise'), by: z.enum(approvers), yieldsToUrgency }),
  z.strictObject({ ...rule, verdict: z.literal('ask'), asks: z.enum(confirmations) }),
  /** `instead`: what would be allowed. */
  z.strictObject({ ...rule, verdict: z.literal('refuse'), instead: Sentence, yieldsToUrgency }),
]);
export type Rule = z.infer<typeof Rule>;

/** The kinds of meeting that a rule or a line speaks of. */
export const kindsOf = ({ kinds: named }: { readonly kinds: z.infer<typeof Kinds> }): readonly Kind[] =>
  named === 'every kind' ? kinds : named;
export const isAlways = ({ when }: Rule): boolean => when.is === 'always';
/** `pack/rule`: how decisions, waivers and the register name a rule. */
export const nameOf = (pack: { readonly id: string }, rule: { readonly id: string }): string => `${pack.id}/${rule.id}`;

export const moments = ['setting up', 'arranging', 'before', 'start', 'during', 'after', 'yearly'] as const;

/** Who is asked, and what is kept of the answer. */
export const asked = [
  'host',
  'family',
  'guest',
  'approver',
  'safeguarding lead',
  'data protection officer',
  'ict',
] as const;
export const keepable = ['tick', 'name', 'date', 'time', 'list', 'reference'] as const;
export type Keepable = (typeof keepable)[number];

/** The parts of an invitation, in the order they are read. */
export const parts = [
  'what it is',
  'who is who',
  'before you join',
  'joining',
  'how to speak',
  'how to appear',
  'how to take part',
  'leaving',
  'if the call drops',
  'respect',
  'worries',
  'recording',
  'your choice',
  'privacy',
] as const;

/**
 * What several packs speak of in nearly the same words, in the order it is read. Of the lines about one matter a guest reads those of
 * one pack (lines.ts); a line that says what no other pack does is about none of them, and is always read.
 */
export const matters = [
  'what and when',
  'who leads',
  'getting Teams',
  'room',
  'background',
  'adult with the child',
  'whom we write to',
  'coming in',
  'passcode',
  'name',
  'if the call drops',
  'speaking',
  'camera',
  'staff may mute',
  'dress',
  'showing',
  'leaving',
  'respect',
  'worries',
  'recording',
  'your yes',
  'other ways',
  'keeping the link',
] as const;
export type Matter = (typeof matters)[number];

/** The same for hosts: what several packs have them tick, or advise, in nearly the same words. */
export const tasks = [
  'background',
  'dress',
  'who is let in',
  'locking',
  'worries passed on',
  'what went wrong',
] as const;
const hostLine = {
  ...line,
  moment: z.enum(moments),
  about: z.enum(tasks).nullable().default(null),
  /** Asks more than what other packs say about the same. */
  strictest: z.boolean().default(false),
  says: Sentence,
};

export const Pack = z.strictObject({
  id: Id,
  title: z.string().min(1),
  /** Year and month of our reading of the source, e.g. `2026-11`. */
  version: z.string().regex(/^\d{4}-\d{2}$/),
  reviewDue: z.iso.date(),
  /** A pack this one adds to, if any. It may only tighten. */
  basedOn: Id.nullable().default(null),
  /** Minutes after the start from which the lobby is meant to let nobody new in; `null` where the pack does not say. */
  lockAfterMinutes: z.int().nonnegative().nullable(),
  rules: z.array(Rule).min(1),
  /** Asked of somebody, and the answer kept. */
  prompts: z.array(
    z.strictObject({
      ...line,
      moment: z.enum(moments),
      of: z.enum(asked),
      keeps: z.enum(keepable),
      says: Sentence,
    }),
  ),
  /** Read by those who join, in the invitation. */
  joining: z.array(
    z.strictObject({
      ...line,
      part: z.enum(parts),
      about: z.enum(matters).nullable().default(null),
      /** Asks more than what other packs say about the same matter, e.g. to stay in the room where they say in the building. */
      strictest: z.boolean().default(false),
      says: Sentence,
    }),
  ),
  /** Ticked by the host. */
  checklist: z.array(z.strictObject(hostLine)),
  advice: z.array(z.strictObject(hostLine)),
  /** Settings of the tenant that are looked at and reported, never changed. */
  tenant: z.array(
    z.strictObject({
      id: Id,
      clauses: z.array(ClauseId).min(1),
      check: z.enum([
        'students cannot schedule',
        'multi-factor sign-in',
        'managed devices only',
        'anonymous join',
        'account privacy',
        'data region',
        'organiser meeting policy',
      ]),
      says: Sentence,
    }),
  ),
  notHere: z.array(z.strictObject({ clauses: z.array(ClauseId).min(1), why: Sentence })),
});
export type Pack = z.infer<typeof Pack>;
