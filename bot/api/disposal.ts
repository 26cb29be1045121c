import { z } from 'zod';
import { detailOf } from '../data-protection/detail.ts';
import { CertificateDetail, disposeSome, type Tried, tryDisposal } from '../data-protection/disposal.ts';
import { type DisposalWorld, MeetingClass, schoolYears } from '../data-protection/due.ts';
import { holdBack, holds } from '../data-protection/holds.ts';
import { Purpose, Reference } from '../meetings/ask.ts';
import { type Kind, kinds } from '../policy/kind.ts';
import { keepInWords } from '../policy/retention.ts';
import type { AccessRow } from '../register/access.ts';
import { canKeepBack } from '../views/rights.ts';
import { forProtector, notUnderstood } from './data-protection.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forCaller } from './door.ts';
import { refuse } from './refusals.ts';

/** How long meetings are kept, what may go, and taking it out of the register. */

export const disposalRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  {
    method: 'GET',
    path: '/api/data-protection/retention',
    handle: forProtector(world, async () => answer(await retentionView(world))),
  },
  {
    method: 'POST',
    path: '/api/data-protection/disposals',
    handle: forProtector(world, (asked) => tryIt(world, asked)),
  },
  {
    method: 'POST',
    path: '/api/data-protection/disposals/steps',
    handle: forProtector(world, (asked) => step(world, asked)),
  },
  {
    method: 'POST',
    path: '/api/data-protection/holds',
    handle: forCaller(world, async (asked) =>
      canKeepBack(asked.caller).may ? hold(world, asked) : refuse('not for data protection'),
    ),
  },
];

/** What is kept of a disposal. `left`: those of its set that stayed after all; absent while it is not done. */
export type DisposalView = {
  readonly id: string;
  readonly kind: Kind;
  readonly schoolYear: number;
  readonly count: number;
  readonly left?: number;
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly hash: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
};
export type HoldView = {
  readonly reference: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
};
export type RetentionView = {
  readonly classes: readonly { readonly kind: Kind; readonly kept: string }[];
  /** In which there are meetings, by their beginning, oldest first. */
  readonly schoolYears: readonly number[];
  readonly heldBack: readonly HoldView[];
  readonly unfinished: readonly DisposalView[];
  /** Newest first. */
  readonly certificates: readonly DisposalView[];
};

async function retentionView(world: ApiWorld): Promise<RetentionView> {
  const { register, school } = world;
  const [years, held, begun, done] = await Promise.all([
    schoolYears(world),
    holds(register),
    register.accessOf('disposal begun'),
    register.accessOf('disposed'),
  ]);
  const certificates = done.map(certificateView).toSorted((a, b) => b.at.localeCompare(a.at));
  const finished = new Set(certificates.map(({ id }) => id));
  return {
    classes: kinds.map((kind) => ({ kind, kept: keepInWords(school.retention[kind]) })),
    schoolYears: years,
    heldBack: [...held].map(([reference, { by, at, reason }]) => ({ reference, by: by.name, at, reason })),
    unfinished: begun.map(begunView).filter(({ id }) => !finished.has(id)),
    certificates,
  };
}

const Begun = CertificateDetail.omit({ left: true });

function begunView(row: AccessRow): DisposalView {
  const { by, at, reason } = row;
  return { ...detailOf(row, Begun), id: row.id.replace(/\/begun$/, ''), by: by.name, at, reason };
}

function certificateView(row: AccessRow): DisposalView {
  const { by, at, reason } = row;
  return { ...detailOf(row, CertificateDetail), id: row.id.replace(/\/done$/, ''), by: by.name, at, reason };
}

const disposalWorld = ({ register, school, now }: ApiWorld): DisposalWorld => ({
  register,
  retention: school.retention,
  now,
});

async function tryIt(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const asked = MeetingClass.safeParse(request.body);
  if (!asked.success) return notUnderstood(asked.error);
  const tried: Tried = await tryDisposal(disposalWorld(world), asked.data, caller);
  return answer(tried);
}

const Steps = z.strictObject({
  id: z.string().max(60),
  /** How many meetings would go, as typed. */
  count: z.int().nonnegative(),
  reason: Purpose,
});

const refusalFor = {
  'no such dry run': 'begin again',
  'wrong count': 'wrong count',
  'changed meanwhile': 'set changed',
} as const;

async function step(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const asked = Steps.safeParse(request.body);
  if (!asked.success) return notUnderstood(asked.error);
  const { id, count, reason } = asked.data;
  const came = await disposeSome(disposalWorld(world), id, { caller, count, reason });
  return came.is === 'under way' || came.is === 'done' ? answer(came) : refuse(refusalFor[came.is]);
}

const Hold = z.strictObject({ reference: Reference, keep: z.boolean(), reason: Purpose });

async function hold({ register, now }: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const asked = Hold.safeParse(request.body);
  if (!asked.success) return notUnderstood(asked.error);
  const came = await holdBack(register, { ...asked.data, caller, at: now() });
  if (came === 'no such meeting') return refuse('no such meeting');
  return came === 'too late' ? refuse('kept back too late') : answer({ kept: asked.data.keep });
}
