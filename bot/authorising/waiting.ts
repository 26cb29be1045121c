import { Failure } from '../failure.ts';
import type { Caller } from '../identity/caller.ts';
import type { Colleague, Reference } from '../meetings/ask.ts';
import { advance, heldUntil } from '../meetings/claim.ts';
import type { World } from '../meetings/world.ts';
import type { Approver } from '../policy/decision.ts';
import { type Entry, type LogEntry, proposed, type Step, type Stored } from '../register/entry.ts';
import {
  type ApproverAnswer,
  answered,
  answeredBack,
  ended,
  groupsFor,
  isPast,
  mayAnswer,
  mayAuthorise,
  mayWithdraw,
  nextReminder,
  pendingOf,
  remindersBeforeCover,
  type WhyNot,
} from './authorise.ts';
import { requestHash } from './request-hash.ts';

/**
 * What is done with a request that waits for somebody's yes. Every answer is one conditional write of the row, so of two at once
 * one counts, and the other finds what was decided. All that follows is told from the row and may run again.
 */

/** Tells approvers and host in their own chats. */
export type Approvals = {
  /**
   * A card for each of these people. Asked for the first time, whoever has one is not sent another.
   * @returns those who have one now
   * @throws when somebody could not be told just now and it is worth trying again
   */
  ask(
    entry: Entry,
    people: readonly Colleague[],
    why: 'asked' | 'reminded' | 'answered',
  ): Promise<readonly Colleague[]>;
  /** Every card there is of this request shows how it stands now. Never rejects: a card that could not be changed says so when tapped. */
  show(entry: Entry): Promise<void>;
  /** The host: an approver's question, with a field for the answer. */
  question(entry: Entry): Promise<void>;
  /** The host: somebody said yes. Never rejects: how it ends is told as well. */
  authorised(entry: Entry): Promise<void>;
};

export type Answered =
  | { readonly done: true; readonly row: Stored }
  /** `entry`: how it stands, for whoever may know. */
  | { readonly done: false; readonly why: WhyNot; readonly entry: Entry | null };

/** The people whose yes would count now. */
export async function approversOf(entry: Entry, { people }: Pick<World, 'people'>): Promise<readonly Colleague[]> {
  const pending = pendingOf(entry);
  if (pending === null) return [];
  const groups = new Set(pending.of.flatMap((group) => groupsFor(group, pending)));
  return members([...groups], entry, people);
}

/** Neither the host nor whoever asked for a change says yes to it. */
async function members(groups: readonly Approver[], { ask, amendment }: Entry, people: World['people']) {
  const all = (await Promise.all(groups.map((group) => people.thoseWith(group)))).flat();
  return all.filter(
    ({ id }, at) => id !== ask.host.id && id !== amendment?.by && all.findIndex((one) => one.id === id) === at,
  );
}

/**
 * An approver answers.
 * @param caller whose roles are asked for afresh
 * @param seen the hash of what they were shown, where that is known
 * @throws Failure when the register or Entra cannot be asked; nothing was decided then
 */
export async function authorise(
  world: World,
  reference: Reference,
  caller: Pick<Caller, 'id' | 'name'>,
  { answer, seen }: { readonly answer: ApproverAnswer; readonly seen: string | undefined },
): Promise<Answered> {
  const roles = await world.people.afresh().rolesOf(caller.id);
  const by = (await world.people.colleagues()).find(({ id }) => id === caller.id);
  return changed(world, reference, (entry) => {
    const may = mayAuthorise(entry, { ...caller, roles }, world.now());
    if (!may.may) return may;
    if (seen !== undefined && seen !== requestHash(entry)) return { may: false, why: 'changed since' };
    const pending = pendingOf(entry);
    // Whoever has the role and no mailbox, or is not staff, has nobody's name to stand in the register.
    if (pending === null || by === undefined) return { may: false, why: 'not an approver' };
    if (answer.say === 'ask' && pending.state === 'asked back') return { may: false, why: 'question out' };
    return { may: true, change: answered(entry, pending, { answer, by, of: may.of, now: world.now() }) };
  });
}

