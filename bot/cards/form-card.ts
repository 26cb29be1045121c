import {
  type AdaptiveCardJson,
  adaptiveCard,
  type Element,
  faultLine,
  heading,
  hint,
  liveButton,
  notesBox,
} from './elements.ts';
import { lengthInput, personInput, yearInput } from './inputs.ts';
import { type Field, type FormView, fields } from './view.ts';
import { buttons, form, inputs } from './words/questions.ts';

/** Everything but the guests in one form; each fault stands above its field. */
export function formCard({ values, faults, colleagues, live, notes }: FormView): AdaptiveCardJson {
  const input: Readonly<Record<Field, Element>> = {
    initials: {
      type: 'Input.Text',
      id: 'initials',
      label: inputs.initials,
      value: values.initials,
      maxLength: 20,
      placeholder: 'AB',
    },
    year: yearInput(values.year),
    purpose: { type: 'Input.Text', id: 'purpose', label: inputs.purpose, value: values.purpose, maxLength: 200 },
    person: personInput(colleagues, values.person),
    minutes: lengthInput(values.minutes),
    date: { type: 'Input.Date', id: 'date', label: inputs.date, ...(values.date && { value: values.date }) },
    time: { type: 'Input.Time', id: 'time', label: inputs.time, ...(values.time && { value: values.time }) },
  };
  const body = fields.flatMap((field) => {
    const fault = faults[field];
    return fault === undefined ? [input[field]] : [faultLine(fault), input[field]];
  });
  return adaptiveCard(
    [heading(form.title), ...notesBox(notes), hint(form.hint), ...body],
    [
      liveButton(live, { title: buttons.next, verb: 'answer', style: 'positive', inputs: 'auto' }),
      liveButton(live, { title: buttons.cancel, verb: 'cancel' }),
    ],
  );
}
