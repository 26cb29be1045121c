import { z } from 'zod';
import type { Deed } from '../changing/may-change.ts';
import type { TimeFields } from '../changing/read-wish.ts';
import type { Wanted } from '../changing/wanted.ts';
import type { Wish } from '../changing/wish.ts';
import { emptyRow } from '../conversation/reading/guests.ts';
import { inLondon } from '../london.ts';
import { type Ask, type Colleague, guestsOf, Minutes, type Reference, secondAdultOf } from '../meetings/ask.ts';
import type { Entry } from '../register/entry.ts';
import type { Line } from '../register/line.ts';
import { askInWords } from './ask-in-words.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  asTitle,
  bullets,
  button,
  buttonRows,
  type Element,
  heading,
  hint,
  literal,
  notesBox,
  subheading,
  table,
} from './elements.ts';
import { choose, guestRows, lengthInput, oneGuest, personInput } from './inputs.ts';
import type { GuestFields, Known } from './view.ts';
import { listInWords } from './words/approvers.ts';
import { changeButtons, changed, changeInputs, changing } from './words/changing.ts';
import { spanInWords, startOnButton } from './words/dates.ts';
import { kindWords } from './words/kinds.ts';
import { inputs, labels } from './words/questions.ts';

/** The cards with which a meeting that stands is changed or cancelled; what a change leads to is on change-review-card.ts. */

/** The verbs of the buttons here; each carries the reference of the meeting, and no draft. */
export const changeVerbs = [
  'change a meeting',
  'change it so',
  'make the change',
  'cancel a meeting',
  'cancel the meeting',
  'keep the meeting',
] as const;
export type ChangeVerb = (typeof changeVerbs)[number];

/** Whether they were asked to the meeting; whoever leads the school reads no child and no guest here. */
export type Reader = 'comes' | 'leads';

export type ChangeView = {
  readonly entry: Entry;
  readonly reader: Reader;
  readonly may: ReadonlySet<Deed>;
  /** The part whose fields show: where something was not right. The others are a tap away. */
  readonly open: Wish['to'] | null;
  readonly notes: readonly string[];
  /** Starts that may have been meant; UTC. */
  readonly perhaps: readonly string[];
  readonly guests: readonly GuestFields[];
  /** What was said of the time, where it was not enough. */
  readonly time: TimeFields | null;
  readonly colleagues: readonly Colleague[];
};

const sections = ['move', 'add guests', 'remove guest', 'change second adult', 'change host'] as const;
type Section = (typeof sections)[number];

/** The meeting, and for each thing that can be changed the fields it needs, folded: one tap shows them, the next what it leads to. */
export function changeCard(view: ChangeView): AdaptiveCardJson {
  const { entry, reader, may, notes } = view;
  // Many guests with something wrong in them leave no room for the other parts.
  const offered = sections.filter((to) => may.has(to) && (view.guests.length < 2 || to === 'add guests'));
  return adaptiveCard(
    [
      heading(changing.title),
      ...notesBox(notes),
      box(aboutMeeting(entry, reader)),
      ...(offered.length > 0 ? [hint(changing.hint)] : []),
      ...buttonRows(
        offered.map((to) => unfold(to, offered)),
        2,
      ),
      ...offered.map((to) => section(to, view)),
    ],
    [
      ...(may.has('cancel') ? [act(entry.reference, changeButtons.cancel, 'cancel a meeting', 'destructive')] : []),
      act(entry.reference, changeButtons.keep, 'keep the meeting'),
    ],
  );
}

export const box = (rows: readonly Known[]): Element => ({
  type: 'Container',
  style: 'emphasis',
  items: [...table(rows)],
});

/** The meeting in rows; to whoever was not asked to it without the child and what it is for. */
export function aboutMeeting({ reference, ask }: Pick<Entry, 'reference' | 'ask'>, reader: Reader): readonly Known[] {
  const host = { label: changing.host, value: ask.host.name };
  if (reader === 'comes') return [{ label: changing.reference, value: reference }, ...askInWords(ask), host];
  return [
    { label: changing.reference, value: reference },
    { label: labels.kind, value: kindWords[ask.kind].title },
    { label: labels.when, value: spanInWords(ask.start, ask.minutes) },
    host,
    { label: labels['second adult'], value: secondAdultOf(ask)?.name ?? '' },
  ].filter(({ value }) => value !== '');
}

function section(to: Section, view: ChangeView): Element {
  const { reference } = view.entry;
  const see = button({ title: changeButtons.see[to], verb: 'change it so', data: { reference, to }, inputs: 'auto' });
  const items = [subheading(changing.sections[to]), ...fieldsOf(to, view), ...buttonRows([see], 1)];
  return { type: 'Container', id: idOf(to), isVisible: view.open === to, separator: true, spacing: 'medium', items };
}

const idOf = (to: Section): string => to.replaceAll(' ', '-');

/** Shows the fields of one part, and no other's. */
const unfold = (to: Section, offered: readonly Section[]): Element => ({
  type: 'Action.ToggleVisibility',
  title: changing.sections[to],
  targetElements: offered.map((one) => ({ elementId: idOf(one), isVisible: one === to })),
});

