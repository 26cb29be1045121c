import { type AskWithoutGuests, childOf, type Reference, secondAdultOf } from '../meetings/ask.ts';
import { isOver, stands } from '../register/entry.ts';
import { askInWords } from './ask-in-words.ts';
import { checklistButton } from './checklist-card.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  button,
  buttonRows,
  type Element,
  folded,
  heading,
  hint,
  link,
  literal,
  table,
} from './elements.ts';
import type { AlertView, ChangedView, MeetingsView, OutcomeView, PlainView, SentView } from './view.ts';
import { agreed } from './words/agreements.ts';
import { changeButtons } from './words/changing.ts';
import { checklist } from './words/checklist.ts';
import { lengthInWords, spanInWords, startInWords } from './words/dates.ts';
import { kindWords } from './words/kinds.ts';
import { buttons, labels, yearInWords } from './words/questions.ts';
import { after, help } from './words/review.ts';

/** Cards that ask nothing: greetings, lists, and what became of a meeting. */

const arrange = button({ title: buttons.arrange, verb: 'arrange' });
const mine = button({ title: buttons.mine, verb: 'my meetings' });
const reference = (value: string) => ({ label: after.reference, value });

export function plainCard(view: PlainView): AdaptiveCardJson {
  if (view.card === 'cancelled') return adaptiveCard([heading(after.cancelledTitle), hint(after.cancelled)], [arrange]);
  const tac = button({ title: view.tac, verb: 'arrange', data: { kind: 'tac' }, style: 'positive' });
  const other = button({ title: buttons.otherKind, verb: 'arrange' });
  const choices = [tac, other, button({ title: buttons.form, verb: 'form' }), mine];
  const examples = [
    { label: help.exampleLabel, value: help.example },
    ...help.otherExamples.map((value) => ({ label: help.otherExamplesLabel, value })),
  ];
  return adaptiveCard([
    heading(help.title),
    hint(help.what),
    ...table(examples),
    hint(help.commands),
    ...buttonRows(choices, 2),
  ]);
}

/** It is in the register, and what happens with it now. */
export function sentCard({ reference: said, how, approvers, of, ask, tabUrl }: SentView): AdaptiveCardJson {
  const words = {
    arranging: [heading(after.sentTitle), hint(after.sent)],
    waiting: [heading(after.waitingTitle), hint(after.waiting), literal(after.waitingFor(approvers, of))],
    'written down': [heading(after.writtenDownTitle), hint(after.writtenDown)],
  };
  return adaptiveCard(
    [...words[how], ...table([reference(said), ...askInWords(ask)])],
    [link(buttons.register, tabUrl)],
  );
}

export function outcomeCard({ status, reference: said, ask, say, texts, tabUrl }: OutcomeView): AdaptiveCardJson {
  const begun = [checklistButton(said, checklist.button), changeButton(said, changeButtons.open)];
  return adaptiveCard(
    [
      heading(after.outcomeTitle[status]),
      ...(status === 'arranged' ? [literal(after.arranged)] : []),
      ...(say === '' ? [] : [literal(say)]),
      ...table([reference(said), ...askInWords(ask)]),
      ...forTheFamily(texts),
    ],
    [...(status === 'arranged' ? begun : []), link(buttons.register, tabUrl)],
  );
}

const forTheFamily = (texts: OutcomeView['texts']): readonly Element[] =>
  texts.length === 0 ? [] : folded('texts', after.textsTitle, [hint(after.texts), ...textsApart(texts)]);

const changeButton = (said: Reference, title: string): Element =>
  button({ title, verb: 'change a meeting', data: { reference: said } });

export const changedCard = ({ reference: said, ask, made, say, texts, tabUrl }: ChangedView): AdaptiveCardJson =>
  adaptiveCard(
    [
      heading(made ? after.changedTitle : after.notChangedTitle),
      literal(say),
      ...table([reference(said), ...askInWords(ask)]),
      ...forTheFamily(texts),
    ],
    [changeButton(said, changeButtons.open), link(buttons.register, tabUrl)],
  );

/** Whom each is for stands above it; in it stands nobody's name. */
const textsApart = (texts: OutcomeView['texts']): readonly Element[] =>
  texts.flatMap(({ to, texts: some }) => [
    literal({ text: after.textFor(to), look: { weight: 'bolder' } }),
    ...some.map((text) => literal(text)),
  ]);

/** Neither the child's initials nor any guest: this goes to somebody who was not asked to the meeting. */
export const alertCard = (view: AlertView): AdaptiveCardJson =>
  adaptiveCard(
    [
      heading(view.why === 'called off' ? after.alertTitle : after.linkOpenTitle),
      hint(view.why === 'called off' ? after.alert : after.linkOpen),
      ...table([
        reference(view.reference),
        { label: after.host, value: view.host },
        { label: labels.when, value: spanInWords(view.start, view.minutes) },
        { label: labels.length, value: lengthInWords(view.minutes) },
      ]),
    ],
    [link(buttons.register, view.tabUrl)],
  );

export function meetingsCard({ meetings, more, host, tabUrl }: MeetingsView): AdaptiveCardJson {
  const none = meetings.length === 0 ? [hint(after.mineNone)] : [];
  const rest = more > 0 ? [hint(after.mineMore(more))] : [];
  return adaptiveCard(
    [heading(after.mineTitle), ...none, ...meetings.map((meeting) => meetingLine(meeting, host)), ...rest],
    [link(buttons.register, tabUrl), arrange],
  );
}

function meetingLine({ reference: said, status, ask }: MeetingsView['meetings'][number], host: string): Element {
  const own = ask.host.id === host;
  const withdraw = button({ title: buttons.withdraw(said), verb: 'withdraw', data: { reference: said } });
  const look = button({ title: agreed.button(said), verb: 'agreements', data: { reference: said } });
  // Only a staff meeting has nobody from outside.
  const agreementsButton = ask.kind === 'staff' || isOver[status] ? [] : [look];
  return {
    type: 'Container',
    separator: true,
    items: [
      literal({ text: startInWords(ask.start), look: { weight: 'bolder' } }),
      literal(
        `${aboutWhom(ask)}; ${lengthInWords(ask.minutes)}, ${own ? inCompanyOf(ask) : `hosted by ${ask.host.name}`}`,
      ),
      literal({ text: `${after.statusInWords[status]} · ${said}`, look: { isSubtle: true } }),
      ...buttonRows(
        [
          ...(isOver[status] ? [] : [checklistButton(said, checklist.buttonFor(said))]),
          ...agreementsButton,
          ...(own && status === 'waiting' ? [withdraw] : []),
          ...(own && stands({ status }) ? [changeButton(said, changeButtons.openFor(said))] : []),
        ],
        1,
      ),
    ],
  };
}

function aboutWhom(ask: AskWithoutGuests): string {
  const child = childOf(ask);
  if (child !== null) return `${kindWords[ask.kind].short}: ${child.initials}, ${yearInWords(child.year)}`;
  return 'year' in ask ? `${kindWords[ask.kind].title}: ${yearInWords(ask.year)}` : kindWords[ask.kind].title;
}

function inCompanyOf(ask: AskWithoutGuests): string {
  const adult = secondAdultOf(ask);
  if (adult !== null) return `with ${adult.name}`;
  return ask.colleagues.length === 1
    ? `with ${ask.colleagues[0]?.name ?? ''}`
    : `with ${ask.colleagues.length} colleagues`;
}
