import { z } from 'zod';
import { recordingVerbs } from '../cards/recording-card.ts';
import type { Input } from '../conversation/conversation.ts';
import { Recording, Reference } from '../meetings/ask.ts';

/** What somebody tapped or typed about recording a meeting, parsed like any other input: a card's fields may be anybody's invention. */
export type RecordingSaid =
  /** `tapped`: on a card about something else, which stays. */
  | { readonly about: 'look'; readonly reference: Reference; readonly tapped: boolean }
  | { readonly about: 'open'; readonly reference: Reference; readonly recording: Recording }
  | { readonly about: 'close'; readonly reference: Reference }
  | {
      readonly about: 'missing';
      readonly reference: Reference;
      readonly fault: 'purpose' | 'deleteOn';
      readonly chosen: Partial<Recording>;
    }
  | { readonly about: 'which' }
  | { readonly about: 'nothing readable' };

const Verb = z.enum(recordingVerbs);
const Data = z.looseObject({ reference: Reference, purpose: z.unknown(), deleteOn: z.unknown() }).partial({
  purpose: true,
  deleteOn: true,
});
const typed = /^(?:please )?(open|close)(?: (?:a|the))? recording(?:(?: of| for)? ([a-z]{3}-[0-9a-z]{8}))?[.! ]*$/i;

/** @returns `null` when it is about something else. Pure. */
export function recordingSaid(input: Extract<Input, { kind: 'said' | 'tapped' }>): RecordingSaid | null {
  if (input.kind === 'said') {
    const [whole, deed = '', quoted] = typed.exec(input.text.trim().slice(0, 100)) ?? [];
    if (whole === undefined) return null;
    const reference = Reference.safeParse(quoted?.toUpperCase()).data;
    if (reference === undefined) return { about: 'which' };
    return deed.toLowerCase() === 'close' ? { about: 'close', reference } : { about: 'look', reference, tapped: false };
  }
  const verb = Verb.safeParse(input.verb);
  if (!verb.success) return null;
  const data = Data.safeParse(input.data);
  return data.success ? tapped(verb.data, data.data) : { about: 'nothing readable' };
}

function tapped(verb: z.infer<typeof Verb>, data: z.infer<typeof Data>): RecordingSaid {
  const { reference } = data;
  switch (verb) {
    case 'recording':
      return { about: 'look', reference, tapped: true };
    case 'close recording':
      return { about: 'close', reference };
    case 'open recording': {
      const purpose = Recording.shape.purpose.safeParse(data.purpose).data;
      const deleteOn = Recording.shape.deleteOn.safeParse(data.deleteOn).data;
      const chosen = { ...(purpose && { purpose }), ...(deleteOn && { deleteOn }) };
      if (purpose === undefined) return { about: 'missing', reference, fault: 'purpose', chosen };
      if (deleteOn === undefined) return { about: 'missing', reference, fault: 'deleteOn', chosen };
      return { about: 'open', reference, recording: { purpose, deleteOn } };
    }
  }
}
