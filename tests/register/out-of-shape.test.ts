import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { answerTo } from '../arranging/chatting.ts';
import { impatient } from '../faults/play.ts';
import { openSchool, type School } from '../school.ts';
import { type Item, type Lists, openLists } from './lists.ts';

/** A row that somebody has edited out of shape is left alone, and keeps no other row waiting. */

let school: School;
let lists: Lists;
let whole: Item['fields'];
beforeAll(async () => {
  school = await openSchool(impatient);
  lists = await openLists(school);
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  whole = (await lists.rows('Meetings'))[0]?.fields ?? {};
});
afterAll(() => school.close());

const past = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

/** A row as an interrupted run leaves it, due since long ago, with a guest of its own. */
async function left(reference: string, change: Record<string, unknown>): Promise<void> {
  const columns = (await lists.columns('Meetings')).map((column) => column.name);
  const ours = Object.entries(whole).filter(([name]) => columns.includes(name) && /^[A-Z]\w+$/.test(name));
  const guest = { Name: 'Jo Marsh', Role: 'Mum', Agency: 'Family', Address: 'jo.marsh@example.com' };
  await lists.add('Guests', { ...guest, Key: `${reference}/1`, Reference: reference, Number: 1 });
  const own = { Reference: reference, Step: 'tell', Status: 'not arranged', NextCheck: past(60) };
  await lists.add('Meetings', { ...writable(Object.fromEntries(ours)), ...own, ...change });
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
const writable = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => !notOurs.has(name) && value !== null));

test('the sweep finishes the rows around it', async () => {
  const senco = school.as('Maya Okafor');
  const rows: [string, Record<string, unknown>][] = [
    ['TAC-AAAAAAA1', { Decision: '{"verdict":', NextCheck: past(3000) }],
    ['TAC-AAAAAAA2', { Child: 'Ivy Lark', NextCheck: past(2900) }],
    ['TAC-AAAAAAA3', { HostId: 'nobody', NextCheck: past(2800) }],
    ['TAC-AAAAAAA5', { Authorisation: 'given', NextCheck: past(2700) }],
    ['TAC-AAAAAAA6', { Colleagues: '[{"id":"nobody"}]', NextCheck: past(2600) }],
    ['TAC-AAAAAAA7', { Confirmed: 'everything', NextCheck: past(2500) }],
    ['STF-AAAAAAA8', { Kind: 'staff', NextCheck: past(2400) }],
    ['TAC-AAAAAAA4', { NextCheck: past(10) }],
  ];
  const told = answerTo(senco, async () => {
    for (const [reference, change] of rows) await left(reference, change);
    await senco.hears('TAC-AAAAAAA4');
  });
  expect(await told).toContain('Not arranged: nobody was invited');
  await until(async () => (await at('TAC-AAAAAAA4'))?.fields['Step'] === 'done');
  for (const [reference] of rows.slice(0, -1))
    expect((await at(reference))?.fields).toMatchObject({ Step: 'tell', Status: 'not arranged' });
});

const at = async (reference: string) =>
  (await lists.rows('Meetings')).find(({ fields }) => fields['Reference'] === reference);

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) if (Date.now() > deadline) throw new Error('it never came to that');
}
