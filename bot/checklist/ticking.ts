import { checklist as words } from '../cards/words/checklist.ts';
import { Failure } from '../failure.ts';
import type { PersonId, Reference } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import type { Entry } from '../register/entry.ts';
import { type Answer, type Kept, type LineName, type MeetingMoment, standing } from '../register/kept.ts';
import type { Checklist } from './moments.ts';

/** Ticks of a checklist as they are made one by one while people talk; the chat's card saves a whole moment at once. */

export type Tick = { readonly line: LineName; readonly ticked: boolean };
export type Ticking = { readonly moment: MeetingMoment; readonly ticks: readonly Tick[]; readonly by: PersonId };

type Around = Pick<World, 'register' | 'now'> & { readonly checklistOf: (entry: Entry) => Checklist };

/**
 * Keeps ticks of one moment, in the same rows as the chat's card.
 * @returns false when one of them is no tick of this meeting at this moment; nothing is kept then
 * @throws Failure of a `register …` kind
 */
export async function tick(entry: Entry, { moment, ticks, by }: Ticking, world: Around): Promise<boolean> {
  const { register, now } = world;
  const lines = world.checklistOf(entry)[moment].todo.filter(({ keeps }) => keeps === 'tick');
  const answers = ticks.map(({ line, ticked }): Answer | null => {
    const found = lines.find(({ name }) => name === line);
    if (found === undefined) return null;
    return { line, moment, asked: `${words.ask[found.of]}${found.says}`, answer: ticked ? 'yes' : '' };
  });
  if (answers.some((answer) => answer === null)) return false;
  const kept = await register.keep(
    entry.reference,
    answers.filter((answer) => answer !== null),
    by,
    now(),
  );
  const stands = standing(kept);
  // Each row carries who and when; the log says it once, when all are there.
  if (lines.every(({ name }) => stands.has(name)))
    await notedOnce(entry.reference, { detail: keptDetail(moment, lines.length, kept), by }, world);
  return true;
}

/** In words that only this state of the records gives, so that a second tap is no second event. */
export const keptDetail = (moment: MeetingMoment, answered: number, kept: readonly Kept[]): string =>
  `${moment}: ${answered} answered, ${kept.length} kept in all`;

const tries = 3;

/** @throws Failure of a `register …` kind */
export async function notedOnce(
  reference: Reference,
  { detail, by }: { readonly detail: string; readonly by: PersonId },
  { register, now }: Pick<World, 'register' | 'now'>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await register.note(reference, 'checklist kept', by, now(), detail);
      return;
    } catch (error) {
      const grew = error instanceof Failure && error.kind === 'register changed';
      if (!grew || attempt === tries) throw error;
    }
  }
}
