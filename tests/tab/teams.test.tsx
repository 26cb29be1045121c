import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { openTab } from './open-tab.tsx';

// The tab and the Teams around it.

const background = () => {
  const page = document.querySelector('.fui-FluentProvider');
  return page && getComputedStyle(page).getPropertyValue('--colorNeutralBackground1');
};

test.each([
  ['default', '#ffffff'],
  ['dark', '#292929'],
  ['contrast', '#000000'],
] as const)('wears the theme of Teams: %s', async (theme, colour) => {
  openTab({ theme });
  await screen.findByRole('grid');
  expect(background()).toBe(colour);
});

test('changes with Teams while it is open', async () => {
  const tab = openTab();
  await screen.findByRole('grid');
  tab.changeTheme('contrast');
  expect(background()).toBe('#000000');
});

test('tells Teams once when there is something to look at', async () => {
  const tab = openTab();
  await screen.findByRole('grid');
  await tab.user.click(screen.getByRole('button', { name: 'Refresh' }));
  await screen.findByRole('grid');
  expect(tab.told).toEqual(['shown']);
});

test('says where it lives when there is no Teams around it', async () => {
  openTab({ teams: null });
  expect(await screen.findByRole('heading', { name: 'Chaperone lives in Microsoft Teams' })).toBeTruthy();
  const link = await screen.findByRole('link', { name: 'Open it in Teams' });
  expect(link.getAttribute('href')).toBe('https://teams.example.org/');
});

test.each([
  ['a page that is another’s', '#/data-protection'],
  ['no page at all', '#/%%%/../<script>'],
  ['no meeting', '#/meeting/hello'],
])('says where somebody is instead when a link leads to %s, until they go on', async (_, at) => {
  const tab = openTab({ as: 'senco', at });
  expect(await screen.findByText(/^That link leads to no page that is open to you/)).toBeTruthy();
  expect(window.location.hash).toBe('#/today');
  await tab.user.click(screen.getByRole('link', { name: 'Register' }));
  await screen.findByRole('grid');
  await tab.user.click(screen.getByRole('link', { name: 'Today' }));
  await screen.findByRole('heading', { name: 'Today' });
  expect(screen.queryByText(/^That link leads/)).toBeNull();
});

test('says the same of a link into Teams', async () => {
  openTab({ as: 'senco', opensWith: 'authorise' });
  expect(await screen.findByText(/^That link leads to no page that is open to you/)).toBeTruthy();
});