/** The host answers the approver's question. @throws Failure when the register cannot be asked */
export function answerApprover(world: World, reference: Reference, caller: Pick<Caller, 'id'>, words: string) {
  return changed(world, reference, (entry) => {
    const may = mayAnswer(entry, caller, world.now());
    if (!may.may) return may;
    const pending = pendingOf(entry);
    if (pending?.state !== 'asked back') return { may: false, why: 'nothing asked' };
    return { may: true, change: answeredBack(pending, words, world.now()) };
  });
}

/** The host takes the request back. @throws Failure when the register cannot be asked */
export function withdraw(world: World, reference: Reference, caller: Pick<Caller, 'id'>): Promise<Answered> {
  return changed(world, reference, (entry) => {
    const may = mayWithdraw(entry, caller);
    return may.may ? { may: true, change: ended(entry, 'withdrawn') } : may;
  });
}

type Judged = { readonly may: true; readonly change: Partial<Entry> } | { readonly may: false; readonly why: WhyNot };

// Each time the row was written by somebody else meanwhile, what it says now is judged again.
const tries = 5;

async function changed(world: World, reference: Reference, judge: (entry: Entry) => Judged): Promise<Answered> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const row = await world.register.find(reference);
    if (row === null) return { done: false, why: 'no such request', entry: null };
    const judged = judge(row.entry);
    if (!judged.may) return { done: false, why: judged.why, entry: row.entry };
    try {
      // Also when it has only just been opened: what was said in the meantime counts.
      const held = { ...judged.change, step: 'authorise' as const, nextCheck: heldUntil(world) };
      return { done: true, row: await world.register.write(row, held) };
    } catch (error) {
      if (!isChanged(error)) throw error;
    }
  }
  throw new Failure('register changed', 'the row was written by others again and again');
}

/** A request was opened: those who may say yes are asked, once each. */
export const askApprovers = (row: Stored, world: World): Promise<void> =>
  // Taken by a write of its own, so that of two runs one asks.
  unlessAnswered(row, world, async () => asked(await advance(row, { step: 'authorise' }, world), world));

/** A question, its answer, or one yes of several: those it concerns are told, and it goes on waiting. */
export const goOnWaiting = (row: Stored, said: 'question' | 'answer' | 'yes', world: World): Promise<void> =>
  unlessAnswered(row, world, async () => {
    const { entry } = row;
    await recorded(entry, world);
    if (said === 'question') await world.approvals.question(entry);
    if (said === 'answer') await world.approvals.ask(entry, await approversOf(entry, world), 'answered');
    else await world.approvals.show(entry);
    return rests(row, world);
  });

// Whoever answered meanwhile has the row, and goes on with it.
async function unlessAnswered(row: Stored, world: World, work: () => Promise<Stored>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isChanged(error)) throw error;
    await showDecided(row, world);
  }
}

const isChanged = (error: unknown): boolean => error instanceof Failure && error.kind === 'register changed';

// A card that was sent while somebody was answering would still ask.
async function showDecided({ entry: { reference } }: Stored, world: World): Promise<void> {
  const now = await world.register.find(reference);
  if (now && pendingOf(now.entry) === null) await world.approvals.show(now.entry);
}

async function asked(row: Stored, world: World): Promise<Stored> {
  const { reference, ask, decision } = proposed(row.entry);
  const now = await covered(row, world);
  await world.register.note(reference, 'asked', ask.host.id, world.now());
  const reached = await world.approvals.ask(now.entry, await approversOf(now.entry, world), 'asked');
  if (reached.length === 0) world.log.error({ reference }, 'nobody who could authorise it could be reached in chat');
  const of = decision.authorisedBy.join(', ');
  await world.register.note(reference, 'authorisation asked', 'chaperone', world.now(), `${of}${ofChange(row.entry)}`);
  return rests(now, world);
}

// Where nobody but the host is in a group, its cover is asked at once.
async function covered(row: Stored, world: World): Promise<Stored> {
  const pending = pendingOf(row.entry);
  if (pending === null || pending.reminded >= remindersBeforeCover) return row;
  const each = await Promise.all(pending.of.map((group) => members([group], row.entry, world.people)));
  if (each.every((group) => group.length > 0)) return row;
  return world.register.write(row, { authorisation: { ...pending, reminded: remindersBeforeCover } });
}

const rests = (row: Stored, world: World): Promise<Stored> => {
  const reminded = pendingOf(row.entry)?.reminded ?? 0;
  return world.register.write(row, { nextCheck: nextReminder(row.entry, reminded, world.now()) });
};

