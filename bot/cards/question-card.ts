import type { Colleague } from '../meetings/ask.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  asTitle,
  buttonRows,
  type Element,
  heading,
  hint,
  literal,
  liveButton,
  notesBox,
  subheading,
  table,
} from './elements.ts';
import { bookInput, guestRows, lengthInput, peopleInput, personInput, yearInput } from './inputs.ts';
import type { Asked, KindChoice, Live, QuestionView } from './view.ts';
import { lengthInWords, startOnButton } from './words/dates.ts';
import { around, buttons, hintOf, inputs, labels, titleOf } from './words/questions.ts';

/** One question: what is known so far, what is asked, and a way to tap the answer. */
export function questionCard({ asked, kind, known, live, notes }: QuestionView): AdaptiveCardJson {
  const soFar = known.length === 0 ? [] : [{ type: 'Container', style: 'emphasis', items: [...table(known)] }];
  const body = [
    heading(titleOf(asked.about, kind)),
    ...notesBox(notes),
    ...soFar,
    hint(hintOf(asked.about, kind)),
    ...answers(asked, live),
  ];
  return adaptiveCard(body, [...mainButtons(asked, live), ...sideButtons(asked, live, known.length > 0)]);
}

const line = (id: string, label: string, value = ''): Element => ({
  type: 'Input.Text',
  id,
  label,
  maxLength: 200,
  ...(value && { value }),
});

function answers(asked: Asked, live: Live): readonly Element[] {
  switch (asked.about) {
    case 'kind':
      return kindButtons(asked.kinds, live);
    case 'urgency':
      return [line('reason', inputs.reason)];
    case 'child':
      return [
        { ...line('initials', inputs.initials, asked.initials), maxLength: 20, placeholder: 'AB' },
        yearInput(asked.year),
      ];
    case 'year':
      return [yearInput(asked.year)];
    case 'purpose':
      return [line('purpose', inputs.purpose)];
    case 'second adult':
      return secondAdultAnswers(asked, live);
    case 'colleagues':
      return colleagues(asked, live);
    case 'length':
      return lengthButtons(asked.usual, live);
    case 'when':
      return whenAnswers(asked, live);
    case 'guests':
      return [...book(asked), ...guestRows(asked.guests, asked.book), ...addGuest(asked, live)];
    case 'child attends':
      return buttonRows(
        [answer(live, buttons.no, { attends: 'no' }), answer(live, buttons.yes, { attends: 'yes' })],
        1,
      );
    case 'change':
      return buttonRows(
        asked.topics.map((topic) => answer(live, labels[topic], { topic })),
        2,
      );
  }
}

const kindButtons = (kinds: readonly KindChoice[], live: Live): readonly Element[] =>
  buttonRows(
    kinds.map(({ kind, title }) => answer(live, title, { kind })),
    2,
  );

/** Ticks for some of them, one button for all of them; purpose and length stand ready beside. */
function colleagues(asked: Extract<Asked, { about: 'colleagues' }>, live: Live): readonly Element[] {
  const everyone = { title: buttons.everyone, verb: 'answer', data: { everyone: true }, inputs: 'auto' } as const;
  const { usual } = asked;
  return [
    peopleInput(asked.colleagues, asked.chosen),
    ...(usual === null ? [] : [line('purpose', inputs.purpose, usual.purpose), lengthInput(usual.minutes)]),
    ...(asked.colleagues.length === 0 ? [] : buttonRows([liveButton(live, everyone)], 1)),
  ];
}

/** The usual length first. */
function lengthButtons(usual: number | null, live: Live): readonly Element[] {
  const others = [30, 45, 60, 90].filter((minutes) => minutes !== usual);
  const offered = usual === null ? others : [usual, ...others];
  return buttonRows(
    offered.map((minutes) => {
      const length = lengthInWords(minutes);
      return answer(live, minutes === usual ? buttons.usual(length) : length, { minutes });
    }),
    2,
  );
}

