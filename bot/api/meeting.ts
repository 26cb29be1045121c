import type { z } from 'zod';
import { agreementsView } from '../agreeing/agreements-view.ts';
import { recordsView } from '../checklist/records-view.ts';
import type { Caller } from '../identity/caller.ts';
import { isOfRoll, whoCame } from '../in-the-meeting/roll.ts';
import { Reference } from '../meetings/ask.ts';
import { dayOf } from '../register/access.ts';
import type { Entry } from '../register/entry.ts';
import { nameOf } from '../views/log-view.ts';
import { type MeetingDetail, meetingDetail, seesRecords } from '../views/meeting.ts';
import { isSafeguardings, readerOf } from '../views/rights.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forReader } from './door.ts';
import { refuse } from './refusals.ts';

/** One meeting, as the caller may read it. */

export const meetingRoute = (world: ApiWorld): ApiRoute => ({
  method: 'GET',
  path: '/api/meetings/:reference',
  handle: forReader(world, async (asked) => {
    const entry = await readable(world, asked);
    return entry ? shown(world, entry, asked.caller) : refuse('no such meeting');
  }),
});

/** The meeting that is asked for, when there is one and the caller may read it. */
export async function readable({ register }: ApiWorld, { caller, request }: Asked): Promise<Entry | null> {
  const reference = Reference.safeParse(request.params['reference']);
  if (!reference.success) return null;
  const stored = await register.find(reference.data);
  // One answer for "is not there" and "is not yours": the difference would tell a stranger that a meeting exists.
  return stored && readerOf(stored.entry, caller) ? stored.entry : null;
}

/** The meeting that something is to be done about, and what: whoever may not read it hears the same whatever they send. */
export async function about<T>(
  world: ApiWorld,
  asked: Asked,
  shape: z.ZodType<T>,
): Promise<{ readonly entry: Entry; readonly body: T } | ApiAnswer> {
  const entry = await readable(world, asked);
  if (!entry) return refuse('no such meeting');
  const body = shape.safeParse(asked.request.body);
  return body.success ? { entry, body: body.data } : refuse('wish unclear');
}

/** The meeting with everything that stands beside it in the register. */
export async function shown(world: ApiWorld, entry: Entry, caller: Caller): Promise<ApiAnswer> {
  const detail = await detailOf(world, entry, caller);
  return detail ? answer(detail) : refuse('no such meeting');
}

/** That it was read is kept before it is shown, or it is not shown. @returns `null` where the caller may not read it */
export async function detailOf(world: ApiWorld, entry: Entry, caller: Caller): Promise<MeetingDetail | null> {
  const { register, now } = world;
  const reader = readerOf(entry, caller);
  if (!reader) return null;
  const [log, statements] = await Promise.all([
    register.log(entry.reference),
    register.agreements(entry.reference),
    keepOpened(world, entry, caller),
  ]);
  const detail = meetingDetail(entry, log, { reader, caller, now: now() });
  const agreements = agreementsView(entry, statements);
  return { ...detail, ...agreements, ...(seesRecords(reader, caller) && (await recordsOf(world, entry))) };
}

async function recordsOf({ register, checklistOf }: ApiWorld, entry: Entry) {
  const [all, attendance] = await Promise.all([register.kept(entry.reference), register.attendance(entry)]);
  const kept = all.filter(({ line }) => !isOfRoll(line));
  const records = recordsView(entry, { lists: checklistOf(entry), kept, nameOf: (by) => nameOf(by, entry) });
  return { records, ...whoCame(entry, { attendance, kept: all }) };
}

/** Host and second adult as well: whoever asks who has looked wants everybody. Once a reader, meeting and London day. */
export async function keepOpened({ register, now }: ApiWorld, { ask, reference }: Entry, by: Caller): Promise<void> {
  if (!isSafeguardings({ ask })) return;
  const at = now();
  const id = `opened/${reference}/${by.id}/${dayOf(at)}`;
  const { id: byId, name } = by;
  await register.noteAccess({ id, event: 'opened', reference, by: { id: byId, name }, at, reason: '', detail: '' });
}
