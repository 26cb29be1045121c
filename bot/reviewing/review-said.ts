import { z } from 'zod';
import { reviewVerbs } from '../cards/reviewing-card.ts';
import type { Input } from '../conversation/conversation.ts';
import { Purpose, Reference } from '../meetings/ask.ts';

/** What somebody tapped or typed about meetings that need review, parsed like any other input. */
export type ReviewSaid =
  | {
      readonly about: 'dismiss';
      readonly reference: Reference;
      readonly shown: readonly string[];
      readonly words: string;
    }
  /** The sentence is missing, or cannot be taken. */
  | { readonly about: 'fault'; readonly reference: Reference; readonly shown: readonly string[] }
  | { readonly about: 'what no longer conforms' }
  | { readonly about: 'nothing readable' };

const Verb = z.enum(reviewVerbs);
const Data = z.looseObject({
  reference: Reference,
  shown: z.array(z.string().max(400)).max(50),
  words: z.unknown(),
});
const typed = /^(?:what|which meetings?) no longer conforms?[?.! ]*$/i;

/** @returns `null` when it is about something else. Pure. */
export function reviewSaid(input: Extract<Input, { kind: 'said' | 'tapped' }>): ReviewSaid | null {
  if (input.kind === 'said')
    return typed.test(input.text.trim().slice(0, 100)) ? { about: 'what no longer conforms' } : null;
  if (!Verb.safeParse(input.verb).success) return null;
  const data = Data.safeParse(input.data);
  if (!data.success) return { about: 'nothing readable' };
  const { reference, shown } = data.data;
  const words = Purpose.safeParse(data.data.words);
  return words.success
    ? { about: 'dismiss', reference, shown, words: words.data }
    : { about: 'fault', reference, shown };
}
