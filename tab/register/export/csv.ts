import Papa from 'papaparse';
import type { ExportRow } from '../../../bot/views/export-row.ts';
import { exportColumns } from './table.ts';

/**
 * What a spreadsheet would take for a formula at the start of a cell. The library's own pattern lets a formula through that has a line
 * break in it.
 */
const formula = /^\s*[=+\-@|%\t\r]/;

/** A file that spreadsheets open as text whatever stands in it: a cell that begins like a formula gets an apostrophe before it. */
export function csvOf(rows: readonly ExportRow[]): Blob {
  const fields = exportColumns.map(({ name }) => name);
  const data = rows.map((row) => exportColumns.map(({ cell }) => cell(row)));
  const text = Papa.unparse({ fields, data }, { escapeFormulae: formula, newline: '\r\n' });
  // Without the mark at its start Excel takes the file for Windows-1252, and every name with an accent is wrong.
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
}
