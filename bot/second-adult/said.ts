import { z } from 'zod';
import { rehearsedTick, secondAdultVerbs } from '../cards/second-adult-card.ts';
import type { Input } from '../conversation/conversation.ts';
import { Reference } from '../meetings/ask.ts';
import type { Says } from './answers.ts';

/** What somebody tapped about being second adult, parsed like any other input: a card's fields may be anybody's invention. */
export type SecondAdultSaid =
  | { readonly about: 'answer'; readonly reference: Reference; readonly says: Says; readonly rehearsed: boolean }
  | { readonly about: 'nothing readable' };

const Verb = z.enum(secondAdultVerbs);
const Data = z.looseObject({ reference: Reference });

/** @returns `null` when it is about something else. Pure. */
export function secondAdultSaid(input: Extract<Input, { kind: 'said' | 'tapped' }>): SecondAdultSaid | null {
  if (input.kind === 'said') return null;
  const verb = Verb.safeParse(input.verb);
  if (!verb.success) return null;
  const data = Data.safeParse(input.data);
  if (!data.success) return { about: 'nothing readable' };
  const { reference } = data.data;
  const says = verb.data === 'be second adult' ? 'yes' : 'no';
  return { about: 'answer', reference, says, rehearsed: data.data[rehearsedTick] === 'true' };
}
