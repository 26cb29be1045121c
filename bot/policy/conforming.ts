import { type Ask, guestsOf, type Reference } from '../meetings/ask.ts';
import { decide, type Fired, firing, once } from './decide.ts';
import { type Clause, type Decision, verdicts } from './decision.ts';
import { known } from './fact.ts';
import type { Policy } from './policy.ts';
import type { Facts } from './predicates.ts';
import type { School } from './school.ts';
import { isStricter, type Setting, settings } from './strictest.ts';

/** Which meetings that were arranged under one policy would not be under another. Pure. */

/** An upcoming meeting as the register has it. Without facts, people are assumed to be who they were when it was decided. */
export type Upcoming = {
  readonly reference: Reference;
  readonly ask: Ask;
  readonly decision: Decision;
  readonly facts?: Facts;
};

export type NoLongerConforming = {
  readonly reference: Reference;
  readonly was: Decision['verdict'];
  readonly is: Decision['verdict'];
  /** Graph's names of the settings that are now stricter. */
  readonly settings: readonly Setting[];
  /** What stands in the way now and did not, and who would have to say yes; empty where only settings are stricter. */
  readonly inTheWay: readonly Clause[];
  readonly authorisedBy: Decision['authorisedBy'];
  /** As policy would have them now. */
  readonly safeguards: Decision['safeguards'];
  /** Why: the clauses that stand in the way now, and those that set what is stricter. */
  readonly because: readonly Clause[];
};

/**
 * Lists the meetings that no longer conform: what stands in their way now did not before, or a setting is stricter.
 * Each is decided as at the moment it was decided before, so that a notice that was long enough then is long enough now.
 */
export function noLongerConforming(
  entries: readonly Upcoming[],
  { policy, school }: { readonly policy: Policy; readonly school: School },
): readonly NoLongerConforming[] {
  return entries.flatMap(({ reference, ask, decision: before, facts }) => {
    const situation = { ask, facts: facts ?? asTheyWere(ask), school, now: new Date(before.decidedAt) };
    const after = decide(situation, policy);
    const stricter = settings.filter((setting) => isStricter(setting, after.safeguards, before.safeguards));
    const inTheWay = standsMoreInTheWay(before, after) ? after.because : [];
    if (stricter.length === 0 && inTheWay.length === 0) return [];
    const because = once([...inTheWay, ...clausesThatSet(stricter, after, firing(situation, policy))]);
    const { safeguards, authorisedBy } = after;
    return [
      {
        reference,
        was: before.verdict,
        is: after.verdict,
        settings: stricter,
        inTheWay,
        authorisedBy,
        safeguards,
        because,
      },
    ];
  });
}

function standsMoreInTheWay(before: Decision, after: Decision): boolean {
  return (
    verdicts.indexOf(after.verdict) > verdicts.indexOf(before.verdict) ||
    after.authorisedBy.some((group) => !before.authorisedBy.includes(group))
  );
}

function clausesThatSet(stricter: readonly Setting[], { safeguards }: Decision, fired: readonly Fired[]): Clause[] {
  const setters = fired.filter(
    ({ rule }) => rule?.verdict === 'allow' && stricter.some((setting) => rule.sets[setting] === safeguards[setting]),
  );
  return setters.flatMap(({ because }) => because);
}

/** Nobody has left, no guest has joined the school, and by now every guest has been met. */
function asTheyWere(ask: Ask): Facts {
  const guests = guestsOf(ask);
  return {
    hostIsStaff: known(true),
    hostMayOrganise: known(true),
    secondAdultIsStaff: known(true),
    colleaguesAreStaff: known(true),
    guests: known(guests.map(() => 'outsider')),
    guestsMet: known(guests.map(() => true)),
    recordingAgreed: known(true),
  };
}
