import type { ExportRow } from '../../../bot/views/export-row.ts';
import { clockOf, isoDayOf, momentOf } from '../../when.ts';
import { exportWords } from '../../words/export.ts';
import { sealNames, statusNames } from '../../words/words.ts';
import { inWords } from '../filter.ts';
import type { Taken } from './use-export.ts';

/** What stands in a file, whichever kind it is. A day is `2026-11-24`, which spreadsheets of every country read as one. */

export type ExportColumn = {
  readonly name: string;
  /** Of a spreadsheet's column, in letters. */
  readonly width: number;
  readonly cell: (row: ExportRow) => string | number;
};

const { columns: names, about } = exportWords;

export const exportColumns: readonly ExportColumn[] = [
  { name: names.reference, width: 14, cell: ({ reference }) => reference },
  { name: names.kind, width: 28, cell: ({ kind }) => kind },
  { name: names.day, width: 12, cell: ({ start }) => isoDayOf(start) },
  { name: names.start, width: 7, cell: ({ start }) => clockOf(start) },
  { name: names.minutes, width: 8, cell: ({ minutes }) => minutes },
  { name: names.initials, width: 8, cell: ({ initials }) => initials ?? '' },
  { name: names.year, width: 10, cell: ({ year }) => year ?? '' },
  { name: names.host, width: 20, cell: ({ host }) => host },
  { name: names.secondAdult, width: 20, cell: ({ secondAdult }) => secondAdult ?? '' },
  {
    name: names.guests,
    width: 40,
    cell: ({ guests }) => guests.map(({ role, agency }) => `${role} (${agency})`).join('; '),
  },
  { name: names.status, width: 16, cell: ({ status }) => statusNames[status] },
  { name: names.seal, width: 14, cell: ({ seal }) => sealNames[seal.state] },
  { name: names.readBack, width: 24, cell: ({ seal }) => (seal.state === 'sealed' ? momentOf(seal.readBackAt) : '') },
  { name: names.exceptions, width: 24, cell: ({ exceptions }) => exceptions.join('; ') },
  { name: names.authorisedBy, width: 24, cell: ({ authorisedBy }) => authorisedBy.join('; ') },
];

/** Where it comes from, who took it and why: goes with what can carry it. */
export const aboutIt = ({ begun, wish, rows }: Taken): readonly (readonly [string, string | number])[] => [
  [about.school, begun.school],
  [about.by, begun.by],
  [about.at, momentOf(begun.at)],
  [about.reason, wish.reason],
  [about.filter, filterWords(wish.filter) || about.nothing],
  [about.rows, rows.length],
];

/** @returns e.g. `Kind: Annual review, From: Tue 1 Sept 2026`; empty when nothing is narrowed down */
export const filterWords = (filter: Taken['wish']['filter']): string =>
  inWords(filter)
    // Of a host the filter has the object id, which says nothing to a reader.
    .map(({ filter: one, name, value }) => (one === 'host' ? name : `${name}: ${value}`))
    .join(', ');
