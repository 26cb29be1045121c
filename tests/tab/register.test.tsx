import { expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { people } from '../api/school.ts';
import { openTab, rowsOf } from './open-tab.tsx';

// The register as a list: what stands in it, in which order, and how it is narrowed down.

const grid = () => screen.findByRole('grid', { name: 'Meetings in the register' });
const firstColumn = async () => rowsOf(await grid()).map(([when]) => when);

test('lists one’s own meetings with day, hours and zone', async () => {
  openTab();
  expect(rowsOf(await grid())).toEqual([
    [
      'Tue 1 Dec 202610:30 to 11:15 GMT',
      'AB, Year 4Team Around the Child meeting',
      'Maya Okaforwith Leila Haddad',
      'Being arranged',
      'Not yet sealed',
    ],
    [
      'Wed 25 Nov 202613:00 to 13:45 GMT',
      'AB, Year 4Team Around the Child meeting',
      'Maya Okaforwith Sam Whitlock',
      'Not arranged',
      'Not sealed',
    ],
  ]);
});

test('shows more, page after page, until there is no more', async () => {
  const { user } = openTab();
  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  await waitFor(async () => {
    expect(await firstColumn()).toEqual([
      'Tue 1 Dec 202610:30 to 11:15 GMT',
      'Wed 25 Nov 202613:00 to 13:45 GMT',
      'Tue 24 Nov 202615:15 to 16:00 GMT',
      'Wed 1 Jul 202610:00 to 10:45 BST',
    ]);
  });
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('keeps what is there when the next page cannot be had, and tries again', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const tab = openTab();
  const more = await screen.findByRole('button', { name: 'Show more' });
  tab.network = 'gone';
  await tab.user.click(more);
  expect((await screen.findByRole('alert')).textContent).toContain('cannot reach the school’s server');
  expect(await firstColumn()).toHaveLength(2);
  tab.network = 'well';
  await tab.user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(async () => {
    expect(await firstColumn()).toHaveLength(4);
  });
});

test('sorts by time, by its column’s heading', async () => {
  const { user } = openTab();
  const heading = within(await grid()).getByRole('columnheader', { name: 'When' });
  expect(heading.getAttribute('aria-sort')).toBe('descending');
  await user.click(within(heading).getByRole('button'));
  await waitFor(async () => {
    expect(await firstColumn()).toEqual(['Wed 1 Jul 202610:00 to 10:45 BST', 'Tue 24 Nov 202615:15 to 16:00 GMT']);
  });
});

test('opens with the whole school for the senior leadership team', async () => {
  openTab({ as: 'head' });
  expect(rowsOf(await grid()).map(([, , host]) => host)).toEqual([
    'Maya Okaforwith Leila Haddad',
    'Tom Birchwith Ruth Adeyemi',
  ]);
  expect(await screen.findByRole('button', { name: 'Whole school', pressed: true })).toBeTruthy();
});

test('narrows down to their own meetings for the senior leadership team, page after page of whichever they chose', async () => {
  const { user, register } = openTab({ as: 'head' });
  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  await waitFor(async () => {
    expect(await firstColumn()).toHaveLength(4);
  });
  expect(register.asked.map(({ of }) => of)).toEqual([null, null]);
  await user.click(screen.getByRole('button', { name: 'Mine', pressed: false }));
  await waitFor(async () => {
    expect(rowsOf(await grid()).map(([, , host]) => host)).toEqual(['Tom Birchwith Ruth Adeyemi']);
  });
  expect(screen.getByRole('button', { name: 'Mine', pressed: true })).toBeTruthy();
});

test('says so to the senior leadership team when nobody at school has arranged one yet', async () => {
  openTab({ as: 'head', register: [] });
  expect(await screen.findByText(/The first one anybody arranges/)).toBeTruthy();
});

test('does not offer the whole school to anybody else', async () => {
  const { register } = openTab({ as: 'ict' });
  await grid();
  expect(screen.queryByRole('button', { name: 'Whole school' })).toBeNull();
  expect(register.asked).toMatchObject([{ of: people.ict.id }]);
});

test('narrows down by status', async () => {
  const { user } = openTab();
  await grid();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Called off');
  await waitFor(async () => {
    expect(await firstColumn()).toEqual(['Wed 1 Jul 202610:00 to 10:45 BST']);
  });
});

test('narrows down by days, both included', async () => {
  const { user, register } = openTab();
  await grid();
  await user.type(screen.getByLabelText('From'), '2026-11-24');
  await user.type(screen.getByLabelText('To'), '2026-11-25');
  await waitFor(async () => {
    expect(await firstColumn()).toEqual(['Wed 25 Nov 202613:00 to 13:45 GMT', 'Tue 24 Nov 202615:15 to 16:00 GMT']);
  });
  expect(register.asked.at(-1)).toMatchObject({ from: '2026-11-24T00:00:00Z', to: '2026-11-26T00:00:00Z' });
});

test('asks for nothing the server would not take while a year is being typed', async () => {
  const { user, register } = openTab();
  await grid();
  await user.type(screen.getByLabelText('From'), '1999-11-24');
  await user.tab();
  expect(await screen.findByText('Choose a day from 2000 to 2099.')).toBeTruthy();
  expect(register.asked).toHaveLength(1);
});

test('clears the filters again', async () => {
  const { user } = openTab();
  await grid();
  await user.type(screen.getByLabelText('From'), '2030-01-01');
  await screen.findByText('No meetings match these filters');
  const [clear] = screen.getAllByRole('button', { name: 'Clear filters' });
  if (clear) await user.click(clear);
  expect(await firstColumn()).toHaveLength(2);
  expect(screen.getByLabelText('From')).toHaveProperty('value', '');
});

test('says what to do when there are no meetings yet', async () => {
  openTab({ register: [] });
  expect(await screen.findByText('You have no meetings yet')).toBeTruthy();
  expect(screen.getByText(/Arrange one by chatting with Chaperone\./)).toBeTruthy();
});

test('asks again when told to, and shows what has come since', async () => {
  const { user, register } = openTab();
  await grid();
  register.page = () => Promise.resolve({ rows: [], next: null, lookedTo: null, unreadable: 0 });
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await screen.findByText('You have no meetings yet')).toBeTruthy();
});
