import { z } from 'zod';
import { type ApprovalFault, approvalVerbs } from '../cards/authorisation-card.ts';
import type { Input } from '../conversation/conversation.ts';
import { Purpose, Reference } from '../meetings/ask.ts';
import type { ApproverAnswer } from './authorise.ts';

/** What somebody tapped or typed about a request that waits, parsed like any other input: a card's fields may be anybody's invention. */
export type ApprovalSaid =
  | { readonly about: 'approver'; readonly reference: Reference; readonly answer: ApproverAnswer }
  | { readonly about: 'host'; readonly reference: Reference; readonly answer: string }
  | { readonly about: 'withdraw'; readonly reference: Reference }
  /** The one line that is needed is missing, or cannot be taken. */
  | { readonly about: 'missing'; readonly reference: Reference; readonly fault: ApprovalFault }
  | { readonly about: 'nothing readable' };

const Verb = z.enum(approvalVerbs);
const Data = z
  .looseObject({ reference: Reference, question: z.unknown(), reason: z.unknown(), answer: z.unknown() })
  .partial({
    question: true,
    reason: true,
    answer: true,
  });
const typed = /^withdraw\s+([a-z]{3}-[0-9a-z]{8})[.! ]*$/i;

/** @returns `null` when it is about something else, which the conversation understands. Pure. */
export function approvalSaid(input: Extract<Input, { kind: 'said' | 'tapped' }>): ApprovalSaid | null {
  if (input.kind === 'said') {
    const [, quoted] = typed.exec(input.text.trim().slice(0, 100)) ?? [];
    if (quoted === undefined) return null;
    const reference = Reference.safeParse(quoted.toUpperCase());
    return reference.success ? { about: 'withdraw', reference: reference.data } : { about: 'nothing readable' };
  }
  const verb = Verb.safeParse(input.verb);
  if (!verb.success) return null;
  const data = Data.safeParse(input.data);
  return data.success ? tapped(verb.data, data.data) : { about: 'nothing readable' };
}

function tapped(verb: z.infer<typeof Verb>, data: z.infer<typeof Data>): ApprovalSaid {
  const { reference } = data;
  switch (verb) {
    case 'authorise':
      return { about: 'approver', reference, answer: { say: 'yes' } };
    case 'withdraw':
      return { about: 'withdraw', reference };
    case 'ask the host': {
      const words = Purpose.safeParse(data.question);
      if (!words.success) return { about: 'missing', reference, fault: 'question' };
      return { about: 'approver', reference, answer: { say: 'ask', words: words.data } };
    }
    case 'refuse it': {
      const words = Purpose.safeParse(data.reason);
      if (!words.success) return { about: 'missing', reference, fault: 'reason' };
      return { about: 'approver', reference, answer: { say: 'no', words: words.data } };
    }
    case 'answer the approver': {
      const words = Purpose.safeParse(data.answer);
      if (!words.success) return { about: 'missing', reference, fault: 'answer' };
      return { about: 'host', reference, answer: words.data };
    }
  }
}
