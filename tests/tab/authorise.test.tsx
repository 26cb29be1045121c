import { expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import type { Answered } from '../../bot/authorising/waiting.ts';
import type { Entry } from '../../bot/register/entry.ts';
import { waitsFor } from '../api/a-day.ts';
import { meeting, people } from '../api/school.ts';
import { type OpenTab, openTab } from './open-tab.tsx';

// The queue of those who say yes, by key, by tap and several at once.

const waiting = (last: number, more: object = {}) =>
  meeting({
    reference: `TAC-QQQQQQQ${String(last)}`,
    start: `2026-12-0${String(last)}T10:00:00Z`,
    host: 'senco',
    secondAdult: 'teacher',
    status: 'waiting',
    decision: {
      verdict: 'authorise',
      authorisedBy: ['slt'],
      authorisedBecause: [{ id: '000-10', says: 'Leadership says yes.' }],
      decidedAt: `2026-11-1${String(last)}T10:00:00Z`,
    },
    authorisation: waitsFor(['slt']),
    ...more,
  });

const first = waiting(1, { ask: { child: { initials: 'CD', year: '5' } } });
const second = waiting(2, { ask: { child: { initials: 'EF', year: '6' } } });
const third = waiting(3);
const own = waiting(4, { host: 'headOnly' });

const colleague = ({ id, name }: { id: Entry['ask']['host']['id']; name: string }) => ({
  id,
  name,
  address: first.ask.host.address,
});
const by = (entry: Entry): Entry => ({
  ...entry,
  status: 'arranging',
  authorisation: {
    state: 'given',
    yes: [{ of: ['slt'], by: colleague(people.headOnly), at: '2026-11-20T09:00:00Z' }],
  },
});

type Desk = OpenTab & { said: { reference: string; say: string }[]; list: HTMLElement };

/** @param entries what waits; each yes is taken, unless the test says otherwise */
async function sitDown(entries: Entry[] = [first, second, third, own], width = 1280): Promise<Desk> {
  const said: Desk['said'] = [];
  const tab = openTab({ as: 'headOnly', register: entries, at: '#/authorise', width });
  tab.answer = (reference, _caller, answer) => {
    said.push({ reference: reference.slice(-1), ...answer });
    const entry = entries.find((one) => one.reference === reference) ?? first;
    return Promise.resolve<Answered>({ done: true, row: { itemId: '1', eTag: '"2"', entry: by(entry) } });
  };
  const list = await screen.findByRole('list', { name: 'Requests that wait for your yes' });
  return Object.assign(tab, { said, list });
}
const headersIn = (list: HTMLElement) =>
  within(list)
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);
const header = (name: RegExp) => screen.getByRole('button', { name });
const violations = async () => {
  const { violations: found } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};
const read = () => screen.findByText('Leadership says yes.', { exact: false });
const wasDecided = (words: RegExp) =>
  waitFor(() => {
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  });

test('holds what waits for one’s own yes, the oldest first, and beside it what does not', async () => {
  const { list } = await sitDown();
  const names = headersIn(list).map((words) => words.slice(0, 10));
  expect(names).toEqual(['CD, Year 5', 'EF, Year 6', 'AB, Year 4']);
  expect(screen.getByRole('heading', { name: 'Waiting for your yes: 3' })).toBeTruthy();
  expect(screen.getByText('1 other request that is not yours to decide')).toBeTruthy();
  expect(screen.getByText(/This is your own meeting\./)).toBeTruthy();
});

test('the oldest stands open with all that the card in chat shows, and one tap says yes to it', async () => {
  const { user, said } = await sitDown();
  await read();
  for (const words of ['Review of the support plan', 'Rosa Bell, Mother, Family', /Nothing else is in the calendars/])
    expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByText(/If you say yes, it is arranged at once\./)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Authorise' }));
  await wasDecided(/Authorised\. By: Alan Frost\./);
  expect(said).toEqual([{ reference: '1', say: 'yes' }]);
  expect(screen.getByRole('heading', { name: 'Waiting for your yes: 2' })).toBeTruthy();
});

