import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { meeting, meetings } from '../api/school.ts';
import { type OpenTab, openTab } from './open-tab.tsx';

// The data protection officer's page.

const old = meeting({
  reference: 'PAR-00000001',
  start: '2018-11-06T15:15:00Z',
  host: 'senco',
  secondAdult: 'teacher',
  ask: { kind: 'parent' },
});
const register = [...Object.values(meetings), old];
const saved: Blob[] = [];
beforeEach(() => {
  saved.length = 0;
  // jsdom cannot save.
  HTMLAnchorElement.prototype.click = () => undefined;
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return 'blob:saved';
  };
  URL.revokeObjectURL = () => undefined;
});

const open = (): OpenTab => openTab({ as: 'dpoOnly', register, at: '#/data-protection' });
const violations = async () => {
  const { violations: found } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};
const kept = ({ register: { accesses } }: OpenTab) => accesses.map(({ event, reason }) => `${event}: ${reason}`);

async function lookFor(tab: OpenTab, name: string): Promise<void> {
  await tab.user.type(await screen.findByLabelText(/^How the first name/), name);
  await tab.user.type(screen.getByLabelText(/^Reason/), 'A request of 3 November');
  await tab.user.click(screen.getByRole('button', { name: 'Look' }));
}

test('a search asks a reason, which is kept, and says what is held where', async () => {
  const tab = open();
  await tab.user.type(await screen.findByLabelText(/^How the first name/), 'Bell');
  await tab.user.click(screen.getByRole('button', { name: 'Look' }));
  expect(screen.getByLabelText<HTMLInputElement>(/^Reason/).validity.valueMissing).toBe(true);
  expect(tab.register.accesses).toEqual([]);
  await tab.user.type(screen.getByLabelText(/^Reason/), 'A request of 3 November');
  await tab.user.click(screen.getByRole('button', { name: 'Look' }));
  const [person] = within(await screen.findByRole('list', { name: 'Found' })).getAllByRole('listitem');
  expect(person?.textContent).toContain('Rosa Bellrosa.bell@mail.example.com; Mother, Family');
  expect(person?.textContent).toContain('Guests: 6 rows, Tue 6 Nov 2018 to Tue 1 Dec 2026');
  expect(kept(tab)).toEqual(['person searched: A request of 3 November']);
  expect(JSON.stringify(tab.register.accesses)).not.toMatch(/bell/i);
  expect(await violations()).toEqual([]);
});

test('colleagues are found as host and second adult, school year by school year', async () => {
  const tab = open();
  await lookFor(tab, 'Okafor');
  expect(await screen.findByText('Nobody was found')).toBeTruthy();
  await tab.user.click(screen.getByRole('button', { name: 'Look for colleagues too' }));
  expect(await screen.findByText(/^Looked through 9 of 9 school years\./)).toBeTruthy();
  const [person] = within(screen.getByRole('list', { name: 'Found' })).getAllByRole('listitem');
  expect(person?.textContent).toContain('Maya Okaforhost');
  expect(person?.textContent).toContain('Meetings: 5 rows, Tue 6 Nov 2018 to Tue 1 Dec 2026');
});

