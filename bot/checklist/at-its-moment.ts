import type { World } from '../meetings/world.ts';
import { type Entry, moment as instant, type Stored, stands } from '../register/entry.ts';
import type { Register } from '../register/register.ts';
import { checklistOf } from './meeting-checklist.ts';
import { endOf, momentNow, startMoment } from './moments.ts';

/**
 * The checklist comes to the host unasked, once each: as people come to the door, and when the meeting is over. What is to be seen to
 * before it can wait until the host looks.
 */

const day = 24 * 3_600_000;

/** When to look again on account of the checklist. Pure. @returns UTC; `null` when nothing of it is due any more */
export function checklistDue(entry: Pick<Entry, 'status' | 'ask'>, now: Date): string | null {
  if (!stands(entry)) return null;
  const next = [startMoment(entry), endOf(entry)].find((at) => at > now.getTime());
  return next === undefined ? null : instant(new Date(next));
}

type Around = Pick<World, 'notices' | 'policy' | 'school' | 'now'> & {
  readonly register: Pick<Register, 'log' | 'note' | 'kept'>;
};

/** @param row of a meeting that stands. Rejects when the host could not be told just now and it is worth trying again */
export async function showAtItsMoment({ entry }: Pick<Stored, 'entry'>, world: Around): Promise<void> {
  // Nobody gets in just now, and the host hears of that.
  if (entry.status === 'on hold') return;
  const now = world.now();
  const moment = momentNow(entry, now);
  // After a day without a server nobody is helped by a card about yesterday; the checklist is there to be asked for.
  if ((moment !== 'start' && moment !== 'after') || now.getTime() > endOf(entry) + day) return;
  if (checklistOf(entry, world)[moment].todo.length === 0) return;
  const { register } = world;
  const log = await register.log(entry.reference);
  if (log.some(({ event, detail }) => event === 'checklist shown' && detail === moment)) return;
  await world.notices.checklist(entry, moment, await register.kept(entry.reference));
  await register.note(entry.reference, 'checklist shown', 'chaperone', now, moment);
}
