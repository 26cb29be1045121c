import { type Confirmation, waysOfChecking } from '../meetings/ask.ts';
import type { Clause, Decision } from '../policy/decision.ts';
import { askInWords, whoGetsWhat } from './ask-in-words.ts';
import { adviceLine } from './checklist-card.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  bullets,
  type Element,
  folded,
  heading,
  literal,
  liveButton,
  notesBox,
  subheading,
  table,
  warningsBox,
} from './elements.ts';
import { checkedId, type ReviewView, tickId } from './view.ts';
import { approverInWords, listInWords } from './words/approvers.ts';
import { checklist } from './words/checklist.ts';
import { buttons } from './words/questions.ts';
import { afterYes, buttonFor, checkedInWords, review, safeguardsInWords, stepsOf } from './words/review.ts';

/** Everything that the button will do, and why it may; or what it needs first; or why it may not. */
export function reviewCard(view: ReviewView): AdaptiveCardJson {
  const { ask, decision, live, notes, warnings } = view;
  const top = [
    heading(titleOf(view)),
    ...notesBox(notes),
    ...warningsBox(review.warnings, warnings),
    ...setAside(decision),
  ];
  const meeting = [{ type: 'Container', style: 'emphasis', items: [...table(askInWords(ask))] }];
  const press = liveButton(live, { title: buttonFor(view), verb: 'send', style: 'positive', inputs: 'auto' });
  const body = decision.verdict === 'refuse' ? [...refusal(decision), ...meeting] : [...meeting, ...goingAhead(view)];
  return adaptiveCard(
    [...top, ...body],
    [
      // What could not be checked may be answered in a minute.
      decision.verdict === 'refuse' ? liveButton(live, { title: buttons.checkAgain, verb: 'back' }) : press,
      liveButton(live, { title: buttons.change, verb: 'change' }),
      liveButton(live, { title: buttons.cancel, verb: 'cancel' }),
    ],
  );
}

function titleOf({ ask, decision }: ReviewView): string {
  if (decision.verdict === 'refuse') return review.refusedTitle;
  if (decision.authorisedBy.length > 0) return review.authoriseTitle;
  return ask.place === 'teams' ? review.title : review.writeDownTitle;
}

/** What refuses it is the first thing to read, and what would be allowed the second. */
export function refusal({ because, instead }: Decision): readonly Element[] {
  const allowed = instead.length === 0 ? [] : [subheading(review.instead), ...bullets(instead)];
  return [subheading(review.clauses), ...because.map(clause), ...allowed];
}

function goingAhead(view: ReviewView): readonly Element[] {
  const { ask, decision } = view;
  const teams = ask.place === 'teams';
  const approved = decision.authorisedBy.length > 0;
  return [
    ...questions(view),
    ...(approved ? authorisation(decision) : []),
    subheading(review.whoGetsWhat),
    ...whoGetsWhat(ask),
    ...(teams ? told(decision) : []),
    ...(teams ? [subheading(review.safeguards), ...bullets(safeguardsInWords(decision.safeguards, ask))] : []),
    subheading(review.whatHappens),
    ...bullets(approved ? [...afterYes(ask)] : [...stepsOf(ask)]),
    // What allows a meeting is a tap away.
    ...(decision.verdict === 'allow' ? folded('clauses', review.clauses, decision.because.map(clause)) : []),
    ...(view.advice.length === 0 ? [] : folded('advice', checklist.advice, view.advice.map(adviceLine))),
  ];
}

type Answering = Pick<ReviewView, 'decision' | 'ticked' | 'checked' | 'newGuests'>;

/** A tap a question, its clause beneath it. A pack's sentences are the school's own fixed words, so they may stand as a title. */
export function questions(view: Answering): readonly Element[] {
  const { verdict, questions: open } = view.decision;
  if (verdict !== 'ask') return [];
  const onlyHow = open.every(({ asks }) => asks === 'addresses checked');
  return [
    subheading(onlyHow ? review.answers : review.ticks),
    ...open.flatMap(({ asks, says, because }) => [
      ...(asks === 'addresses checked' ? howChecked(view, says) : [tick(asks, says, view)]),
      ...because.map(clause),
    ]),
  ];
}

const tick = (asks: Confirmation, says: string, { ticked }: Answering): Element => ({
  type: 'Input.Toggle',
  id: tickId(asks),
  title: says,
  wrap: true,
  value: ticked.includes(asks) ? 'true' : 'false',
});

/** All ways stand open: one tap, as a tick would be, where a list to be unfolded takes two. */
const howChecked = ({ checked, newGuests }: Answering, says: string): readonly Element[] => [
  {
    type: 'Input.ChoiceSet',
    id: checkedId,
    label: says,
    style: 'expanded',
    choices: waysOfChecking.map((way) => ({ title: sentence(checkedInWords[way]), value: way })),
    ...(checked !== null && { value: checked }),
  },
  ...(newGuests.length === 0 ? [] : [literal(review.newHere(newGuests))]),
];

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const told = (decision: Decision): readonly Element[] =>
  decision.told.flatMap(({ says, because }) => [literal(says), ...because.map(clause)]);

export function authorisation({ authorisedBy, authorisedBecause }: Decision): readonly Element[] {
  const who = listInWords(authorisedBy.map((group) => approverInWords[group]));
  return [
    subheading(review.authorisation),
    literal(review.mustSayYes(who, authorisedBy.length)),
    ...authorisedBecause.map(clause),
  ];
}

/** What would have stood in the way, and why it does not. */
export function setAside({ setAside: rules }: Decision): readonly Element[] {
  if (rules.length === 0) return [];
  return [
    subheading(review.setAside),
    ...rules.flatMap(({ why, because }) => [literal(review.setAsideAs[why]), ...because.map(clause)]),
  ];
}

export const clause = ({ id, says }: Clause): Element =>
  literal({ text: `${id} `, look: { weight: 'bolder' } }, { text: says, look: { isSubtle: true } });
