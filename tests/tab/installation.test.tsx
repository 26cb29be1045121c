import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { openTab } from './open-tab.tsx';

// The page for ICT: what is wrong first, with the command that mends it; what is fine is folded.

afterEach(cleanup);

const shown = async (name: string) => screen.findByRole('list', { name }, { timeout: 5_000 });

test('what is wrong stands open, with why it matters and what mends it', async () => {
  openTab({ as: 'ict', at: '#/installation' });
  const wrong = await shown('Wrong');
  expect(screen.getByRole('heading', { level: 2, name: '1 thing is wrong, and 1 could not be read.' })).toBeTruthy();
  expect(within(wrong).getByRole('img', { name: 'Wrong' })).toBeTruthy();
  expect(within(wrong).getByText('It does not cover Tom Birch.')).toBeTruthy();
  expect(within(wrong).getByText(/Why it matters \(Sealed before sent\)/)).toBeTruthy();
  expect(within(wrong).getByRole('link', { name: 'Clause 003-27' }).getAttribute('href')).toBe(
    '#/policy?clause=003-27',
  );
  expect(
    within(wrong).getByText(/^Grant-CsApplicationAccessPolicy .*5c0a1d0e-0000-4000-8000-000000000102$/),
  ).toBeTruthy();
});

test('it says when it looked', async () => {
  openTab({ as: 'ict', at: '#/installation' });
  await shown('Wrong');
  expect(screen.getByText('Looked at Mon 23 Nov 2026, 07:58 GMT. Looking changes nothing.')).toBeTruthy();
});

test('a command is copied as it stands', async () => {
  const { user } = openTab({ as: 'ict', at: '#/installation' });
  await shown('Wrong');
  await user.click(
    screen.getByRole('button', { name: 'Copy the command: Teams application access policy, Have it cover Tom Birch' }),
  );
  expect(await screen.findByText('Copied.')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(
    'Grant-CsApplicationAccessPolicy -PolicyName Chaperone -Identity 5c0a1d0e-0000-4000-8000-000000000102',
  );
});

test('what only an administrator can look at, and what is fine, are folded behind how many there are', async () => {
  openTab({ as: 'ict', at: '#/installation' });
  await shown('Wrong');
  const folded = screen.getAllByRole('group').map((group) => ({
    says: group.querySelector('summary')?.textContent,
    isOpen: group.hasAttribute('open'),
  }));
  expect(folded).toEqual([
    { says: '1 setting that only an administrator can look at', isOpen: false },
    { says: '2 are fine', isOpen: false },
  ]);
});

test('a setting to look at by hand says what has to be printed', async () => {
  openTab({ as: 'ict', at: '#/installation' });
  const byHand = await shown('For you to look at');
  expect(within(byHand).getByText('It must print').parentElement?.textContent).toBe(
    'It must print: DisableAnonymousJoin False.',
  );
});

test('Today leads ICT to it, and the menu has it', async () => {
  openTab({ as: 'ict', at: '#/today' });
  const link = await screen.findByRole('link', { name: /^Open Installation/ }, { timeout: 5_000 });
  expect(link.getAttribute('href')).toBe('#/installation');
  expect(within(screen.getByRole('navigation')).getByRole('link', { name: 'Installation' })).toBeTruthy();
});

test('a SENCO who follows a link to it lands on a page of their own', async () => {
  openTab({ as: 'senco', at: '#/installation' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Today' }, { timeout: 5_000 })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Installation' })).toBeNull();
});
