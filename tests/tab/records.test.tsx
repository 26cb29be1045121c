import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { Kept } from '../../bot/register/kept.ts';
import { meetings, people } from '../api/school.ts';
import { openTab } from './open-tab.tsx';

// What was kept of a meeting's checklist, in its record.

const kept = (number: number, line: string, rest: object) =>
  Kept.parse({
    reference: meetings.ofSenco.reference,
    number,
    line,
    moment: 'after',
    asked: 'Did anything go wrong?',
    answer: 'yes',
    by: people.senco.id,
    at: '2026-11-24T16:10:00Z',
    ...rest,
  });

async function open(opening: Parameters<typeof openTab>[0] & { answers?: readonly Kept[] } = {}) {
  const tab = openTab({ at: '#/register/TAC-AAAAAAA1', ...opening, register: [...Object.values(meetings)] });
  tab.register.answers = opening.answers ?? [];
  const record = within(await screen.findByRole('complementary', { name: 'AB, Year 4' }));
  await record.findByRole('region', { name: 'Log' });
  const region = record.queryByRole('region', { name: 'Checklist' });
  return { ...tab, record, checklist: region && within(region) };
}

const answers = [
  kept(1, 'trust-minimum/incident-number', { answer: 'INC 2026/117' }),
  kept(2, 'trust-minimum/incident-number', { answer: 'INC 2026/118', by: people.teacher.id }),
  kept(3, 'trust-minimum/no-longer-asked', { asked: 'Was it quiet?' }),
];

test.each(['senco', 'teacher', 'head'] as const)('the %s reads the newest answer, with who gave it', async (as) => {
  const { checklist } = await open({ as, answers });
  const list = checklist?.getByRole('list', { name: 'After the meeting' });
  expect(list?.textContent).toContain('INC 2026/118Tue 24 Nov 2026, 16:10 GMT by Tom Birch003-38');
  expect(list?.textContent).not.toContain('INC 2026/117');
});

test('what is open says so, and what the packs no longer ask is still there', async () => {
  const { checklist } = await open({ answers });
  expect(checklist?.getByRole('button', { name: 'After the meeting: 2 of 3 answered' })).toBeTruthy();
  const list = checklist?.getByRole('list', { name: 'After the meeting' });
  expect(list?.textContent).toContain('Not answered yet');
  expect(list?.textContent).toContain('Was it quiet?');
});

test('a moment without an answer is folded, and unfolds', async () => {
  const { checklist, user } = await open();
  const fold = checklist?.getByRole('button', { name: /^As it starts: 0 of / });
  expect(fold?.getAttribute('aria-expanded')).toBe('false');
  if (fold) await user.click(fold);
  expect(checklist?.getByRole('list', { name: 'As it starts' }).textContent).toContain('003-27');
});

test('a meeting that was called off shows what was kept, and asks for nothing more', async () => {
  const { reference } = meetings.calledOff;
  const { checklist } = await open({
    at: `#/register/${reference}`,
    answers: [kept(1, 'trust-minimum/all-here', { reference, moment: 'start' })],
  });
  expect(checklist?.getAllByRole('button').map((button) => button.textContent)).toEqual([
    'As it starts: 1 of 1 answered',
  ]);
});
