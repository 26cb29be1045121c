import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { requestHash } from '../../bot/authorising/request-hash.ts';
import type { Answered } from '../../bot/authorising/waiting.ts';
import { others } from '../api/school.ts';
import { type OpenTab, openTab, rowsOf } from './open-tab.tsx';

// Kinds of meeting that have no child, no second adult or no Teams meeting, and those that wait for somebody's yes.

const register = Object.values(others);
const record = async (name: string) => within(await screen.findByRole('complementary', { name }));
const violations = async () => {
  const { violations: found } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

test('lists what each is about, and nothing where a kind has none', async () => {
  openTab({ register });
  const rows = rowsOf(await screen.findByRole('grid'));
  expect(rows.slice(0, 2).map(([, about, host, status]) => [about, host, status])).toEqual([
    ['AB, Year 4Annual review', 'Maya Okaforwith Tom Birch', 'To be authorised'],
    ['AB, Year 4Parent meeting', 'Maya Okaforwith Tom Birch', 'Held elsewhere'],
  ]);
});

test('a staff meeting is opened by its kind, and shows who comes', async () => {
  openTab({ register, at: '#/register/STF-AAAAAAA1' });
  const staff = await record('Staff meeting');
  const who = within(await staff.findByRole('region', { name: 'Who' }));
  expect(who.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Maya OkaforHost'),
    expect.stringContaining('Tom BirchColleague'),
    expect.stringContaining('Ruth AdeyemiColleague'),
  ]);
  expect(await violations()).toEqual([]);
});

test('a meeting held elsewhere says so and shows no safeguards', async () => {
  openTab({ register, at: '#/register/PAR-AAAAAAA1' });
  const held = await record('AB, Year 4');
  expect(await held.findByText('Held: By phone.')).toBeTruthy();
  expect(held.queryByRole('region', { name: 'Safeguards' })).toBeNull();
});

test('narrows down by kind', async () => {
  const { user, register: asked } = openTab({ register });
  await screen.findByRole('grid');
  await user.click(screen.getByRole('button', { name: 'Filters' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Staff meeting');
  await waitFor(async () => {
    expect(rowsOf(await screen.findByRole('grid')).map(([, about]) => about)).toEqual(['Staff meeting']);
  });
  expect(asked.asked.at(-1)).toMatchObject({ kind: 'staff' });
});

const opened = async (): Promise<OpenTab & { waiting: Awaited<ReturnType<typeof record>>; given: unknown[] }> => {
  const given: unknown[] = [];
  const tab = openTab({ as: 'safeguardingLead', register, at: '#/register/REV-AAAAAAA1' });
  tab.answer = (_reference, _caller, answer) => {
    given.push(answer);
    return Promise.resolve<Answered>({ done: true, row: { itemId: '1', eTag: '"2"', entry: others.waiting } });
  };
  const waiting = await record('AB, Year 4');
  await waiting.findByText('It waits for the yes of the safeguarding lead.');
  return Object.assign(tab, { waiting, given });
};

test('whoever is asked says yes with one tap', async () => {
  const { user, waiting, given } = await opened();
  expect(await violations()).toEqual([]);
  await user.click(waiting.getByRole('button', { name: 'Authorise' }));
  await waitFor(() => {
    expect(given).toEqual([{ say: 'yes' }]);
  });
});

test('a no goes with a reason', async () => {
  const { user, waiting, given } = await opened();
  await user.click(waiting.getByRole('button', { name: 'Refuse' }));
  await user.type(waiting.getByRole('textbox', { name: 'Your reason, for the host, in one line' }), 'Meet in person');
  expect(await violations()).toEqual([]);
  await user.click(waiting.getByRole('button', { name: 'Send' }));
  await waitFor(() => {
    expect(given).toEqual([{ say: 'no', words: 'Meet in person' }]);
  });
});

test('an answer that comes too late says what was decided', async () => {
  const tab = await opened();
  tab.answer = () => Promise.resolve<Answered>({ done: false, why: 'refused', entry: others.waiting });
  await tab.user.click(tab.waiting.getByRole('button', { name: 'Authorise' }));
  expect((await tab.waiting.findByRole('alert')).textContent).toContain('It has been refused already');
});

test('an answer to what has changed since is not taken: the page shows it as it stands, and the next is about that', async () => {
  const tab = await opened();
  const entry = { ...others.waiting, ask: { ...others.waiting.ask, purpose: 'Moving to another school' } };
  const seen: unknown[] = [];
  tab.answer = (_reference, _caller, _answer, hash) => {
    seen.push(hash);
    const row = { itemId: '1', eTag: '"2"', entry };
    return Promise.resolve<Answered>(
      seen.length === 1 ? { done: false, why: 'changed since', entry } : { done: true, row },
    );
  };
  const { user, waiting } = tab;
  await user.click(waiting.getByRole('button', { name: 'Refuse' }));
  await user.type(waiting.getByRole('textbox', { name: 'Your reason, for the host, in one line' }), 'Too soon');
  await user.click(waiting.getByRole('button', { name: 'Send' }));
  expect((await waiting.findByRole('alert')).textContent).toContain('Somebody has changed this meeting');
  expect(waiting.getByText('Moving to another school')).toBeTruthy();
  expect(waiting.getByDisplayValue('Too soon')).toBeTruthy();
  await user.click(waiting.getByRole('button', { name: 'Send' }));
  await waitFor(() => {
    expect(seen).toEqual([requestHash(others.waiting), requestHash(entry)]);
  });
});

test('the host of a request that waits is told that somebody else has to say yes', async () => {
  openTab({ register, at: '#/register/REV-AAAAAAA1' });
  const waiting = await record('AB, Year 4');
  expect(await waiting.findByText(/Somebody else has to authorise it\./)).toBeTruthy();
  expect(waiting.queryByRole('button', { name: 'Authorise' })).toBeNull();
});

test('lists what waits for one’s yes, for whoever may be asked for it', async () => {
  const { user } = openTab({ as: 'safeguardingLead', register });
  expect(screen.queryByRole('button', { name: 'Whole school' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'To authorise' }));
  await waitFor(async () => {
    expect(rowsOf(await screen.findByRole('grid')).map(([, about]) => about)).toEqual(['AB, Year 4Annual review']);
  });
});