test('a bundle holds what stays after every decision, and nothing of those who were taken out', async () => {
  const tab = open();
  await lookFor(tab, 'Rosa');
  await tab.user.click(await screen.findByRole('button', { name: 'Put together what is held about Rosa Bell' }));
  const which = within(screen.getByRole('list', { name: 'Which meetings' }));
  await tab.user.click(screen.getByRole('button', { name: 'Untick all' }));
  await tab.user.click(which.getByRole('checkbox', { name: /^TAC-AAAAAAA1/ }));
  await tab.user.click(which.getByRole('checkbox', { name: /^TAC-AAAAAAA2/ }));
  await tab.user.click(screen.getByRole('button', { name: 'Put it together' }));
  expect(await screen.findByText(/^2 of 2 meetings read\./)).toBeTruthy();
  const make = screen.getByRole('button', { name: 'Make the bundle' });
  expect(make.getAttribute('aria-disabled')).toBe('true');

  await tab.user.click(screen.getByRole('button', { name: 'Colleagues may stay' }));
  await tab.user.click(screen.getByRole('button', { name: 'Take out all others' }));
  expect(screen.getByText('Still to decide: 0 people, 2 meetings.')).toBeTruthy();
  const first = within(screen.getByRole('region', { name: 'TAC-AAAAAAA1' }));
  const purpose = first.getByRole('textbox', { name: 'Purpose' });
  await tab.user.clear(purpose);
  await tab.user.type(purpose, 'Taken out');
  await tab.user.click(first.getByRole('radio', { name: 'No, it goes in' }));
  const second = within(screen.getByRole('region', { name: 'TAC-AAAAAAA2' }));
  await tab.user.click(second.getByRole('radio', { name: 'Yes, leave the whole meeting out' }));
  expect(await violations()).toEqual([]);
  await tab.user.click(screen.getByRole('button', { name: 'Make the bundle' }));
  await tab.user.click(await screen.findByRole('button', { name: 'Save to read and print' }));
  await tab.user.click(screen.getByRole('button', { name: 'Save as data' }));

  const [page = '', data = ''] = await Promise.all(saved.map(textOf));
  for (const text of [page, data]) {
    expect(text).toContain('Rosa Bell, Mother, Family, rosa.bell@mail.example.com');
    expect(text).toContain('[name of another person]');
    expect(text).toContain('Maya Okafor');
    expect(text).toContain('Taken out');
    expect(text).not.toMatch(/Dana Cole|dana\.cole|AB, Year|Review of the support plan|TAC-AAAAAAA2/);
  }
  expect(page).toContain('1 meeting left out, because showing them would be likely to cause serious harm.');
  expect(kept(tab).filter((row) => row.startsWith('access bundled'))).toHaveLength(4);
  expect(tab.register.accesses.at(-1)?.detail).toBe('{"meetings":1,"leftOut":1,"peopleTakenOut":2,"textsEdited":1}');
});

