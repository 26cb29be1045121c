import { type Pending, pendingOf } from '../authorising/authorise.ts';
import type { Advice } from '../checklist/moments.ts';
import { type Ask, guestsOf, pupilAttends, type Reference } from '../meetings/ask.ts';
import type { Fact } from '../policy/fact.ts';
import type { Entry } from '../register/entry.ts';
import { askInWords } from './ask-in-words.ts';
import { adviceLine } from './checklist-card.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  bullets,
  button,
  type Element,
  faultLine,
  folded,
  heading,
  hint,
  link,
  literal,
  notesBox,
  subheading,
  table,
} from './elements.ts';
import type { Known } from './view.ts';
import { approverInWords, listInWords } from './words/approvers.ts';
import {
  approvalButtons,
  approvalFaults,
  approvalInputs,
  approver,
  confirmedBy,
  decided,
  toHost,
} from './words/authorisation.ts';
import { forApprover } from './words/checklist.ts';
import { spanInWords } from './words/dates.ts';
import { kindWords } from './words/kinds.ts';
import { buttons, labels } from './words/questions.ts';

/** The card an approver says yes or no on, what stands in its place afterwards, and the question that goes back to the host. */

/** The verbs of the buttons here; each carries the reference of the request, and no draft. */
export const approvalVerbs = ['authorise', 'ask the host', 'refuse it', 'answer the approver', 'withdraw'] as const;
export type ApprovalVerb = (typeof approvalVerbs)[number];

/** What was asked for in a field and cannot be taken as it stands. */
export type ApprovalFault = 'question' | 'reason' | 'answer';

export type ApproverView = {
  readonly entry: Entry;
  readonly why: keyof typeof approver.title;
  /** Names of the staff who come and have something else then. */
  readonly busy: Fact<readonly string[]>;
  readonly fault: ApprovalFault | null;
  /** What the packs ask of whoever says yes, now or later. */
  readonly besides: readonly Advice[];
  readonly tabUrl: string;
};

/** As the request stands: to be decided, or what was decided. */
export function approverCard(view: ApproverView): AdaptiveCardJson {
  const pending = pendingOf(view.entry);
  return pending === null ? decidedCard(view.entry, view.tabUrl) : openCard(view, pending);
}

function openCard({ entry, why, busy, fault, besides, tabUrl }: ApproverView, pending: Pending): AdaptiveCardJson {
  const { reference, ask, decision } = entry;
  const said = (field: ApprovalFault) => (fault === field ? [faultLine(approvalFaults[field])] : []);
  const body = [
    heading(approver.title[why]),
    ...notesBox(progress(pending)),
    ...whatItIs(entry).map(hint),
    { type: 'Container', style: 'emphasis', items: [...table(meetingInWords(entry))] },
    ...people(ask),
    ...exceptions(entry),
    subheading(approver.clashes),
    literal(clashInWords(busy)),
    subheading(approver.clauses),
    ...decision.authorisedBecause.slice(0, mostClauses).map(({ id, says }) => literal(bold(`${id} `), says)),
    ...(besides.length === 0 ? [] : folded('besides', forApprover, besides.map(adviceLine))),
    ...unfolded('question', fault, [
      ...said('question'),
      line('question', approvalInputs.question),
      inCard(act(reference, approvalButtons.sendQuestion, 'ask the host')),
    ]),
    ...unfolded('reason', fault, [
      ...said('reason'),
      line('reason', approvalInputs.reason),
      inCard(act(reference, approvalButtons.sendRefusal, 'refuse it', 'destructive')),
    ]),
  ];
  return adaptiveCard(body, [
    button({ title: approvalButtons.yes, verb: 'authorise', data: { reference }, style: 'positive' }),
    toggle(approvalButtons.ask, 'question'),
    toggle(approvalButtons.no, 'reason'),
    link(buttons.register, tabUrl),
  ]);
}

/** What a yes leads to, before it is given. */
export function whatItIs({ amendment, replaces, ask }: Entry): readonly string[] {
  if (amendment !== null) return [approver.aChange[amendment.what], approver.standsMeanwhile];
  const nothing = ask.place === 'teams' ? approver.nothingYet : approver.nothingElsewhere;
  return [nothing, ...(replaces === null ? [] : [approver.inPlaceOf(replaces)])];
}

const mostClauses = 12;
const bold = (text: string) => ({ text, look: { weight: 'bolder' } }) as const;
const names = (those: readonly { readonly name: string }[]): string => listInWords(those.map(({ name }) => name));

/** What was said to it so far. */
export function progress({ yes, of, ...pending }: Pending): readonly string[] {
  const left = listInWords(of.map((group) => approverInWords[group]));
  return [
    ...(yes.length === 0 ? [] : [approver.yesSoFar(names(yes.map(({ by }) => by)), left)]),
    ...(pending.state === 'asked back' ? [approver.questionOut(pending.by.name), pending.question] : []),
    ...(pending.state === 'wanted' && pending.answered
      ? [
          `${approver.question} (${pending.answered.by.name}): ${pending.answered.question}`,
          `${approver.answer}: ${pending.answered.answer}`,
        ]
      : []),
  ];
}

/** The request in rows; whoever comes from outside stands below. */
const meetingInWords = ({ reference, ask }: Entry): readonly Known[] => [
  { label: approver.reference, value: reference },
  ...askInWords(ask),
  { label: approver.host, value: ask.host.name },
];

