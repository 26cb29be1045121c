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

/** For whoever raises one in chat. */
export const raising = {
  title: 'Raise a concern at this meeting?',
  sure: 'Nobody is told yet. When you press the button, the safeguarding lead is told at once that you raised a concern at this meeting. What it is about is not asked here, and not kept: please tell them yourself.',
  button: 'Raise a concern',
  raised: 'You raised a concern',
  failed: 'Perhaps nobody was told',
  nothingKept:
    'I keep nothing of what you wrote about it. Please say it to the safeguarding lead. Your message still stands in this chat, where you can delete it.',
  which:
    'At which meeting? Please type it with its reference, such as “raise a concern TAC-0123ABCD”; “my meetings” shows the references of yours. If it cannot wait, please go to the safeguarding lead now.',
  notYours:
    'I cannot find that among the meetings at which you can raise a concern. Please go to the safeguarding lead yourself.',
  unreadable: 'I could not read that, so nobody was told. Please phone the safeguarding lead, or try again.',
  notTold: 'I cannot be sure that anybody was told. Please phone the safeguarding lead, or try again.',
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
