import type { Concern } from '../concerns/concern.ts';
import type { Entry } from '../register/entry.ts';
import { type AdaptiveCardJson, adaptiveCard, heading, hint, table } from './elements.ts';
import { meetingLink } from './meeting-link.ts';
import { concern as words } from './words/concerns.ts';
import { spanInWords, startInWords } from './words/dates.ts';
import { kindWords } from './words/kinds.ts';

/** For the safeguarding lead, at once. Neither the child's initials nor any guest stand on it, and nothing of what it is about. */
export const concernCard = (
  { reference, ask }: Entry,
  { at, raisedBy, tabUrl }: Pick<Concern, 'at'> & { readonly raisedBy: string; readonly tabUrl: string },
): AdaptiveCardJson =>
  adaptiveCard(
    [
      heading(words.title),
      hint(words.hint),
      ...table([
        { label: words.by, value: raisedBy },
        { label: words.at, value: startInWords(at) },
        { label: words.reference, value: reference },
        { label: words.kind, value: kindWords[ask.kind].title },
        { label: words.when, value: spanInWords(ask.start, ask.minutes) },
        { label: words.host, value: ask.host.name },
      ]),
    ],
    [meetingLink(reference, tabUrl)],
  );
