import { z } from 'zod';
import { notChanged } from '../cards/words/changing.ts';
import type { Changed } from '../changing/changing.ts';
import { readWish } from '../changing/read-wish.ts';
import { Wanted } from '../changing/wanted.ts';
import type { Wish } from '../changing/wish.ts';
import { nothingAnswered } from '../conversation/answered.ts';
import type { Caller } from '../identity/caller.ts';
import { confirmations, waysOfChecking } from '../meetings/ask.ts';
import type { Entry } from '../register/entry.ts';
import { Version, versionOf } from '../register/version.ts';
import { cancelView, changeView } from '../views/change-view.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forReader } from './door.ts';
import { about, detailOf, keepOpened } from './meeting.ts';
import { refuse } from './refusals.ts';

/** A meeting that stands, changed or cancelled from the tab: first what it leads to, then the act, with the wish and the ticks again. */

export const changeRoutes = (world: ApiWorld): readonly ApiRoute[] => {
  const route = (path: string, handle: typeof review): ApiRoute => ({
    method: 'POST',
    path: `/api/meetings/:reference/${path}`,
    handle: forReader(world, (asked) => handle(world, asked)),
  });
  return [
    route('changes/review', review),
    route('changes', change),
    route('cancel/review', reviewCancel),
    route('cancel', cancel),
  ];
};

const Answered = z.strictObject({
  ticked: z.array(z.enum(confirmations)).max(confirmations.length),
  checked: z.enum(waysOfChecking).nullable(),
});
const ToReview = z.strictObject({ version: Version, wanted: Wanted });
const ToChange = ToReview.extend({ answered: Answered });
const ToCancel = z.strictObject({ version: Version });

/** `follow`: which meeting to look at from now on; of a change made anew the one that takes its place. */
export type ActAnswer = { readonly follow: string };

/** What it leads to; nothing is done. */
async function review(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const found = await about(world, asked, ToReview);
  if ('status' in found) return found;
  const { entry, body } = found;
  const read = await wishOf(world, entry, body.wanted);
  if ('status' in read) return read;
  const { changing, calendarsThen } = world.acts;
  const wishing = { reference: entry.reference, wish: read.wish, answered: nothingAnswered, seen: body.version };
  const reviewed = await changing.review(wishing, asked.caller.id);
  if (!reviewed.done) return notDone(world, { ...reviewed, seen: body.version }, asked.caller);
  const [calendars] = await Promise.all([
    calendarsThen({ to: read.wish.to, before: reviewed.entry.ask, after: reviewed.wished.ask }),
    keepOpened(world, reviewed.entry, asked.caller),
  ]);
  return answer(changeView(reviewed, { wish: read.wish, wanted: body.wanted, calendars }));
}

/** Written to the register when it answers, and carried on after it. */
async function change(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const found = await about(world, asked, ToChange);
  if ('status' in found) return found;
  const { entry, body } = found;
  const read = await wishOf(world, entry, body.wanted);
  if ('status' in read) return read;
  const wishing = { reference: entry.reference, wish: read.wish, answered: body.answered, seen: body.version };
  const made = await world.acts.changing.change(wishing, asked.caller.id);
  return made.done ? followed(made) : notDone(world, { ...made, seen: body.version }, asked.caller);
}

async function reviewCancel(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const found = await about(world, asked, ToCancel);
  if ('status' in found) return found;
  const meeting = await world.acts.changing.meeting(found.entry.reference, asked.caller.id, 'cancel');
  if (!meeting.done) return notDone(world, { ...meeting, seen: found.body.version }, asked.caller);
  return found.body.version === versionOf(meeting.entry)
    ? answer(cancelView(meeting.entry))
    : changedMeanwhile(world, meeting.entry, asked.caller);
}

async function cancel(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const found = await about(world, asked, ToCancel);
  if ('status' in found) return found;
  const { entry, body } = found;
  const cancelled = await world.acts.changing.cancel(entry.reference, asked.caller.id, body.version);
  return cancelled.done ? followed(cancelled) : notDone(world, { ...cancelled, seen: body.version }, asked.caller);
}

/** The wish as it is meant of this meeting, or what is wrong with it. */
async function wishOf(world: ApiWorld, { ask }: Entry, wanted: Wanted): Promise<{ readonly wish: Wish } | ApiAnswer> {
  const { colleagues, schoolDomains } = world.acts;
  const read = readWish(wanted, ask, { colleagues: await colleagues(), schoolDomains }, world.now());
  return read.ok ? { wish: read.wish } : refuse('wish unclear', read.fault);
}

const followed = ({ row }: Extract<Changed, { done: true }>): ApiAnswer => {
  const view: ActAnswer = { follow: row.entry.reference };
  return answer(view);
};

type NotDone = Extract<Changed, { done: false }> & { readonly seen: Version };

/** Why not; where the meeting is no more as it was seen, that comes first, whatever else stands in the way of it now. */
async function notDone(world: ApiWorld, { why, entry, seen }: NotDone, caller: Caller) {
  if (entry !== null && versionOf(entry) !== seen) return changedMeanwhile(world, entry, caller);
  if (why === 'questions open') return refuse('questions open');
  if (why === 'refused') return refuse('policy refuses');
  return refuse('not changed', notChanged[why === 'no such meeting' ? 'not yours to change' : why]);
}

/** With the meeting as it stands now, so that whoever typed can hold theirs against it. */
export async function changedMeanwhile(world: ApiWorld, entry: Entry, caller: Caller): Promise<ApiAnswer> {
  const theirs = await detailOf(world, entry, caller);
  if (theirs === null) return refuse('no such meeting');
  const { status, body } = refuse('changed meanwhile');
  return { status, body: { ...body, theirs } };
}
