import type { Ask } from '../meetings/ask.ts';
import type { Clause } from '../policy/decision.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  bullets,
  type Element,
  folded,
  heading,
  hint,
  literal,
  liveButton,
  notesBox,
  subheading,
  table,
  warningsBox,
} from './elements.ts';
import type { Known, ReviewView } from './view.ts';
import { lengthInWords, spanInWords } from './words/dates.ts';
import { buttons, labels, yearInWords } from './words/questions.ts';
import { review, safeguardsInWords } from './words/review.ts';

/** Everything that Send will do, and why it may; or why it may not. */
export function reviewCard({ ask, decision, live, notes, warnings }: ReviewView): AdaptiveCardJson {
  const refused = decision.verdict === 'refuse';
  const top = [
    heading(refused ? review.refusedTitle : review.title),
    ...notesBox(notes),
    ...warningsBox(review.warnings, warnings),
  ];
  const meeting = [{ type: 'Container', style: 'emphasis', items: [...table(askInWords(ask))] }];
  const policy = [subheading(review.clauses), ...decision.because.map(clause)];
  // What allows a meeting is a tap away; what refuses it is the first thing to read.
  const why = folded('clauses', review.clauses, decision.because.map(clause));
  const plan = [
    subheading(review.whoGetsWhat),
    ...whoGetsWhat(ask),
    subheading(review.safeguards),
    ...bullets(safeguardsInWords(decision.safeguards, ask)),
    subheading(review.whatHappens),
    ...bullets(review.steps(ask.guests.length)),
  ];
  const send = liveButton(live, { title: buttons.send, verb: 'send', style: 'positive' });
  return adaptiveCard(refused ? [...top, ...policy, ...meeting] : [...top, ...meeting, ...plan, ...why], [
    ...(refused ? [] : [send]),
    liveButton(live, { title: buttons.change, verb: 'change' }),
    liveButton(live, { title: buttons.cancel, verb: 'cancel' }),
  ]);
}

/** The meeting in the words of the cards, the guests left out. */
export function askInWords(ask: Ask): readonly Known[] {
  return [
    { label: labels.child, value: `${ask.child.initials}, ${yearInWords(ask.child.year)}` },
    { label: labels.purpose, value: ask.purpose },
    { label: labels.when, value: spanInWords(ask.start, ask.minutes) },
    { label: labels.length, value: lengthInWords(ask.minutes) },
    { label: labels['second adult'], value: ask.secondAdult.name },
  ];
}

const bold = (text: string) => ({ text, look: { weight: 'bolder' } }) as const;

function whoGetsWhat(ask: Ask): readonly Element[] {
  return [
    literal(bold('You'), `: ${review.hostGets}.`),
    literal(bold(ask.secondAdult.name), `: ${review.secondAdultGets}.`),
    ...ask.guests.map(({ name, role, agency, address }) => literal(bold(name), ` (${role}, ${agency}), ${address}`)),
    hint(review.guestsGet),
  ];
}

const clause = ({ id, says }: Clause): Element =>
  literal({ text: `${id} `, look: { weight: 'bolder' } }, { text: says, look: { isSubtle: true } });
