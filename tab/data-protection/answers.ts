import * as z from 'zod/mini';
import type { AccessPageView } from '../../bot/api/access.ts';
import type { BundlePartsView, BundleView, SearchView } from '../../bot/api/data-protection.ts';
import type { RetentionView } from '../../bot/api/disposal.ts';
import type { BundledMeeting } from '../../bot/data-protection/bundle.ts';
import type { Step, Tried } from '../../bot/data-protection/disposal.ts';
import type { Found, FoundPerson, SubjectView } from '../../bot/data-protection/people-search.ts';
import type { Kind } from '../../bot/policy/kind.ts';
import { summary } from '../asking/answers.ts';
import type { Answer, Ask } from '../asking/ask.ts';
import { kindNames } from '../words/words.ts';

/** What the page Data protection asks of the server, and what comes back. */

// Object.keys forgets the literal names, and the enum needs at least one.
const kind = z.enum(Object.keys(kindNames) as [Kind, ...Kind[]]);
const at = z.iso.datetime();
const { reference, status } = summary;

const subject: z.ZodMiniType<SubjectView> = z.union([
  z.object({ is: z.literal('guest'), address: z.string() }),
  z.object({ is: z.literal('child'), initials: z.string(), year: z.nullable(z.string()) }),
  z.object({ is: z.literal('colleague'), id: z.string() }),
]);
const person: z.ZodMiniType<FoundPerson> = z.object({
  subject,
  name: z.string(),
  as: z.array(z.string()),
  places: z.array(
    z.object({
      list: z.enum(['Guests', 'Agreements', 'Meetings']),
      rows: z.number(),
      from: z.string(),
      to: z.string(),
    }),
  ),
  meetings: z.array(z.object({ reference, at: z.string() })),
});
const found = { people: z.array(person), more: z.boolean() };
const FoundShape: z.ZodMiniType<Found> = z.object(found);
const SearchShape: z.ZodMiniType<SearchView> = z.object({
  ...found,
  search: z.string(),
  schoolYears: z.array(z.number()),
});

/** Who is looked for, as the form has it; the server holds it to its own limits. */
export type Wanted =
  | { readonly by: 'name'; readonly begins: string }
  | { readonly by: 'address'; readonly address: string }
  | { readonly by: 'initials'; readonly initials: string; readonly year: string | null };

export const searchFor = (ask: Ask, about: Wanted, reason: string): Promise<Answer<SearchView>> =>
  ask.postIdempotent('/api/data-protection/searches', { about, reason }, SearchShape);

export const searchYear = (
  ask: Ask,
  { search, about, schoolYear }: { search: string; about: Wanted; schoolYear: number },
): Promise<Answer<Found>> =>
  ask.postIdempotent('/api/data-protection/searches/years', { search, about, schoolYear }, FoundShape);

const says = z.array(z.union([z.string(), z.object({ key: z.string(), text: z.string() })]));
const piece = z.object({ label: z.string(), at: z.exactOptional(at), says, isFree: z.boolean() });
const meeting: z.ZodMiniType<BundledMeeting> = z.object({
  reference,
  title: z.string(),
  start: at,
  named: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      as: z.enum(['colleague', 'guest', 'child']),
      isSubject: z.boolean(),
    }),
  ),
  parts: z.array(z.object({ title: z.string(), pieces: z.array(piece) })),
});
const PartsShape: z.ZodMiniType<BundlePartsView> = z.object({
  meetings: z.array(meeting),
  unreadable: z.array(z.string()),
  others: z.array(z.string()),
});
const BundleShape: z.ZodMiniType<BundleView> = z.object({ bundle: z.string() });
const KeptShape = z.object({ kept: z.boolean() });

type Bundling = { readonly subject: SubjectView; readonly references: readonly string[] };

export const beginBundle = (ask: Ask, bundling: Bundling & { readonly reason: string }): Promise<Answer<BundleView>> =>
  ask.postIdempotent('/api/data-protection/bundles', bundling, BundleShape);

export const bundleParts = (
  ask: Ask,
  bundling: Bundling & { readonly bundle: string },
): Promise<Answer<BundlePartsView>> => ask.postIdempotent('/api/data-protection/bundles/parts', bundling, PartsShape);

export type BundleCounts = {
  readonly bundle: string;
  readonly meetings: number;
  readonly leftOut: number;
  readonly peopleTakenOut: number;
  readonly textsEdited: number;
};
export const bundleMade = (ask: Ask, counts: BundleCounts) =>
  ask.postIdempotent('/api/data-protection/bundles/made', counts, KeptShape);

const nullable = z.nullable(at);
const disposal = z.object({
  id: z.string(),
  kind,
  schoolYear: z.number(),
  count: z.number(),
  left: z.exactOptional(z.number()),
  oldest: nullable,
  newest: nullable,
  hash: z.string(),
  by: z.string(),
  at,
  reason: z.string(),
});
const RetentionShape: z.ZodMiniType<RetentionView> = z.object({
  classes: z.array(z.object({ kind, kept: z.string() })),
  schoolYears: z.array(z.number()),
  heldBack: z.array(z.object({ reference, by: z.string(), at, reason: z.string() })),
  unfinished: z.array(disposal),
  certificates: z.array(disposal),
});

const line = { reference, start: at, status };
const whys = [
  'not over',
  'time not over',
  'kept back',
  'under way',
  'review open',
  'aftercare due',
  'recording',
] as const;
const staying = z.array(z.object({ ...line, why: z.enum(whys) }));
const TriedShape: z.ZodMiniType<Tried> = z.object({
  id: z.string(),
  kind,
  schoolYear: z.number(),
  meetings: z.array(z.object(line)),
  staying,
  unreadable: z.number(),
  more: z.boolean(),
});
/** A step that was taken; what was not taken comes as trouble. */
export type Taken = Extract<Step, { is: 'under way' | 'done' }>;
const TakenShape: z.ZodMiniType<Taken> = z.object({
  is: z.enum(['under way', 'done']),
  of: z.number(),
  gone: z.number(),
  staying,
});

export const retention = (ask: Ask, signal: AbortSignal): Promise<Answer<RetentionView>> =>
  ask.get('/api/data-protection/retention', RetentionShape, signal);

export const tryDisposal = (
  ask: Ask,
  of: { readonly kind: Kind; readonly schoolYear: number },
): Promise<Answer<Tried>> => ask.postIdempotent('/api/data-protection/disposals', of, TriedShape);

export const disposeSome = (
  ask: Ask,
  step: { readonly id: string; readonly count: number; readonly reason: string },
): Promise<Answer<Taken>> => ask.postIdempotent('/api/data-protection/disposals/steps', step, TakenShape);

export const holdBack = (
  ask: Ask,
  hold: { readonly reference: string; readonly keep: boolean; readonly reason: string },
) => ask.postIdempotent('/api/data-protection/holds', hold, KeptShape);

const AccessShape: z.ZodMiniType<AccessPageView> = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      says: z.string(),
      reference: z.nullable(z.string()),
      by: z.string(),
      byId: z.string(),
      at,
      reason: z.string(),
    }),
  ),
  next: z.nullable(z.string()),
});

export const whoLooked = (
  ask: Ask,
  of: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Answer<AccessPageView>> =>
  ask.get(`/api/data-protection/access?${new URLSearchParams(of).toString()}`, AccessShape, signal);
