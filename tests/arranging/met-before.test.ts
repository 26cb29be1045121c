import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import type { Person } from '../../infra/demo/person.ts';
import { type Lists, openLists } from '../register/lists.ts';
import { registerOf } from '../register/register-of.ts';
import { openSchool, type School } from '../school.ts';
import { afresh, presses, says } from './chatting.ts';

/** Professionals who came to one meeting can be ticked for the next, by any host; families are nobody's to find. */

let school: School;
let lists: Lists;
let senco: Person;
let deputy: Person;
beforeAll(async () => {
  school = await openSchool();
  lists = await openLists(school);
  senco = school.as('Maya Okafor');
  deputy = school.as('Owen Pryce');
});
afterAll(() => school.close());
beforeEach(async () => {
  await deputy.says('cancel');
  await afresh(school);
});

const day = schoolDayAhead(new Date());
const tac = (at: string, who = '') =>
  `TAC for AB Y4 ${who} about attendance, ${day} ${at}, 45 mins, second adult Tom Birch`;
const mum = 'Jo Marsh, mum, jo.marsh@example.com';
const nurse = 'Pat Lowe, school nurse, Community Health, pat.lowe@health.example.net';
const asked = 'Who is coming from outside the school?';

/** The SENCO arranges a TAC with these guests. */
async function arranged(at: string, guests: string): Promise<void> {
  await senco.says(tac(at));
  await senco.says(guests);
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
}

/** What the card of a host who asks for guests offers. */
const titles = (card: unknown): readonly string[] =>
  [...JSON.stringify(card).matchAll(/"title":"([^"]+)","value":"\d+"/g)].map(([, title = '']) => title);
const offered = async (person: Person): Promise<readonly string[]> =>
  titles((await person.messages()).findLast(({ card }) => card)?.card);

test('another host ticks the nurse of an earlier meeting, who is invited at the same address without a question; mum is not offered', async () => {
  await arranged('3.15pm', `${mum}; ${nurse}`);
  await deputy.says(tac('4.15pm'));
  await deputy.hears(asked);
  expect(await offered(deputy)).toEqual(['Pat Lowe, school nurse, Community Health']);
  expect(await presses(deputy, 'Next', { 'met-before': '1' })).not.toContain('How was each new address checked?');
  await deputy.presses('Send');
  await deputy.hears('Arranged: the invitations have gone');
  const seen = await school.look();
  expect(school.broken(seen)).toEqual([]);
  expect(seen.mails.filter(({ to }) => to === 'pat.lowe@health.example.net')).toHaveLength(2);
  expect(seen.mails.filter(({ to }) => to === 'jo.marsh@example.com')).toHaveLength(1);
});

test('the school nurse of the first line is filled in, name and address, when the school knows one', async () => {
  await arranged('3.15pm', `${mum}; ${nurse}`);
  await deputy.says(tac('4.15pm', 'with the school nurse'));
  await deputy.hears(asked);
  const card = JSON.stringify((await deputy.messages()).findLast((message) => message.card)?.card);
  expect(card).toContain('"value":"pat.lowe@health.example.net"');
  expect(await presses(deputy, 'Next', filled)).toContain(
    '(school nurse, Community Health), pat.lowe@health.example.net',
  );
});
// A card sends what stands in its fields.
const filled = {
  ...{ name1: 'Pat Lowe', role1: 'school nurse', agency1: 'Community Health' },
  address1: 'pat.lowe@health.example.net',
};

test('whoever moved to another agency appears once, with the newest, and the newest come first', async () => {
  await arranged('3.15pm', nurse);
  await arranged('4pm', 'Kim Dale, family worker, Early Help, kim.dale@earlyhelp.example.org');
  await arranged('4.45pm', 'Pat Lowe, nurse manager, County Health, pat.lowe@health.example.net');
  const rows = await lists.rows('Guests');
  // SharePoint keeps whole seconds: three meetings within one would be in no order.
  for (const [at, { id }] of rows.entries()) await lists.edit('Guests', id, { Asked: `2026-11-1${at}T10:00:00Z` });
  await deputy.says(tac('3.15pm'));
  await deputy.says('keep');
  await deputy.hears(asked);
  expect(await offered(deputy)).toEqual([
    'Pat Lowe, nurse manager, County Health',
    'Kim Dale, family worker, Early Help',
  ]);
});

test('whoever was asked to a meeting that never came about was not met', async () => {
  await arranged('3.15pm', nurse);
  const [row] = await lists.rows('Meetings');
  await lists.edit('Meetings', row?.id ?? '', { Status: 'not arranged' });
  await deputy.says(tac('4.15pm'));
  await deputy.hears(asked);
  expect(await offered(deputy)).toEqual([]);
});

test('a nurse who has also come as somebody’s mum is not offered to anybody', async () => {
  await arranged('3.15pm', 'Pat Lowe, mum, pat.lowe@health.example.net');
  await arranged('4pm', nurse);
  expect(await registerOf(school).addressBook()).toEqual([]);
});

test('an address one letter off from somebody met before is a new one, and is asked about', async () => {
  await arranged('3.15pm', nurse);
  await deputy.says(tac('4.15pm'));
  const review = await says(deputy, 'Pat Lowe, school nurse, Community Health, pat.lowe@heaith.example.net');
  expect(review).toContain('New here: Pat Lowe.');
  expect(await says(deputy, 'send')).toContain('Please choose how the new addresses were checked.');
});

test('while the register does not answer, the card says so and takes whoever is typed', async () => {
  await senco.says('cancel');
  await school.faults({ method: 'GET', path: '/lists/Guests/items', times: 1000, do: { kind: 'refuse' } });
  const answer = await says(senco, tac('3.15pm'));
  expect(answer).toContain('I cannot look up who was met before just now.');
  await school.control('faults', 'DELETE');
  expect(await says(senco, nurse)).toContain('Please check before it is sent');
});

test('with more rows than SharePoint looks through, the book is still read', async () => {
  await arranged('3.15pm', `${mum}; ${nurse}`);
  const [first] = await lists.rows('Guests');
  const family = { Name: 'Al Marsh', Role: 'dad', Agency: 'Family', Reference: first?.fields['Reference'] };
  const stranger = (at: number) => ({
    ...family,
    Key: `old/${at}`,
    Address: `al.${at}@example.com`,
    Asked: '2025-01-01T10:00:00Z',
  });
  for (let at = 0; at < 5_001; at += 50)
    await Promise.all(Array.from({ length: 50 }, (_, more) => lists.add('Guests', stranger(at + more))));
  expect(await registerOf(school).addressBook()).toMatchObject([{ name: 'Pat Lowe' }]);
}, 120_000);
