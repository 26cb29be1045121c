import { setTimeout as wait } from 'node:timers/promises';
import { leadCard, lookCard } from '../cards/aftercare-card.ts';
import { Failure } from '../failure.ts';
import type { Caller } from '../identity/caller.ts';
import type { Colleague, Reference } from '../meetings/ask.ts';
import { advance } from '../meetings/claim.ts';
import type { World } from '../meetings/world.ts';
import type { Aftercare, Entry, Stored } from '../register/entry.ts';
import { dueAt } from '../sentinel/due.ts';
import { groupsAt, isToAsk, lookedAt, mayLook, type WhyNotLooked } from './aftercare.ts';

/**
 * What is done about an urgent meeting besides arranging it. That it is to be done stands in its row from the first write on, so
 * nothing that breaks can lose it.
 */

const leadSubject = (reference: Reference) => `urgent/${reference}`;
const lookSubject = (reference: Reference) => `aftercare/${reference}`;

/**
 * Tells the safeguarding lead, before anything else is done about the meeting; where none can be reached, the head and senior
 * leaders. Who cannot be told just now is told later: it never holds the meeting up.
 * @returns the row, with who was told
 */
export async function leadTold(row: Stored, world: World): Promise<Stored> {
  const { entry } = row;
  const { aftercare, reference } = entry;
  if (aftercare.state === 'not needed' || aftercare.lead !== 'to tell') return row;
  const late = wait((world.claimSeconds * 1000) / 3, null, { ref: false });
  const lead = await Promise.race([tellLead(entry, world), late]);
  if (lead === null) return row;
  if (lead === 'told')
    await world.register.note(reference, 'safeguarding lead told', 'chaperone', world.now(), 'urgent');
  else {
    world.log.error({ reference, lead }, 'no safeguarding lead could be reached about an urgent meeting');
    const instead = lead === 'others told' ? 'the head and senior leaders were told' : 'nobody could be reached';
    await world.register.note(reference, 'safeguarding lead not reached', 'chaperone', world.now(), instead);
  }
  return advance(row, { aftercare: { ...aftercare, lead } }, world);
}

/** @returns `null` when it is to be tried again */
async function tellLead(entry: Entry, { people, posting, tabUrl, log }: World) {
  const { reference, ask } = entry;
  const tell = async (...groups: readonly ('dsl' | 'head' | 'slt')[]) => {
    const all = await Promise.all(groups.map((group) => people.thoseWith(group)));
    const those = withoutTwins(all.flat()).filter(({ id }) => id !== ask.host.id);
    return (await posting.send(leadSubject(reference), those, { card: leadCard(entry, tabUrl) })).length > 0;
  };
  try {
    if (await tell('dsl')) return 'told' as const;
    return (await tell('head', 'slt')) ? ('others told' as const) : ('nobody told' as const);
  } catch (failure) {
    log.warn({ reference, failure }, 'the safeguarding lead could not be told of an urgent meeting yet');
    return null;
  }
}

/**
 * Asks senior leaders to look at an urgent meeting, or reminds them, when it is time to.
 * @param row at rest: it was arranged, or could not be
 */
export async function askLeaders(row: Stored, world: World): Promise<void> {
  const { entry } = row;
  const { aftercare, reference } = entry;
  if (aftercare.state !== 'due' || !isToAsk(entry, world.now(), world.school)) return;
  // Whoever was told at once sees now what came of it.
  if (aftercare.asked === 0) await world.posting.show(leadSubject(reference), { card: leadCard(entry, world.tabUrl) });
  const reached = await sendToLeaders(entry, aftercare.asked, world);
  if (!reached) world.log.error({ reference }, 'no senior leader could be asked to look at an urgent meeting');
  const time = `time ${String(aftercare.asked + 1)}${reached ? '' : ', nobody reached'}`;
  await world.register.note(reference, 'aftercare asked', 'chaperone', world.now(), time);
  const asked: Aftercare = { ...aftercare, asked: aftercare.asked + 1 };
  const nextCheck = dueAt({ ...entry, aftercare: asked }, world);
  await world.register.write(row, { aftercare: asked, nextCheck }).catch(async (error: unknown) => {
    if (!(error instanceof Failure) || error.kind !== 'register changed') throw error;
    // Somebody may have tapped while the others were still being asked: theirs would ask for what is done.
    const now = await world.register.find(reference);
    if (now?.entry.aftercare.state === 'reviewed') await showLooked(now.entry, world);
  });
}

const showLooked = (entry: Entry, { posting, tabUrl }: World): Promise<void> =>
  posting.show(lookSubject(entry.reference), { card: lookCard(entry, { asked: 0, fault: false, tabUrl }) });

async function sendToLeaders(entry: Entry, asked: number, world: World): Promise<boolean> {
  const { people, posting, tabUrl } = world;
  const host = entry.ask.host.id;
  const inGroups = async (groups: readonly ('slt' | 'head')[]) =>
    withoutTwins((await Promise.all(groups.map((group) => people.thoseWith(group)))).flat()).filter(
      ({ id }) => id !== host,
    );
  const leaders = await inGroups(groupsAt(asked));
  // A school may have no senior leader besides the host.
  const those = leaders.length > 0 ? leaders : await inGroups(['slt', 'head']);
  const message = { card: lookCard(entry, { asked, fault: false, tabUrl }) };
  const reached = await posting.send(lookSubject(entry.reference), those, message, asked === 0 ? undefined : 'again');
  return reached.length > 0;
}

// Another line may be written at the same moment; the row has what counts, and this is written once all the same.
async function recorded(reference: Reference, by: Colleague, world: World): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await world.register.note(reference, 'reviewed', by.id, world.now(), 'urgent meeting');
      return;
    } catch (error) {
      if (attempt === tries || !(error instanceof Failure) || error.kind !== 'register changed') throw error;
    }
  }
}

const withoutTwins = (those: readonly Colleague[]): readonly Colleague[] =>
  those.filter(({ id }, at) => those.findIndex((one) => one.id === id) === at);

export type Looked =
  /** Also what somebody else said before. */
  { readonly entry: Entry } | { readonly entry?: never; readonly why: WhyNotLooked };

const tries = 5;

/**
 * A senior leader has looked at an urgent meeting. One conditional write of the row, so of two at once one counts.
 * @param caller whose roles are asked for afresh
 * @throws Failure when the register or Entra cannot be asked; nothing was written then
 */
export async function look(
  world: World,
  reference: Reference,
  caller: Pick<Caller, 'id'>,
  words: string | null,
): Promise<Looked> {
  const roles = await world.people.afresh().rolesOf(caller.id);
  const by = (await world.people.colleagues()).find(({ id }) => id === caller.id);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const row = await world.register.find(reference);
    if (row === null || by === undefined) return { why: 'no such meeting' };
    const may = mayLook(row.entry, { id: caller.id, name: by.name, roles });
    const { aftercare } = row.entry;
    if (!may.may) return may.why === 'looked at already' ? { entry: row.entry } : { why: may.why };
    if (aftercare.state !== 'due') return { why: 'not urgent' };
    const after = lookedAt(aftercare, { by, at: world.now(), words });
    try {
      const written = await world.register.write(row, { aftercare: after });
      await recorded(reference, by, world);
      await showLooked(written.entry, world);
      return { entry: written.entry };
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'register changed') throw error;
    }
  }
  throw new Failure('register changed', 'the row was written by others again and again');
}
