import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../identity/caller.ts';
import { Reference } from '../meetings/ask.ts';
import type { Access, AccessRow } from '../register/access.ts';
import type { OldMeeting } from '../register/old-meetings.ts';
import { detailOf } from './detail.ts';
import {
  type DisposalWorld,
  dueOf,
  hashOf,
  heldNow,
  type Line,
  largestSet,
  lineOf,
  MeetingClass,
  type StayingLine,
} from './due.ts';
import { isKeptBack } from './holds.ts';
import { type Stays, whyStays } from './may-go.ts';

/**
 * Meetings leave the register in two acts of a person. First what would go is worked out and written down under an id (a dry run);
 * then exactly that set is disposed of, in steps of a few seconds that may be broken off and repeated anywhere: what is left to do is
 * what of the set still stands in the register. At the end a certificate stays.
 */

const stepMilliseconds = 4_000;

/** What the row of a dry run holds: the set, whole. */
const TriedDetail = z.object({
  ...MeetingClass.shape,
  references: z.array(Reference).max(largestSet),
  hash: z.string().length(64),
  oldest: z.iso.datetime().nullable(),
  newest: z.iso.datetime().nullable(),
});
type TriedDetail = z.infer<typeof TriedDetail>;

/** What the certificate holds. `left`: how many of the set stayed after all. */
export const CertificateDetail = z.object({
  ...MeetingClass.shape,
  count: z.int().nonnegative(),
  left: z.int().nonnegative(),
  oldest: z.iso.datetime().nullable(),
  newest: z.iso.datetime().nullable(),
  hash: z.string().length(64),
});

export type Tried = MeetingClass & {
  readonly id: string;
  readonly meetings: readonly Line[];
  /** Of the same class and past their time, and yet not to go. */
  readonly staying: readonly StayingLine[];
  /** Rows that nobody can judge: they stay. */
  readonly unreadable: number;
  /** There are more of this class than a set holds. */
  readonly more: boolean;
};

/** Works out what would go, and writes down that it was asked, with the set. A class of which nothing would go leaves no row. */
export async function tryDisposal(world: DisposalWorld, of: MeetingClass, caller: Caller): Promise<Tried> {
  const found = await dueOf(world, of);
  const id = `DIS-${randomUUID()}`;
  const references = found.meetings.map(({ reference }) => reference);
  if (references.length === 0) return { ...of, id, ...found };
  const detail: TriedDetail = { ...of, references, hash: hashOf(references), ...spanOf(found.meetings) };
  await keep(world, { id, event: 'disposal tried', caller, reason: '', detail });
  return { ...of, id, ...found };
}

export type Step =
  | { readonly is: 'no such dry run' | 'wrong count' | 'changed meanwhile' }
  | {
      readonly is: 'under way' | 'done';
      readonly of: number;
      readonly gone: number;
      /** Of the set, those that stay after all. */
      readonly staying: readonly StayingLine[];
    };

/**
 * Begins a disposal, or goes on with one.
 * @param said `count`: how many meetings the person says there are; `reason`: why, kept with the beginning
 */
export async function disposeSome(world: DisposalWorld, id: string, said: Said): Promise<Step> {
  const { register } = world;
  const tried = await register.findAccess(id);
  if (tried?.event !== 'disposal tried') return { is: 'no such dry run' };
  const set = detailOf(tried, TriedDetail);
  if (said.count !== set.references.length || said.count === 0) return { is: 'wrong count' };
  const certified = await register.findAccess(`${id}/done`);
  if (certified) return doneAs(set, detailOf(certified, CertificateDetail));
  const began = (await register.findAccess(`${id}/begun`)) ?? (await begin(world, id, set, said));
  return typeof began === 'string' ? { is: began } : goOn(world, began, id, set);
}

type Said = { readonly caller: Caller; readonly count: number; readonly reason: string };

/** From here on the set is only ever made smaller, by us or by what has changed about a meeting since. */
async function begin(world: DisposalWorld, id: string, set: TriedDetail, { caller, reason }: Said) {
  const now = (await dueOf(world, set)).meetings.map(({ reference }) => reference);
  if (hashOf(now) !== set.hash) return 'changed meanwhile';
  const { references, ...detail } = set;
  const count = references.length;
  return keep(world, { id: `${id}/begun`, event: 'disposal begun', caller, reason, detail: { ...detail, count } });
}

/** @param set with who began it and why */
async function goOn(world: DisposalWorld, began: AccessRow, id: string, set: TriedDetail): Promise<Step> {
  const { register, retention, now } = world;
  const of = set.references.length;
  const { meetings, unreadable } = await register.oldMeetingsAmong(set.references);
  const held = await heldNow(register);
  const staying: StayingLine[] = [];
  const until = Date.now() + stepMilliseconds;
  let [gone, again] = [of - meetings.length - unreadable, 0];
  for (const meeting of meetings) {
    const came = whyStays(meeting, { retention, held, now: now() }) ?? (await takeOut(world, meeting, id));
    if (came === 'gone') gone += 1;
    else if (came === 'changed') again += 1;
    else staying.push({ ...lineOf(meeting), why: came });
    if (Date.now() > until) break;
  }
  if (again > 0 || gone + staying.length + unreadable < of) return { is: 'under way', of, gone, staying };
  await certify(world, began, { id, set, gone, staying });
  return { is: 'done', of, gone, staying };
}

async function takeOut(
  { register }: DisposalWorld,
  { reference }: OldMeeting,
  id: string,
): Promise<Stays | 'gone' | 'changed'> {
  return register.takeOut(reference, id, async () => isKeptBack(await register.accessTo(reference)));
}

/** What stays of a disposal for good: how many, from when to when, who, why, and a hash by which a list can be held against it. */
async function certify(
  { register, now }: DisposalWorld,
  { by, reason }: AccessRow,
  { id, set, gone, staying }: { id: string; set: TriedDetail; gone: number; staying: readonly StayingLine[] },
): Promise<void> {
  const stayed = new Set<string>(staying.map(({ reference }) => reference));
  const { kind, schoolYear, oldest, newest } = set;
  const hash = hashOf(set.references.filter((reference) => !stayed.has(reference)));
  const detail = { kind, schoolYear, count: gone, left: set.references.length - gone, oldest, newest, hash };
  const access = { id: `${id}/done`, event: 'disposed', reference: null, by, reason } as const;
  await register.noteAccess({ ...access, at: now(), detail: JSON.stringify(detail) });
}

function doneAs(set: TriedDetail, { count }: z.infer<typeof CertificateDetail>): Step {
  return { is: 'done', of: set.references.length, gone: count, staying: [] };
}

const spanOf = (meetings: readonly Line[]) => ({
  oldest: meetings[0]?.start ?? null,
  newest: meetings.at(-1)?.start ?? null,
});

async function keep(
  { register, now }: DisposalWorld,
  { caller, detail, ...did }: Pick<Access, 'id' | 'event' | 'reason'> & { caller: Caller; detail: object },
): Promise<AccessRow> {
  const by = { id: caller.id, name: caller.name };
  return register.noteAccess({ ...did, by, reference: null, at: now(), detail: JSON.stringify(detail) });
}
