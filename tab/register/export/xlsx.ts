import writeXlsxFile, { type SheetData } from 'write-excel-file/browser';
import { exportWords } from '../../words/export.ts';
import { aboutIt, exportColumns } from './table.ts';
import type { Taken } from './use-export.ts';

/** A workbook of two sheets: the meetings, and where they come from. Every text is written as a text, so that none is a formula. */
export function xlsxOf(taken: Taken): Promise<Blob> {
  const headings = exportColumns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const }));
  const rows = taken.rows.map((row) => exportColumns.map(({ cell }) => cellOf(cell(row))));
  const about: SheetData = aboutIt(taken).map(([name, value]) => [cellOf(name), cellOf(value)]);
  const columns = exportColumns.map(({ width }) => ({ width }));
  return writeXlsxFile([
    { data: [headings, ...rows], sheet: exportWords.sheets.meetings, columns, stickyRowsCount: 1 },
    { data: about, sheet: exportWords.sheets.about, columns: [{ width: 20 }, { width: 60 }] },
  ]).toBlob();
}

const cellOf = (value: string | number) =>
  typeof value === 'number' ? { value, type: Number } : { value, type: String };
