import type { Listing } from '../conforming/compare.ts';
import { type Entry, stands } from '../register/entry.ts';
import type { ReviewReason } from '../register/review.ts';
import { isDismissible, keyOf, openReasons } from '../reviewing/reasons.ts';
import { safeguardWords } from '../views/in-words.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  bullets,
  button,
  type Element,
  faultLine,
  heading,
  hint,
  link,
  literal,
  subheading,
  table,
} from './elements.ts';
import { spanInWords, startInWords } from './words/dates.ts';
import { kindWords } from './words/kinds.ts';
import { buttons, labels } from './words/questions.ts';
import { conforming, helps, reviewing, whys } from './words/reviewing.ts';

/** The cards about a meeting that stands and has to be looked at again: neither the child's initials nor any guest stand on them. */

/** The verbs of the buttons here; each carries the reference of the meeting and the reasons that were read. */
export const reviewVerbs = ['dismiss it'] as const;
export type ReviewVerb = (typeof reviewVerbs)[number];

// A card may have 28 KB in all, and policy may say much.
const mostClauses = 3;
const mostReasons = 10;

/** For whoever is to look at it: what changed, since when, and why that matters. */
export function reviewCard(entry: Entry, { fault, tabUrl }: { fault: boolean; tabUrl: string }): AdaptiveCardJson {
  const open = openReasons(entry);
  const reasons = entry.review?.reasons ?? [];
  const register = link(buttons.register, tabUrl);
  if (!stands(entry))
    return adaptiveCard([heading(reviewing.over), hint(reviewing.overHint), ...about(entry)], [register]);
  const title =
    open.length === 0
      ? [heading(reviewing.done), hint(reviewing.doneHint)]
      : [heading(reviewing.title), hint(reviewing.hint)];
  // Nobody dismisses what they have not read: what does not fit comes when these are cleared.
  const inOrder = [...open, ...reasons.filter((one) => !open.includes(one))].slice(0, mostReasons);
  const dismissible = inOrder.filter((one) => open.includes(one) && isDismissible(one));
  const shown = { reference: entry.reference, shown: dismissible.map(keyOf) };
  const field = { type: 'Input.Text', id: 'words', label: reviewing.input, maxLength: 200 };
  return adaptiveCard(
    [
      ...title,
      ...about(entry),
      ...reasonsInWords(inOrder, reasons.length),
      ...(fault ? [faultLine(reviewing.fault)] : []),
      ...(dismissible.length === 0 ? [] : [field]),
    ],
    [
      ...(dismissible.length === 0
        ? []
        : [button({ title: reviewing.dismiss, verb: 'dismiss it', data: shown, style: 'positive', inputs: 'auto' })]),
      ...(open.length === 0
        ? []
        : [
            button({
              title: reviewing.cancel,
              verb: 'cancel a meeting',
              data: { reference: entry.reference },
              style: 'destructive',
            }),
          ]),
      register,
    ],
  );
}

/** For the host: what changed, and what would help. */
export const toHostCard = (entry: Entry, tabUrl: string): AdaptiveCardJson =>
  adaptiveCard(
    [
      heading(reviewing.hostTitle),
      hint(reviewing.hostHint),
      ...about(entry),
      ...reasonsInWords(openReasons(entry), openReasons(entry).length),
      subheading(reviewing.whatHelps),
      ...bullets([...new Set(openReasons(entry).map(({ why }) => helps[why]))]),
    ],
    [
      button({ title: buttons.change, verb: 'change a meeting', data: { reference: entry.reference } }),
      link(buttons.register, tabUrl),
    ],
  );

/** For the safeguarding lead, when the start came near and a reason stood that nobody may dismiss. */
export const reviewLeadCard = (entry: Entry, what: 'hold' | 'end', tabUrl: string): AdaptiveCardJson =>
  adaptiveCard(
    [
      heading(reviewing.leadTitle[what]),
      ...about(entry),
      ...reasonsInWords(openReasons(entry), openReasons(entry).length),
    ],
    [link(buttons.register, tabUrl)],
  );

const about = ({ reference, ask }: Pick<Entry, 'reference' | 'ask'>): readonly Element[] =>
  table([
    { label: reviewing.reference, value: reference },
    { label: reviewing.kind, value: kindWords[ask.kind].title },
    { label: labels.when, value: spanInWords(ask.start, ask.minutes) },
    { label: reviewing.host, value: ask.host.name },
  ]);

const reasonsInWords = (shown: readonly ReviewReason[], all: number): readonly Element[] => [
  ...shown.slice(0, mostReasons).flatMap(reasonInWords),
  ...(all > mostReasons ? [hint(reviewing.more(all - mostReasons))] : []),
];

function reasonInWords(reason: ReviewReason): readonly Element[] {
  const { why, since, because, dismissed } = reason;
  const stays = dismissed === null && !isDismissible(reason) ? [hint(reviewing.stays)] : [];
  const answered = dismissed === null ? [] : [literal(`${reviewing.dismissed(dismissed.by.name)} ${dismissed.words}`)];
  return [
    literal({ text: whys[why], look: { weight: 'bolder' } }, ` ${reviewing.since(startInWords(since))}`),
    ...bullets(because.slice(0, mostClauses).map(({ id, says }) => `${id} ${says}`)),
    ...stays,
    ...answered,
  ];
}

const mostListed = 15;

/** For senior leaders: all of them at once. */
export function conformingCard(list: readonly Listing[], tabUrl: string): AdaptiveCardJson {
  const more = list.length - mostListed;
  return adaptiveCard(
    [
      heading(conforming.title),
      hint(conforming.hint),
      ...list.slice(0, mostListed).flatMap(listed),
      ...(more > 0 ? [hint(conforming.more(more))] : []),
    ],
    [link(buttons.register, tabUrl)],
  );
}

function listed({ reference, ask, is, settings, inTheWay, because }: Listing): readonly Element[] {
  const names = settings.map((setting) => safeguardWords[setting].name.toLowerCase()).join(', ');
  const stands = inTheWay.length === 0 || is === 'allow' ? [] : [conforming[is]];
  const stricter = settings.length === 0 ? [] : [conforming.stricter(names)];
  return [
    literal({ text: reference, look: { weight: 'bolder' } }, ` ${spanInWords(ask.start, ask.minutes)}`),
    ...[...stands, ...stricter].map((one) => literal(one)),
    ...bullets(because.slice(0, 2).map(({ id, says }) => `${id} ${says}`)),
  ];
}
