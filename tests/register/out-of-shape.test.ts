import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { said } from '../../infra/demo/person.ts';
import { idOf, openSchool, type School } from '../school.ts';
import { type Item, type ListName, type Lists, openLists } from './lists.ts';

/** Rows that somebody has edited out of shape are left alone, keep no other row waiting, and hide no other row. */

let school: School;
let lists: Lists;
let arranged: string;
beforeAll(async () => {
  school = await openSchool({ SWEEP_SECONDS: '1' });
  lists = await openLists(school);
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  const [row] = await lists.rows('Meetings');
  arranged = String(row?.fields['Reference']);
  const guests = await lists.rows('Guests');
  for (const [reference, change] of rows) await left(reference, change, { row: row?.fields ?? {}, guests });
});
afterAll(() => school.close());

const past = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

/** All but the last cannot be read; of the one with a broken decision a list, which does not show it, shows the rest. */
const rows: readonly [reference: string, change: Record<string, unknown>][] = [
  ['TAC-AAAAAAA1', { Decision: '{"verdict":', NextCheck: past(3000) }],
  ['TAC-AAAAAAA2', { Child: 'Ivy Lark', NextCheck: past(2900) }],
  ['TAC-AAAAAAA3', { HostId: 'nobody', NextCheck: past(2800) }],
  ['TAC-AAAAAAA5', { Authorisation: 'given', NextCheck: past(2700) }],
  ['TAC-AAAAAAA6', { Colleagues: '[{"id":"nobody"}]', NextCheck: past(2600) }],
  ['TAC-AAAAAAA7', { Confirmed: 'everything', NextCheck: past(2500) }],
  ['STF-AAAAAAA8', { Kind: 'staff', NextCheck: past(2400) }],
  ['TAC-AAAAAAA4', { NextCheck: past(10) }],
];

type Whole = { readonly row: Item['fields']; readonly guests: readonly Item[] };

/** A row as an interrupted run leaves it, due since long ago, with guests of its own. */
async function left(reference: string, change: Record<string, unknown>, { row, guests }: Whole): Promise<void> {
  for (const { fields } of guests) {
    const key = `${reference}/${String(fields['Number'])}`;
    await lists.add('Guests', { ...(await ours('Guests', fields)), Key: key, Reference: reference });
  }
  const own = { Reference: reference, Step: 'tell', Status: 'not arranged', NextCheck: past(60) };
  await lists.add('Meetings', { ...(await ours('Meetings', row)), ...own, ...change });
}

const notOurs = new Set([
  'ContentType',
  'Modified',
  'Created',
  'Attachments',
  'Edit',
  'DocIcon',
  'ID',
  'Author',
  'Editor',
]);

/** What of a row may be written to another. */
async function ours(list: ListName, fields: Item['fields']): Promise<Record<string, unknown>> {
  const columns = (await lists.columns(list)).map(({ name }) => name);
  const writable = columns.filter((name) => /^[A-Z]\w+$/.test(name) && !notOurs.has(name));
  return Object.fromEntries(writable.flatMap((name) => (fields[name] == null ? [] : [[name, fields[name]]])));
}

test('the sweep finishes the rows around them', async () => {
  const told = said(await school.as('Maya Okafor').hears('TAC-AAAAAAA4'));
  expect(told).toContain('Not arranged: nobody was invited');
  await until(async () => (await at('TAC-AAAAAAA4'))?.fields['Step'] === 'done');
  for (const [reference] of rows.slice(0, -1))
    expect((await at(reference))?.fields).toMatchObject({ Step: 'tell', Status: 'not arranged' });
});

test.each([
  ['the whole school’s register', 'Ruth Adeyemi', 'all', 6],
  ['the host’s own, without the one that names another host,', 'Maya Okafor', 'mine', 5],
  ['the second adult’s own', 'Tom Birch', 'mine', 6],
])('%s lists the others, and counts those left out', async (_, name, scope, unreadable) => {
  const page = await listed(name, scope);
  const shown = [arranged, 'TAC-AAAAAAA1', 'TAC-AAAAAAA4'];
  expect(page.meetings.map(({ reference }) => reference).toSorted()).toEqual(shown.toSorted());
  expect(page.unreadable).toBe(unreadable);
});

test('whoever has no part in them does not learn of them', async () => {
  expect(await listed('Leila Haddad', 'mine')).toMatchObject({ meetings: [], unreadable: 0 });
});

const Token = z.object({ token: z.string() });
const Listed = z.object({ meetings: z.array(z.looseObject({ reference: z.string() })), unreadable: z.number() });

/** As the tab asks for it. */
async function listed(name: string, scope: string): Promise<z.infer<typeof Listed>> {
  const { token } = Token.parse(await (await fetch(`${school.tenant.url}/_teams/token/${idOf(name)}`)).json());
  const headers = { Authorization: `Bearer ${token}` };
  return Listed.parse(await (await fetch(`${school.server.url}/api/meetings?scope=${scope}`, { headers })).json());
}

const at = async (reference: string) =>
  (await lists.rows('Meetings')).find(({ fields }) => fields['Reference'] === reference);

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) if (Date.now() > deadline) throw new Error('it never came to that');
}
