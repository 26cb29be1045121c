import type { Approver } from '../../policy/decision.ts';

/** Whose yes a meeting needs, as the host reads it. */
export const approverInWords: Readonly<Record<Approver, string>> = {
  head: 'the head',
  slt: 'the senior leadership team',
  dsl: 'the safeguarding lead',
  dpo: 'the data protection officer',
};

/** `Ann`, `Ann and Bob`, `Ann, Bob and Cy` */
export function listInWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
