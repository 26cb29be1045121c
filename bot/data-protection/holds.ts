import { randomUUID } from 'node:crypto';
import type { Caller } from '../identity/caller.ts';
import type { Reference } from '../meetings/ask.ts';
import type { AccessRow } from '../register/access.ts';
import type { Register } from '../register/register.ts';

/**
 * Meetings that are kept back from disposal: an inquiry, a complaint, a request that is being answered. Who keeps one back, and why, is a
 * row of the list Access and not a column of the meeting: it must stay readable who let it go again, whoever may keep a meeting back need
 * not be able to write to it, and its own row would change under somebody who is at work on the meeting. The newest row counts.
 */

/** @param rows of one meeting, oldest first */
export function isKeptBack(rows: readonly AccessRow[]): boolean {
  return rows.filter(({ event }) => event === 'kept back' || event === 'let go').at(-1)?.event === 'kept back';
}

/** Of each meeting that is kept back now the row that says so. */
export async function holds(register: Register): Promise<ReadonlyMap<Reference, AccessRow>> {
  const [kept, letGo] = await Promise.all([register.accessOf('kept back'), register.accessOf('let go')]);
  const newest = new Map<Reference, AccessRow>();
  for (const row of [...kept, ...letGo])
    if (row.reference !== null && row.number > (newest.get(row.reference)?.number ?? 0)) newest.set(row.reference, row);
  return new Map([...newest].filter(([, { event }]) => event === 'kept back'));
}

export type Holding = {
  readonly reference: Reference;
  /** `false`: no longer. */
  readonly keep: boolean;
  readonly reason: string;
  readonly caller: Caller;
  readonly at: Date;
};

/**
 * Keeps a meeting back from disposal, or lets it go again; twice is once.
 * @returns `too late` when it was being disposed of at that moment: whoever disposes looks for a hold after the row says so, and this looks
 * at the row after the hold stands, so that never both go on
 */
export async function holdBack(register: Register, holding: Holding): Promise<'done' | 'no such meeting' | 'too late'> {
  const { reference, keep, reason, caller, at } = holding;
  const isThere = async () => {
    const { meetings, unreadable } = await register.oldMeetingsAmong([reference]);
    return { any: meetings.length + unreadable > 0, goes: meetings.some(({ disposal }) => disposal !== null) };
  };
  if (!(await isThere()).any) return 'no such meeting';
  if (isKeptBack(await register.accessTo(reference)) === keep) return 'done';
  const { id: byId, name } = caller;
  const event = keep ? 'kept back' : 'let go';
  await register.noteAccess({ id: randomUUID(), event, reference, by: { id: byId, name }, at, reason, detail: '' });
  const after = await isThere();
  return keep && (after.goes || !after.any) ? 'too late' : 'done';
}
