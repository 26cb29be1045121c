import { Failure } from '../failure.ts';
import type { Caller } from '../identity/caller.ts';
import type { Reference } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import type { Entry, Outcome } from '../register/entry.ts';
import { type Version, versionOf } from '../register/version.ts';
import { maySayHeld, outcomeSaid, type SaidHeld, type WhyNotSaid } from './held.ts';

export type HeldSaid = { readonly entry: Entry } | { readonly entry?: never; readonly why: WhyNotSaid };

/** What saying it touches. */
export type Saying = {
  readonly register: Pick<World['register'], 'find' | 'write' | 'note'>;
  readonly people: Pick<World['people'], 'colleagues'> & { afresh(): Pick<World['people'], 'rolesOf'> };
  readonly now: World['now'];
};

const tries = 5;

/**
 * Somebody says whether a meeting took place. One conditional write of the row; of two who say otherwise the newer counts, and both
 * stand in the log.
 * @param caller whose roles are asked for afresh
 * @param seen the meeting as they saw it, where they saw it as a record
 * @throws Failure when the register or Entra cannot be asked; it may have been written then, and the same once more is still once
 */
export async function sayHeld(
  world: Saying,
  { reference, said, seen }: { readonly reference: Reference; readonly said: SaidHeld; readonly seen: Version | null },
  caller: Pick<Caller, 'id'>,
): Promise<HeldSaid> {
  const roles = await world.people.afresh().rolesOf(caller.id);
  const by = (await world.people.colleagues()).find(({ id }) => id === caller.id);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const row = await world.register.find(reference);
    if (row === null || by === undefined) return { why: 'no such meeting' };
    const { entry } = row;
    const may = maySayHeld(entry, { id: caller.id, roles }, world.now());
    if (!may.may) return { why: may.why };
    const outcome = outcomeSaid(entry.outcome, said, by, world.now());
    if (outcome === entry.outcome) {
      await recorded(reference, outcome, world);
      return { entry };
    }
    if (seen !== null && seen !== versionOf(entry)) return { why: 'changed meanwhile' };
    try {
      const written = await world.register.write(row, { outcome });
      await recorded(reference, outcome, world);
      return { entry: written.entry };
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'register changed') throw error;
    }
  }
  throw new Failure('register changed', 'the row was written by others again and again');
}

/** The reason stays in the row: the log is read by more people, and holds no words that somebody typed. */
async function recorded(reference: Reference, outcome: Outcome, { register }: Saying): Promise<void> {
  if (outcome.state === 'not said') return;
  const detail = outcome.state === 'held' ? `${outcome.minutes} minutes, ${outcome.at}` : outcome.at;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await register.note(reference, outcome.state, outcome.by.id, new Date(outcome.at), detail);
      return;
    } catch (error) {
      // The log grew meanwhile; the row has what counts.
      if (attempt === tries || !(error instanceof Failure) || error.kind !== 'register changed') throw error;
    }
  }
}
