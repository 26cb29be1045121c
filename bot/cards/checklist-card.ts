import { type AnswerFault, longest } from '../checklist/answers.ts';
import type { Advice, MomentList, Todo } from '../checklist/moments.ts';
import type { AskWithoutGuests, Reference } from '../meetings/ask.ts';
import { childOf } from '../meetings/ask.ts';
import type { Keepable } from '../policy/pack.ts';
import { type LineName, type MeetingMoment, meetingMoments, type Seen } from '../register/kept.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  button,
  buttonRows,
  type Element,
  faultLine,
  fits,
  foldedTogether,
  heading,
  hint,
  link,
  literal,
  notesBox,
} from './elements.ts';
import { answerFaults, checklist, momentTitles } from './words/checklist.ts';
import { startInWords } from './words/dates.ts';
import { kindWords } from './words/kinds.ts';
import { buttons, yearInWords } from './words/questions.ts';

/** What a host ticks and answers at one moment of a meeting; the other moments are a button away. */

/** The verbs of the buttons here; each carries the reference of the meeting, and no draft. */
export const checklistVerbs = ['show the checklist', 'keep the answers'] as const;
export type ChecklistVerb = (typeof checklistVerbs)[number];

export type ChecklistView = {
  readonly reference: Reference;
  readonly ask: AskWithoutGuests;
  readonly moment: MeetingMoment;
  /** The lines of that moment, their blanks filled in. */
  readonly list: MomentList;
  /** What stands in each field: what was kept, or what was typed and cannot be taken. */
  readonly values: ReadonlyMap<LineName, string>;
  readonly faults: ReadonlyMap<LineName, AnswerFault>;
  /** How many lines of each moment nobody has answered yet. */
  readonly open: Readonly<Record<MeetingMoment, number>>;
  /** The answers this card knows of. */
  readonly seen: Seen;
  readonly closed: boolean;
  readonly notes: readonly string[];
  readonly tabUrl: string;
};

/** Opens the checklist in a message of its own, from whatever card. */
export const checklistButton = (reference: Reference, title: string): Element =>
  button({ title, verb: 'show the checklist', data: { reference } });

export function checklistCard(view: ChecklistView): AdaptiveCardJson {
  const whole = drawn(view, true);
  // The numbers stand beside each line; their words give way when a school's own pack is very long.
  return fits(whole) ? whole : drawn(view, false);
}

function drawn(view: ChecklistView, withClauses: boolean): AdaptiveCardJson {
  const { moment, list, closed, notes, reference, tabUrl } = view;
  const body = [
    heading(momentTitles[moment]),
    literal(aboutIt(view)),
    literal({ text: reference, look: { isSubtle: true } }),
    ...notesBox(closed ? [...notes, checklist.closed] : notes),
    ...(list.todo.length === 0 ? [hint(checklist.nothing)] : closed ? [] : fields(view)),
    ...toRead(list, withClauses),
    ...buttonRows(others(view), 2),
  ];
  return adaptiveCard(body, [link(buttons.register, tabUrl)]);
}

function aboutIt({ ask }: ChecklistView): string {
  const child = childOf(ask);
  const whom = child === null ? '' : `: ${child.initials}, ${yearInWords(child.year)}`;
  return `${kindWords[ask.kind].short}${whom}; ${startInWords(ask.start)}`;
}

/** As many as anybody works through at once; of more, those that are still open come first. */
const mostLines = 40;

function shownOf({ list: { todo }, values, faults }: ChecklistView): readonly Todo[] {
  if (todo.length <= mostLines) return todo;
  const isDone = ({ name }: Todo) => (values.get(name) ?? '') !== '' && !faults.has(name);
  return todo.toSorted((one, other) => Number(isDone(one)) - Number(isDone(other))).slice(0, mostLines);
}

function fields(view: ChecklistView): readonly Element[] {
  const { list, values, faults, reference, moment, seen } = view;
  const shown = shownOf(view);
  const known = Object.fromEntries(
    shown.flatMap(({ name }) => {
      const number = seen.get(name);
      return number === undefined ? [] : [[name, number]];
    }),
  );
  const save = button({
    title: checklist.save,
    verb: 'keep the answers',
    data: { reference, moment, seen: known },
    style: 'positive',
    inputs: 'auto',
  });
  return [
    hint(checklist.hint),
    ...shown.flatMap((line) => {
      const fault = faults.get(line.name);
      return [
        ...(fault === undefined ? [] : [faultLine(answerFaults[fault])]),
        input(line, values.get(line.name) ?? ''),
      ];
    }),
    ...(shown.length < list.todo.length ? [hint(checklist.more(list.todo.length - shown.length))] : []),
    { type: 'ActionSet', actions: [save] },
  ];
}

/** A pack's sentences are the school's own fixed words, so they may stand as a title. */
function input({ name, of, keeps, says, clauses: because }: Todo, value: string): Element {
  const label = `${checklist.ask[of]}${says} ${numbersOf(because)}`;
  const id = name;
  switch (keeps) {
    case 'tick':
      return { type: 'Input.Toggle', id, title: label, wrap: true, value: value === 'yes' ? 'true' : 'false' };
    case 'date':
      return { type: 'Input.Date', id, label, ...(value && { value }) };
    case 'time':
      return { type: 'Input.Time', id, label, ...(value && { value }) };
    case 'name':
    case 'list':
    case 'reference':
      return { ...textInput(id, label, keeps), ...(value && { value }) };
  }
}

const textInput = (id: string, label: string, keeps: Exclude<Keepable, 'tick' | 'date' | 'time'>): Element => ({
  type: 'Input.Text',
  id,
  label,
  maxLength: longest[keeps],
  ...(keeps === 'list' && { placeholder: checklist.list }),
});

export const numbersOf = (clauses: Advice['clauses']): string => checklist.numbers(clauses.map(({ id }) => id));

/** A line to read, with the numbers of its clauses. */
export const adviceLine = ({ says, clauses: because }: Pick<Advice, 'says' | 'clauses'>): Element =>
  literal(`• ${says} `, { text: numbersOf(because), look: { isSubtle: true } });

function toRead({ todo, advice }: MomentList, withClauses: boolean): readonly Element[] {
  const folds = [
    { id: 'advice', title: checklist.advice, items: advice.map(adviceLine) },
    { id: 'clauses', title: checklist.clauses, items: withClauses ? clauses([...todo, ...advice]) : [] },
  ].filter(({ items }) => items.length > 0);
  return folds.length === 0 ? [] : foldedTogether(folds);
}

function clauses(lines: readonly Advice[]): readonly Element[] {
  const words = new Map(lines.flatMap(({ clauses: because }) => because.map(({ id, says }) => [id, says] as const)));
  return [...words].map(([id, says]) =>
    literal({ text: `${id} `, look: { weight: 'bolder' } }, { text: says, look: { isSubtle: true } }),
  );
}

const others = ({ reference, moment, open }: ChecklistView): readonly Element[] =>
  meetingMoments
    .filter((one) => one !== moment)
    .map((one) =>
      button({
        title: checklist.momentButton(one, open[one]),
        verb: 'show the checklist',
        data: { reference, moment: one },
      }),
    );
