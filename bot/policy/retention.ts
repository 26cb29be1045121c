import { z } from 'zod';
import type { Kind } from './kind.ts';

/** How long the register keeps a meeting, in the words of the school's settings. */

/** `years` after the meeting, or until whoever it is about is that old. */
export type Keep =
  | { readonly from: 'the meeting'; readonly years: number }
  | { readonly from: 'birth'; readonly years: number };

const afterMeeting = /^([1-9]\d?) years? after the meeting$/;
const untilPupil = /^until the pupil is (1[89]|[2-9]\d)$/;
const either = new RegExp(`${afterMeeting.source}|${untilPupil.source}`);

// Of meetings among adults nobody's year group is known.
const ofAdults = z.string().regex(afterMeeting, 'written as: 6 years after the meeting').transform(keepSaid);
const ofPupils = z
  .string()
  .regex(either, 'written as: 6 years after the meeting, or: until the pupil is 25')
  .transform(keepSaid);

function keepSaid(text: string): Keep {
  const age = untilPupil.exec(text)?.[1];
  if (age !== undefined) return { from: 'birth', years: Number(age) };
  return { from: 'the meeting', years: Number(afterMeeting.exec(text)?.[1]) };
}

export const Retention = z.strictObject({
  staff: ofAdults,
  governors: ofAdults,
  tac: ofPupils,
  'annual-review': ofPupils,
  parent: ofPupils,
  professional: ofPupils,
  focus: ofPupils,
  class: ofPupils,
} satisfies Record<Kind, unknown>);
export type Retention = z.infer<typeof Retention>;

/** As the settings say it. */
export const keepInWords = ({ from, years }: Keep): string =>
  from === 'birth'
    ? `until the pupil is ${String(years)}`
    : `${String(years)} ${years === 1 ? 'year' : 'years'} after the meeting`;
