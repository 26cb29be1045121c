import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import type { Person } from '../../infra/demo/person.ts';
import { openLists } from '../register/lists.ts';
import { openSchool, type School } from '../school.ts';
import { afresh, nothingHappened, presses, says } from './chatting.ts';

/** Every kind of meeting by chat, through the real doors: what is asked, what is sealed, who is invited. */

let school: School;
let senco: Person;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const day = schoolDayAhead(new Date());
const mum = 'Jo Marsh, mum, jo.marsh@example.com';
const nurse = 'Pat Lowe, school nurse, Community Health, pat.lowe@health.example.net';

const spoken: readonly (readonly [kind: string, said: readonly string[], invited: readonly string[]])[] = [
  [
    'staff',
    [`staff meeting ${day} 3.15pm about phonics with Tom and Owen`],
    ['owen.pryce@school.example.org', 'tom.birch@school.example.org'],
  ],
  [
    'governors',
    [
      `governors ${day} 3.15pm, second adult Tom Birch`,
      'Al Gray, parent governor, Governing body, al.gray@example.com',
    ],
    ['al.gray@example.com', 'tom.birch@school.example.org'],
  ],
  [
    'annual-review',
    [`annual review for AB Y5 with mum, ${day} 3.15pm, 60 mins, second adult Tom Birch`, mum, 'no'],
    ['jo.marsh@example.com', 'tom.birch@school.example.org'],
  ],
  [
    'parent',
    [`parent meeting for AB Y4 about reading, ${day} 3.15pm, 30 mins, second adult Tom Birch`, mum, 'yes'],
    ['jo.marsh@example.com', 'tom.birch@school.example.org'],
  ],
  [
    'professional',
    [`professionals meeting for AB Y4 about attendance, ${day} 3.15pm, 45 mins, second adult Tom Birch`, nurse],
    ['pat.lowe@health.example.net', 'tom.birch@school.example.org'],
  ],
  [
    'focus',
    [`music therapy for AB Y4 with mum, ${day} 3.15pm, second adult Tom Birch`, mum],
    ['jo.marsh@example.com', 'tom.birch@school.example.org'],
  ],
  [
    'class',
    [`class session Y4 ${day} 3.15pm, second adult Tom Birch`, mum],
    ['jo.marsh@example.com', 'tom.birch@school.example.org'],
  ],
];

test.each(spoken)(
  'a meeting of the kind %s is arranged by chat and sealed before anybody is invited',
  async (kind, said, invited) => {
    for (const line of said) await senco.says(line);
    await senco.hears('Please check before it is sent');
    expect(await presses(senco, 'Send')).toContain('I am arranging it');
    await senco.hears('Arranged: the invitations have gone');
    const seen = await school.look();
    expect(school.broken(seen)).toEqual([]);
    expect(seen.rows).toMatchObject([{ status: 'arranged', step: 'done' }]);
    expect(seen.rows[0]?.reference).toMatch(prefixes[kind] ?? /never/);
    expect(seen.mails.map((mail) => mail.to).toSorted()).toEqual(invited);
  },
);

const prefixes: Readonly<Record<string, RegExp>> = {
  staff: /^STF-/,
  governors: /^GOV-/,
  'annual-review': /^REV-/,
  parent: /^PAR-/,
  professional: /^PRO-/,
  focus: /^FOC-/,
  class: /^CLS-/,
};

const Events = z.array(z.looseObject({ subject: z.string(), body: z.object({ content: z.string() }) }));

test('neither subject nor text of any invitation names the child', async () => {
  for (const line of spoken.find(([kind]) => kind === 'parent')?.[1] ?? []) await senco.says(line);
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  const [event] = Events.parse(await school.control('events', 'GET'));
  expect(`${event?.subject ?? ''} ${event?.body.content ?? ''}`).not.toMatch(/\bAB\b/);
});

test('until it is said how the new address was checked nothing is sent, and then the register keeps it beside the guest', async () => {
  for (const line of [`TAC for AB Y4 about attendance, ${day} 3.15pm, 45 mins, second adult Tom Birch`, mum])
    await senco.says(line);
  for (const answer of ['', 'by owl'])
    expect(await presses(senco, 'Send', { 'addresses-checked': answer })).toContain(
      'Please choose how the new addresses were checked.',
    );
  expect(await says(senco, 'send')).toContain('Please choose how the new addresses were checked.');
  await nothingHappened(school);
  expect(await presses(senco, 'Send', { 'addresses-checked': 'school records' })).toContain('I am arranging it');
  await senco.hears('Arranged: the invitations have gone');
  const [row] = await (await openLists(school)).rows('Meetings');
  expect(row?.fields['Confirmed']).toContain('addresses checked');
  const [guest] = await (await openLists(school)).rows('Guests');
  expect(guest?.fields['AddressChecked']).toBe('school records');
});

test('an address that was met before is not asked about again', async () => {
  const tac = [`TAC for AB Y4 about attendance, ${day} 3.15pm, 45 mins, second adult Tom Birch`, mum];
  for (const line of tac) await senco.says(line);
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  await senco.says(`TAC for AB Y4 about attendance, ${day} 4pm, 45 mins, second adult Tom Birch`);
  const review = await says(senco, mum);
  expect(review).toContain('Please check before it is sent');
  expect(review).not.toContain('New here');
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  const rows = await (await openLists(school)).rows('Guests');
  expect(rows.map(({ fields }) => fields['AddressChecked'] ?? null)).toEqual(['by phone', null]);
});

test('an annual review too soon is refused, with what would be allowed', async () => {
  await senco.says('annual review for AB Y5 with mum, tomorrow 3.15pm, 60 mins, second adult Owen Pryce');
  await senco.says('keep');
  await senco.says(mum);
  const refused = await says(senco, 'no');
  expect(refused).toContain('This cannot be sent as it stands');
  expect(refused).toContain('What would be allowed');
  await nothingHappened(school);
});

test('a phone call is written down, and nothing is made of it', async () => {
  await senco.says(`register a phone TAC by phone for AB Y4 about attendance, ${day} 3.15pm, second adult Tom Birch`);
  await senco.says('30 mins');
  await senco.says(mum);
  await senco.hears('Please check before it is written down');
  expect(await presses(senco, 'Write it down')).toContain('Written down');
  expect(await school.look()).toMatchObject({
    mails: [],
    events: [],
    rows: [{ status: 'held elsewhere', step: 'done' }],
  });
});

test('a button of a kind begins it', async () => {
  await senco.says('arrange a meeting');
  expect(await presses(senco, 'Annual review')).toContain('Which child is it about?');
});
