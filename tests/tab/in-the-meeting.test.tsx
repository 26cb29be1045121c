import { expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { lockSays, untilNext } from '../../tab/in-the-meeting/lock-says.ts';
import type { Place } from '../../tab/teams.ts';
import { meetings, people } from '../api/school.ts';
import { openTab } from './open-tab.tsx';

// The panel beside a call, as the host, the second adult and others find it; and the page that puts it there.

const { ofSenco } = meetings;
const beside: Place = { is: 'panel', chat: ofSenco.chatThreadId, reference: null };

async function open(opening: Parameters<typeof openTab>[0] = {}) {
  const tab = openTab({ width: 280, theme: 'dark', place: beside, ...opening });
  await screen.findByRole('heading', { level: 1, name: 'AB, Year 4' });
  return tab;
}
const region = (name: string) => within(screen.getByRole('region', { name }));
const ticks = (name: string) => region(name).getAllByRole('checkbox');
const isTicked = (box: HTMLElement) => (box as HTMLInputElement).checked; // a checkbox is one
const here = (name: RegExp) => region('Who to let in').getByRole('checkbox', { name });

test('a TAC takes twelve taps and nothing typed, from the first who is let in to how it ended', async () => {
  const { user, register } = await open();
  let taps = 0;
  const tap = async (control: HTMLElement) => {
    taps += 1;
    await user.click(control);
  };
  for (const box of ticks('Who to let in')) await tap(box);
  for (const box of ticks('As it starts')) await tap(box);
  // One concern, with the tap that makes sure.
  await tap(screen.getByRole('button', { name: 'Raise a concern' }));
  await tap(screen.getByRole('button', { name: 'Tell them now' }));
  await screen.findByText(/^The safeguarding lead was told at/);
  for (const box of ticks('When it is over')) await tap(box);
  await waitFor(async () => {
    expect(await register.attendance(ofSenco)).toEqual(['came', 'came']);
    const kept = register.answers.map(({ line }) => line);
    expect(kept).toEqual(expect.arrayContaining(['trust-minimum/only-expected', `roll/${people.teacher.id}`]));
  });
  // And the one that says it took place, once it has begun.
  expect(taps + 1).toBeLessThanOrEqual(12);
  expect(screen.queryAllByRole('textbox')).toEqual([]);
});

test('whoever is expected stands there by name, role and agency', async () => {
  await open();
  expect(here(/Rosa Bell.*Mother, Family/)).toBeTruthy();
  expect(here(/Dana Cole.*School nurse, School nursing/)).toBeTruthy();
  expect(here(/Tom Birch.*Second adult/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('@');
});

test('a tick is seen at once, stands in the register, and is taken back by another tap', async () => {
  const { user, register } = await open();
  await user.click(here(/Rosa Bell/));
  expect(isTicked(here(/Rosa Bell/))).toBe(true);
  await waitFor(async () => {
    expect(await register.attendance(ofSenco)).toEqual(['came', 'not noted']);
  });
  await user.click(here(/Rosa Bell/));
  await waitFor(async () => {
    expect(await register.attendance(ofSenco)).toEqual(['not noted', 'not noted']);
  });
});

test('one tap notes all who are here, or all the others as not', async () => {
  const { user, register } = await open();
  await user.click(here(/Rosa Bell/));
  await user.click(await screen.findByRole('button', { name: 'The others did not come' }));
  await waitFor(async () => {
    expect(await register.attendance(ofSenco)).toEqual(['came', 'did not come']);
  });
  expect(screen.getByText('1 of 3 here')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'All are here' })).toBeNull();
});

test('the script can be ticked all at once', async () => {
  const { user, register } = await open();
  await user.click(region('As it starts').getByRole('button', { name: 'All of these' }));
  expect(ticks('As it starts').every(isTicked)).toBe(true);
  await waitFor(() => {
    expect(register.answers).toHaveLength(ticks('As it starts').length);
  });
});

test('what could not be saved goes from the panel again, says so, and is saved by one more tap', async () => {
  const { user, register } = await open();
  register.noteAttendance = () => Promise.reject(new Error('the list is away'));
  await user.click(here(/Rosa Bell/));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Not saved');
  expect(isTicked(here(/Rosa Bell/))).toBe(false);
  register.noteAttendance = () => Promise.resolve();
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  await waitFor(() => {
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

test('a concern asks once more, takes the focus there, and can be left', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Raise a concern' }));
  expect(document.activeElement?.textContent).toMatch(/^The safeguarding lead is told now/);
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByRole('button', { name: 'Raise a concern' })).toBeTruthy();
});

test('whoever reads along sees who is there and ticks nothing', async () => {
  await open({ as: 'head' });
  expect(here(/Rosa Bell/).hasAttribute('disabled')).toBe(true);
  expect(screen.queryByRole('region', { name: 'As it starts' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Raise a concern' })).toBeTruthy();
});

test('where the chat does not say which meeting it is, the host does', async () => {
  const { user } = openTab({ width: 280, place: { is: 'panel', chat: '19:other@thread.v2', reference: null } });
  await user.click(await screen.findByRole('radio', { name: /AB, Year 4/ }));
  expect(await screen.findByRole('heading', { level: 1, name: 'AB, Year 4' })).toBeTruthy();
});

test('adding it to a meeting finds the meeting, and lets Teams save', async () => {
  const configured: (string | null)[] = [];
  openTab({ place: { is: 'settings', chat: ofSenco.chatThreadId, configure: (to) => configured.push(to) } });
  expect(await screen.findByText(/Press Save\.$/)).toBeTruthy();
  expect(configured.at(-1)).toBe(ofSenco.reference);
});

test('adding it where no meeting is to be found saves nothing', async () => {
  const configured: (string | null)[] = [];
  openTab({ as: 'ict', place: { is: 'settings', chat: null, configure: (to) => configured.push(to) } });
  expect(await screen.findByText('I know of no meeting of yours here')).toBeTruthy();
  expect(configured.every((one) => one === null)).toBe(true);
});

test.each(['senco', 'head'] as const)('everybody can use it: the %s’s', async (as) => {
  const { user } = await open({ as });
  await user.click(screen.getByRole('button', { name: 'Raise a concern' }));
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

test.each([
  [2 * 3_600_000, 'Lock at 15:20', '', ''],
  [5 * 60_000, 'Lock at 15:20', 'in 5 minutes', ''],
  [4.5 * 60_000, 'Lock at 15:20', 'in 5 minutes', ''],
  [60_000, 'Lock at 15:20', 'in about a minute', 'One minute until the meeting is to be locked.'],
  [1, 'Lock at 15:20', 'in about a minute', 'One minute until the meeting is to be locked.'],
  [0, 'Lock the meeting now', '', 'Lock the meeting now'],
  [-31 * 60_000, 'The time to lock was 15:20.', '', ''],
])('the clock, %d milliseconds before', (left, says, counts, aloud) => {
  const lockAt = '2026-11-24T15:20:00Z';
  expect(lockSays(lockAt, Date.parse(lockAt) - left)).toEqual({ says, left: counts, aloud });
});

test('the clock is looked at again when it says something else, and never without a pause', () => {
  const lockAt = '2026-11-24T15:20:00Z';
  for (const left of [90 * 60_000, 3_600_000, 90_000, 60_000, 1, 0, -1, -60_000, -90_000])
    expect(untilNext(lockAt, Date.parse(lockAt) - left)).toBeGreaterThan(0);
  expect(untilNext(lockAt, Date.parse(lockAt) - 90_000)).toBe(30_000);
});

test('a concern that got no answer is not said to be heard by nobody, nor by somebody', async () => {
  const tab = await open();
  await tab.user.click(screen.getByRole('button', { name: 'Raise a concern' }));
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  tab.network = 'gone';
  await tab.user.click(screen.getByRole('button', { name: 'Tell them now' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/^I cannot be sure that anybody was told. Please phone the safeguarding lead/);
});