test('keys alone: down, yes, down, a question, up', async () => {
  const { user, said } = await sitDown();
  await read();
  header(/^CD, Year 5/).focus();
  await user.keyboard('y');
  await wasDecided(/Authorised\. By: Alan Frost\./);
  await waitFor(() => {
    expect(document.activeElement).toBe(header(/^CD, Year 5/));
  });
  await user.keyboard('j');
  expect(document.activeElement).toBe(header(/^EF, Year 6/));
  await read();
  await user.keyboard('q');
  const field = screen.getByRole('textbox', { name: 'Your question, in one line' });
  expect(document.activeElement).toBe(field);
  // In a field the keys are letters.
  await user.keyboard('any yn?{Enter}');
  await waitFor(() => {
    expect(said).toEqual([
      { reference: '1', say: 'yes' },
      { reference: '2', say: 'ask', words: 'any yn?' },
    ]);
  });
  header(/^EF, Year 6/).focus();
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(header(/^CD, Year 5/));
});

test('a no goes with a reason, and Escape leaves it', async () => {
  const { user, said } = await sitDown();
  await read();
  header(/^CD, Year 5/).focus();
  await user.keyboard('n');
  await user.keyboard('not this{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.activeElement).toBe(header(/^CD, Year 5/));
  await user.keyboard('n');
  await user.keyboard('Meet in person{Enter}');
  await waitFor(() => {
    expect(said).toEqual([{ reference: '1', say: 'no', words: 'Meet in person' }]);
  });
});

test('what has been typed about a request is there again after a look at another', async () => {
  const { user, said } = await sitDown();
  await read();
  header(/^CD, Year 5/).focus();
  await user.keyboard('n');
  await user.keyboard('Meet in');
  await user.click(header(/^EF, Year 6/));
  await read();
  await user.click(header(/^CD, Year 5/));
  await read();
  await user.keyboard('n');
  await user.keyboard(' person{Enter}');
  await waitFor(() => {
    expect(said).toEqual([{ reference: '1', say: 'no', words: 'Meet in person' }]);
  });
});

test('a no that got no answer says so beside what was typed, and below the facts', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const desk = await sitDown();
  await desk.user.click(await within(desk.list).findByRole('button', { name: 'Refuse' }));
  const line = within(desk.list).getByRole('textbox');
  await desk.user.type(line, 'Please come in person.');
  desk.network = 'gone';
  await desk.user.click(within(desk.list).getByRole('button', { name: 'Send' }));
  const note = await within(desk.list).findByText(/so I do not know whether that was taken/);
  const facts = within(desk.list).getByText('Leadership says yes.', { exact: false });
  expect(facts.compareDocumentPosition(note)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(note.compareDocumentPosition(line)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(line).toHaveProperty('value', 'Please come in person.');
});

test('keys do nothing outside the list, with another key held, and to what is not open', async () => {
  const { user, said } = await sitDown();
  await read();
  screen.getByRole('button', { name: 'Look again' }).focus();
  await user.keyboard('yqn');
  header(/^CD, Year 5/).focus();
  await user.keyboard('{Control>}y{/Control}');
  header(/^EF, Year 6/).focus();
  // The first only opens it: nobody decides what they have not seen.
  await user.keyboard('y');
  await read();
  expect(header(/^EF, Year 6/).getAttribute('aria-expanded')).toBe('true');
  expect(said).toEqual([]);
});

test('what has changed meanwhile is not taken, says so, and is read again', async () => {
  const tab = await sitDown();
  tab.answer = () => Promise.resolve<Answered>({ done: false, why: 'changed since', entry: first });
  await read();
  await tab.user.click(screen.getByRole('button', { name: 'Authorise' }));
  expect((await screen.findAllByText(/It has changed since you read it/)).length).toBeGreaterThan(0);
  expect(screen.getByRole('heading', { name: 'Waiting for your yes: 3' })).toBeTruthy();
});

test('somebody was faster: it is shown as decided, and by whom', async () => {
  const tab = await sitDown();
  const gone = by(first);
  tab.answer = () => Promise.resolve<Answered>({ done: false, why: 'authorised', entry: gone });
  await read();
  await tab.user.click(screen.getByRole('button', { name: 'Authorise' }));
  await wasDecided(/Decided meanwhile\..*Authorised\. By: Alan Frost\./);
});

test('what is no longer in the queue when it is looked at again stays in its place, as decided', async () => {
  const tab = await sitDown();
  const rows = [second, third];
  tab.register.someWhole = () => Promise.resolve({ rows, more: false, unreadable: 0 });
  tab.register.find = () => Promise.resolve({ itemId: '1', eTag: '"2"', entry: by(first) });
  await tab.user.click(screen.getByRole('button', { name: 'Look again' }));
  await wasDecided(/Decided meanwhile\. Authorised\. By: Alan Frost\./);
  expect(headersIn(tab.list)[0]).toContain('CD, Year 5');
});

test('several are authorised one after the other, each a decision of its own', async () => {
  const { user, said } = await sitDown();
  await user.click(screen.getByRole('checkbox', { name: 'Tick CD, Year 5' }));
  header(/^AB, Year 4/).focus();
  await user.keyboard('x');
  const all = await screen.findByRole('button', { name: 'Authorise 2' });
  await waitFor(() => {
    expect(all.getAttribute('aria-disabled')).not.toBe('true');
  });
  await user.click(all);
  expect(await screen.findByText('2 authorised.')).toBeTruthy();
  expect(said.map(({ reference }) => reference)).toEqual(['1', '3']);
});

test('several can be stopped: what was not reached is left as it was', async () => {
  const tab = await sitDown();
  const { user } = tab;
  for (const box of screen.getAllByRole('checkbox')) await user.click(box);
  let answer: () => void = () => undefined;
  const asked: string[] = [];
  tab.answer = (reference) => {
    asked.push(reference);
    return new Promise((taken) => {
      answer = () => {
        taken({ done: true, row: { itemId: '1', eTag: '"2"', entry: by(first) } });
      };
    });
  };
  const all = await screen.findByRole('button', { name: 'Authorise 3' });
  await waitFor(() => {
    expect(all.getAttribute('aria-disabled')).not.toBe('true');
  });
  await user.click(all);
  expect(await screen.findByText('1 of 3')).toBeTruthy();
  await waitFor(() => {
    expect(asked).toHaveLength(1);
  });
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  answer();
  expect(await screen.findByText('1 authorised. Stopped. 2 ticked requests left as they were.')).toBeTruthy();
  expect(asked).toHaveLength(1);
});

test('of several, one whose facts changed is not taken, and says so in its place', async () => {
  const tab = await sitDown();
  const take = tab.answer;
  tab.answer = (reference, ...rest) =>
    reference === second.reference
      ? Promise.resolve<Answered>({ done: false, why: 'changed since', entry: second })
      : take(reference, ...rest);
  for (const box of screen.getAllByRole('checkbox')) await tab.user.click(box);
  const all = await screen.findByRole('button', { name: 'Authorise 3' });
  await waitFor(() => {
    expect(all.getAttribute('aria-disabled')).not.toBe('true');
  });
  await tab.user.click(all);
  expect(await screen.findByText('2 authorised, 1 not: see why beside each.')).toBeTruthy();
  expect(screen.getAllByText(/It has changed since you read it/).length).toBeGreaterThan(0);
});

test('an empty queue says so', async () => {
  openTab({ as: 'headOnly', register: [], at: '#/authorise' });
  expect(await screen.findByText('Nothing waits for your yes')).toBeTruthy();
});

test.each([1280, 320])('is for everybody to use, at %d pixels', async (width) => {
  const { user } = await sitDown(undefined, width);
  await read();
  expect(await violations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Refuse' }));
  expect(await violations()).toEqual([]);
});
