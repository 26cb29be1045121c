import { z } from 'zod';
import { agreementVerbs } from '../cards/agreements-card.ts';
import type { agreementFaults } from '../cards/words/agreements.ts';
import type { Input } from '../conversation/conversation.ts';
import { Reference } from '../meetings/ask.ts';
import { todayOf } from '../policy/school-day.ts';
import { Statement } from '../register/agreements.ts';
import type { Said } from './agree.ts';

/** What somebody tapped or typed about agreements, parsed like any other input: a card's fields may be anybody's invention. */
export type AgreementSaid =
  /** `tapped`: on a card about something else, which stays. */
  | { readonly about: 'look'; readonly reference: Reference; readonly tapped: boolean }
  | { readonly about: 'say'; readonly reference: Reference; readonly said: Said }
  /** Something is not filled in, or cannot be taken; what can is shown again. */
  | {
      readonly about: 'missing';
      readonly reference: Reference;
      readonly fault: Exclude<keyof typeof agreementFaults, 'unreadable'>;
      readonly chosen: Partial<Said>;
    }
  | { readonly about: 'which' }
  | { readonly about: 'nothing readable' };

const Verb = z.enum(agreementVerbs);
const Data = z.looseObject({ reference: Reference });
const Key = Statement.shape.guest.shape.key;
const { agreement: Which, how: How, on: Day } = Statement.shape;
const typed = /^agreements?(?:\s+(?:for|of))?(?:\s+([a-z]{3}-[0-9a-z]{8}))?[.!? ]*$/i;

/** @returns `null` when it is about something else, which the conversation understands. Pure. */
export function agreementSaid(input: Extract<Input, { kind: 'said' | 'tapped' }>, now: Date): AgreementSaid | null {
  if (input.kind === 'said') {
    const found = typed.exec(input.text.trim().slice(0, 100));
    if (found === null) return null;
    const reference = Reference.safeParse(found[1]?.toUpperCase());
    return reference.success ? { about: 'look', reference: reference.data, tapped: false } : { about: 'which' };
  }
  const verb = Verb.safeParse(input.verb);
  if (!verb.success) return null;
  const data = Data.safeParse(input.data);
  if (!data.success) return { about: 'nothing readable' };
  const { reference } = data.data;
  if (verb.data === 'agreements') return { about: 'look', reference, tapped: true };
  return filledIn(data.data, verb.data === 'agreement given' ? 'given' : 'withdrawn', now);
}

function filledIn(data: z.infer<typeof Data>, says: Said['says'], now: Date): AgreementSaid {
  const { reference } = data;
  const on = data['on'] === undefined || data['on'] === '' ? todayOf(now) : Day.safeParse(data['on']).data;
  const guest = Key.safeParse(data['guest']).data;
  const agreement = Which.safeParse(data['agreement']).data;
  const how = How.safeParse(data['how']).data;
  const chosen = { ...(guest && { guest }), ...(agreement && { agreement }), ...(how && { how }), ...(on && { on }) };
  const missing = (fault: 'guest' | 'agreement' | 'how' | 'on') =>
    ({ about: 'missing', reference, fault, chosen }) as const;
  if (guest === undefined) return missing('guest');
  if (agreement === undefined) return missing('agreement');
  if (how === undefined) return missing('how');
  if (on === undefined) return missing('on');
  return { about: 'say', reference, said: { guest, agreement, says, how, on } };
}
