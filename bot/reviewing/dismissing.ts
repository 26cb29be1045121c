import { Failure } from '../failure.ts';
import type { Caller } from '../identity/caller.ts';
import type { Reference } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import type { Entry } from '../register/entry.ts';
import { shown, statusAfter } from './look-at-facts.ts';
import { dismissed, keyOf, mayDismiss, type WhyNotDismissed } from './reasons.ts';

const tries = 5;

export type Dismissed = { readonly entry: Entry } | { readonly entry?: never; readonly why: WhyNotDismissed };

/**
 * A reviewer says why a meeting may stand all the same. One conditional write of the row, so of two at once one counts.
 * @param caller whose roles are asked for afresh
 * @param said the reasons as they were shown, and the sentence
 * @throws Failure when the register or Entra cannot be asked; nothing was written then
 */
export async function dismiss(
  world: World,
  reference: Reference,
  caller: Pick<Caller, 'id'>,
  said: { readonly shown: readonly string[]; readonly words: string },
): Promise<Dismissed> {
  const roles = await world.people.afresh().rolesOf(caller.id);
  const by = (await world.people.colleagues()).find(({ id }) => id === caller.id);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const row = await world.register.find(reference);
    if (row === null || by === undefined) return { why: 'no such meeting' };
    const { entry } = row;
    const may = mayDismiss(entry, { id: caller.id, name: by.name, roles }, said.shown);
    if (!may.may) return may.why === 'nothing to dismiss' && entry.review ? { entry } : { why: may.why };
    if (entry.review === null) return { why: 'nothing to dismiss' };
    const review = dismissed(entry.review, may.reasons, { by, at: world.now(), words: said.words });
    try {
      const written = await world.register.write(row, { review, status: statusAfter({ ...entry, review }) });
      await recorded(written.entry, may.reasons.map(keyOf), by.id, world);
      await shown(written.entry, world);
      return { entry: written.entry };
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'register changed') throw error;
    }
  }
  throw new Failure('register changed', 'the row was written by others again and again');
}

async function recorded(entry: Entry, keys: readonly string[], by: Caller['id'], { register, now }: World) {
  for (const key of keys) {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      try {
        await register.note(entry.reference, 'reviewed', by, now(), `dismissed: ${key}`);
        break;
      } catch (error) {
        // The log grew meanwhile; the row has what counts.
        if (attempt === tries || !(error instanceof Failure) || error.kind !== 'register changed') throw error;
      }
    }
  }
}
