import { setTimeout as wait } from 'node:timers/promises';
import { concernCard } from '../cards/concern-card.ts';
import { startMoment } from '../checklist/moments.ts';
import { Failure } from '../failure.ts';
import type { Caller, Role } from '../identity/caller.ts';
import type { Colleague, Reference } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import { type Entry, type EventName, type LogEntry, moment } from '../register/entry.ts';
import {
  type Concern,
  canRaiseConcern,
  concernsIn,
  nameOfConcern,
  ownConcern,
  sameConcern,
  toldDetail,
  toldLines,
} from './concern.ts';

/** What is done when somebody raises a concern: it is written down first, then the safeguarding lead is told. */

type Telling = Pick<World, 'register' | 'people' | 'posting' | 'tabUrl' | 'now' | 'log'>;
type Around = Telling & {
  /** How long whoever raised it is made to wait until they hear whether somebody was told. */
  readonly patienceMilliseconds: number;
};

export type Concerns = {
  /**
   * Twice within minutes is once; a second time tries again to tell whom the first could not reach.
   * @returns `null` where there is no such meeting for this person. Rejects with a `Failure` when it could not be written down
   */
  raise(reference: Reference, caller: Caller): Promise<Concern | null>;
};

export function openConcerns(world: Around): Concerns {
  // Two taps at once are one concern, and of it nobody hears twice.
  const underWay = new Map<string, Promise<void>>();
  function telling(entry: Entry, raised: Raised): Promise<void> {
    const name = nameOfConcern(raised.concern);
    const telling = underWay.get(name) ?? tell(entry, raised, world).finally(() => underWay.delete(name));
    underWay.set(name, telling);
    return telling;
  }

  return {
    async raise(reference, caller) {
      const row = await world.register.find(reference);
      if (row === null || !canRaiseConcern(row.entry, caller).may) return null;
      const concern = await writtenDown(reference, caller, world);
      if (concern.told === 'told') return concern;
      const told = telling(row.entry, { concern, caller });
      await Promise.race([told, wait(world.patienceMilliseconds, null, { ref: false })]);
      return ownConcern(await world.register.log(reference), caller.id) ?? concern;
    },
  };
}

const tries = 5;

async function writtenDown(reference: Reference, { id }: Caller, { register, now }: Around): Promise<Concern> {
  for (let attempt = 1; ; attempt += 1) {
    const same = sameConcern(await register.log(reference), id, now());
    if (same) return same;
    try {
      const at = now();
      const isRepeat = (log: readonly LogEntry[]) => sameConcern(log, id, at) !== null;
      await register.note(reference, 'concern raised', id, at, nameOfConcern({ at: moment(at), by: id }), isRepeat);
    } catch (error) {
      if (attempt === tries || !isGrown(error)) throw error;
    }
  }
}

const isGrown = (error: unknown): boolean => error instanceof Failure && error.kind === 'register changed';

/**
 * Tells of concerns that were written down and then lost with the process that was to tell of them. Whoever raised one was told to
 * phone; this is for when they did not. Looked for when the meeting is looked after anyway: as it begins, and the last time as it ends.
 * Never rejects for want of somebody to tell. @throws Failure when the register or the directory cannot be asked
 */
export async function tellOfWhatIsOpen(entry: Entry, world: Telling): Promise<void> {
  const { register, people, now } = world;
  if (now().getTime() < startMoment(entry)) return;
  const open = concernsIn(await register.log(entry.reference)).filter(
    ({ told, at }) => told === 'not yet' && now().getTime() - Date.parse(at) > underWayFor,
  );
  if (open.length === 0) return;
  const colleagues = await people.colleagues();
  for (const concern of open) {
    const name = colleagues.find(({ id }) => id === concern.by)?.name ?? 'a colleague';
    await tell(entry, { concern, caller: { id: concern.by, name } }, world);
  }
}

/** Until then somebody may still be at it. */
const underWayFor = 60_000;

type Raised = { readonly concern: Concern; readonly caller: Pick<Caller, 'id' | 'name'> };

/** Never rejects: whoever raised it is told to phone when nothing stands in the log of anybody being told. */
async function tell(entry: Entry, raised: Raised, world: Telling): Promise<void> {
  const { reference } = entry;
  try {
    const told = await whoWasTold(entry, raised, world);
    if (told !== 'told') world.log.error({ reference, told }, 'no safeguarding lead could be reached about a concern');
    await noted(reference, { event: toldLines[told].event, detail: toldDetail(told, raised.concern) }, world);
  } catch (failure) {
    world.log.error({ reference, failure }, 'nobody could be told of a concern yet');
  }
}

async function whoWasTold(entry: Entry, { concern, caller }: Raised, { people, posting, tabUrl, log }: Telling) {
  const message = { card: concernCard(entry, { at: concern.at, raisedBy: caller.name, tabUrl }) };
  const tellAll = async (...groups: readonly Role[]): Promise<boolean> => {
    const all = (await Promise.all(groups.map((group) => people.thoseWith(group)))).flat();
    const those = all.filter(({ id }, index) => id !== caller.id && all.findIndex((one) => one.id === id) === index);
    let reached = false;
    // One by one: somebody who cannot be told just now must not keep it from the others.
    for (const person of those) reached = (await isTold(person)) || reached;
    return reached;
  };
  const isTold = async (person: Colleague): Promise<boolean> => {
    try {
      const subject = `concern/${entry.reference}/${concern.by}/${Date.parse(concern.at)}`;
      return (await posting.send(subject, [person], message)).length > 0;
    } catch (failure) {
      log.warn({ reference: entry.reference, failure }, 'somebody could not be told of a concern yet');
      return false;
    }
  };
  if (await tellAll('dsl')) return 'told';
  return (await tellAll('head', 'slt')) ? 'others told' : 'nobody told';
}

async function noted(
  reference: Reference,
  { event, detail }: { event: EventName; detail: string },
  { register, now }: Telling,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await register.note(reference, event, 'chaperone', now(), detail);
      return;
    } catch (error) {
      if (attempt === tries || !isGrown(error)) throw error;
    }
  }
}
