import { beforeEach, expect, jest, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { Failure } from '../../bot/failure.ts';
import { meetings } from '../api/school.ts';
import { openTab, rowsOf } from './open-tab.tsx';

// Everything that can go wrong between the tab and the register is said, with something to do about it.

// What went wrong is also put in the console, for whoever looks into it; here it would only be noise.
beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});

test.each([
  [
    'when the register cannot be read',
    'I cannot read the school’s register just now.',
    new Failure('register unavailable', 'x'),
  ],
  [
    'when nothing of it can be read',
    'There is an entry in the register that I cannot read.',
    new Failure('register unreadable', 'x'),
  ],
  ['when the server is at fault', 'Something went wrong at my end.', new TypeError('x')],
])('says so %s, and shows the list once it can', async (_, say, fault) => {
  const tab = openTab({ register: [] });
  tab.register.failWith(fault);
  expect(within(await screen.findByRole('alert')).getByText(say)).toBeTruthy();
  tab.register.failWith(null);
  await tab.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('You have no meetings yet')).toBeTruthy();
});

test.each([
  [1, '1 entry cannot be read. Please tell ICT.'],
  [2, '2 entries cannot be read. Please tell ICT.'],
])('lists the rest when %s cannot be read, and says so in one line above', async (unreadable, line) => {
  openTab({ unreadable, register: [meetings.ofSenco] });
  const grid = await screen.findByRole('grid');
  const said = screen.getByRole('status');
  expect(said.textContent).toBe(line);
  expect(said.compareDocumentPosition(grid)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(rowsOf(grid)).toHaveLength(1);
});

test('says how many cannot be read on all the pages it shows', async () => {
  openTab({ unreadable: 1 });
  expect(await screen.findByText('2 entries cannot be read. Please tell ICT.')).toBeTruthy();
});

test('does not say that there are no meetings when the only one cannot be read', async () => {
  openTab({ register: [], unreadable: 1 });
  expect(await screen.findByText('1 entry cannot be read. Please tell ICT.')).toBeTruthy();
  expect(screen.queryByText('You have no meetings yet')).toBeNull();
});

test('says nothing of the kind when all can be read', async () => {
  openTab();
  await screen.findByRole('grid');
  expect(screen.queryByText(/cannot be read/)).toBeNull();
});

test('says so when the server cannot be reached, and when it can again', async () => {
  const tab = openTab();
  tab.network = 'gone';
  expect(
    within(await screen.findByRole('alert')).getByText('I cannot reach the school’s server just now.'),
  ).toBeTruthy();
  tab.network = 'well';
  await tab.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('grid')).toBeTruthy();
});

test('says so when Teams cannot tell who is there', async () => {
  const tab = openTab();
  tab.signedIn = false;
  expect(within(await screen.findByRole('alert')).getByText('Teams could not tell me who you are.')).toBeTruthy();
  expect(tab.register.asked).toEqual([]);
});

test('believes no answer that is not the server’s', async () => {
  const tab = openTab();
  tab.network = 'a proxy';
  expect(
    within(await screen.findByRole('alert')).getByText('The server answered in a way I could not read.'),
  ).toBeTruthy();
});

test.each(['pupil', 'guest'] as const)('tells a %s that this is for staff', async (who) => {
  openTab({ as: who });
  expect(within(await screen.findByRole('alert')).getByText('This is for staff of the school.')).toBeTruthy();
  expect(screen.queryByRole('grid')).toBeNull();
});

test('takes away the loading screen of Teams, in trouble too', async () => {
  const tab = openTab();
  tab.network = 'gone';
  await screen.findByRole('alert');
  expect(tab.told).toEqual(['shown']);
});
