import type { Standing } from '../graph/people.ts';
import type { Ask } from '../meetings/ask.ts';
import { type Fact, known } from './fact.ts';

/** What had to be looked up before policy can decide on a request. */
export type Facts = {
  readonly hostIsStaff: Fact<boolean>;
  readonly secondAdultIsStaff: Fact<boolean>;
  /** How each guest stands in the school's directory, in the order of the request. */
  readonly guests: Fact<readonly Standing[]>;
};

type Predicate = (ask: Ask, facts: Facts, now: Date) => Fact<boolean>;

/** The predicates a pack may name; each reads as a fact. A fact that is unknown stays unknown. */
export const predicates = {
  always: () => known(true),
  hostIsNotStaff: (_, facts) => not(facts.hostIsStaff),
  secondAdultIsNotStaff: (_, facts) => not(facts.secondAdultIsStaff),
  secondAdultIsHost: (ask) => known(ask.secondAdult.id === ask.host.id),
  guestIsPupil: (_, facts) => someGuest(facts, 'pupil'),
  guestIsMember: (_, facts) => someGuest(facts, 'member'),
  startIsPast: (ask, _, now) => known(Date.parse(ask.start) <= now.getTime()),
} satisfies Record<string, Predicate>;

const not = (fact: Fact<boolean>): Fact<boolean> => (fact.known ? known(!fact.value) : fact);

const someGuest = ({ guests }: Facts, standing: Standing): Fact<boolean> =>
  guests.known ? known(guests.value.includes(standing)) : guests;
