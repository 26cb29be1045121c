import { Refusal } from '../call.ts';
import { type Column, kindOf } from './columns.ts';

export type FieldValue = string | number | boolean;
/** A row's own values; a field without one is not there, in the store as in every answer. */
export type Fields = Readonly<Record<string, FieldValue>>;

const general = () => new Refusal(400, 'generalException', 'General exception while processing');
const invalidText = () =>
  new Refusal(
    400,
    'invalidRequest',
    'Invalid text value. A text field contains invalid data. Please check the value and try again.',
  );

/**
 * @param before the row as it was; empty for a new one
 * @param body the values written, by column name; null or an empty text takes a value away
 * @throws Refusal 400, without a word on which field, for a name or value the list has no place for
 */
export function written(before: Fields, body: Readonly<Record<string, unknown>>, columns: readonly Column[]): Fields {
  const after = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@odata.')) continue;
    const column = columns.find((one) => one.name === name);
    if (column === undefined || column.readOnly) throw general();
    const kept = value === null || value === '' ? null : stored(column, value);
    if (kept === null) after.delete(name);
    else after.set(name, kept);
  }
  return Object.fromEntries(after);
}

/** The values columns give a new row that says nothing of them. */
export const defaults = (columns: readonly Column[]): Fields =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const text = column.defaultValue?.value;
      if (text === undefined) return [];
      const kind = kindOf(column);
      return [
        [column.name, kind === 'boolean' ? text === '1' : kind === 'number' ? Number(text) : stored(column, text)],
      ];
    }),
  );

function stored(column: Column, value: unknown): FieldValue {
  const kind = kindOf(column);
  if (kind === 'number') return numberIn(column, value);
  if (kind === 'boolean') return typeof value === 'boolean' ? value : refuse();
  if (typeof value !== 'string') return refuse();
  if (kind === 'dateTime' || kind === 'dateOnly') return moment(value);
  if (kind === 'text' && value.length > (column.text?.maxLength ?? 255)) throw invalidText();
  return value;
}

function refuse(): never {
  throw general();
}

function numberIn({ number }: Column, value: unknown): number {
  if (typeof value !== 'number') return refuse();
  if (value < (number?.minimum ?? -Infinity) || value > (number?.maximum ?? Infinity)) return refuse();
  return value;
}

/** SharePoint keeps whole seconds: what is finer is lost. */
export function moment(text: string): string {
  const milliseconds = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(milliseconds)) return refuse();
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
