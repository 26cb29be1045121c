import type { Concern } from '../concerns/concern.ts';
import type { Reference } from '../meetings/ask.ts';
import type { Entry } from '../register/entry.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  button,
  type Element,
  heading,
  hint,
  notesBox,
  table,
} from './elements.ts';
import { meetingLink } from './meeting-link.ts';
import { concernSays, raising, concern as words } from './words/concerns.ts';
import { spanInWords, startInWords } from './words/dates.ts';
import { kindWords } from './words/kinds.ts';

/** The verb of the button; it carries the reference of a meeting, and no draft. */
export const concernVerbs = ['raise a concern'] as const;
export type ConcernVerb = (typeof concernVerbs)[number];

/** Before anybody is told: which meeting it is, and what pressing the button does. There is nothing to fill in. */
export const confirmConcernCard = ({ reference, ask }: Entry, notes: readonly string[]): AdaptiveCardJson =>
  adaptiveCard(
    [
      heading(raising.title),
      ...notesBox(notes),
      hint(raising.sure),
      ...table([
        { label: words.reference, value: reference },
        { label: words.kind, value: kindWords[ask.kind].title },
        { label: words.when, value: spanInWords(ask.start, ask.minutes) },
        { label: words.host, value: ask.host.name },
      ]),
    ],
    [raise(reference)],
  );

const raise = (reference: Reference): Element =>
  button({ title: raising.button, verb: 'raise a concern', data: { reference }, style: 'positive' });

/** In its place when the register did not answer: nobody may have heard of it, and it can be tried again. */
export const notToldCard = (reference: Reference, notes: readonly string[]): AdaptiveCardJson =>
  adaptiveCard(
    [heading(raising.failed), ...notesBox(notes), ...table([{ label: words.reference, value: reference }])],
    [raise(reference)],
  );

/** In its place, with nothing left to press: whether somebody was told, or has to be phoned. */
export const raisedConcernCard = (reference: Reference, concern: Concern): AdaptiveCardJson =>
  adaptiveCard([
    heading(raising.raised),
    ...notesBox([concernSays(concern)]),
    ...table([
      { label: words.reference, value: reference },
      { label: words.at, value: startInWords(concern.at) },
    ]),
  ]);

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