test('what is decided stays while another part is looked at, and when the network goes', async () => {
  const tab = open();
  await lookFor(tab, 'Rosa');
  await tab.user.click(await screen.findByRole('button', { name: 'Put together what is held about Rosa Bell' }));
  tab.network = 'gone';
  await tab.user.click(screen.getByRole('button', { name: 'Put it together' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  tab.network = 'well';
  await tab.user.click(screen.getByRole('button', { name: 'Put it together' }));
  expect(await screen.findByText(/^6 of 6 meetings read\./)).toBeTruthy();
  await tab.user.click(screen.getByRole('button', { name: 'Colleagues may stay' }));
  await tab.user.click(screen.getByRole('tab', { name: 'Who looked' }));
  await tab.user.click(screen.getByRole('tab', { name: 'A person' }));
  const group = within(screen.getByRole('radiogroup', { name: 'Maya Okafor' }));
  expect(group.getByRole<HTMLInputElement>('radio', { name: 'May stay' }).checked).toBe(true);
});

test('what would go is shown first, and goes when its number was typed and a reason given; a certificate stays', async () => {
  const tab = open();
  await tab.user.click(await screen.findByRole('tab', { name: 'Retention' }));
  expect(await screen.findByText('Parent meeting: 6 years after the meeting')).toBeTruthy();
  await tab.user.selectOptions(screen.getByLabelText('Kind'), 'Parent meeting');
  await tab.user.click(screen.getByRole('button', { name: 'Look what would go' }));
  const set = within(await screen.findByRole('region', { name: 'Parent meeting, 2018/19' }));
  expect(set.getByText(/^1 meeting would go, from Tue 6 Nov 2018 to Tue 6 Nov 2018\./)).toBeTruthy();
  await tab.user.click(set.getByRole('button', { name: 'Dispose of these' }));
  await tab.user.type(set.getByLabelText(/^Reason/), 'Yearly disposal');
  await tab.user.type(set.getByLabelText(/^Type 1 to confirm/), '2');
  await tab.user.click(set.getByRole('button', { name: 'Dispose of them for good' }));
  expect(set.getByText('That is not how many meetings stand above.')).toBeTruthy();
  expect(await violations()).toEqual([]);
  await tab.user.clear(set.getByLabelText(/^Type 1 to confirm/));
  await tab.user.type(set.getByLabelText(/^Type 1 to confirm/), '1');
  await tab.user.click(set.getByRole('button', { name: 'Dispose of them for good' }));
  expect(await set.findByText(/^Done: 1 meeting gone\./)).toBeTruthy();
  const certificates = within(screen.getByRole('list', { name: 'Certificates' }));
  expect(await certificates.findByText(/^1 meeting gone\./)).toBeTruthy();
  expect(await tab.register.find(old.reference)).toBeNull();
  expect(await tab.register.find(meetings.calledOff.reference)).not.toBeNull();
});

test('a meeting is kept back with a reason, stays when its time is over, and is let go again', async () => {
  const tab = open();
  await tab.user.click(await screen.findByRole('tab', { name: 'Retention' }));
  const form = within(await screen.findByRole('form', { name: 'Keep a meeting back' }));
  await tab.user.type(form.getByLabelText(/^Reference/), 'par-00000001');
  await tab.user.type(form.getByLabelText(/^Reason/), 'A complaint');
  await tab.user.click(form.getByRole('button', { name: 'Keep it back' }));
  const held = within(screen.getByRole('list', { name: 'Kept back' }));
  expect(await held.findByText(/Grace Tan, .*: A complaint/)).toBeTruthy();
  await tab.user.selectOptions(screen.getByLabelText('Kind'), 'Parent meeting');
  await tab.user.click(screen.getByRole('button', { name: 'Look what would go' }));
  const set = within(await screen.findByRole('region', { name: 'Parent meeting, 2018/19' }));
  expect(set.getByText(/^None would go\./)).toBeTruthy();
  expect(set.getByText('PAR-00000001, Tue 6 Nov 2018: kept back')).toBeTruthy();
  await tab.user.type(form.getByLabelText(/^Reason/), 'Answered');
  await tab.user.click(held.getByRole('button', { name: 'Let PAR-00000001 go' }));
  expect(await screen.findByText('Nothing is kept back.')).toBeTruthy();
});

test('who looked is shown by day, by meeting, and by person from there', async () => {
  const tab = open();
  await screen.findByRole('tab', { name: 'Who looked' });
  const by = { id: meetings.ofSenco.ask.host.id, name: 'Maya Okafor' };
  const { reference } = meetings.ofSenco;
  const at = new Date('2026-11-20T09:00:00Z');
  await tab.register.noteAccess({ id: 'one', event: 'opened', reference, by, at, reason: '', detail: '' });
  await tab.user.click(screen.getByRole('tab', { name: 'Who looked' }));
  await tab.user.type(await screen.findByLabelText('Reference of the meeting'), reference);
  expect(await screen.findByText(`Read: ${reference}`)).toBeTruthy();
  expect(await violations()).toEqual([]);
  await tab.user.click(screen.getByRole('button', { name: 'Maya Okafor' }));
  expect(await screen.findByText('Maya Okafor, November 2026')).toBeTruthy();
  await tab.user.click(screen.getByRole('button', { name: 'The month before' }));
  expect(await screen.findByText('Nobody looked')).toBeTruthy();
});

const textOf = (blob: Blob): Promise<string> =>
  new Promise((read) => {
    const reader = new FileReader();
    reader.onload = () => {
      read(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.readAsText(blob);
  });
