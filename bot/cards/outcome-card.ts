import {
  type AdaptiveCardJson,
  adaptiveCard,
  button,
  buttonRows,
  type Element,
  heading,
  hint,
  link,
  literal,
  table,
} from './elements.ts';
import { askInWords } from './review-card.ts';
import type { AlertView, MeetingsView, OutcomeView, PlainView, SentView } from './view.ts';
import { lengthInWords, spanInWords, startInWords } from './words/dates.ts';
import { buttons, labels, yearInWords } from './words/questions.ts';
import { after, help } from './words/review.ts';

/** Cards that ask nothing: greetings, lists, and what became of a meeting. */

const arrange = button({ title: buttons.arrange, verb: 'arrange' });
const mine = button({ title: buttons.mine, verb: 'my meetings' });
const reference = (value: string) => ({ label: after.reference, value });

export function plainCard(view: PlainView): AdaptiveCardJson {
  if (view.card === 'cancelled') return adaptiveCard([heading(after.cancelledTitle), hint(after.cancelled)], [arrange]);
  const choices = [{ ...arrange, style: 'positive' }, button({ title: buttons.form, verb: 'form' }), mine];
  const example = table([{ label: help.exampleLabel, value: help.example }]);
  return adaptiveCard([
    heading(help.title),
    hint(help.what),
    ...example,
    hint(help.commands),
    ...buttonRows(choices, 2),
  ]);
}

export const sentCard = (view: SentView): AdaptiveCardJson =>
  adaptiveCard(
    [heading(after.sentTitle), hint(after.sent), ...table([reference(view.reference), ...askInWords(view.ask)])],
    [link(buttons.register, view.tabUrl)],
  );

export function outcomeCard({ status, reference: said, ask, say, tabUrl }: OutcomeView): AdaptiveCardJson {
  const sentence = status === 'arranged' ? after.arranged : say;
  return adaptiveCard(
    [heading(after.outcomeTitle[status]), literal(sentence), ...table([reference(said), ...askInWords(ask)])],
    [link(buttons.register, tabUrl)],
  );
}

/** Neither the child's initials nor any guest: this goes to somebody who was not asked to the meeting. */
export const alertCard = (view: AlertView): AdaptiveCardJson =>
  adaptiveCard(
    [
      heading(after.alertTitle),
      hint(after.alert),
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
  const who = ask.host.id === host ? `with ${ask.secondAdult.name}` : `hosted by ${ask.host.name}`;
  return {
    type: 'Container',
    separator: true,
    items: [
      literal({ text: startInWords(ask.start), look: { weight: 'bolder' } }),
      literal(`${ask.child.initials}, ${yearInWords(ask.child.year)}; ${lengthInWords(ask.minutes)}, ${who}`),
      literal({ text: `${after.statusInWords[status]} · ${said}`, look: { isSubtle: true } }),
    ],
  };
}
