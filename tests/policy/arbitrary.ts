import fc from 'fast-check';
import { type Confirmation, confirmations, places } from '../../bot/meetings/ask.ts';
import { plain } from '../../bot/policy/condition.ts';
import { approvers } from '../../bot/policy/decision.ts';
import { type Fact, known, unknown } from '../../bot/policy/fact.ts';
import { type Kind, kinds } from '../../bot/policy/kind.ts';
import type { Adopted } from '../../bot/policy/policy.ts';
import type { Situation } from '../../bot/policy/predicates.ts';
import { aPack } from './a-pack.ts';
import { situation } from './situation.ts';

/** Any pack that speaks of every kind, and any situation: what holds of these holds of whatever a school writes. */

const some = <T>(items: readonly T[]) => fc.subarray([...items], { minLength: 1 });
const onOff = fc.constantFrom('enabled', 'disabled');

const sets = fc.record(
  {
    lobbyScope: fc.constantFrom('organizer', 'organizationExcludingGuests'),
    allowedPresenters: fc.constantFrom('organizer', 'roleIsPresenter'),
    allowMeetingChat: fc.constantFrom('enabled', 'disabled', 'limited'),
    allowRecording: fc.boolean(),
    allowTranscription: fc.boolean(),
    allowBreakoutRooms: fc.boolean(),
    allowWhiteboard: fc.boolean(),
    allowLiveShare: onOff,
    allowAttendeeToEnableMic: fc.boolean(),
    allowAttendeeToEnableCamera: fc.boolean(),
  },
  { requiredKeys: [] },
);

const confirmation = fc.constantFrom(...confirmations);
const and = fc.constantFrom(...plain);
const number = (longest: number) => fc.integer({ min: 1, max: longest });

const condition = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...plain) },
  fc.record({ is: fc.constant('notConfirmed'), confirmation }),
  fc.record({ is: fc.constant('notConfirmedWhen'), confirmation, and }),
  fc.record({ is: fc.constantFrom('longerThan', 'shorterThan'), minutes: number(180) }),
  fc.record({ is: fc.constant('outsideHours'), from: fc.constant('08:30'), to: fc.constant('16:00') }),
  fc.record({ is: fc.constant('startsWithinHours'), hours: number(1000) }),
  fc.record({ is: fc.constant('startsWithinHoursWhen'), hours: number(1000), and }),
  fc.record({ is: fc.constant('startsWithinDays'), days: number(40) }),
  fc.record({ is: fc.constant('heldOn'), places: some(places) }),
  fc.record({ is: fc.constant('recordingKeptLongerThan'), months: number(24) }),
  fc.record({ is: fc.constant('morePeopleThan'), people: number(6) }),
  fc.record({ is: fc.constant('nobodyAs'), anyOf: fc.constant(['nurse', 'social worker']) }),
);

const answer = fc.oneof(
  fc.record({ verdict: fc.constant('allow'), sets }),
  fc.record({ verdict: fc.constant('authorise'), by: fc.constantFrom(...approvers), yieldsToUrgency: fc.boolean() }),
  fc.record({ verdict: fc.constant('ask'), asks: confirmation }),
  fc.record({ verdict: fc.constant('refuse'), yieldsToUrgency: fc.boolean() }),
);
const force = fc.constantFrom('must', 'should', 'may');
const rule = fc
  .tuple(answer, fc.record({ when: condition, kinds: some(kinds), force }))
  .map(([verdict, rest]): object => ({ ...verdict, ...rest }));

/** @param id each id has its own clauses, so two packs of different ids share nothing */
export const packOf = (id: string): fc.Arbitrary<Adopted> =>
  fc.array(rule, { maxLength: 8 }).map((rules) => aPack(id, rules));

const fact = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof({ weight: 6, arbitrary: value.map(known) }, fc.constant(unknown('what I was asked')));
const twice = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 2, maxLength: 2 });

const facts = fc.record({
  hostIsStaff: fact(fc.boolean()),
  hostMayOrganise: fact(fc.boolean()),
  secondAdultIsStaff: fact(fc.boolean()),
  colleaguesAreStaff: fact(fc.boolean()),
  guests: fact(twice(fc.constantFrom('outsider', 'member', 'staff', 'pupil'))),
  guestsMet: fact(twice(fc.boolean())),
  recordingAgreed: fact(fc.boolean()),
});

const start = fc
  .date({ min: new Date('2026-11-01T00:00:00Z'), max: new Date('2027-04-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 16)}:00Z`);
const asked = fc.record({
  start,
  minutes: fc.integer({ min: 3, max: 36 }).map((fives) => fives * 5),
  place: fc.constantFrom(...places),
  purpose: fc.constantFrom('Support at school and at home', 'Catch up', 'Ring 07700 900123 about it'),
  childAttends: fc.boolean(),
  confirmed: fc.subarray<Confirmation>([...confirmations]),
  urgent: fc.constantFrom(null, { reason: 'A worry about today' }),
  recording: fc.constantFrom(
    null,
    ...['2026-12-01', '2027-06-01', '2029-01-01'].map((deleteOn) => ({ purpose: 'Minutes', deleteOn })),
  ),
});
const assessment = fc.constantFrom(null, { reference: 'DPIA-7', reviewDue: '2027-01-01' });

export const anySituation: fc.Arbitrary<Situation> = fc
  .record({ kind: fc.constantFrom<Kind>(...kinds), ask: asked, facts, school: fc.record({ assessment }) })
  .map(({ kind, ...change }) => situation(kind, change));
