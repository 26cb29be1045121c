import { expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { Failure } from '../../bot/failure.ts';
import { versionOf } from '../../bot/register/version.ts';
import { noActs } from '../api/no-acts.ts';
import { meetings, people } from '../api/school.ts';
import { openTab } from './open-tab.tsx';

// What a reader does about a meeting, on its own page.

const entry = meetings.ofSenco;
const page = async (opening: Parameters<typeof openTab>[0] = {}) => {
  const tab = openTab({ opensWith: entry.reference, ...opening });
  await screen.findByRole('heading', { level: 1, name: 'AB, Year 4' });
  const acts = within(await screen.findByRole('region', { name: 'What you can do' }));
  return { tab, acts };
};
const names = (acts: Awaited<ReturnType<typeof page>>['acts']) =>
  acts.getAllByRole('button').map(({ textContent }) => textContent);

test('a link into Teams that names a meeting opens its page, with one heading above all others', async () => {
  await page();
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  expect(screen.getByRole('region', { name: 'Safeguards' })).toBeTruthy();
});

test('the host is offered every change, and told why the rest is not open yet', async () => {
  const { acts } = await page();
  expect(names(acts)).toEqual([
    'Move it',
    'Add a guest',
    'Remove a guest',
    'Change the second adult',
    'Change the host',
    'Cancel it',
    'Raise a concern',
  ]);
  expect(acts.getByText('Say whether it was held: It has not begun yet.')).toBeTruthy();
});

test('the second adult is offered what is theirs, with one reason for all the rest', async () => {
  const { acts } = await page({ as: 'teacher' });
  expect(names(acts)).toEqual(['Cancel it', 'Raise a concern']);
  expect(acts.getByText(/^Move it, Add a guest, Remove a guest, .*: That is for the host to do/)).toBeTruthy();
});

test('a cancellation first shows what it does, then is done with one button', async () => {
  const { tab, acts } = await page();
  const cancelled: unknown[] = [];
  const found = { done: true, row: { itemId: '1', eTag: '"1"', entry }, entry } as const;
  const changing = {
    ...noActs().changing,
    meeting: () => Promise.resolve(found),
    cancel: (...asked: readonly unknown[]) => {
      cancelled.push(asked);
      return Promise.resolve(found);
    },
  };
  tab.acts = { ...noActs(), changing };
  await tab.user.click(acts.getByRole('button', { name: 'Cancel it' }));
  await waitFor(() => {
    expect(document.activeElement?.textContent).toBe('Cancel it');
  });
  expect(await acts.findByText(/^Its link is shut first/)).toBeTruthy();
  expect(cancelled).toEqual([]);
  await tab.user.click(acts.getByRole('button', { name: 'Yes, cancel it' }));
  await waitFor(() => {
    expect(cancelled).toEqual([[entry.reference, people.senco.id, versionOf(entry)]]);
  });
});

test('what was done and could not be looked at since is said, with a way to look again', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { tab, acts } = await page();
  const found = { done: true, row: { itemId: '1', eTag: '"1"', entry }, entry } as const;
  const cancel = () => {
    tab.register.failWith(new Failure('register unavailable', 'x'));
    return Promise.resolve(found);
  };
  tab.acts = { ...noActs(), changing: { ...noActs().changing, meeting: () => Promise.resolve(found), cancel } };
  await tab.user.click(acts.getByRole('button', { name: 'Cancel it' }));
  await tab.user.click(await acts.findByRole('button', { name: 'Yes, cancel it' }));
  expect(await screen.findByText(/^That was taken, but I could not look at the meeting since/)).toBeTruthy();
  tab.register.failWith(null);
  await tab.user.click(screen.getByRole('button', { name: 'Look again' }));
  await waitFor(() => {
    expect(screen.queryByText(/^That was taken, but/)).toBeNull();
  });
});

