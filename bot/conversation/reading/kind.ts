import type { Kind } from '../../policy/kind.ts';
import type { School } from '../../policy/school.ts';

/** Which kind of meeting a line names, in people's own words. */

const meeting = '(?: meeting)?';
const therapies = '(?:music|art|play|drama|speech|speech (?:and|&) language|occupational|physio) ?therapy';

const known: readonly { readonly kind: Kind; readonly finds: string }[] = [
  { kind: 'tac', finds: `(?:tac|t\\.a\\.c\\.|taf|team around the (?:child|family))${meeting}` },
  {
    kind: 'annual-review',
    finds: `(?:annual|yearly|ehcp?|ehc plan|ehcp? annual)(?: statement)? reviews?${meeting}|review of the (?:ehcp|ehc plan)`,
  },
  { kind: 'parent', finds: "(?:parents?|parents'|parent's|family) (?:meeting|evening|consultation|conversation)" },
  {
    kind: 'professional',
    finds: "(?:professionals?|professionals'|professional's|multi-?agency) (?:only )?meeting|professionals only",
  },
  {
    kind: 'governors',
    finds: `(?:full )?(?:governors?|governors'|governor's|governing (?:body|board))${meeting}|fgb${meeting}`,
  },
  { kind: 'staff', finds: '(?:staff|team|department|all[- ]staff) (?:meeting|briefing)|staff briefing|inset' },
  {
    kind: 'class',
    finds: '(?:class|live|online|group) (?:session|lesson)|class (?:meeting|assembly|call)',
  },
  { kind: 'focus', finds: `focus session` },
];
/** Sessions that say themselves what they are for. */
const focusNamed = new RegExp(
  `\\b(?:${therapies}|counselling|mentoring|elsa|nurture|phonics|reading|maths|tuition|transition)(?: session)?\\b`,
  'i',
);
const sessionAlone = /\b(?:therapy|session|counselling|mentoring|tuition)\b/i;

/** Whatever stands behind these says what it is for, not what it is. */
const purposeBegins = /\b(?:about|regarding|re:|to (?:discuss|talk about|review|plan|agree))\b/i;

export const beforePurpose = (text: string): string => text.slice(0, purposeBegins.exec(text)?.index ?? text.length);

export type KindFound = {
  readonly kind: Kind;
  /** The named focus of a session: "music therapy" is both what it is and what it is for. */
  readonly purpose: string | null;
  /** The line without the words that said it. */
  readonly rest: string;
};

/** @param line as typed @param words the school's own: one that says TAF means the same as one that says TAC */
export function findKind(line: string, words: School['words']): KindFound | null {
  const text = line.replace(/’/g, "'");
  const head = beforePurpose(text);
  const own = words.tac.replace(/[^\p{L}\p{N} ]/gu, '.?');
  const patterns = [{ kind: 'tac' as const, finds: own }, ...known];
  const found = patterns.flatMap(({ kind, finds }) => {
    const match = new RegExp(`(?<![\\p{L}\\p{N}])(?:${finds})(?![\\p{L}\\p{N}])`, 'iu').exec(head);
    return match === null ? [] : [{ kind, at: match.index, said: match[0], purpose: null }];
  });
  const [first] = [...found, ...focusIn(head)].toSorted((a, b) => a.at - b.at || b.said.length - a.said.length);
  if (first === undefined) return null;
  const { kind, at, said, purpose } = first;
  return { kind, purpose, rest: `${line.slice(0, at)} , ${line.slice(at + said.length)}` };
}

/** "Music therapy for AB", "a reading session": named, and unmistakably a session. */
function focusIn(head: string) {
  const match = focusNamed.exec(head);
  if (match === null || !sessionAlone.test(match[0])) return [];
  const [said] = match;
  const purpose = said.replace(/ session$/i, '');
  return [
    { kind: 'focus' as const, at: match.index, said, purpose: purpose.charAt(0).toUpperCase() + purpose.slice(1) },
  ];
}

/** The whole text names a kind and says nothing else: "annual review", "a staff meeting, please". */
export function kindAlone(text: string, words: School['words']): Kind | null {
  const found = findKind(text, words);
  if (found === null || found.purpose !== null) return null;
  return found.rest.replace(/\b(?:an?|the|new|meeting|please)\b|[^\p{L}\p{N}]+/giu, '') === '' ? found.kind : null;
}
