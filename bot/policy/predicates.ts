import type { Standing } from '../graph/people.ts';
import {
  type Ask,
  type Confirmation,
  type Guest,
  guestsOf,
  isFamily,
  pupilAttends,
  secondAdultOf,
} from '../meetings/ask.ts';
import type { Condition, plain } from './condition.ts';
import { type Fact, known } from './fact.ts';
import { someAddressLooksLikeAnother } from './look-alike.ts';
import { givesContactDetails, isUnknownRole, isVague, mentions } from './purpose-and-role.ts';
import type { School } from './school.ts';
import { dayOf, daysAhead, hoursAhead, isSchoolDay, liesWithin, monthsAfter, todayOf } from './school-day.ts';

/** What had to be looked up before policy can decide. A kind without second adult, colleagues or guests has `known(true)` and `known([])`. */
export type Facts = {
  readonly hostIsStaff: Fact<boolean>;
  /** In the group of organisers that the school's settings name. */
  readonly hostMayOrganise: Fact<boolean>;
  readonly secondAdultIsStaff: Fact<boolean>;
  readonly colleaguesAreStaff: Fact<boolean>;
  /** How each guest stands in the school's directory, in the order of the request. */
  readonly guests: Fact<readonly Standing[]>;
  /** Whether the register has met each guest's address before, in the same order. */
  readonly guestsMet: Fact<readonly boolean[]>;
  /** Whether everyone who comes from outside has agreed to be recorded; `known(true)` where no recording is wanted. */
  readonly recordingAgreed: Fact<boolean>;
};

/** All that policy looks at. `now` is the moment of deciding: a request is decided again right before the invitations. */
export type Situation = {
  readonly ask: Ask;
  readonly facts: Facts;
  readonly school: School;
  readonly now: Date;
};

type Plain = (typeof plain)[number];
type Predicate = (situation: Situation) => Fact<boolean>;

const not = (fact: Fact<boolean>): Fact<boolean> => (fact.known ? known(!fact.value) : fact);
const has = <T>(fact: Fact<readonly T[]>, value: T): Fact<boolean> =>
  fact.known ? known(fact.value.includes(value)) : fact;
const some =
  (of: (situation: Situation) => boolean): Predicate =>
  (situation) =>
    known(of(situation));

const isWithin = (domains: readonly string[], { address }: Guest): boolean =>
  domains.some((own) => address.endsWith(`@${own.toLowerCase()}`) || address.endsWith(`.${own.toLowerCase()}`));

const secondAdultIsHost = ({ ask }: Situation): boolean =>
  secondAdultOf(ask)?.id.toLowerCase() === ask.host.id.toLowerCase();

