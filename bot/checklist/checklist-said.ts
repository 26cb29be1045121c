import { z } from 'zod';
import { checklistVerbs } from '../cards/checklist-card.ts';
import type { Input } from '../conversation/conversation.ts';
import { Reference } from '../meetings/ask.ts';
import { LineName, type MeetingMoment, meetingMoments, type Seen } from '../register/kept.ts';

/** What somebody tapped or typed about a checklist, parsed like any other input: a card's fields may be anybody's invention. */
export type ChecklistSaid =
  /** `moment`: the one whose button was pressed on the checklist itself; `null` where the clock says which. */
  | { readonly about: 'show'; readonly reference: Reference; readonly moment: MeetingMoment | null }
  | {
      readonly about: 'keep';
      readonly reference: Reference;
      readonly moment: MeetingMoment;
      /** The answers that the card knew of. */
      readonly seen: Seen;
      readonly typed: ReadonlyMap<LineName, string>;
    }
  /** Typed without saying which meeting's. */
  | { readonly about: 'which' }
  /** What the school as a whole has to see to. */
  | { readonly about: 'school' }
  | { readonly about: 'nothing readable' };

const Verb = z.enum(checklistVerbs);
const Show = z.looseObject({ reference: Reference, moment: z.enum(meetingMoments).nullable().default(null) });
const Keep = z.looseObject({
  reference: Reference,
  moment: z.enum(meetingMoments),
  seen: z
    .record(z.string(), z.unknown())
    .transform((rows) => new Map(Object.entries(rows)))
    .pipe(z.map(LineName, z.int().positive())),
});
/** Longer than any field of ours takes, so that what is too long is shown again with a sentence. */
const Typed = z.map(LineName, z.string().max(5000)).max(300);

const asked = /^check ?list(?:\s+(?:for\s+)?(\S+?))?[.!? ]*$/i;
const askedOfSchool = /^what (?:does )?our policy asks?(?: of us)?[.!? ]*$/i;

/** @returns `null` when it is about something else, which the conversation understands. Pure. */
export function checklistSaid(input: Extract<Input, { kind: 'said' | 'tapped' }>): ChecklistSaid | null {
  return input.kind === 'said' ? typedIn(input.text.trim().slice(0, 100)) : tapped(input.verb, input.data);
}

function typedIn(text: string): ChecklistSaid | null {
  if (askedOfSchool.test(text)) return { about: 'school' };
  const found = asked.exec(text);
  if (found === null) return null;
  const [, quoted] = found;
  if (quoted === undefined) return { about: 'which' };
  const reference = Reference.safeParse(quoted.toUpperCase());
  return reference.success ? { about: 'show', reference: reference.data, moment: null } : { about: 'which' };
}

function tapped(pressed: string, carried: unknown): ChecklistSaid | null {
  const verb = Verb.safeParse(pressed);
  if (!verb.success) return null;
  if (verb.data === 'show the checklist') {
    const show = Show.safeParse(carried);
    if (!show.success) return { about: 'nothing readable' };
    return { about: 'show', reference: show.data.reference, moment: show.data.moment };
  }
  const data = Keep.safeParse(carried);
  if (!data.success) return { about: 'nothing readable' };
  const { reference, moment, seen, ...fields } = data.data;
  // A field's id is the name of its line; nothing else on a card has a stroke in its name.
  const typed = Typed.safeParse(new Map(Object.entries(fields).filter(([name]) => name.includes('/'))));
  if (!typed.success) return { about: 'nothing readable' };
  return { about: 'keep', reference, moment, seen, typed: typed.data };
}
