import { allAgreedToRecording } from '../agreeing/ledger.ts';
import { Failure } from '../failure.ts';
import type { People } from '../graph/people.ts';
import { decide } from '../policy/decide.ts';
import type { Decision } from '../policy/decision.ts';
import { fact } from '../policy/fact.ts';
import type { Facts } from '../policy/predicates.ts';
import type { School } from '../policy/school.ts';
import type { Register } from '../register/register.ts';
import {
  type Address,
  type Ask,
  type Colleague,
  guestsOf,
  type PersonId,
  type Reference,
  secondAdultOf,
} from './ask.ts';
import type { World } from './world.ts';

/** `people`: `world.people.afresh()` where what was remembered for minutes will not do. `reference`: once there is a row. */
type Looking = { readonly people?: People; readonly reference?: Reference };

/**
 * Looks up what policy needs to know and decides on it.
 * @returns the decision with the facts it was made on: what could not be looked up is unknown among them, and refuses
 */
export async function decideOn(
  ask: Ask,
  world: World,
  { people = world.people, reference }: Looking = {},
): Promise<{ facts: Facts; decision: Decision }> {
  const facts = await gather(ask, { ...world, people }, reference);
  return { facts, decision: decide({ ask, facts, school: world.school, now: world.now() }, world.policy) };
}

async function gather(ask: Ask, { people, register, school }: World, reference?: Reference): Promise<Facts> {
  const { host, colleagues } = ask;
  const secondAdult = secondAdultOf(ask);
  const guests = guestsOf(ask);
  const isStaff = async (person: PersonId) => (await people.rolesOf(person)).has('staff');
  const facts = await Promise.all([
    fact('whether you are staff', () => isStaff(host.id)),
    fact('whether you may arrange meetings', () => mayOrganise(host.id, school.organisers, people)),
    fact('whether the second adult is staff', async () => secondAdult === null || isStaff(secondAdult.id)),
    fact('whether your colleagues are staff', () => areStaff(colleagues, people)),
    fact('whether the guests are from outside', () => Promise.all(guests.map((guest) => people.standingOf(guest)))),
    fact('whether the school has met the guests before', async () => {
      const met = await register.metBefore(guests.map(({ address }) => address));
      return guests.map(({ address }) => met.has(address));
    }),
    fact('whether everyone agreed to be recorded', () => agreedToRecording(ask, register, reference)),
  ]);
  const [
    hostIsStaff,
    hostMayOrganise,
    secondAdultIsStaff,
    colleaguesAreStaff,
    guestStandings,
    guestsMet,
    recordingAgreed,
  ] = facts;
  const staff = { hostIsStaff, hostMayOrganise, secondAdultIsStaff, colleaguesAreStaff };
  return { ...staff, guests: guestStandings, guestsMet, recordingAgreed };
}

/** The guests' addresses that the school has not met before, as far as that is known. Pure. */
export const newAmong = (ask: Ask, { guestsMet: met }: Facts): readonly Address[] =>
  guestsOf(ask).flatMap(({ address }, at) => (met.known && met.value[at] === false ? [address] : []));

const mayOrganise = async (host: PersonId, organisers: School['organisers'], people: People): Promise<boolean> =>
  organisers === 'staff' ? (await people.rolesOf(host)).has('staff') : people.isIn(host, organisers);

// Where no recording is wanted, there is nothing to agree to; of a meeting that has no row yet, nobody can have been asked.
async function agreedToRecording(ask: Ask, register: Register, reference?: Reference): Promise<boolean> {
  if (ask.recording === null) return true;
  return reference !== undefined && allAgreedToRecording({ ask, reference }, await register.agreements(reference));
}

// One list for all of them: there may be sixty.
async function areStaff(colleagues: readonly Colleague[], people: People): Promise<boolean> {
  if (colleagues.length === 0) return true;
  const staff = new Set((await people.colleagues()).map(({ id }) => id));
  return colleagues.every(({ id }) => staff.has(id));
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