const predicates = {
  always: () => known(true),
  hostIsNotStaff: ({ facts }) => not(facts.hostIsStaff),
  hostMayNotOrganise: ({ facts }) => not(facts.hostMayOrganise),
  secondAdultIsNotStaff: ({ facts }) => not(facts.secondAdultIsStaff),
  secondAdultIsHost: some(secondAdultIsHost),
  colleagueIsNotStaff: ({ facts }) => not(facts.colleaguesAreStaff),
  pupilAttends: some(({ ask }) => pupilAttends(ask)),
  // Colleagues may come and go; only the second adult has said to be there from beginning to end.
  pupilIsAloneWithStaff(situation) {
    const { ask, facts } = situation;
    if (!pupilAttends(ask) || guestsOf(ask).some(isFamily)) return known(false);
    return secondAdultIsHost(situation) ? known(true) : not(facts.secondAdultIsStaff);
  },
  outsiderInvited: some(({ ask }) => guestsOf(ask).length > 0),
  familyInvited: some(({ ask }) => guestsOf(ask).some(isFamily)),
  familyMissing: some(({ ask }) => !guestsOf(ask).some(isFamily)),
  severalOfFamilyInvited: some(({ ask }) => guestsOf(ask).filter(isFamily).length > 1),
  guestIsNotFamily: some(({ ask }) => guestsOf(ask).some((guest) => !isFamily(guest))),
  guestIsPupil: ({ facts }) => has(facts.guests, 'pupil'),
  guestIsMember: ({ facts: { guests } }) =>
    guests.known ? known(guests.value.includes('member') || guests.value.includes('staff')) : guests,
  guestIsStaff: ({ facts }) => has(facts.guests, 'staff'),
  guestHasSchoolAddress: some(({ ask, school }) => guestsOf(ask).some((guest) => isWithin(school.domains, guest))),
  guestIsNew: ({ facts }) => has(facts.guestsMet, false),
  guestAddressLooksLikeAnother: some(({ ask, school }) => someAddressLooksLikeAnother(guestsOf(ask), school.domains)),
  guestRoleUnknown: some(({ ask }) => guestsOf(ask).some(({ role }) => isUnknownRole(role))),
  startIsPast: some(({ ask, now }) => hoursAhead(ask, now) <= 0),
  notASchoolDay: some(({ ask, school }) => !isSchoolDay(ask, school)),
  outsideSchoolHours: some(({ ask, school }) => !liesWithin(ask, school.hours)),
  purposeIsVague: some(({ ask }) => isVague(ask.purpose)),
  purposeGivesContactDetails: some(({ ask }) => givesContactDetails(ask.purpose)),
  heldElsewhere: some(({ ask }) => ask.place !== 'teams'),
  recordingWanted: some(({ ask }) => ask.recording !== null),
  recordingNotWanted: some(({ ask }) => ask.recording === null),
  recordingNotAgreed: ({ ask, facts }) => both(ask.recording !== null, not(facts.recordingAgreed)),
  recordingDeletedTooSoon: some(({ ask }) => ask.recording !== null && ask.recording.deleteOn < dayOf(ask)),
  recordingHeldElsewhere: some(({ ask }) => ask.recording !== null && ask.place !== 'teams'),
  assessmentNotCurrent: some(({ school, now }) => (school.assessment?.reviewDue ?? '') < todayOf(now)),
} satisfies Record<Plain, Predicate>;

type PlainCondition = Extract<Condition, { is: Plain }>;
const isPlain = (condition: Condition): condition is PlainCondition => condition.is in predicates;

/**
 * Whether a condition holds. Pure and total; each reads as a fact, and a fact that is unknown stays unknown,
 * whatever else would have answered it.
 */
export function holds(condition: Condition, situation: Situation): Fact<boolean> {
  if (isPlain(condition)) return predicates[condition.is](situation);
  const { ask, now } = situation;
  switch (condition.is) {
    case 'notConfirmed':
      return known(!isConfirmed(condition.confirmation, situation));
    case 'notConfirmedWhen':
      return both(!isConfirmed(condition.confirmation, situation), predicates[condition.and](situation));
    case 'longerThan':
      return known(ask.minutes > condition.minutes);
    case 'shorterThan':
      return known(ask.minutes < condition.minutes);
    case 'outsideHours':
      return known(!liesWithin(ask, condition));
    case 'startsWithinHours':
      return known(hoursAhead(ask, now) < condition.hours);
    case 'startsWithinHoursWhen':
      return both(hoursAhead(ask, now) < condition.hours, predicates[condition.and](situation));
    case 'startsWithinDays':
      return known(daysAhead(ask, now) < condition.days);
    case 'recordingKeptLongerThan':
      return known(ask.recording !== null && ask.recording.deleteOn > monthsAfter(ask, condition.months));
    case 'heldOn':
      return known(condition.places.includes(ask.place));
    case 'morePeopleThan':
      return known(peopleIn(ask) > condition.people);
    case 'nobodyAs':
      return known(!guestsOf(ask).some(({ role, agency }) => mentions(`${role}, ${agency}`, condition.anyOf)));
  }
}

/**
 * Whether the host has said yes to it. How an address was checked is said of each one by itself: a guest who is added later, or whose
 * address changes, is asked about again.
 */
export function isConfirmed(confirmation: Confirmation, { ask, facts: { guestsMet } }: Situation): boolean {
  if (confirmation !== 'addresses checked') return ask.confirmed.includes(confirmation);
  return guestsOf(ask).every(({ checked }, at) => checked !== undefined || (guestsMet.known && guestsMet.value[at]));
}

const both = (one: boolean, other: Fact<boolean>): Fact<boolean> => (other.known ? known(one && other.value) : other);

const peopleIn = (ask: Ask): number =>
  1 + (secondAdultOf(ask) === null ? 0 : 1) + ask.colleagues.length + guestsOf(ask).length;
