import type { Colleague } from '../meetings/ask.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
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
import { guestRows, personInput, yearInput } from './inputs.ts';
import type { Asked, Live, QuestionView } from './view.ts';
import { lengthInWords, startOnButton } from './words/dates.ts';
import { around, buttons, hints, inputs, labels, titles } from './words/questions.ts';

/** One question: what is known so far, what is asked, and a way to tap the answer. */
export function questionCard({ asked, known, live, notes }: QuestionView): AdaptiveCardJson {
  const soFar = known.length === 0 ? [] : [{ type: 'Container', style: 'emphasis', items: [...table(known)] }];
  const body = [
    heading(titles[asked.about]),
    ...notesBox(notes),
    ...soFar,
    hint(hints[asked.about]),
    ...answers(asked, live),
  ];
  return adaptiveCard(body, [...mainButtons(asked, live), ...sideButtons(asked, live, known.length > 0)]);
}

function answers(asked: Asked, live: Live): readonly Element[] {
  switch (asked.about) {
    case 'child':
      return [
        {
          type: 'Input.Text',
          id: 'initials',
          label: inputs.initials,
          value: asked.initials,
          maxLength: 20,
          placeholder: 'AB',
        },
        yearInput(asked.year),
      ];
    case 'purpose':
      return [{ type: 'Input.Text', id: 'purpose', label: inputs.purpose, maxLength: 200 }];
    case 'second adult':
      return asked.candidates.length > 0 ? candidates(asked.candidates, live) : [personInput(asked.colleagues, '')];
    case 'length':
      return buttonRows(
        [30, 45, 60, 90].map((minutes) => answer(live, lengthInWords(minutes), { minutes })),
        2,
      );
    case 'when':
      return whenAnswers(asked, live);
    case 'guests':
      return [...guestRows(asked.guests), ...addGuest(asked, live)];
    case 'change':
      return buttonRows(
        Object.entries(labels).map(([topic, title]) => answer(live, title, { topic })),
        2,
      );
  }
}

const answer = (live: Live, title: string, data: Readonly<Record<string, unknown>>): Element =>
  liveButton(live, { title, verb: 'answer', data });

/** Two colleagues of one name are told apart by their addresses. */
function candidates(people: readonly Colleague[], live: Live): readonly Element[] {
  const title = ({ name, address }: Colleague) =>
    people.filter((other) => other.name === name).length > 1 ? `${name} (${address})` : name;
  return buttonRows(
    people.map((one) => answer(live, title(one), { person: one.id })),
    1,
  );
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
      : [literal({ text: around.bothFree(asked.secondAdult), look: { weight: 'bolder' } }), ...tappable(asked.free)];
  const kept = asked.keep === null ? [] : buttonRows([liveButton(live, { title: buttons.keep, verb: 'keep' })], 1);
  return [
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
    case 'length':
      return [];
    case 'change':
      return [liveButton(live, { title: buttons.back, verb: 'back' })];
    case 'when':
      return [next(buttons.useThis)];
    case 'second adult':
      return asked.candidates.length > 0 ? [] : [next(buttons.next)];
    case 'guests':
    case 'child':
    case 'purpose':
      return [next(buttons.next)];
  }
}

function sideButtons(asked: Asked, live: Live, anythingKnown: boolean): readonly Element[] {
  const cancel = liveButton(live, { title: buttons.cancel, verb: 'cancel' });
  const change = liveButton(live, { title: buttons.change, verb: 'change' });
  return asked.about !== 'change' && anythingKnown ? [change, cancel] : [cancel];
}