/** With role and agency and without an address: to decide, nobody needs one. */
function people(ask: Ask): readonly Element[] {
  const guests = guestsOf(ask);
  const attends = pupilAttends(ask) ? [hint(approver.pupilsAttend)] : [];
  if (guests.length === 0) return [subheading(approver.people), hint(approver.noOutsiders), ...attends];
  const each = guests.map(({ name, role, agency }) => literal(bold(name), ` (${role}, ${agency})`));
  return [subheading(approver.people), ...each, ...attends];
}

/** Clauses that would have stood in the way, and why they did not. */
export const setAsideInWords = ({ decision }: Pick<Entry, 'decision'>): readonly string[] =>
  decision.setAside.flatMap(({ why, because }) =>
    because.map(({ id, says }) => `${id} ${says} (${why === 'urgent' ? approver.urgency : approver.waiver})`),
  );

/** What is out of the ordinary: what the host had to say yes to, and what was set aside. */
function exceptions({ ask, decision }: Entry): readonly Element[] {
  const ticks = confirmedBy(ask);
  const aside = setAsideInWords({ decision });
  return [
    ...(ticks.length === 0 ? [] : [subheading(approver.confirmed), ...bullets(ticks)]),
    ...(aside.length === 0 ? [] : [subheading(approver.setAside), ...bullets(aside.slice(0, mostClauses))]),
  ];
}

/** What the calendars of the staff who come say. */
export function clashInWords(busy: Fact<readonly string[]>): string {
  if (!busy.known) return approver.clashUnknown;
  return busy.value.length === 0 ? approver.noClash : approver.clash(listInWords(busy.value));
}

/** What was decided; the same for whoever tapped and for everybody else who has the card. */
function decidedCard(entry: Entry, tabUrl: string): AdaptiveCardJson {
  const { title, next, rows } = outcomeOf(entry);
  const { reference, ask } = entry;
  const about = [
    { label: approver.reference, value: reference },
    { label: approver.kind, value: kindWords[ask.kind].title },
    { label: labels.when, value: spanInWords(ask.start, ask.minutes) },
    { label: approver.host, value: ask.host.name },
  ];
  return adaptiveCard([heading(title), hint(next), ...table([...rows, ...about])], [link(buttons.register, tabUrl)]);
}

/** How a request that waits no longer was decided. */
export function outcomeOf(entry: Entry): { title: string; next: string; rows: readonly Known[] } {
  const { authorisation, stoppedBy, ask, amendment, status, step, replacedBy } = entry;
  if (status === 'moved' || replacedBy !== null) return { title: decided.moved, next: decided.goneNext, rows: [] };
  if (status === 'cancelled' || step === 'end') return { title: decided.cancelled, next: decided.goneNext, rows: [] };
  if (amendment?.came.to === 'nothing') {
    const { words } = amendment.came;
    const rows = words === null ? [] : [{ label: decided.reason, value: words }];
    return { title: decided.notChanged, next: decided.notChangedNext, rows };
  }
  if (stoppedBy === 'withdrawn') return { title: decided.withdrawn, next: decided.withdrawnNext, rows: [] };
  switch (authorisation.state) {
    case 'given': {
      const by = { label: decided.by, value: names(authorisation.yes.map((one) => one.by)) };
      const made = ask.place === 'teams' ? decided.arranging : decided.writtenDown;
      const next = amendment === null ? made : decided.changing;
      return { title: decided.authorised, next, rows: [by] };
    }
    case 'refused': {
      const { by, reason } = authorisation;
      const rows = [
        { label: decided.by, value: by.name },
        { label: decided.reason, value: reason },
      ];
      return { title: decided.refused, next: decided.refusedNext, rows };
    }
    case 'not needed':
    case 'wanted':
    case 'asked back':
      return { title: decided.late, next: decided.lateNext, rows: [] };
  }
}

/** The approver's question, for the host, who answers in one line; once that is done, how the request stands. */
export function questionForHost(entry: Entry, { fault, tabUrl }: Pick<ApproverView, 'tabUrl'> & { fault: boolean }) {
  const pending = pendingOf(entry);
  if (pending === null) return decidedCard(entry, tabUrl);
  const { reference, ask } = entry;
  const rows = table([
    { label: approver.reference, value: reference },
    { label: labels.purpose, value: ask.purpose },
    { label: labels.when, value: spanInWords(ask.start, ask.minutes) },
  ]);
  if (pending.state === 'wanted')
    return adaptiveCard([heading(toHost.answeredTitle), hint(toHost.answeredHint), ...rows]);
  return adaptiveCard(
    [
      heading(toHost.questionTitle),
      hint(toHost.questionHint),
      literal(bold(`${pending.by.name}: `), pending.question),
      ...rows,
      ...(fault ? [faultLine(approvalFaults.answer)] : []),
      line('answer', approvalInputs.answer),
    ],
    [
      act(reference, approvalButtons.sendAnswer, 'answer the approver', 'positive'),
      button({ title: approvalButtons.withdraw, verb: 'withdraw', data: { reference } }),
    ],
  );
}

const act = (reference: Reference, title: string, verb: ApprovalVerb, style?: 'positive' | 'destructive'): Element =>
  button({ title, verb, data: { reference }, inputs: 'auto', ...(style && { style }) });

const inCard = (action: Element): Element => ({ type: 'ActionSet', spacing: 'small', actions: [action] });

const toggle = (title: string, id: ApprovalFault): Element => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements: [`${id}-fields`],
});

const unfolded = (id: ApprovalFault, fault: ApprovalFault | null, items: readonly Element[]): readonly Element[] => [
  { type: 'Container', id: `${id}-fields`, isVisible: fault === id, separator: true, items },
];

const line = (id: ApprovalFault, label: string): Element => ({ type: 'Input.Text', id, label, maxLength: 200 });
