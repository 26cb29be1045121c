/** The kinds of meeting Chaperone knows: a closed list, because the data-protection assessment names them (clause 002-73). */
export const kinds = [
  /** Staff among themselves. */
  'staff',
  /** Governors and the staff who report to them. */
  'governors',
  /** A Team Around the Child: family and professionals. */
  'tac',
  /** The yearly review of an education, health and care plan. */
  'annual-review',
  /** Staff and one family. */
  'parent',
  /** Professionals about a child, without the family. */
  'professional',
  /** A session of one named focus with one child, e.g. music therapy. */
  'focus',
  /** Teaching a class or a group. */
  'class',
] as const;
export type Kind = (typeof kinds)[number];
