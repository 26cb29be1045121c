import { Failure } from '../failure.ts';
import type { People } from '../graph/people.ts';
import type { Decision } from '../policy/decision.ts';
import { type Fact, known, unknown } from '../policy/fact.ts';
import type { Facts } from '../policy/rules.ts';
import type { Ask } from './ask.ts';

/** Looks up what policy needs to know. What cannot be looked up is unknown, and says what it would have been. */
export async function gather(ask: Ask, people: People): Promise<Facts> {
  const [hostIsStaff, secondAdultIsStaff, guests] = await Promise.all([
    fact('whether you are staff', async () => (await people.rolesOf(ask.host.id)).has('staff')),
    fact('whether the second adult is staff', async () => (await people.rolesOf(ask.secondAdult.id)).has('staff')),
    fact('whether the guests are from outside', () => Promise.all(ask.guests.map((guest) => people.standingOf(guest)))),
  ]);
  return { hostIsStaff, secondAdultIsStaff, guests };
}

/**
 * Why a request that policy had allowed is refused now: because something changed, or because it could not be checked again.
 * @returns the failure, whose log names the clauses or what could not be checked
 */
export function refusalOf(facts: Facts, { because }: Decision): Failure {
  const unchecked = Object.values(facts).flatMap((one) => (one.known ? [] : [one.why]));
  if (unchecked.length > 0) return new Failure('not checked', unchecked.join(', '));
  return new Failure('no longer allowed', because.map((clause) => clause.id).join(', '));
}

async function fact<T>(what: string, look: () => Promise<T>): Promise<Fact<T>> {
  try {
    return known(await look());
  } catch (error) {
    if (error instanceof Failure) return unknown(what);
    throw error;
  }
}
