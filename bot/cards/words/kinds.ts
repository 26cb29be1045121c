import type { Kind } from '../../policy/kind.ts';

/** What each kind of meeting is called, wherever it is shown: in cards, mails, the register and the tab. */
export type KindWords = {
  /** On its own, as a heading or in a list. */
  readonly title: string;
  /** Where there is little room: on a button, in a column. */
  readonly short: string;
  /** In a sentence, with its article: "Arrange an annual review". */
  readonly one: string;
  /** What its references begin with. */
  readonly prefix: string;
};

export const kindWords: Readonly<Record<Kind, KindWords>> = {
  staff: { title: 'Staff meeting', short: 'Staff', one: 'a staff meeting', prefix: 'STF' },
  governors: { title: 'Governors’ meeting', short: 'Governors', one: 'a governors’ meeting', prefix: 'GOV' },
  tac: { title: 'Team Around the Child meeting', short: 'TAC', one: 'a TAC meeting', prefix: 'TAC' },
  'annual-review': { title: 'Annual review', short: 'Annual review', one: 'an annual review', prefix: 'REV' },
  parent: { title: 'Parent meeting', short: 'Parent', one: 'a parent meeting', prefix: 'PAR' },
  professional: {
    title: 'Professionals’ meeting',
    short: 'Professionals',
    one: 'a professionals’ meeting',
    prefix: 'PRO',
  },
  focus: { title: 'Focus session', short: 'Focus', one: 'a focus session', prefix: 'FOC' },
  class: { title: 'Class session', short: 'Class', one: 'a class session', prefix: 'CLS' },
};

/** What it is for where that goes without saying; read by those invited. Anybody may give another. */
export const usualPurpose: Readonly<Partial<Record<Kind, string>>> = {
  staff: 'Staff meeting',
  governors: 'Governors’ meeting',
  'annual-review': 'Annual review of the education, health and care plan',
  class: 'Class session',
};
