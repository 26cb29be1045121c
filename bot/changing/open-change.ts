import { Failure } from '../failure.ts';
import type { Ask, PersonId } from '../meetings/ask.ts';
import { heldUntil } from '../meetings/claim.ts';
import { decideOn, refusalOf } from '../meetings/gather.ts';
import { openRequest } from '../meetings/open-request.ts';
import type { World } from '../meetings/world.ts';
import type { Decision } from '../policy/decision.ts';
import type { Facts } from '../policy/predicates.ts';
import { type Amendment, type Authorisation, moment, type Stored, standing } from '../register/entry.ts';
import type { Wished } from './wish.ts';

/**
 * Policy's answer to a changed request. One that is made anew is a request like any other; one that changes in place is decided as
 * at the moment it was first decided, because the notice people had of the meeting is not shortened by it.
 */
export function decideOnChange(
  { entry }: Stored,
  wished: Pick<Wished, 'how' | 'ask'>,
  world: World,
): Promise<{ facts: Facts; decision: Decision }> {
  if (wished.how === 'anew') return decideOn(wished.ask, world);
  const then = { ...world, now: () => new Date(entry.decision.decidedAt) };
  return decideOn(wished.ask, then, { reference: entry.reference });
}

/**
 * Writes a change to the register before anything is done about it: into the meeting's own row, or, when it is to be made anew, as a
 * row that takes its place.
 * @returns the row that is to be carried on: `carryOn`, or `askApprovers` when its authorisation is wanted
 * @throws Failure when policy does not let it through, it cannot be checked, or somebody else has written the row meanwhile
 */
export async function openChange(
  row: Stored,
  wished: Wished,
  by: PersonId | 'chaperone',
  world: World,
): Promise<Stored> {
  if (wished.how === 'anew') return openInItsPlace(row, wished.ask, world);
  const { facts, decision } = await decideOnChange(row, wished, world);
  if (decision.verdict === 'refuse' || decision.verdict === 'ask') throw refusalOf(facts, decision);
  const { entry } = row;
  const amendment: Amendment = {
    what: wished.what,
    by,
    at: moment(world.now()),
    ask: wished.ask,
    decision,
    authorisedBefore: entry.authorisation,
    statusBefore: standingOf(entry),
    came: { to: 'open' },
  };
  const nextCheck = heldUntil(world);
  // Whoever said yes to these people did so for a guest fewer, or another second adult, too; not for a guest more.
  if (decision.verdict === 'allow' || (wished.keepsYes && entry.authorisation.state === 'given'))
    return world.register.write(row, { amendment, step: 'amend', nextCheck });
  const authorisation: Authorisation = {
    state: 'wanted',
    of: decision.authorisedBy,
    yes: [],
    reminded: 0,
    answered: null,
  };
  return world.register.write(row, { amendment, status: 'needs review', step: 'authorise', nextCheck, authorisation });
}

function standingOf({ status }: Stored['entry']): Amendment['statusBefore'] {
  const now = standing.find((one) => one === status);
  if (now === undefined) throw new Failure('meeting over', `the meeting is ${status}`);
  return now;
}

/** The same change of the same meeting is the same row. */
const openInItsPlace = ({ entry: { reference } }: Stored, ask: Ask, world: World): Promise<Stored> =>
  openRequest(ask, `in place of ${reference}`, world, reference);