const answer = (live: Live, title: string, data: Readonly<Record<string, unknown>>): Element =>
  liveButton(live, { title, verb: 'answer', data });

type AskedAdult = Extract<Asked, { about: 'second adult' }>;
const isOfOneName = ({ candidates: those, offered }: AskedAdult): boolean =>
  those.length > 0 && offered === 'of that name';

/** Those who are offered, one tap each, and a field for anybody else. */
function secondAdultAnswers(asked: AskedAdult, live: Live): readonly Element[] {
  const offered = asked.candidates.length === 0 ? [] : candidates(asked.candidates, live);
  if (isOfOneName(asked)) return offered;
  const why =
    offered.length === 0 || asked.offered === 'of that name' ? [] : [subheading(around.offered[asked.offered])];
  return [...why, ...offered, personInput(asked.colleagues, '')];
}

/** Two colleagues of one name are told apart by their addresses. */
function candidates(people: readonly Colleague[], live: Live): readonly Element[] {
  const title = ({ name, address }: Colleague) =>
    people.filter((other) => other.name === name).length > 1 ? `${asTitle(name)} (${address})` : asTitle(name);
  return buttonRows(
    people.map((one) => answer(live, title(one), { person: one.id })),
    1,
  );
}

/** Whoever was met before is a tick; where nobody can be looked up, it says so. */
function book({ book: people, picked, bookRead }: Extract<Asked, { about: 'guests' }>): readonly Element[] {
  if (!bookRead) return [hint(around.bookUnread)];
  return people.length === 0 ? [] : [bookInput(people, picked)];
}

const addGuest = ({ canAdd }: Extract<Asked, { about: 'guests' }>, live: Live): readonly Element[] =>
  canAdd ? buttonRows([liveButton(live, { title: buttons.addGuest, verb: 'add guest', inputs: 'auto' })], 1) : [];

function whenAnswers(asked: Extract<Asked, { about: 'when' }>, live: Live): readonly Element[] {
  const tappable = (starts: readonly string[]) =>
    buttonRows(
      starts.map((start) => answer(live, startOnButton(start), { start })),
      1,
    );
  const meant = asked.meant.length === 0 ? [] : [subheading(around.perhapsMeant), ...tappable(asked.meant)];
  const free =
    asked.free.length === 0
      ? []
      : [literal({ text: around.allFree(asked.others), look: { weight: 'bolder' } }), ...tappable(asked.free)];
  const kept = asked.keep === null ? [] : buttonRows([liveButton(live, { title: buttons.keep, verb: 'keep' })], 1);
  return [
    ...asked.notice.map((sentence) => literal(sentence)),
    ...meant,
    ...free,
    ...kept,
    subheading(around.otherTime),
    { type: 'Input.Date', id: 'date', label: inputs.date, ...(asked.date && { value: asked.date }) },
    { type: 'Input.Time', id: 'time', label: inputs.time, ...(asked.time && { value: asked.time }) },
  ];
}

function mainButtons(asked: Asked, live: Live): readonly Element[] {
  const next = (title: string) => liveButton(live, { title, verb: 'answer', style: 'positive', inputs: 'auto' });
  switch (asked.about) {
    case 'kind':
    case 'length':
    case 'child attends':
      return [];
    case 'change':
      return [liveButton(live, { title: buttons.back, verb: 'back' })];
    case 'when':
      return [next(buttons.useThis)];
    case 'second adult':
      return isOfOneName(asked) ? [] : [next(buttons.next)];
    case 'guests':
    case 'child':
    case 'year':
    case 'purpose':
    case 'urgency':
    case 'colleagues':
      return [next(buttons.next)];
  }
}

function sideButtons(asked: Asked, live: Live, anythingKnown: boolean): readonly Element[] {
  const cancel = liveButton(live, { title: buttons.cancel, verb: 'cancel' });
  const change = liveButton(live, { title: buttons.change, verb: 'change' });
  return asked.about !== 'change' && anythingKnown ? [change, cancel] : [cancel];
}
