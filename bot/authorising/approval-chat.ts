import type { ApprovalFault } from '../cards/authorisation-card.ts';
import type { Rendered } from '../cards/render.ts';
import { approvalFaults, notTaken, toHost } from '../cards/words/authorisation.ts';
import type { Colleague, Reference } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import type { ApprovalSaid } from './approval-said.ts';
import type { ApprovalNotices } from './approvals.ts';
import { mayAnswer, mayAuthorise, type WhyNot } from './authorise.ts';
import type { Authorising } from './authorising.ts';
import type { Answered } from './waiting.ts';

/** Answers in somebody's chat about a request that waits. It belongs to no draft, so the conversation knows nothing of it. */
export type ApprovalChat = (said: ApprovalSaid, person: Colleague) => Promise<readonly Rendered[]>;

/** @returns a turn that rejects with a `Failure` when the register or Entra cannot be asked */
export function openApprovalChat(parts: {
  world: World;
  authorising: Authorising;
  approvals: ApprovalNotices;
}): ApprovalChat {
  const { world, authorising, approvals } = parts;

  // Whoever comes second sees what was decided, in the place of the card they tapped.
  async function toApprover(answered: Answered): Promise<readonly Rendered[]> {
    if (answered.done) return [await approvals.card(answered.row.entry)];
    if (answered.entry && decidedAlready.has(answered.why)) return [await approvals.card(answered.entry)];
    return [{ text: notTaken[answered.why] }];
  }

  function toHostAnswering(answered: Answered): readonly Rendered[] {
    if (answered.done) return [approvals.hostCard(answered.row.entry, false)];
    if (answered.entry && decidedAlready.has(answered.why)) return [approvals.hostCard(answered.entry, false)];
    return [{ text: notTaken[answered.why] }];
  }

  // The card comes back with the fault in it, to whoever may answer and to nobody else.
  async function missing(reference: Reference, fault: ApprovalFault, person: Colleague) {
    const row = await world.register.find(reference);
    if (row === null) return [{ text: notTaken['no such request'] }];
    const may =
      fault === 'answer'
        ? mayAnswer(row.entry, person, world.now())
        : mayAuthorise(row.entry, { ...person, roles: await world.people.afresh().rolesOf(person.id) }, world.now());
    if (!may.may) return [{ text: notTaken[may.why] }];
    return [fault === 'answer' ? approvals.hostCard(row.entry, true) : await approvals.card(row.entry, fault)];
  }

  return async (said, person) => {
    switch (said.about) {
      case 'approver':
        return toApprover(await authorising.answer(said.reference, person, said.answer));
      case 'host':
        return toHostAnswering(await authorising.answerBack(said.reference, person, said.answer));
      case 'withdraw': {
        const answered = await authorising.withdraw(said.reference, person);
        return [{ text: answered.done ? toHost.withdrawn(said.reference) : notTaken[answered.why] }];
      }
      case 'missing':
        return missing(said.reference, said.fault, person);
      case 'nothing readable':
        return [{ text: approvalFaults.unreadable }];
    }
  };
}

const decidedAlready: ReadonlySet<WhyNot> = new Set<WhyNot>([
  'authorised',
  'refused',
  'withdrawn',
  'over',
  'cancelled',
  'moved',
]);
