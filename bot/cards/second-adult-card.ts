import { childOf, type PersonId, pupilAttends, type Reference, secondAdultOf } from '../meetings/ask.ts';
import { type Entry, stands } from '../register/entry.ts';
import { asksRehearsed, partOf } from '../second-adult/answers.ts';
import type { HostNews } from '../second-adult/covering.ts';
import { coverOf, standInFound } from '../second-adult/next-move.ts';
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
import { type Known, tickId } from './view.ts';
import { changeButtons } from './words/changing.ts';
import { lengthInWords, spanInWords } from './words/dates.ts';
import { kindWords } from './words/kinds.ts';
import { buttons, labels, yearInWords } from './words/questions.ts';
import { newsForHost, notAnswered, titleForHost, secondAdult as words } from './words/second-adult.ts';

/** The card on which a second adult, or somebody who may stand in, says yes or no; and what stands in its place afterwards. */

/** The verbs of the buttons here; each carries the reference, and no draft. */
export const secondAdultVerbs = ['be second adult', 'not second adult'] as const;
export type SecondAdultVerb = (typeof secondAdultVerbs)[number];

export type SecondAdultView = {
  readonly entry: Entry;
  readonly person: PersonId;
  readonly why: 'asked' | 'reminded' | 'stand-in' | 'standing';
  readonly fault: 'not rehearsed' | null;
  readonly now: Date;
  readonly tabUrl: string;
};

/** How it stands for this person: to be answered, or what they answered, or that there is nothing left to answer. */
export function secondAdultCard(view: SecondAdultView): AdaptiveCardJson {
  const { entry, person, now } = view;
  const { cover } = entry;
  const isOver = Date.parse(entry.ask.start) + entry.ask.minutes * 60_000 <= now.getTime();
  if (!stands(entry) || isOver) return toldCard(view, words.ended, words.endedNext);
  const part = partOf(entry, person);
  if (cover === null || part === null || part === 'was second adult') return elseCard(view);
  return part === 'second adult' ? ofSecondAdult(view) : ofStandIn(view);
}

const elseCard = (view: SecondAdultView) => toldCard(view, words.somebodyElse, words.somebodyElseNext);

function ofSecondAdult(view: SecondAdultView): AdaptiveCardJson {
  const { entry, why, tabUrl } = view;
  const { reference } = entry;
  // Somebody who stood in and has just become the second adult has said yes.
  const said = coverOf(entry)?.state.is ?? 'accepted';
  if (said === 'declined')
    return toldCard(view, words.saidNo, words.saidNoNext, [act(reference, words.afterNoYes, 'be second adult')]);
  if (said === 'accepted')
    return adaptiveCard(
      [heading(words.saidYes), hint(words.saidYesNext), ...about(view), ...whatToWatch()],
      [act(reference, words.afterYesNo, 'not second adult'), link(buttons.register, tabUrl)],
    );
  return adaptiveCard(
    [
      heading(words.title[why === 'reminded' ? 'reminded' : 'asked']),
      literal(words.asks(entry.ask.host.name)),
      hint(words.invited),
      ...about(view),
      ...reasons(),
    ],
    [
      act(reference, words.yes, 'be second adult', 'positive'),
      act(reference, words.no, 'not second adult'),
      link(buttons.register, tabUrl),
    ],
  );
}

function ofStandIn(view: SecondAdultView): AdaptiveCardJson {
  const { entry, person, fault } = view;
  const { reference, cover } = entry;
  const own = cover?.standIns.find((one) => one.person.id === person);
  const found = cover && standInFound(cover);
  const rehearsed = [
    ...(fault === null ? [] : [faultLine(notAnswered[fault])]),
    ...(asksRehearsed(entry) ? [tick] : []),
  ];
  if (own?.says === 'yes') return toldCard(view, words.standingIn, words.standingInNext);
  const taken = found !== null || cover?.state.is === 'accepted' || own?.says === 'not put in place';
  if (taken) return elseCard(view);
  if (own?.says === 'no')
    return toldCard(
      view,
      words.saidNo,
      words.saidNoNext,
      [act(reference, words.afterNoYes, 'be second adult')],
      rehearsed,
    );
  return adaptiveCard(
    [
      heading(words.title['stand-in']),
      literal(words.standInFor(entry.ask.host.name)),
      hint(words.notInvited),
      ...about(view),
      ...reasons(),
      ...rehearsed,
    ],
    [act(reference, words.yesStandIn, 'be second adult', 'positive'), act(reference, words.no, 'not second adult')],
  );
}

export const rehearsedTick = tickId('rehearsed');
const tick: Element = { type: 'Input.Toggle', id: rehearsedTick, title: words.rehearsed, wrap: true };

/** Whoever is not the second adult yet reads neither whom it is about nor what for. */
function about({ entry, person }: SecondAdultView): readonly Element[] {
  const { ask, reference } = entry;
  const child = childOf(ask);
  const isTheirs = secondAdultOf(ask)?.id === person;
  const own: readonly Known[] = [
    { label: labels.child, value: child === null ? '' : `${child.initials}, ${yearInWords(child.year)}` },
    { label: labels.year, value: 'year' in ask ? yearInWords(ask.year) : '' },
    { label: labels.purpose, value: ask.purpose },
  ].filter(({ value }) => value !== '');
  return [
    ...table([
      { label: words.reference, value: reference },
      { label: labels.kind, value: kindWords[ask.kind].title },
      ...(isTheirs ? own : []),
      { label: labels.when, value: spanInWords(ask.start, ask.minutes) },
      { label: labels.length, value: lengthInWords(ask.minutes) },
      { label: words.host, value: ask.host.name },
    ]),
    ...(pupilAttends(ask) ? [hint(words.pupil)] : []),
  ];
}

const whatToWatch = (): readonly Element[] => [subheading(words.watch), ...bullets(words.watches)];
const reasons = (): readonly Element[] => [subheading(words.why), hint(words.whySays), ...whatToWatch()];

/** No more than which meeting it was. */
function toldCard(
  { entry: { reference, ask } }: SecondAdultView,
  title: string,
  next: string,
  actions: readonly Element[] = [],
  fields: readonly Element[] = [],
): AdaptiveCardJson {
  const rows = [
    { label: words.reference, value: reference },
    { label: labels.kind, value: kindWords[ask.kind].title },
    { label: labels.when, value: spanInWords(ask.start, ask.minutes) },
    { label: words.host, value: ask.host.name },
  ];
  return adaptiveCard([heading(title), hint(next), ...table(rows), ...fields], actions);
}

const act = (reference: Reference, title: string, verb: SecondAdultVerb, style?: 'positive'): Element =>
  button({ title, verb, data: { reference }, inputs: 'auto', ...(style && { style }) });

/** What the host hears of their second adult, with a way to change the meeting while there is something to change. */
export function hostNewsCard(news: HostNews, name: string, reference: Reference): AdaptiveCardJson {
  const changeable = news.of !== 'called off' && news.of !== 'off hold';
  return adaptiveCard(
    [heading(titleForHost[news.of]), literal(newsForHost(news, name, reference))],
    changeable ? [button({ title: changeButtons.open, verb: 'change a meeting', data: { reference } })] : [],
  );
}
