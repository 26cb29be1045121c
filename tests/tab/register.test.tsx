import { afterEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { meeting, people, meetings as someMeetings } from '../api/school.ts';
import { openTab, rowsOf } from './open-tab.tsx';

// The register as a list: what stands in it, in which order, and how it is narrowed down.

afterEach(() => {
  window.localStorage.clear();
});

const grid = () => screen.findByRole('grid', { name: 'Meetings in the register' });
const firstColumn = async () => rowsOf(await grid()).map(([when]) => when);
const filters = async (user: ReturnType<typeof openTab>['user']) => {
  await user.click(await screen.findByRole('button', { name: /^Filters/ }));
};
/** One a day, as many as are wanted, the newest on 20 November 2026. */
const many = (count: number) =>
  Array.from({ length: count }, (_, before) =>
    meeting({
      reference: `TAC-${String(before).padStart(8, '0')}`,
      start: new Date(Date.UTC(2026, 10, 20, 15, 15) - before * 86_400_000).toISOString().replace('.000Z', 'Z'),
      host: 'senco',
      secondAdult: 'teacher',
    }),
  );
const focused = () => document.activeElement?.getAttribute('aria-rowindex');

test('lists one’s own meetings with day, hours and zone, page after page', async () => {
  openTab();
  await waitFor(async () => {
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
      expect.arrayContaining(['Tue 24 Nov 202615:15 to 16:00 GMT']),
      expect.arrayContaining(['Wed 1 Jul 202610:00 to 10:45 BST']),
    ]);
  });
  expect(screen.getByText('4 meetings, and no more.')).toBeTruthy();
  expect((await grid()).getAttribute('aria-rowcount')).toBe('5');
});

test('of a long list draws what is in sight and fetches no more than is nearly in sight', async () => {
  const { register } = openTab({ register: many(200) });
  await waitFor(() => {
    expect(register.asked.length).toBeGreaterThan(10);
  });
  await screen.findByRole('row', { name: /Fri 20 Nov 2026/ });
  const rows = screen.getAllByRole('row');
  expect(rows.length).toBeLessThan(40);
  expect(register.asked.length).toBeLessThan(30);
  expect((await grid()).getAttribute('aria-rowcount')).toBe('-1');
  expect(rows.map((row) => row.getAttribute('aria-rowindex')).slice(0, 4)).toEqual(['1', '2', '3', '4']);
});

test('is walked through by key: up and down, a screen at a time, to the beginning and the end of what is there', async () => {
  const { user } = openTab({ register: many(60) });
  const first = await screen.findByRole('row', { name: /Fri 20 Nov 2026/ });
  first.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(focused()).toBe('3');
  await user.keyboard('{PageDown}');
  expect(Number(focused())).toBeGreaterThan(10);
  await user.keyboard('{PageUp}{Home}');
  expect(focused()).toBe('2');
  await user.keyboard('{ArrowUp}');
  expect(focused()).toBe('2');
  // Whichever is the last that has come: with each time at the end, more come.
  for (let presses = 0; presses < 40 && focused() !== '61'; presses += 1) {
    await user.keyboard('{End}');
    await waitFor(() => {
      expect(screen.queryByText('Loading more')).toBeNull();
    });
  }
  expect(focused()).toBe('61');
  expect(screen.getAllByRole('row').length).toBeLessThan(40);
});

test('opens a meeting with Enter, and Escape leads back to its row', async () => {
  const { user } = openTab({ register: many(30) });
  (await screen.findByRole('row', { name: /Fri 20 Nov 2026/ })).focus();
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByRole('complementary', { name: 'AB, Year 4' });
  expect(window.location.hash).toBe('#/register/TAC-00000001');
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(focused()).toBe('3');
  });
});

test('keeps what is there when the next page cannot be had, and tries again', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const tab = openTab({ register: many(100) });
  await screen.findByRole('row', { name: /Fri 20 Nov 2026/ });
  await waitFor(() => {
    expect(screen.queryByText('Loading more')).toBeNull();
  });
  tab.network = 'gone';
  window.scrollTo({ top: 900 });
  expect((await screen.findByRole('alert')).textContent).toContain('cannot reach the school’s server');
  const asked = tab.register.asked.length;
  tab.network = 'well';
  await tab.user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => {
    expect(tab.register.asked.length).toBeGreaterThan(asked);
  });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('says how far it has looked while it goes on looking, and asks before it looks very far', async () => {
  const { user, register } = openTab({ register: [] });
  let empty = 0;
  register.page = (query) => {
    register.asked.push(query);
    empty += 1;
    const lookedTo = `20${26 - empty}-03-12T00:00:00Z`;
    return Promise.resolve({ rows: [], next: String(empty), lookedTo, unreadable: 0 });
  };
  await user.click(await screen.findByRole('button', { name: 'Refresh' }));
  expect(await screen.findByText(/^Looked back to .* 12 Mar 20\d\d, still looking$/)).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Look further' })).toBeTruthy();
  const asked = register.asked.length;
  register.page = () => Promise.resolve({ rows: [], next: null, lookedTo: null, unreadable: 0 });
  await user.click(screen.getByRole('button', { name: 'Look further' }));
  expect(await screen.findByText('You have no meetings yet')).toBeTruthy();
  expect(register.asked.length).toBe(asked);
});

