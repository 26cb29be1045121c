import {
  type Calendars,
  calendarNotes,
  difference,
  invitedInWords,
  steps,
  titleOf,
  titleOfButton,
  writtenTo,
} from '../cards/change-review-card.ts';
import { approverInWords, listInWords } from '../cards/words/approvers.ts';
import { changeButtons, changing } from '../cards/words/changing.ts';
import { checkedInWords, review } from '../cards/words/review.ts';
import type { Reviewed } from '../changing/changing.ts';
import type { Wanted } from '../changing/wanted.ts';
import type { Wish } from '../changing/wish.ts';
import { type Confirmation, guestsOf, type WayOfChecking, waysOfChecking } from '../meetings/ask.ts';
import type { Clause } from '../policy/decision.ts';
import type { Entry } from '../register/entry.ts';
import { type Version, versionOf } from '../register/version.ts';

/** What a change leads to, before anything is done: what will be, what policy says and asks, who is written to. Pure. */

/** `ways`: it is answered by choosing one of them; every other question by a tick. */
export type QuestionView = {
  readonly asks: Confirmation;
  readonly says: string;
  readonly clauses: readonly Clause[];
  readonly ways?: readonly { readonly way: WayOfChecking; readonly says: string }[];
};

export type ChangeView = {
  readonly title: string;
  /** Policy says no; there is no button. */
  readonly refused: boolean;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly questions: readonly QuestionView[];
  /** Which of the guests are new to the school; empty when none is. */
  readonly newGuests: string;
  /** Whose yes it needs first; absent when it needs none. */
  readonly yes?: { readonly says: string; readonly clauses: readonly Clause[] };
  readonly notes: readonly string[];
  /** Starts at which everybody is free, where somebody is not; UTC. */
  readonly freeInstead: readonly string[];
  readonly writtenTo: string;
  readonly steps: readonly string[];
  readonly clauses: readonly Clause[];
  /** After a refusal: what would be allowed. */
  readonly instead: readonly string[];
  readonly setAside: readonly { readonly why: string; readonly clauses: readonly Clause[] }[];
  readonly button: string;
  /** What the act sends back as it stands. */
  readonly wanted: Wanted;
  readonly version: Version;
};

/** @param calendars who has something else then */
export function changeView(
  reviewed: Extract<Reviewed, { done: true }>,
  { wish, wanted, calendars }: { wish: Wish; wanted: Wanted; calendars: Calendars },
): ChangeView {
  const { entry, wished, decision, needsYes, newAddresses } = reviewed;
  const { to } = wish;
  const refused = decision.verdict === 'refuse';
  const names = guestsOf(wished.ask).flatMap(({ name, address }) => (newAddresses.includes(address) ? [name] : []));
  const yesCounts = decision.authorisedBy.length > 0 && !needsYes ? [changing.yesCounts] : [];
  return {
    title: titleOf({ decision, needsYes, to }),
    refused,
    rows: difference(to, entry.ask, wished.ask),
    questions: decision.verdict === 'ask' ? decision.questions.map(questionView) : [],
    newGuests: names.length > 0 ? review.newHere(names) : '',
    ...(needsYes && !refused && { yes: yesView(decision) }),
    notes: refused
      ? []
      : [...(needsYes ? [changing.staysMeanwhile] : yesCounts), ...calendarNotes(calendars, wished.ask.start)],
    freeInstead: refused ? [] : calendars.free,
    writtenTo: refused ? '' : writtenTo(entry.ask, wished),
    steps: refused ? [] : steps(to),
    clauses: decision.because,
    instead: decision.instead,
    setAside: decision.setAside.map(({ why, because }) => ({ why: review.setAsideAs[why], clauses: because })),
    button: titleOfButton({ needsYes, to }),
    // A time that was read once is not read again at another moment.
    wanted: wish.to === 'move' ? { to: 'move', when: { start: wish.start, minutes: wish.minutes } } : wanted,
    version: versionOf(entry),
  };
}

const questionView = ({ asks, says, because }: DecisionQuestion): QuestionView => ({
  asks,
  says,
  clauses: because,
  ...(asks === 'addresses checked' && {
    ways: waysOfChecking.map((way) => ({ way, says: sentence(checkedInWords[way]) })),
  }),
});

type DecisionQuestion = Entry['decision']['questions'][number];

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

function yesView({ authorisedBy, authorisedBecause }: Entry['decision']): NonNullable<ChangeView['yes']> {
  const who = listInWords(authorisedBy.map((group) => approverInWords[group]));
  return { says: review.mustSayYes(who, authorisedBy.length), clauses: authorisedBecause };
}

/** What a cancellation leads to. */
export type CancelView = {
  readonly title: string;
  readonly notes: readonly string[];
  readonly steps: readonly string[];
  readonly button: string;
  readonly version: Version;
};

export const cancelView = (entry: Entry): CancelView => ({
  title: changing.cancelTitle,
  notes: [changing.cancelHint, ...(entry.amendment === null ? [] : [changing.changeFallsAway])],
  steps: changing.cancelSteps(listInWords(invitedInWords(entry.ask))),
  button: changeButtons.cancelNow,
  version: versionOf(entry),
});
