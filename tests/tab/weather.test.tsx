import { beforeEach, expect, jest, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { Failure } from '../../bot/failure.ts';
import { openTab } from './open-tab.tsx';

// Bad weather at Microsoft: each has a sentence, and a page that finds its way back where it can.

beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});

test('asks again by itself after as long as Microsoft asked to be left alone', async () => {
  const tab = openTab();
  tab.register.failWith(new Failure('register unavailable', 'x', { waitSeconds: 0.2 }));
  expect(within(await screen.findByRole('alert')).getByText('Microsoft 365 has asked me to slow down.')).toBeTruthy();
  expect(screen.getByText('This page asks again by itself in a moment. Nothing is lost.')).toBeTruthy();
  tab.register.failWith(null);
  expect(await screen.findByRole('grid')).toBeTruthy();
});

test('says nowhere that it asks again where somebody has to', async () => {
  const tab = openTab();
  await tab.user.click(await screen.findByRole('button', { name: 'Export' }));
  const dialog = within(await screen.findByRole('dialog'));
  await tab.user.type(dialog.getByRole('textbox'), 'For the governors');
  tab.register.failWith(new Failure('register unavailable', 'x', { waitSeconds: 30 }));
  await tab.user.click(dialog.getByRole('button', { name: 'Export' }));
  expect(
    await dialog.findByText(/^Microsoft 365 has asked me to slow down. Please try again in a moment/),
  ).toBeTruthy();
  expect(dialog.getByRole('textbox')).toHaveProperty('value', 'For the governors');
});

test('offers to clear a filter that a link made up', async () => {
  const tab = openTab({ at: '#/register?kind=nonsense' });
  const alert = within(await screen.findByRole('alert'));
  await tab.user.click(alert.getByRole('button', { name: 'Clear filters' }));
  expect(await screen.findByRole('grid')).toBeTruthy();
});

test('offers another order only where the order is the trouble', async () => {
  const tab = openTab({ at: '#/register?order=host' });
  tab.network = 'gone';
  const alert = within(await screen.findByRole('alert'));
  expect(alert.getByRole('button').textContent).toBe('Try again');
  tab.network = 'well';
  tab.register.failWith(new Failure('too many rows', 'x'));
  await tab.user.click(alert.getByRole('button'));
  await tab.user.click(await screen.findByRole('button', { name: 'Sort by time instead' }));
});

test('says that a deleted list can be restored, and by whom', async () => {
  const tab = openTab();
  tab.register.failWith(new Failure('register missing', 'x'));
  const alert = within(await screen.findByRole('alert'));
  expect(alert.getByText('A list of the school’s register is not there.')).toBeTruthy();
  expect(alert.getByText(/Please tell ICT: if it was deleted, it can be restored/)).toBeTruthy();
});

test('gets a new token when the one it had has run out, and nobody notices', async () => {
  const tab = openTab({ runOut: 1 });
  expect(await screen.findByRole('grid')).toBeTruthy();
  expect(tab.turnedAway).toBe(1);
});

test('asks to open the page again when new tokens are turned away too', async () => {
  openTab({ runOut: 2 });
  expect(within(await screen.findByRole('alert')).getByText('I could not tell who you are.')).toBeTruthy();
});

test('shows the list by itself when the connection is back', async () => {
  const tab = openTab();
  tab.network = 'gone';
  expect(await screen.findByText('I cannot reach the school’s server just now.')).toBeTruthy();
  tab.network = 'well';
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByRole('grid')).toBeTruthy();
});

test('says after some seconds that it takes longer than usual', async () => {
  const tab = openTab();
  tab.network = 'silent';
  expect(await screen.findByText(/This is taking longer than usual/)).toBeTruthy();
});

test('says that the server cannot be reached when only what stands before it answers', async () => {
  const tab = openTab();
  tab.network = 'a gateway before no server';
  expect(await screen.findByText('I cannot reach the school’s server just now.')).toBeTruthy();
});

test('takes one more try to be back on Today, not one for the page and one for what stands there', async () => {
  const tab = openTab({ at: '#/today' });
  tab.network = 'gone';
  expect(await screen.findByText('I cannot reach the school’s server just now.')).toBeTruthy();
  tab.network = 'well';
  await tab.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/^Friday 20 November 2026/)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