/**
 * The sweep has come to a request that waits: whoever was not asked yet is asked, everybody else reminded; after the start it is over.
 * @param row taken by the sweep
 * @returns the row; its status is still `waiting`, or it is to be carried on
 */
export async function waitOn(row: Stored, world: World): Promise<Stored> {
  const { entry } = row;
  const pending = pendingOf(entry);
  if (pending === null) return row;
  if (isPast(entry, world.now()))
    return world.register.write(row, { ...ended(entry, 'not authorised in time'), nextCheck: heldUntil(world) });
  try {
    await recorded(entry, world);
    const log = await world.register.log(entry.reference);
    const about = ofChange(entry);
    const wasAsked = log.some(({ event, detail }) => event === 'authorisation asked' && detail.endsWith(about));
    return await (wasAsked ? reminded(row, log, world) : asked(row, world));
  } catch (error) {
    if (isChanged(error)) await showDecided(row, world);
    throw error;
  }
}

// The log keeps a meeting's first yes and that of a change apart.
const ofChange = ({ amendment }: Entry): string => (amendment === null ? '' : `, change of ${amendment.at}`);

// The number is written before anybody is told, because the cover's yes counts from then on; a number that the log does not know
// was not told to everybody. An approver's open question is the host's to be reminded of.
async function reminded(row: Stored, log: readonly LogEntry[], world: World): Promise<Stored> {
  const pending = pendingOf(row.entry);
  if (pending === null) return row;
  const numbered = (number: number) => `number ${number}${ofChange(row.entry)}`;
  const told = log.some(({ event, detail }) => event === 'reminded' && detail === numbered(pending.reminded));
  const number = pending.reminded > 0 && !told ? pending.reminded : pending.reminded + 1;
  const now = await world.register.write(row, { authorisation: { ...pending, reminded: number } });
  if (pending.state === 'asked back') await world.approvals.question(now.entry);
  else await world.approvals.ask(now.entry, await approversOf(now.entry, world), 'reminded');
  await world.register.note(now.entry.reference, 'reminded', 'chaperone', world.now(), numbered(number));
  return rests(now, world);
}

/**
 * A request was decided, withdrawn or came too late: the log says who did what, the approvers' cards show it.
 * @returns the row with the step that comes next: `draft` when it is to be arranged, `tell` otherwise
 */
export async function afterDecision(row: Stored, world: World): Promise<Stored> {
  const { entry } = row;
  await recorded(entry, world);
  await world.approvals.show(entry);
  return advance(row, { step: stepAfter(entry) }, world);
}

function stepAfter({ status, amendment }: Entry): Step {
  if (amendment?.came.to === 'open') return 'amend';
  return status === 'arranging' ? 'draft' : 'tell';
}

/** Puts into the log what the row says of its authorisation; what stands there already stays as it is. */
async function recorded(entry: Entry, world: World): Promise<void> {
  const { reference, ask, status, authorisation, stoppedBy, amendment } = entry;
  const { register } = world;
  const yes = 'yes' in authorisation ? authorisation.yes : [];
  for (const { of, by, at } of yes)
    await register.note(reference, 'authorised', by.id, new Date(at), `${of.join(', ')}${ofChange(entry)}`);
  if (authorisation.state === 'asked back') {
    const { by, at } = authorisation;
    await register.note(reference, 'asked back', by.id, new Date(at), at);
  }
  if (authorisation.state === 'wanted' && authorisation.answered) {
    const { at } = authorisation.answered;
    await register.note(reference, 'answered', ask.host.id, new Date(at), at);
  }
  if (authorisation.state === 'refused') {
    const { by, at } = authorisation;
    await register.note(reference, 'refused', by.id, new Date(at));
  }
  if (amendment?.came.to === 'nothing') {
    const { by } = amendment.came;
    await register.note(reference, 'change not made', 'chaperone', world.now(), `${by}${ofChange(entry)}`);
  }
  if (status === 'held elsewhere')
    await register.note(reference, 'held elsewhere', 'chaperone', world.now(), ask.place);
  if (stoppedBy === 'withdrawn') await register.note(reference, 'withdrawn', ask.host.id, world.now());
  if (stoppedBy === 'not authorised in time')
    await register.note(reference, 'not arranged', 'chaperone', world.now(), `authorise: ${stoppedBy}`);
}
