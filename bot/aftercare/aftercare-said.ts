import { z } from 'zod';
import { aftercareVerbs } from '../cards/aftercare-card.ts';
import type { Input } from '../conversation/conversation.ts';
import { Purpose, Reference } from '../meetings/ask.ts';

/** What somebody tapped on the card of an urgent meeting, parsed like any other input. */
export type AftercareSaid =
  | { readonly about: 'looked at'; readonly reference: Reference; readonly words: string | null }
  /** What was typed beside it cannot be taken. */
  | { readonly about: 'fault'; readonly reference: Reference }
  | { readonly about: 'nothing readable' };

const Verb = z.enum(aftercareVerbs);
const Data = z.looseObject({ reference: Reference, words: z.string().catch('') });

/** @returns `null` when it is about something else. Pure. */
export function aftercareSaid(input: Extract<Input, { kind: 'said' | 'tapped' }>): AftercareSaid | null {
  if (input.kind !== 'tapped' || !Verb.safeParse(input.verb).success) return null;
  const data = Data.safeParse(input.data);
  if (!data.success) return { about: 'nothing readable' };
  const { reference, words } = data.data;
  if (words.trim() === '') return { about: 'looked at', reference, words: null };
  const line = Purpose.safeParse(words);
  return line.success ? { about: 'looked at', reference, words: line.data } : { about: 'fault', reference };
}
