import { aftercareOf } from '../aftercare/aftercare.ts';
import { leadTold } from '../aftercare/caring.ts';
import { askApprovers } from '../authorising/waiting.ts';
import type { Decision } from '../policy/decision.ts';
import type { Authorisation, Entry, Stored } from '../register/entry.ts';
import type { Ask, Reference } from './ask.ts';
import { carryOn } from './carry-on.ts';
import { heldUntil } from './claim.ts';
import { decideOn, refusalOf } from './gather.ts';
import { referenceOf } from './reference.ts';
import type { World } from './world.ts';

/**
 * A complete request is decided on and written to the register, before the host hears anything and before Graph hears of the
 * meeting at all. The same request of the same draft is the same row.
 * @param replaces the meeting whose place it takes
 * @returns the row, as it is there now
 * @throws Failure when policy does not let it through any more, or it cannot be checked or written
 */
export async function openRequest(
  ask: Ask,
  draftId: string,
  world: World,
  replaces: Reference | null = null,
): Promise<Stored> {
  const { facts, decision } = await decideOn(ask, world);
  if (decision.verdict === 'refuse' || decision.verdict === 'ask') throw refusalOf(facts, decision);
  const aftercare = aftercareOf(ask, world.now(), world.school);
  for (let attempt = 0; ; attempt += 1) {
    const opened = await world.register.open({
      ...beginningOf(ask, decision, heldUntil(world)),
      reference: referenceOf(draftId, ask, attempt),
      ask,
      decision,
      seal: { state: 'not sealed' },
      provedAt: null,
      invitedAt: null,
      eventId: null,
      meetingId: null,
      joinUrl: null,
      chatThreadId: null,
      stoppedAt: null,
      stoppedBy: null,
      replaces,
      replacedBy: null,
      amendment: null,
      cover: null,
      aftercare,
      review: null,
      outcome: { state: 'not said' },
    });
    // An attempt that was interrupted and taken back is over; the host pressed Send again, so another begins.
    if (opened.entry.status !== 'not arranged') return opened;
  }
}

type Beginning = Pick<Entry, 'status' | 'step' | 'nextCheck' | 'authorisation'>;

/** Where a request begins: with somebody's yes, in Teams, or, when it is held elsewhere, with its end. Pure. */
function beginningOf({ place, urgent }: Ask, { verdict, authorisedBy }: Decision, held: string): Beginning {
  const notNeeded: Authorisation = { state: 'not needed' };
  if (verdict === 'authorise') {
    const authorisation: Authorisation = { state: 'wanted', of: authorisedBy, yes: [], reminded: 0, answered: null };
    return { status: 'waiting', step: 'open', nextCheck: held, authorisation };
  }
  // Of what is held elsewhere nothing is left to do, but for an urgent one's aftercare.
  const nextCheck = urgent === null ? null : held;
  if (place !== 'teams') return { status: 'held elsewhere', step: 'done', nextCheck, authorisation: notNeeded };
  return { status: 'arranging', step: 'open', nextCheck: held, authorisation: notNeeded };
}

/** What follows when the host has been answered; `null` when that has begun before. */
export function next(row: Stored, world: World): (() => Promise<void>) | null {
  const { entry } = row;
  switch (entry.status) {
    case 'waiting':
      return async () => askApprovers(await leadTold(row, world), world);
    case 'held elsewhere':
      return async () => {
        await writtenDown(entry, world);
        if (entry.aftercare.state === 'due') await carryOn(row, 'first time', world);
      };
    case 'arranging':
      return entry.step === 'open' ? () => carryOn(row, 'first time', world) : null;
    case 'arranged':
    case 'not arranged':
    case 'called off':
    case 'refused':
    case 'needs review':
    case 'on hold':
    case 'moved':
    case 'cancelled':
      return null;
  }
}

async function writtenDown({ reference, ask }: Entry, { register, now }: World): Promise<void> {
  await register.note(reference, 'asked', ask.host.id, now());
  await register.note(reference, 'held elsewhere', 'chaperone', now(), ask.place);
}
