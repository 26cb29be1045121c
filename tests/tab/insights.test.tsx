import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { Failure } from '../../bot/failure.ts';
import { countOnce } from '../../bot/insights/counting.ts';
import { weekOfDay } from '../../bot/insights/week.ts';
import { now } from '../api/school.ts';
import { guestFields, meetingFields, playedRegister, playedStore } from '../insights/a-register.ts';
import { openTab } from './open-tab.tsx';

/** The page of pictures: each under its heading, with its main figure in words, and all of them in a table. */

const register = playedRegister();
const kept = playedStore();
const november = { Reference: 'TAC-AAAAAAA1', Starts: '2026-11-10T10:00:00Z' };
const setAside = [
  { rule: 'trust-minimum/practised', why: 'waiver', because: [{ id: '003-20', says: 'They practise.' }] },
];
register.add('meetings', meetingFields(november));
register.add('meetings', meetingFields({ Reference: 'PAR-AAAAAAA2', Kind: 'parent', Urgent: 'It cannot wait' }));
register.add(
  'meetings',
  meetingFields({
    ...november,
    Reference: 'PAR-AAAAAAA3',
    Kind: 'parent',
    ProvedAt: null,
    Decision: JSON.stringify({ decidedAt: '2026-11-20T08:00:00Z', setAside }),
  }),
);
register.add('guests', guestFields({ ...november, Attended: 'came' }));
register.add('guests', guestFields({ ...november, Agency: 'Early Help' }));
const counted = async () => {
  while ((await countOnce({ rows: register.countable, store: kept.store, now })).more);
  return (await kept.store.read())?.aggregate ?? null;
};

async function openInsights(width?: number) {
  const tab = openTab({ as: 'head', at: '#/insights', figures: counted, ...(width && { width }) });
  await screen.findByRole('heading', { level: 2, name: 'Meetings week by week' });
  return tab;
}
const picture = (name: string) => screen.getByRole('region', { name });

test('it says of when the figures are, and which period they are of', async () => {
  await openInsights();
  expect(screen.getByText('Up to date at 09:00 GMT.')).toBeTruthy();
  const period = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Period' });
  expect(period.selectedOptions[0]?.textContent).toBe('School year 2026 to 2027');
});

const mainFigures = [
  ['Meetings week by week', '3 meetings took place or are arranged. The busiest week, from 9 November 2026, has 2.'],
  ['Meetings by kind', 'The most frequent is Parent meeting: 2 of 3.'],
  ['Sealed before sent', 'Before 2 of 3 invitations went, the safeguards had been read back as asked.'],
  ['From request to invitation', 'Half of the invitations had gone within 5 minutes.'],
  ['Exceptions and waivers', '1 meeting was urgent, 0 recorded. 1 rule was set aside:'],
  ['Second adults', '0 of 3 meetings have a second adult who said yes.'],
  ['Who came, by agency', '1 of 2 guests are noted as having come.'],
  ['Meetings by host', 'Maya Okafor hosts them all.'],
] as const;

test('each picture has its main figure in words', async () => {
  await openInsights();
  for (const [title, says] of mainFigures) expect(picture(title).textContent).toContain(says);
});

test('what was set aside stands in the rule’s own words, with why and its clause', async () => {
  await openInsights();
  const text = picture('Exceptions and waivers').textContent;
  expect(text).toContain('by a waiver');
  expect(text).toContain('Clauses 003-20');
});

test('every picture has all of its figures in a table', async () => {
  await openInsights();
  const table = within(picture('Who came, by agency')).getByRole('table');
  const cells = within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
  expect(cells).toEqual([
    ['Agency', 'Came', 'Did not come', 'Not noted'],
    ['School nursing', '1', '0', '0'],
    ['Early Help', '0', '0', '1'],
  ]);
  expect(screen.getAllByText('Show the figures')).toHaveLength(8);
});

test('the weeks are one picture, and one kind can be set off from the others', async () => {
  const { user } = await openInsights();
  await screen.findByRole('img', { name: /^Meetings week by week\. Every kind\./ });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Parent meeting');
  expect(await screen.findByRole('img', { name: /^Meetings week by week\. Parent meeting\./ })).toBeTruthy();
});

test('another period is fetched, and an empty one says so', async () => {
  const { user } = await openInsights();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'Spring term 2027');
  expect(await screen.findByText('No meetings in this term')).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'Autumn term 2026');
  expect(await screen.findByRole('heading', { name: 'Sealed before sent' })).toBeTruthy();
});

test('before anything has been counted it says so', async () => {
  openTab({ as: 'head', at: '#/insights', figures: () => Promise.resolve(null) });
  expect(await screen.findByText(/^Nothing has been counted yet/)).toBeTruthy();
});

test('while the register is still being counted it says how far that is', async () => {
  const due = [weekOfDay('2026-11-09')];
  const figures = async () => counted().then((aggregate) => aggregate && { ...aggregate, due, begun: 260 });
  openTab({ as: 'head', at: '#/insights', figures });
  expect(await screen.findByText(/^Still counting: 259 of 260 weeks/)).toBeTruthy();
});

test('when the figures cannot be got it says so, and another try finds them', async () => {
  const figures = () => Promise.reject(new Failure('memory unavailable', 'blob storage'));
  const tab = openTab({ as: 'head', at: '#/insights', figures });
  await screen.findByText('I cannot get at the figures just now.');
  tab.figures = counted;
  await tab.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Meetings by kind' })).toBeTruthy();
});

test('it stands in nobody’s menu whom it is not for', async () => {
  openTab({ as: 'senco', at: '#/insights' });
  await screen.findByRole('navigation');
  expect(screen.queryByRole('link', { name: 'Insights' })).toBe(null);
});

test.each([1280, 320])('everybody can use it, %s pixels wide', async (width) => {
  await openInsights(width);
  await screen.findByRole('img', { name: /^Meetings week by week/ });
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
