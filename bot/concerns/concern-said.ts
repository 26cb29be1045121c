import { z } from 'zod';
import { concernVerbs } from '../cards/concern-card.ts';
import { kindWords } from '../cards/words/kinds.ts';
import type { Input } from '../conversation/conversation.ts';
import { Reference } from '../meetings/ask.ts';

/**
 * What somebody typed or tapped to raise a concern, parsed like any other input. Of what they typed nothing comes out of here but
 * which meeting they mean, and whether they wrote more than that.
 */
export type ConcernSaid =
  | { readonly about: 'look'; readonly reference: Reference; readonly wroteMore: boolean }
  | { readonly about: 'raise'; readonly reference: Reference }
  /** `certain`: it can be nothing else. “I have a concern …” may be what a meeting that is being arranged is for. */
  | { readonly about: 'which'; readonly certain: boolean; readonly wroteMore: boolean }
  | { readonly about: 'nothing readable' };

const Verb = z.enum(concernVerbs);
const Data = z.looseObject({ reference: Reference });

/** @returns `null` when it is about something else. Pure. */
export function concernSaid(input: Extract<Input, { kind: 'said' | 'tapped' }>): ConcernSaid | null {
  if (input.kind === 'said') return typed(input.text.trim().slice(0, longest));
  if (!Verb.safeParse(input.verb).success) return null;
  const data = Data.safeParse(input.data);
  return data.success ? { about: 'raise', reference: data.data.reference } : { about: 'nothing readable' };
}

// Whoever writes more than this writes more than which meeting it is.
const longest = 2000;

const begins =
  /^(?:please,? )?(?:i(?:['’]d| would)? (?:want|need|wish|like) to )?(?:(?<raise>raise|report) |(?<have>(?:i|we) have(?: got)?) )?(?:(?:a|an|my|another|the) )?(?:safeguarding )?concern(?<many>s)?\b/iu;
const prefixes = Object.values(kindWords).map(({ prefix }) => prefix);
/** Whatever is meant to be a reference, mistyped or not. */
const references = new RegExp(`\\b(?:${prefixes.join('|')})-[0-9a-z]{6,10}\\b`, 'giu');
const filling =
  /\b(?:about|at|for|in|with|from|on|during|regarding|of|the|this|my|meeting|please|now|thanks|thank you)\b/giu;

function typed(said: string): ConcernSaid | null {
  const text = said.replace(/\s+/gu, ' ');
  const found = begins.exec(text);
  if (found?.groups === undefined) return null;
  const { raise, have, many } = found.groups;
  const behind = text.slice(found[0].length);
  const wroteMore = /[\p{L}\p{N}]/u.test(behind.replace(references, '').replace(filling, ''));
  const [named, another] = new Set((behind.match(references) ?? []).map((one) => one.toUpperCase()));
  const reference = another === undefined ? Reference.safeParse(named).data : undefined;
  if (reference !== undefined) return { about: 'look', reference, wroteMore };
  const certain = named !== undefined || (raise !== undefined && many === undefined);
  // “Safeguarding concern for AB Y4, TAC tomorrow” arranges a meeting.
  const isOurs = certain || raise !== undefined || have !== undefined || !wroteMore;
  return isOurs ? { about: 'which', certain, wroteMore } : null;
}
