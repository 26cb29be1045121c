import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { openTab } from './open-tab.tsx';

/** The page about what the school follows. */

const openPolicy = async (at = '#/policy') => {
  const tab = openTab({ as: 'ictOnly', at });
  await screen.findByRole('heading', { level: 2, name: 'Trust minimum' });
  return tab;
};
const clauses = (pack: string) =>
  within(screen.getByRole('list', { name: `Clauses of ${pack}` }))
    .getAllByRole('link')
    .map((link) => link.textContent);

test('it names each pack with its date, and each clause with what it does here', async () => {
  await openPolicy();
  expect(screen.getByText('Our reading of November 2026, to be reviewed by 31 August 2027.')).toBeTruthy();
  expect(screen.getByText('All 63 clauses.')).toBeTruthy();
  const clause = screen.getByRole('link', { name: 'Clause 003-27, a link to it' }).closest('li');
  expect(clause?.textContent).toContain('Only people who are known and expected are let in.');
  expect(clause?.textContent).toContain('Rule: sets');
  expect(clause?.textContent).toContain('Telephone callers: Wait in the lobby too');
});

test('it says what the school has set itself', async () => {
  await openPolicy();
  const own = screen.getByRole('region', { name: 'What the school has set itself' });
  for (const words of [
    '3 September 2026 to 23 October 2026',
    '07:30 to 18:30',
    'All staff',
    'English',
    'Nothing is waived.',
  ])
    expect(own.textContent).toContain(words);
});

test('clauses are found by their words, by what they do and by kind of meeting', async () => {
  const { user } = await openPolicy();
  await user.type(screen.getByRole('searchbox', { name: 'Words or number' }), 'passcode');
  await screen.findByText(/^1 of 63|^2 of 63/);
  expect(clauses('Trust minimum')).toContain('003-29');
  await user.clear(screen.getByRole('searchbox'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'What it does here' }), 'Line of the invitation');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of meeting' }), 'Class session');
  expect(await screen.findByText(/of 63 clauses/)).toBeTruthy();
  expect(clauses('Trust minimum')).toContain('003-10');
  expect(clauses('Trust minimum')).not.toContain('003-28');
});

test('when nothing fits it says so, and takes the filters away', async () => {
  const { user } = await openPolicy();
  await user.type(screen.getByRole('searchbox'), 'giraffe');
  await user.click(await screen.findByRole('button', { name: 'Clear filters' }));
  expect(await screen.findByText('All 63 clauses.')).toBeTruthy();
});

test('a link to a clause leads to it', async () => {
  await openPolicy('#/policy?clause=003-29');
  expect(document.activeElement?.textContent).toContain('003-29');
});

test('a link to a clause that is not followed here says so', async () => {
  await openPolicy('#/policy?clause=000-01');
  expect(screen.getByText('There is no clause 000-01 in what the school follows now.')).toBeTruthy();
});

test.each([1280, 320])('everybody can use it, %s pixels wide', async (width) => {
  openTab({ as: 'ictOnly', at: '#/policy', width });
  await screen.findByRole('heading', { level: 2, name: 'Trust minimum' });
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
