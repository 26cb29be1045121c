import type { Topic } from '../conversation/plan.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  type Element,
  faultLine,
  heading,
  hint,
  liveButton,
  notesBox,
  subheading,
  table,
} from './elements.ts';
import { guestRows, peopleInput, personInput, yearInput } from './inputs.ts';
import type { UrgentField, UrgentView } from './view.ts';
import { buttons, inputs, titleOf } from './words/questions.ts';
import { urgentForm } from './words/urgent.ts';

/** All that is missing of an urgent meeting, and why it cannot wait, on one card. */
export function urgentCard(view: UrgentView): AdaptiveCardJson {
  const { known, asks, live, notes } = view;
  return adaptiveCard(
    [
      heading(urgentForm.title),
      ...notesBox(notes),
      { type: 'Container', style: 'emphasis', items: [...table(known)] },
      hint(urgentForm.hint),
      ...asks.flatMap((topic) => answersTo(topic, view)),
    ],
    [
      liveButton(live, { title: buttons.next, verb: 'answer', style: 'positive', inputs: 'auto' }),
      liveButton(live, { title: buttons.cancel, verb: 'cancel' }),
    ],
  );
}

const line = (id: string, label: string, value = '', maxLength = 200): Element => ({
  type: 'Input.Text',
  id,
  label,
  maxLength,
  ...(value && { value }),
});

function answersTo(topic: Topic, { kind, values, faults, colleagues, chosen, guests }: UrgentView): readonly Element[] {
  const wrong = (...fields: readonly UrgentField[]) =>
    fields.flatMap((field) => (faults[field] === undefined ? [] : [faultLine(faults[field])]));
  switch (topic) {
    case 'urgency':
      return [...wrong('reason'), line('reason', inputs.reason), hint(urgentForm.reasonHint)];
    case 'child':
      return [
        ...wrong('initials', 'year'),
        { ...line('initials', inputs.initials, values.initials, 20), placeholder: 'AB' },
        yearInput(values.year),
      ];
    case 'year':
      return [...wrong('year'), yearInput(values.year)];
    case 'second adult':
      return [...wrong('person'), personInput(colleagues, values.person)];
    case 'colleagues':
      return [...wrong('people'), peopleInput(colleagues, chosen)];
    case 'when':
      return [
        ...wrong('date', 'time'),
        { type: 'Input.Date', id: 'date', label: inputs.date, ...(values.date && { value: values.date }) },
        { type: 'Input.Time', id: 'time', label: inputs.time, ...(values.time && { value: values.time }) },
      ];
    case 'guests':
      return [subheading(titleOf('guests', kind)), ...wrong('guests'), ...guestRows(guests)];
    case 'child attends':
      return [attends];
    // The kind is known before this card, and the rest is taken for granted.
    case 'kind':
    case 'purpose':
    case 'length':
      return [];
  }
}

const attends: Element = {
  type: 'Input.ChoiceSet',
  id: 'attends',
  label: urgentForm.attends,
  style: 'expanded',
  choices: [
    { title: buttons.no, value: 'no' },
    { title: buttons.yes, value: 'yes' },
  ],
};
