import { expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { Failure } from '../../bot/failure.ts';
import { aDay } from '../api/a-day.ts';
import { type OpenTab, openTab } from './open-tab.tsx';

// The page everybody lands on.

const register = Object.values(aDay);
const part = async (name: string) => within(await screen.findByRole('region', { name }));
const violations = async () => {
  const { violations: found } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};
/** As if the minute were over: somebody comes back to the window. */
const comeBack = async () => {
  const later = Date.now() + 61_000;
  const clock = Date.now;
  Date.now = () => later;
  await act(async () => {
    window.dispatchEvent(new Event('focus'));
    await Promise.resolve();
  });
  Date.now = clock;
};

test('is where everybody lands, and stands first in the menu', async () => {
  openTab({ register, at: '' });
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  expect(window.location.hash).toBe('#/today');
  const [first] = within(screen.getByRole('navigation')).getAllByRole('link');
  expect(first?.textContent).toBe('Today');
  expect(await screen.findByText(/^Friday 20 November 2026\. Looked at 09:00 GMT\./)).toBeTruthy();
});

test('the safeguarding lead reads at one glance what is sealed, and first what is not', async () => {
  openTab({ as: 'safeguardingLead', register, at: '#/today' });
  const outside = await part('Meetings with people from outside');
  expect(outside.getByText('4 meetings with people from outside today. 3 sealed, 1 on hold.')).toBeTruthy();
  const [first, second] = within(outside.getByRole('list', { name: 'Today' })).getAllByRole('listitem');
  expect(first?.textContent).toContain('On hold');
  expect(first?.textContent).toContain('Help the host to find a second adult');
  expect(second?.textContent).toContain('SealedLast read back Wed 18 Nov 2026, 10:00 GMT');
  expect(outside.getByText('Tomorrow: 1 meeting tomorrow. It is sealed.')).toBeTruthy();
});

test('a senior leader reads what waits, and goes from there to what it is', async () => {
  openTab({ as: 'headOnly', register, at: '#/today' });
  const waiting = await part('What waits for your yes');
  expect(waiting.getByText('1 request waits for your yes.')).toBeTruthy();
  expect(waiting.getByRole('link', { name: 'Open what waits for you' }).getAttribute('href')).toBe('#/authorise');
  const leaders = await part('For senior leaders');
  const [review] = within(leaders.getByRole('list', { name: '1 meeting to be reviewed' })).getAllByRole('link');
  expect(review?.getAttribute('href')).toBe('#/meeting/TAC-DDDDDDD7');
  expect(
    leaders.getByText('Today in numbers: 5 meetings, 4 with people from outside, 3 of those sealed.'),
  ).toBeTruthy();
});

test('a host reads what each of their meetings lacks, and joins the one that is about to begin', async () => {
  openTab({ register, at: '#/today' });
  const mine = await part('Your next meetings');
  expect(mine.getAllByText('Tom Birch has not answered yet whether they come.')).toHaveLength(2);
  const joins = mine.getAllByRole('link', { name: /^Join in Teams/ });
  expect(joins.map((link) => link.getAttribute('href'))).toEqual([
    'https://teams.microsoft.com/meet/123456789?p=secret',
  ]);
});

test('ICT reads what is wrong, and opens what is well', async () => {
  const tab = openTab({ as: 'ictOnly', register: [], at: '' });
  tab.register.listStates = [{ name: 'Guests', is: 'incomplete', lacks: ['Agency'] }];
  const ict = await part('How Chaperone is set up and runs');
  expect(ict.getByText('2 things are wrong.')).toBeTruthy();
  expect(ict.getByText(/^1 thing wrong\. Installation says/)).toBeTruthy();
  expect(ict.getByText(/^It lacks, or has otherwise than needed: Agency\./)).toBeTruthy();
  expect(ict.getByText(/others are well$/)).toBeTruthy();
});

test('an empty day says so kindly', async () => {
  openTab({ as: 'safeguardingLead', register: [], at: '#/today' });
  const outside = await part('Meetings with people from outside');
  expect(outside.getByText('No meetings with people from outside today.')).toBeTruthy();
  expect((await part('Your next meetings')).getByText(/Arrange one by chatting with Chaperone\./)).toBeTruthy();
});

test('a part whose facts cannot be had says so, and the others stand', async () => {
  const tab = openTab({ as: 'safeguardingLead', register, at: '#/register' });
  tab.register.someWhole = () => Promise.reject(new Error('a slip of ours'));
  await tab.user.click(await screen.findByRole('link', { name: 'Today' }));
  expect((await part('Your next meetings')).getByText(/^Something went wrong at my end/)).toBeTruthy();
  expect((await part('Meetings with people from outside')).getByText(/3 sealed, 1 on hold/)).toBeTruthy();
});

const sealedMeanwhile = async ({ register: there }: OpenTab) => {
  there.some = () => Promise.resolve({ rows: [aDay.sealed], more: false, unreadable: 0 });
  await comeBack();
};

test('looks again by itself when somebody comes back, says what changed, and leaves the focus where it was', async () => {
  const tab = openTab({ as: 'safeguardingLead', register, at: '#/today' });
  await part('Meetings with people from outside');
  const focused = screen.getByText(/^Tomorrow: /);
  focused.focus();
  await sealedMeanwhile(tab);
  await waitFor(() => {
    const [status] = screen.getAllByRole('status').filter(({ textContent }) => textContent.startsWith('Changed'));
    expect(status?.textContent).toBe('Changed: 1 meeting with people from outside today. It is sealed.');
  });
  expect(document.contains(focused)).toBe(true);
});

test('keeps what it had, and says so, when it cannot look again', async () => {
  const tab = openTab({ as: 'safeguardingLead', register, at: '#/today' });
  await part('Meetings with people from outside');
  tab.network = 'gone';
  await comeBack();
  expect(await screen.findByText('I could not look again just now. What stands here is older.')).toBeTruthy();
  expect(screen.getByText(/3 sealed, 1 on hold/)).toBeTruthy();
});

test('looks again by itself when Microsoft 365 has said that it may, not only after a minute', async () => {
  const tab = openTab({ as: 'head', register, at: '#/register' });
  await screen.findByRole('grid');
  tab.register.failWith(new Failure('register unavailable', 'x', { waitSeconds: 0.2 }));
  await tab.user.click(screen.getByRole('link', { name: 'Authorise' }));
  expect(await screen.findByText('Microsoft 365 has asked me to slow down.')).toBeTruthy();
  tab.register.failWith(null);
  expect(await screen.findByText(/^Looked at/)).toBeTruthy();
});

test('shows that it asks again when somebody has said so', async () => {
  const tab = openTab({ as: 'senco', register, at: '#/register' });
  await screen.findByRole('grid');
  tab.network = 'a proxy';
  await tab.user.click(screen.getByRole('link', { name: 'Today' }));
  const alert = await screen.findByRole('alert');
  tab.network = 'silent';
  await tab.user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('button', { name: 'Looking' })).toBeTruthy();
});

test('a first look that fails says what to do, and comes back with one tap', async () => {
  const tab = openTab({ as: 'senco', register, at: '#/register' });
  await screen.findByRole('grid');
  tab.network = 'a proxy';
  await tab.user.click(screen.getByRole('link', { name: 'Today' }));
  const alert = await screen.findByRole('alert');
  tab.network = 'well';
  await tab.user.click(within(alert).getByRole('button', { name: 'Try again' }));
  await part('Your next meetings');
});

test.each([
  ['safeguardingLead', 1280],
  ['safeguardingLead', 320],
  ['head', 320],
  ['ict', 1280],
  ['dpoOnly', 320],
] as const)('is for everybody to use: %s at %d pixels', async (as, width) => {
  openTab({ as, width, register, at: '#/today' });
  await waitFor(() => {
    expect(screen.getAllByRole('region').length).toBeGreaterThan(0);
  });
  expect(await violations()).toEqual([]);
});
