import { faults } from '../../cards/words/faults.ts';
import { Minutes } from '../../meetings/ask.ts';
import { fault, type Read, read } from './read.ts';

const hourWords: Readonly<Record<string, number>> = { an: 1, a: 1, one: 1, two: 2, three: 3 };
const H = '(\\d(?:\\.\\d+)?|an|a|one|two|three)';

/** In this order: the longer phrases first. "in 40 minutes" is a start and not a length. */
const phrases: readonly { readonly finds: RegExp; readonly minutes: (match: RegExpMatchArray) => number }[] = [
  { finds: /\b(?:three quarters of an|3\/4) hour\b/, minutes: () => 45 },
  { finds: /\b(?:an |one |a )?hour and a half\b/, minutes: () => 90 },
  { finds: /\btwo and a half hours\b/, minutes: () => 150 },
  { finds: /\bhalf (?:an |a )?hour\b/, minutes: () => 30 },
  { finds: /\bquarter of an hour\b/, minutes: () => 15 },
  {
    finds: new RegExp(`\\b${H} ?(?:hours?|hrs?|h)(?:,? ?(?:and )?(\\d{1,2}) ?(?:minutes|mins?|m)?)?\\b`),
    minutes: ([, hours = '', minutes = '0']) => (hourWords[hours] ?? Number(hours)) * 60 + Number(minutes),
  },
  { finds: /\b(\d{1,5})[ -]?(?:minutes?|mins?)\b/, minutes: ([, minutes]) => Number(minutes) },
];

export type LengthFound = { readonly length: Read<number>; readonly rest: string };

/** Finds a length inside a longer line; `null` when there is none. @param text as typed */
export function findLength(text: string): LengthFound | null {
  for (const { finds, minutes } of phrases) {
    const match = new RegExp(`(?<!\\bin |\\bin about )(?:\\bfor )?(?:about )?${finds.source}`, 'i').exec(text);
    if (match === null) continue;
    const lower = match[0].toLowerCase().match(finds);
    if (lower === null) continue;
    return {
      length: minutesOf(minutes(lower)),
      rest: `${text.slice(0, match.index)} , ${text.slice(match.index + match[0].length)}`,
    };
  }
  return null;
}

/** @param text the answer to "how long?": "45", "45 mins", "an hour and a half" */
export function readLength(text: string): Read<number> {
  const bare = /^\s*(\d{1,5})\s*$/.exec(text);
  if (bare !== null) return minutesOf(Number(bare[1]));
  return findLength(text)?.length ?? fault(faults.lengthUnread);
}

function minutesOf(minutes: number): Read<number> {
  if (minutes < 15 || minutes > 180) return fault(faults.lengthOutside);
  const parsed = Minutes.safeParse(minutes);
  return parsed.success ? read(parsed.data) : fault(faults.lengthUneven(Math.ceil(minutes / 5) * 5));
}
