import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { openTab } from './open-tab.tsx';

// One meeting, opened beside the list.

const pane = () => screen.findByRole('complementary', { name: 'AB, Year 4' });
const open = async (opening: Parameters<typeof openTab>[0] = {}) => {
  const tab = openTab({ at: '#/register/TAC-AAAAAAA1', ...opening });
  const record = within(await pane());
  await record.findByRole('region', { name: 'Log' });
  return { ...tab, record };
};
/** The words of a list, item by item, without what is there for the eye only. */
const wordsOf = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map((item) => {
      const read = item.cloneNode(true) as HTMLElement; // a clone of an element is one
      for (const drawn of read.querySelectorAll('[aria-hidden="true"]')) drawn.remove();
      return read.textContent;
    });

test('opens from its row with a click', async () => {
  const { user } = openTab();
  await user.click(await screen.findByText('Wed 25 Nov 2026'));
  const record = within(await pane());
  expect(await record.findByText('TAC-AAAAAAA3')).toBeTruthy();
  expect(record.getByText(/^Nobody was invited\. It stopped while its safeguards were being proved: /)).toBeTruthy();
});

test('opens from its row with the keyboard, takes the focus, and gives it back when it is closed', async () => {
  const { user } = openTab();
  const row = await screen.findByRole('row', { name: /Wed 25 Nov 2026/ });
  row.focus();
  await user.keyboard('{Enter}');
  await pane();
  await waitFor(() => {
    expect(document.activeElement?.textContent).toBe('AB, Year 4');
  });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('row', { name: /Wed 25 Nov 2026/ }));
});

test('opens at once when a link into Teams names it', async () => {
  const { record } = await open();
  expect(record.getByText('TAC-AAAAAAA1')).toBeTruthy();
});

test('says when it is, with day, zone and length', async () => {
  const { record } = await open();
  const when = within(record.getByRole('region', { name: 'When' }));
  expect(when.getByText('Tuesday 24 November 2026')).toBeTruthy();
  expect(when.getByText('15:15 to 16:00 GMT · 45 minutes')).toBeTruthy();
});

test('shows the host everybody who was asked, with addresses', async () => {
  const { record } = await open();
  expect(wordsOf(record.getByRole('region', { name: 'Who' }))).toEqual([
    'Maya OkaforHost',
    'Tom BirchSecond adult',
    'Rosa BellMother, Familyrosa.bell@mail.example.com',
    'Dana ColeSchool nurse, School nursingdana.cole@partner.example.net',
  ]);
});

test('shows the senior leadership team no addresses, and says why', async () => {
  const { record } = await open({ as: 'head' });
  const who = record.getByRole('region', { name: 'Who' });
  expect(wordsOf(who)).toContain('Rosa BellMother, Family');
  expect(within(who).getByText('Only the host and the second adult see guests’ addresses.')).toBeTruthy();
});

test('shows how each guest’s agreements stand, and what an agreement is not', async () => {
  const { record } = await open({ as: 'head' });
  const agreements = record.getByRole('region', { name: 'Agreements' });
  expect(
    within(agreements).getByText('An agreement is never the school’s legal basis for handling information.'),
  ).toBeTruthy();
  expect(wordsOf(agreements)).toEqual([
    'Rosa BellMother' +
      'Take part: yes, by email, 16 November 2026 (written down by Maya Okafor).' +
      'Be recorded: taken back, by phone, 17 November 2026 (written down by Tom Birch).' +
      'Not yet: share information and be contacted directly.',
    'Dana ColeSchool nurseNot yet: take part, share information, be recorded and be contacted directly.',
  ]);
});

test('lets the host join', async () => {
  const { record } = await open();
  expect(record.getByRole('link', { name: 'Join in Teams' }).getAttribute('href')).toMatch(/^https:/);
});

test('tells somebody who cannot join from here why', async () => {
  const { record } = await open({ as: 'head' });
  expect(record.queryByRole('link', { name: 'Join in Teams' })).toBeNull();
  expect(record.getByText('Only the host and the second adult join from here.')).toBeTruthy();
});

test('shows every safeguard, as it was read back and when', async () => {
  const { record } = await open();
  const safeguards = record.getByRole('region', { name: 'Safeguards' });
  expect(safeguards.textContent).toContain('Last read back from Teams on Wed 18 Nov 2026, 10:00 GMT.');
  const [, first, ...others] = within(safeguards).getAllByRole('row');
  expect(first?.textContent).toBe('LobbyEveryone but the host and second adult waits to be let inAs asked');
  expect(others).toHaveLength(12);
  expect(within(safeguards).getAllByText('As asked')).toHaveLength(13);
});

test('claims no reading back for safeguards that did not stay as asked', async () => {
  const { record } = await open({ at: '#/register/TAC-AAAAAAA4' });
  const safeguards = within(record.getByRole('region', { name: 'Safeguards' }));
  expect(safeguards.getByText('The safeguards did not stay as asked.')).toBeTruthy();
  expect(safeguards.queryByText('As asked')).toBeNull();
});

test('quotes the clauses that made the decision', async () => {
  const { record } = await open();
  expect(wordsOf(record.getByRole('region', { name: 'What policy says' }))).toEqual([
    'Visitors wait in the lobby until a member of staff lets them in.OM-4.2',
    'A second adult attends every meeting with a family.OM-4.5',
  ]);
});

test('tells the log, oldest first', async () => {
  const { record } = await open();
  const lines = wordsOf(record.getByRole('region', { name: 'Log' }));
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe('Asked for, and not refused by policyWed 18 Nov 2026, 10:00 GMT by Maya Okafor');
  expect(lines[2]).toContain('eleven settings');
});

test('says that a meeting is not among theirs to somebody who is not in it', async () => {
  openTab({ as: 'ict', at: '#/register/TAC-AAAAAAA1' });
  const record = within(await screen.findByRole('complementary', { name: 'TAC-AAAAAAA1' }));
  expect((await record.findByRole('alert')).textContent).toContain('no such meeting among those you can see');
});

test('covers the page on a phone', async () => {
  const { user } = openTab({ width: 360 });
  await user.click(await screen.findByRole('button', { name: /Wed 25 Nov 2026/ }));
  const record = within(await screen.findByRole('dialog', { name: 'AB, Year 4' }));
  expect(await record.findByText('TAC-AAAAAAA3')).toBeTruthy();
  await user.click(record.getByRole('button', { name: 'Close' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
