import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { Failure } from '../../bot/failure.ts';
import { meeting } from '../api/school.ts';
import { type OpenTab, openTab } from './open-tab.tsx';

// An export as somebody goes through it: a reason first, then page after page, to be stopped and gone on with.

const register = Array.from({ length: 12 }, (_, before) =>
  meeting({
    reference: `TAC-${String(before).padStart(8, '0')}`,
    start: new Date(Date.UTC(2026, 10, 20, 15, 15) - before * 86_400_000).toISOString().replace('.000Z', 'Z'),
    host: 'senco',
    secondAdult: 'teacher',
  }),
);

const saved: { name: string; file: Blob }[] = [];
beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const files = new Map<string, Blob>();
  // jsdom keeps no files and follows no links; what the browser would save is looked at instead.
  Object.assign(URL, {
    createObjectURL: (file: Blob) => {
      files.set(`blob:${files.size}`, file);
      return `blob:${files.size - 1}`;
    },
    revokeObjectURL: () => undefined,
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const file = files.get(this.href);
    if (file) saved.push({ name: this.download, file });
  });
});
afterEach(() => {
  saved.length = 0;
  jest.restoreAllMocks();
});

// jsdom's Blob has no text().
const textOf = (file: Blob | undefined) =>
  new Promise<string>((read) => {
    const reader = new FileReader();
    reader.onload = () => {
      read(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.readAsText(file ?? new Blob());
  });

async function wishFor(tab: OpenTab, format: string, reason: string): Promise<void> {
  // All of the list is there: what is asked for from now on is the export's.
  await screen.findByText('12 meetings, and no more.');
  await tab.user.click(screen.getByRole('button', { name: 'Export' }));
  await tab.user.click(await screen.findByRole('radio', { name: format }));
  const why = screen.getByRole('textbox', { name: 'Why do you need it?' });
  if (reason !== '') await tab.user.type(why, reason);
  await tab.user.click(screen.getAllByRole('button', { name: 'Export' }).at(-1) ?? why);
}

test('after a reason every row comes, page after page, and is saved', async () => {
  const tab = openTab({ as: 'head', register });
  await wishFor(tab, 'CSV file', 'For the governors');
  expect(await screen.findByText('Saved, with 12 rows.')).toBeTruthy();
  expect(saved.map(({ name }) => name)).toEqual([expect.stringMatching(/^Meetings 2026-11-\d\d\.csv$/)]);
  expect((await textOf(saved[0]?.file)).trim().split('\r\n')).toHaveLength(13);
});

test('without a reason nothing is handed out, and what was chosen stays', async () => {
  const tab = openTab({ as: 'head', register });
  await wishFor(tab, 'CSV file', 'No');
  expect((await screen.findAllByText(/reason/i)).length).toBeGreaterThan(0);
  expect(screen.queryByText(/so far/)).toBeNull();
  expect(saved).toEqual([]);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'CSV file' }).checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Why do you need it?' }).value).toBe('No');
});

test('halted by a fault it keeps what it has, and goes on from there', async () => {
  const tab = openTab({ as: 'head', register });
  await screen.findByText('12 meetings, and no more.');
  tab.register.failAfter(tab.register.asked.length + 2, new Failure('register unavailable', 'x'));
  await wishFor(tab, 'CSV file', 'For the governors');
  expect(await screen.findByText(/rows are safe. You can go on from there/)).toBeTruthy();
  expect(saved).toEqual([]);
  tab.register.failWith(null);
  await tab.user.click(screen.getByRole('button', { name: 'Go on' }));
  expect(await screen.findByText('Saved, with 12 rows.')).toBeTruthy();
});

test('stopped it asks for nothing more and saves nothing', async () => {
  const tab = openTab({ as: 'head', register });
  await screen.findByText('12 meetings, and no more.');
  tab.register.failAfter(tab.register.asked.length + 2, new Failure('register unavailable', 'x'));
  await wishFor(tab, 'CSV file', 'For the governors');
  await screen.findByText(/rows are safe/);
  await tab.user.click(screen.getByRole('button', { name: 'Stop' }));
  tab.register.failWith(null);
  const asked = tab.register.asked.length;
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Why do you need it?' }).value).toBe(
    'For the governors',
  );
  await waitFor(() => {
    expect(screen.queryByText(/rows are safe/)).toBeNull();
  });
  expect(tab.register.asked).toHaveLength(asked);
  expect(saved).toEqual([]);
});

test('a printed page says whose it is, who took it and why', async () => {
  const tab = openTab({ as: 'head', register });
  await wishFor(tab, 'Printed page', 'For the governors');
  await tab.user.click(await screen.findByRole('button', { name: 'Look at it' }));
  expect(await screen.findByText(/Printed by Ruth Adeyemi on/)).toBeTruthy();
  expect(screen.getByText('Reason: For the governors')).toBeTruthy();
  const page = within(screen.getByRole('dialog', { name: 'Page to be printed' }));
  expect(page.getAllByRole('row')).toHaveLength(13);
});