test('an act that got no answer is not said to be undone, and nothing typed is lost', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const past = { ...entry, ask: { ...entry.ask, start: '2026-11-19T15:15:00Z' } };
  const { tab, acts } = await page({ register: [past] });
  await tab.user.click(acts.getByRole('button', { name: 'Say whether it was held' }));
  await tab.user.click(acts.getByRole('radio', { name: 'It did not take place' }));
  const reason = acts.getByLabelText('Why not, in one line (if you like)');
  await tab.user.type(reason, 'The nurse was ill.');
  for (const network of ['gone', 'a gateway before no server', 'a proxy'] as const) {
    tab.network = network;
    await tab.user.click(acts.getByRole('button', { name: 'Keep this' }));
    expect(await acts.findByText(/so I do not know whether that was taken/)).toBeTruthy();
    expect(reason).toHaveProperty('value', 'The nurse was ill.');
  }
});

test('a meeting that has changed meanwhile is shown beside what was wanted, and nothing typed is lost', async () => {
  const { tab, acts } = await page();
  const theirs = { ...entry, ask: { ...entry.ask, start: '2026-11-24T16:00:00Z' } };
  const no = { done: false, why: 'changed meanwhile', entry: theirs, decision: null } as const;
  const changing = { ...noActs().changing, review: () => Promise.resolve(no) };
  tab.acts = { ...noActs(), changing };
  await tab.user.click(acts.getByRole('button', { name: 'Move it' }));
  const time = acts.getByLabelText('New time');
  await tab.user.clear(time);
  await tab.user.type(time, '10:30');
  await tab.user.click(acts.getByRole('button', { name: 'See what it leads to' }));
  const box = within(await acts.findByRole('region', { name: 'Somebody has changed this meeting meanwhile' }));
  expect(box.getByText('Tue 24 Nov 2026, 15:15 to 16:00 GMT')).toBeTruthy();
  expect(box.getByText('Tue 24 Nov 2026, 16:00 to 16:45 GMT')).toBeTruthy();
  expect(box.getByText('2026-11-24, 10:30, 45 minutes')).toBeTruthy();
  expect(acts.getByLabelText('New time')).toHaveProperty('value', '10:30');
  await tab.user.click(box.getByRole('button', { name: 'Leave it as it is now' }));
  await waitFor(() => {
    expect(screen.getByText('16:00 to 16:45 GMT · 45 minutes')).toBeTruthy();
  });
});

test('a meeting that was held is said to have been, and the page shows who said so', async () => {
  const past = { ...entry, ask: { ...entry.ask, start: '2026-11-19T15:15:00Z' } };
  const { tab, acts } = await page({ register: [past] });
  const outcome = { state: 'held', by: people.senco, at: '2026-11-20T09:00:00Z', minutes: 50 } as const;
  const said: unknown[] = [];
  tab.acts = {
    ...noActs(),
    sayHeld: (saying) => {
      said.push(saying.said);
      return Promise.resolve({ entry: { ...past, outcome: { ...outcome, by: past.ask.host } } });
    },
  };
  await tab.user.click(acts.getByRole('button', { name: 'Say whether it was held' }));
  const minutes = acts.getByLabelText('Length in minutes');
  await tab.user.clear(minutes);
  await tab.user.type(minutes, '50');
  await tab.user.click(acts.getByRole('button', { name: 'Keep this' }));
  expect(await screen.findByText('It took place, and took 50 minutes.')).toBeTruthy();
  expect(screen.getByText(/^Maya Okafor said so on /)).toBeTruthy();
  expect(said).toEqual([{ state: 'held', minutes: 50 }]);
});

test('the page is shared by its reference, and never by a child’s initials', async () => {
  const { tab } = await page();
  await tab.user.click(screen.getByRole('button', { name: 'Share in Teams' }));
  expect(tab.told).toContain('share meeting/TAC-AAAAAAA1 Team Around the Child meeting, TAC-AAAAAAA1');
});
