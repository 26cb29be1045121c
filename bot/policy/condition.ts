import { z } from 'zod';
import { confirmations, places } from '../meetings/ask.ts';

/**
 * What a rule may look at: named predicates with plain arguments, and nothing that computes. A pack writes `when: always`, or
 * `when: { is: longerThan, minutes: 30 }`. Each reads as a statement about the request; predicates.ts says what makes it true.
 */

/** Predicates without an argument. */
export const plain = [
  'always',
  'hostIsNotStaff',
  'hostMayNotOrganise',
  'secondAdultIsNotStaff',
  'secondAdultIsHost',
  'colleagueIsNotStaff',
  'pupilAttends',
  /** A pupil attends, nobody of the family is on the call, and there is no second adult beside the host. */
  'pupilIsAloneWithStaff',
  'outsiderInvited',
  'familyInvited',
  'familyMissing',
  /** Two or more of the family, who may not live together. */
  'severalOfFamilyInvited',
  /** Somebody from outside who does not belong to the child's family. */
  'guestIsNotFamily',
  'guestIsPupil',
  /** Somebody with an account of the school's, staff or not. */
  'guestIsMember',
  'guestIsStaff',
  /** An address in one of the school's own domains, whether or not anybody has it. */
  'guestHasSchoolAddress',
  /** An address the register has not met before. */
  'guestIsNew',
  'guestAddressLooksLikeAnother',
  'guestRoleUnknown',
  'startIsPast',
  'notASchoolDay',
  /** Before or after the hours in the school's settings; `outsideHours` has hours of the pack's own. */
  'outsideSchoolHours',
  'purposeIsVague',
  'purposeGivesContactDetails',
  'heldElsewhere',
  'recordingWanted',
  'recordingNotWanted',
  /** A recording is wanted, and not everybody from outside has agreed, or somebody has taken it back. */
  'recordingNotAgreed',
  /** It would have to be deleted before the meeting. */
  'recordingDeletedTooSoon',
  'recordingHeldElsewhere',
  'assessmentNotCurrent',
] as const;

/** London wall clock, `HH:MM`. */
export const HourOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Words = z.array(z.string().min(1)).min(1);

export const Condition = z.preprocess(
  (value) => (typeof value === 'string' ? { is: value } : value),
  z.discriminatedUnion('is', [
    z.strictObject({ is: z.enum(plain) }),
    /** The host has not yet said yes to it. */
    z.strictObject({ is: z.literal('notConfirmed'), confirmation: z.enum(confirmations) }),
    /** The same, and something else besides, e.g. an address is new, a pupil attends, it is held elsewhere. */
    z.strictObject({
      is: z.literal('notConfirmedWhen'),
      confirmation: z.enum(confirmations),
      and: z.enum(plain),
    }),
    z.strictObject({ is: z.literal('longerThan'), minutes: z.int().positive() }),
    z.strictObject({ is: z.literal('shorterThan'), minutes: z.int().positive() }),
    /** Wall clock in London; the whole meeting must lie between the two. */
    z.strictObject({ is: z.literal('outsideHours'), from: HourOfDay, to: HourOfDay }),
    /** Less than so many hours or calendar days ahead. */
    z.strictObject({ is: z.literal('startsWithinHours'), hours: z.int().positive() }),
    z.strictObject({ is: z.literal('startsWithinHoursWhen'), hours: z.int().positive(), and: z.enum(plain) }),
    z.strictObject({ is: z.literal('startsWithinDays'), days: z.int().positive() }),
    /** The recording would be kept for more than so many months after the meeting. */
    z.strictObject({ is: z.literal('recordingKeptLongerThan'), months: z.int().positive() }),
    /** In one of these places. */
    z.strictObject({ is: z.literal('heldOn'), places: z.array(z.enum(places)).min(1) }),
    /** Host, second adult, colleagues and guests together. */
    z.strictObject({ is: z.literal('morePeopleThan'), people: z.int().positive() }),
    /** No guest has any of these words, e.g. `nurse` or `social worker`, in their role or agency. */
    z.strictObject({ is: z.literal('nobodyAs'), anyOf: Words }),
  ]),
);
export type Condition = z.infer<typeof Condition>;
