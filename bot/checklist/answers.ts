import { z } from 'zod';
import { checklist } from '../cards/words/checklist.ts';
import { Purpose } from '../meetings/ask.ts';
import type { Keepable } from '../policy/pack.ts';
import { givesContactDetails } from '../policy/purpose-and-role.ts';
import type { Answer, Kept, LineName, MeetingMoment } from '../register/kept.ts';
import type { Todo } from './moments.ts';

/** From the fields of a card to what is kept of them. Pure. */

/** Why an answer cannot be taken as it stands; each has its sentence in cards/words/checklist.ts. */
export const answerFaults = ['date', 'time', 'words', 'contact'] as const;
export type AnswerFault = (typeof answerFaults)[number];

export type Read = {
  /** What differs from what the card showed: a colleague may have answered the rest since, and that stays. */
  readonly changed: readonly Answer[];
  readonly faults: ReadonlyMap<LineName, AnswerFault>;
};

type Taken =
  | { readonly taken: true; readonly answer: Answer['answer'] }
  | { readonly taken: false; readonly fault: AnswerFault };

/**
 * @param todo the lines of that moment, as they are shown
 * @param typed by line, as the card sent it; a line that is missing stays as it is
 * @param shown how the lines stood on that card
 */
export function readAnswers(
  { moment, todo }: { readonly moment: MeetingMoment; readonly todo: readonly Todo[] },
  typed: ReadonlyMap<LineName, string>,
  shown: ReadonlyMap<LineName, Pick<Kept, 'answer'>>,
): Read {
  const changed: Answer[] = [];
  const faults = new Map<LineName, AnswerFault>();
  for (const { name, of, says, keeps } of todo) {
    const text = typed.get(name);
    if (text === undefined) continue;
    const read = answerIn(text, keeps);
    if (!read.taken) faults.set(name, read.fault);
    else if (read.answer !== (shown.get(name)?.answer ?? ''))
      changed.push({ line: name, moment, asked: `${checklist.ask[of]}${says}`, answer: read.answer });
  }
  return { changed, faults };
}

/** How long a name, a list or a reference may be on the card. */
export const longest: Readonly<Record<Exclude<Keepable, 'tick' | 'date' | 'time'>, number>> = {
  name: 80,
  reference: 80,
  list: 200,
};

const Day = z.iso.date().regex(/^20\d\d/);
const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

function answerIn(text: string, keeps: Keepable): Taken {
  const said = text.trim();
  switch (keeps) {
    case 'tick':
      if (said === 'true') return taken('yes');
      return said === 'false' || said === '' ? taken('') : { taken: false, fault: 'words' };
    case 'date':
      return said === '' || Day.safeParse(said).success ? taken(said) : { taken: false, fault: 'date' };
    case 'time':
      return said === '' || Time.safeParse(said).success ? taken(said) : { taken: false, fault: 'time' };
    case 'name':
    case 'list':
    case 'reference':
      return wordsIn(said, longest[keeps]);
  }
}

const taken = (answer: Answer['answer']): Taken => ({ taken: true, answer });

function wordsIn(said: string, most: number): Taken {
  if (said === '') return taken('');
  const words = Purpose.safeParse(said);
  if (!words.success || words.data.length > most) return { taken: false, fault: 'words' };
  return givesContactDetails(words.data) ? { taken: false, fault: 'contact' } : taken(words.data);
}
