import type { Concern } from '../../concerns/concern.ts';
import { inLondon } from '../../london.ts';
import { timeInWords } from './dates.ts';

/** What is read about a concern: never what it is about. */

export const concern = {
  title: 'A concern was raised at a meeting',
  hint: 'What it is about is not written down here. Please speak to whoever raised it now.',
  by: 'Raised by',
  at: 'Raised at',
  reference: 'Meeting',
  kind: 'Kind',
  when: 'When',
  host: 'Host',
} as const;

const timeOf = (at: string): string => timeInWords(inLondon(at));

/** For whoever raised it. */
export function concernSays({ told, toldAt, at }: Concern): string {
  const when = timeOf(toldAt ?? at);
  switch (told) {
    case 'told':
      return `The safeguarding lead was told at ${when}. What it is about, tell them yourself.`;
    case 'others told':
      return `The safeguarding lead could not be reached. The head and senior leaders were told at ${when}. Please phone the safeguarding lead as well.`;
    case 'nobody told':
      return 'Nobody could be reached in Teams. Please phone the safeguarding lead now.';
    case 'not yet':
      return 'It is written down, and nobody could be reached yet. Please phone the safeguarding lead now.';
  }
}
