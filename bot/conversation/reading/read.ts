import { faults } from '../../cards/words/faults.ts';
import { hidden, markup } from '../../meetings/ask.ts';

/** What reading an answer gives: the value, or a sentence that says what would be right and does not repeat what was typed. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string };

export const read = <T>(value: T): Read<T> => ({ ok: true, value });
export const fault = (sentence: string): Read<never> => ({ ok: false, fault: sentence });

/** One line of plain text, trimmed. Empty text is `missing`'s fault. */
export function oneLine(text: string, limits: { longest: number; missing: string; tooLong?: string }): Read<string> {
  const line = text.trim();
  if (line === '') return fault(limits.missing);
  if (line.length > limits.longest) return fault(limits.tooLong ?? faults.tooLong(limits.longest));
  if (hidden.test(line)) return fault(faults.hidden);
  return markup.test(line) ? fault(faults.markup) : read(line);
}
