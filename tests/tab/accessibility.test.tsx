import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { openTab } from './open-tab.tsx';

// What axe can tell without a real screen; colours are held to account in the browser.

const violations = async () => {
  const { violations: found } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

test.each([
  ['on a desk', 1280],
  ['on a phone', 320],
])('has a list everybody can use, %s', async (_, width) => {
  openTab({ as: 'head', width });
  await screen.findByText('Thu 26 Nov 2026', { exact: false });
  expect(await violations()).toEqual([]);
});

test.each([
  ['beside the list', 1280],
  ['over the page', 320],
])('has a record everybody can use, %s', async (_, width) => {
  openTab({ width, at: '#/register/TAC-AAAAAAA1' });
  await screen.findByText('Invitations sent');
  expect(await violations()).toEqual([]);
});

test.each([
  ['on a desk', 1280],
  ['on a phone', 320],
])('has a list with an entry that cannot be read, for everybody to use, %s', async (_, width) => {
  openTab({ as: 'head', width, unreadable: 1 });
  await screen.findByText('3 entries cannot be read. Please tell ICT.');
  expect(await violations()).toEqual([]);
});

test('has an empty list everybody can use', async () => {
  openTab({ register: [] });
  await screen.findByText('You have no meetings yet');
  expect(await violations()).toEqual([]);
});

test('has a page outside Teams everybody can use', async () => {
  openTab({ teams: null });
  await screen.findByRole('link');
  expect(await violations()).toEqual([]);
});