function fieldsOf(to: Section, view: ChangeView): readonly Element[] {
  const { ask } = view.entry;
  const others = (taken: readonly (Colleague | null)[]) =>
    view.colleagues.filter(({ id }) => !taken.some((one) => one?.id === id));
  switch (to) {
    case 'move':
      return [...perhaps(view), ...timeFields(ask, view.time)];
    case 'add guests':
      return guestFields(view.guests);
    case 'remove guest':
      return [choose('guest', changeInputs.guest, changeInputs.chooseGuest, '', guestChoices(ask))];
    case 'change second adult':
      return [personInput(others([ask.host, secondAdultOf(ask)]), '', adultField)];
    case 'change host':
      return [personInput(others([ask.host, secondAdultOf(ask)]), '', hostField)];
  }
}

function guestFields(guests: readonly GuestFields[]): readonly Element[] {
  const [only = { ...emptyRow, faults: [] }, second] = guests;
  return second === undefined ? [oneGuest(only)] : guestRows(guests);
}

const adultField = { id: 'person', label: changeInputs.adult, placeholder: changeInputs.chooseAdult };
const hostField = { id: 'newHost', label: changeInputs.newHost, placeholder: changeInputs.chooseHost };

function timeFields({ start, minutes }: Ask, said: TimeFields | null): readonly Element[] {
  const moment = inLondon(start);
  const date = z.iso.date().safeParse(said?.date).data ?? moment.toPlainDate().toString();
  const time = TimeOfDay.safeParse(said?.time).data ?? moment.toPlainTime().toString({ smallestUnit: 'minute' });
  return [
    { type: 'Input.Date', id: 'date', label: inputs.date, value: date },
    { type: 'Input.Time', id: 'time', label: inputs.time, value: time },
    lengthInput(String(Minutes.safeParse(Number(said?.minutes)).data ?? minutes)),
  ];
}

const TimeOfDay = z.string().regex(/^\d{2}:\d{2}$/);

function perhaps({ perhaps: starts, entry: { reference, ask } }: ChangeView): readonly Element[] {
  return startButtons(reference, starts, ask.minutes);
}

/** One tap to what a move to one of these leads to. @param starts UTC */
export const startButtons = (reference: Reference, starts: readonly string[], minutes: number): readonly Element[] =>
  buttonRows(
    starts.map((start) => wants(reference, startOnButton(start), { to: 'move', when: { start, minutes } })),
    1,
  );

const wants = (reference: Reference, title: string, wanted: Wanted): Element =>
  button({ title, verb: 'change it so', data: { reference, wanted } });

/** Two guests of one name are told apart by what they are. */
const guestChoices = (ask: Ask): readonly Element[] =>
  guestsOf(ask).map(({ name, role, address }) => ({ title: asTitle(`${name} (${role})`), value: address }));

export const act = (
  reference: Reference,
  title: string,
  verb: ChangeVerb | 'withdraw',
  style?: 'positive' | 'destructive',
): Element => button({ title, verb, data: { reference }, ...(style && { style }) });

// What was wanted stands in each of the buttons.
const mostBytes = 20_000;
const mostOffered = 10;

/** Of which of these it was wanted; whoever does not find it here types the reference. */
export function whichCard(
  meetings: readonly Pick<Line, 'reference' | 'ask'>[],
  wanted: Wanted | 'cancel' | 'meeting',
): AdaptiveCardJson {
  const choice = (reference: Reference, title: string): Element => {
    if (wanted === 'cancel') return act(reference, title, 'cancel a meeting');
    return wanted === 'meeting' ? act(reference, title, 'change a meeting') : wants(reference, title, wanted);
  };
  const room = Math.floor(mostBytes / new TextEncoder().encode(JSON.stringify(wanted)).length);
  const each = meetings
    .slice(0, Math.min(room, mostOffered))
    .map(({ reference, ask }) =>
      choice(reference, `${kindWords[ask.kind].short}, ${startOnButton(ask.start)} (${reference})`),
    );
  return adaptiveCard([heading(changing.which), hint(changing.whichHint), ...buttonRows(each, 1)]);
}

/** What a cancellation does, and the one button that does it. @param invited everybody who will be told, as words */
export function cancelCard(entry: Entry, reader: Reader, invited: readonly string[]): AdaptiveCardJson {
  const { reference, amendment } = entry;
  const waits = amendment === null ? [] : [changing.changeFallsAway];
  return adaptiveCard(
    [
      heading(changing.cancelTitle),
      hint(changing.cancelHint),
      ...notesBox(waits),
      box(aboutMeeting(entry, reader)),
      subheading(changing.whatHappens),
      ...bullets(changing.cancelSteps(listInWords(invited))),
    ],
    [
      act(reference, changeButtons.cancelNow, 'cancel the meeting', 'destructive'),
      act(reference, changeButtons.keep, 'keep the meeting'),
    ],
  );
}

/** In the place of a card whose button must not be pressed by mistake later. */
export const keptCard = (reference: Reference): AdaptiveCardJson =>
  adaptiveCard([heading(changed.keptTitle), literal(changed.kept(reference))]);

/** It is begun. @param more what else there is to know */
export function begunCard(
  what: 'change' | 'waiting' | 'cancel',
  about: Pick<Entry, 'reference' | 'ask'>,
  { reader, more }: { reader: Reader; more: readonly string[] },
): AdaptiveCardJson {
  const words = {
    change: [changed.underWay, changed.underWayHint],
    waiting: [changed.waiting, changed.waitingHint],
    cancel: [changed.cancelling, changed.cancellingHint],
  } as const;
  const [title, next] = words[what];
  return adaptiveCard([
    heading(title),
    hint(next),
    ...more.map((line) => literal(line)),
    ...table(aboutMeeting(about, reader)),
  ]);
}
