import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { prove } from '../../infra/provision/prove.ts';
import { idOf, openSite } from '../school.ts';

/** Whether it took is asked as the app itself. */

const site = await openSite({ MAILBOX_OUTSIDE: idOf('Ivy Lark') });
afterAll(() => site.close());
beforeEach(async () => {
  await site.control('reset', 'POST', { keepLists: true });
});

async function lines() {
  const examination = await prove(site.environment);
  return new Map(examination.lines.map((line) => [line.id, line.state]));
}

test('a tenant in which all of it took proves it line by line', async () => {
  const states = await lines();
  for (const id of ['access policy', 'calendars', 'mailbox scope', 'site', 'other sites', 'list Meetings', 'group dsl'])
    expect([id, states.get(id)]).toEqual([id, 'fine']);
  expect([...states].filter(([, state]) => state === 'wrong')).toEqual([]);
});

test.each([
  ['no access policy in Teams', { accessPolicy: [] }, 'access policy'],
  ['a calendar of a pupil within reach', { mailboxScope: [idOf('Ivy Lark')] }, 'mailbox scope'],
  ['no grant on the site', { siteRole: 'none' }, 'site'],
  ['every site within reach', { appRoles: ['Sites.Read.All'] }, 'other sites'],
])('%s is proved wrong', async (_what, options, id) => {
  await site.control('options', 'PATCH', options);
  expect((await lines()).get(id)).toBe('wrong');
});