test('sorts by time, by its column’s heading, and keeps the order in the address', async () => {
  const { user } = openTab();
  const heading = within(await grid()).getByRole('columnheader', { name: 'When' });
  expect(heading.getAttribute('aria-sort')).toBe('descending');
  await user.click(within(heading).getByRole('button'));
  await waitFor(async () => {
    expect((await firstColumn())[0]).toBe('Wed 1 Jul 202610:00 to 10:45 BST');
  });
  expect(window.location.hash).toBe('#/register?order=oldest');
});

test('sorts by host, there and back', async () => {
  const { user, register } = openTab({ as: 'head' });
  const press = async () => {
    await user.click(within(within(await grid()).getByRole('columnheader', { name: 'Host' })).getByRole('button'));
  };
  await press();
  await waitFor(() => {
    expect(register.asked.at(-1)).toMatchObject({ order: 'host' });
  });
  await press();
  await waitFor(() => {
    expect(register.asked.at(-1)).toMatchObject({ order: 'host reversed' });
  });
});

test('opens with the whole school for the senior leadership team', async () => {
  openTab({ as: 'head' });
  await waitFor(async () => {
    expect(rowsOf(await grid()).map(([, , host]) => host)).toContain('Tom Birchwith Ruth Adeyemi');
  });
  expect(await screen.findByRole('button', { name: 'Whole school', pressed: true })).toBeTruthy();
});

test('narrows down to their own meetings for the senior leadership team', async () => {
  const { user, register } = openTab({ as: 'head' });
  await grid();
  expect(register.asked.every(({ of }) => of === null)).toBe(true);
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

test('narrows down by status, in an address that can be linked, and the browser’s way back undoes it', async () => {
  const { user } = openTab();
  await grid();
  await filters(user);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Called off');
  await waitFor(async () => {
    expect(await firstColumn()).toEqual(['Wed 1 Jul 202610:00 to 10:45 BST']);
  });
  expect(window.location.hash).toBe('#/register?status=called+off');
  window.history.back();
  await waitFor(async () => {
    expect(await firstColumn()).toHaveLength(4);
  });
});

test('opens narrowed down as a link says, with the fields folded and each filter named', async () => {
  const { user, register } = openTab({ at: '#/register?status=called+off&from=2026-06-01' });
  await waitFor(async () => {
    expect(await firstColumn()).toEqual(['Wed 1 Jul 202610:00 to 10:45 BST']);
  });
  expect(screen.queryByRole('combobox', { name: 'Status' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Filters (2)', expanded: false })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Status: Called off/ }));
  await waitFor(() => {
    expect(window.location.hash).toBe('#/register?from=2026-06-01');
  });
  expect(register.asked.at(-1)).toMatchObject({ status: null, from: '2026-05-31T23:00:00Z' });
});

test('searches once the typing has come to rest', async () => {
  const { user, register } = openTab();
  await grid();
  await user.type(screen.getByRole('searchbox', { name: 'Search the register' }), 'TAC-AAAAAAA3');
  await waitFor(async () => {
    expect(await firstColumn()).toEqual(['Wed 25 Nov 202613:00 to 13:45 GMT']);
  });
  const searched = register.asked.flatMap(({ search }) => (search === null ? [] : [search]));
  expect(searched.at(-1)).toBe('TAC-AAAAAAA3');
  expect(searched.length).toBeLessThan(6);
});

test('narrows down by days, both included', async () => {
  const { user, register } = openTab();
  await grid();
  await filters(user);
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-11-24' } });
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-11-25' } });
  await waitFor(async () => {
    expect(await firstColumn()).toEqual(['Wed 25 Nov 202613:00 to 13:45 GMT', 'Tue 24 Nov 202615:15 to 16:00 GMT']);
  });
  expect(register.asked.at(-1)).toMatchObject({ from: '2026-11-24T00:00:00Z', to: '2026-11-26T00:00:00Z' });
});

test('asks for nothing the server would not take while a year is being typed', async () => {
  const { user, register } = openTab();
  await grid();
  await filters(user);
  const asked = register.asked.length;
  await user.type(screen.getByLabelText('From'), '1999-11-24');
  await user.tab();
  expect(await screen.findByText('Choose a day from 2000 to 2099.')).toBeTruthy();
  expect(register.asked.slice(asked).every(({ from }) => from === null)).toBe(true);
});

test('says what was looked for when nothing matches, and clears it', async () => {
  const { user } = openTab({ at: '#/register?from=2030-01-01&year=4' });
  await screen.findByText('No meetings match these filters');
  expect(screen.getByText(/^Looked for Year group: Year 4, From: Tue 1 Jan 2030\./)).toBeTruthy();
  const [clear] = screen.getAllByRole('button', { name: 'Clear filters' });
  if (clear) await user.click(clear);
  await waitFor(async () => {
    expect(await firstColumn()).toHaveLength(4);
  });
  expect(window.location.hash).toBe('#/register');
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

test('remembers for each person which columns they chose', async () => {
  const { user } = openTab({ register: [someMeetings.ofSenco] });
  await grid();
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'Reference' }));
  expect(within(await grid()).getByRole('columnheader', { name: 'Reference' })).toBeTruthy();
  expect(JSON.stringify(window.localStorage)).toContain('columns/Maya Okafor');
});

test('works where nothing can be remembered', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const refusing = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  openTab();
  expect(rowsOf(await grid()).length).toBeGreaterThan(0);
  refusing.mockRestore();
});
