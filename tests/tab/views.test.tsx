import { afterEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { openTab } from './open-tab.tsx';

// Ways of looking at the register that have a name.

afterEach(() => {
  window.localStorage.clear();
});

const choose = async ({ user }: ReturnType<typeof openTab>, name: string | RegExp) => {
  await user.click(await screen.findByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name }));
};
const names = async ({ user }: ReturnType<typeof openTab>) => {
  await user.click(await screen.findByRole('button', { name: 'Views' }));
  const all = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
  await user.keyboard('{Escape}');
  return all;
};

test('a leader finds what waits for a yes with one choice', async () => {
  const tab = openTab({ as: 'head' });
  await choose(tab, 'Waiting for a yes');
  await waitFor(() => {
    expect(tab.register.asked.at(-1)).toMatchObject({ of: null, status: 'waiting', order: 'oldest first' });
  });
});

test('who sees only their own is offered only their own', async () => {
  expect(await names(openTab({ as: 'senco' }))).toEqual(['My meetings to come', 'Save or remove a view …']);
});

test('what is seen is saved under a name, without what was searched for, and is there again the next time', async () => {
  const tab = openTab({ as: 'senco', at: '#/register?status=called%20off&search=AB' });
  await choose(tab, 'Save or remove a view …');
  await tab.user.type(await screen.findByRole('textbox', { name: 'Name for what you see now' }), 'Went wrong');
  await tab.user.click(screen.getByRole('button', { name: 'Save' }));
  await choose(tab, 'Went wrong');
  await waitFor(() => {
    expect(window.location.hash).toBe('#/register?status=called+off');
  });
  expect(window.localStorage.getItem('chaperone/register/views/Maya Okafor')).not.toContain('AB');
});

test('a view is removed, and gone from the choice', async () => {
  window.localStorage.setItem(
    'chaperone/register/views/Maya Okafor',
    JSON.stringify([{ name: 'Went wrong', filter: { status: 'called off' } }]),
  );
  const tab = openTab({ as: 'senco' });
  expect(await names(tab)).toContain('Went wrong');
  await choose(tab, 'Save or remove a view …');
  const own = within(await screen.findByRole('region', { name: 'Your views' }));
  await tab.user.click(own.getByRole('button', { name: 'Remove the view Went wrong' }));
  expect(await names(tab)).not.toContain('Went wrong');
});

test('what is in the browser and is no view of ours is passed over', async () => {
  window.localStorage.setItem('chaperone/register/views/Maya Okafor', '[{"name":""}]');
  expect(await names(openTab({ as: 'senco' }))).toEqual(['My meetings to come', 'Save or remove a view …']);
});
