import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { schoolDayAhead, twoLines } from '../../infra/demo/arrange.ts';
import { actionsIn, type Person } from '../../infra/demo/person.ts';
import { afresh, presses, says } from '../arranging/chatting.ts';
import { button, regrouped } from '../authorising/leadership.ts';
import { openLists } from '../register/lists.ts';
import { idOf, openSchool, type School } from '../school.ts';
import { arranges, eachOnce, mailsAfter, rested, settled } from './standing.ts';

/** What cannot be done to a meeting that stands is answered in a calm sentence, and nothing is done. */

let school: School;
let senco: Person;
let teacher: Person;
let reference: string;
const invitations = 4;
const none = 'I cannot find a meeting of yours with that reference.';
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
  teacher = school.as('Tom Birch');
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  reference = await arranges(school, senco);
});

const shown = ({ body }: { body?: unknown }) => JSON.stringify(body);
const more = 'Lee Ward, social worker, Children’s services, lee.ward@example.org';

/** Another one, at a time when everybody is free. */
const atFour = () => twoLines(schoolDayAhead(new Date())).map((line) => line.replace('3.15pm', '4pm'));

const untouched = async () => {
  expect(await mailsAfter(school, invitations)).toEqual([]);
  expect(school.broken(await school.look())).toEqual([]);
};

/** A button of ours as somebody might forge it, pressed on whatever message they have. */
async function forged(person: Person, verb: string, data: unknown): Promise<string> {
  await person.says('help');
  const { id } = await person.hears('I arrange meetings');
  return shown(await person.act(id, verb, data));
}

test('a stranger’s reference is answered as one that does not exist', async () => {
  const stranger = school.as('Sam Whitlock');
  for (const line of ['cancel TAC', 'move TAC to 4pm', 'change TAC', `add ${more} to TAC`, 'withdraw TAC'])
    expect([line, await says(stranger, line.replace('TAC', reference))]).toEqual([
      line,
      await says(stranger, line.replace('TAC', 'TAC-00000000')),
    ]);
  expect(await says(stranger, `cancel ${reference}`)).toBe(none);
  await untouched();
});

test.each([
  ['add', `add ${more} to`],
  ['remove', 'remove school nurse from'],
])('a second adult cannot %s a guest, and is told who can', async (_, line) => {
  expect(await says(teacher, `${line} ${reference}`)).toContain('That is for the host to do');
  await untouched();
});

test('a second adult may cancel it', async () => {
  await says(teacher, `cancel ${reference}`);
  await teacher.presses('Yes, cancel it');
  await teacher.hears(`${reference} is cancelled`);
  await senco.hears('Cancelled: everybody has been told');
  await settled(school, reference, 'cancelled');
});

test('a leader may cancel it, and reads neither the child nor a guest’s name', async () => {
  const head = school.as('Ruth Adeyemi');
  const card = await says(head, `cancel ${reference}`);
  expect(card).toContain('Cancel this meeting?');
  expect(card).not.toMatch(/AB, Year 4|Jo Marsh|@/);
  expect(await says(head, `add ${more} to ${reference}`)).toContain('That is for the host to do');
  await untouched();
});

test('a pupil’s account is told nothing', async () => {
  const pupil = school.as('Ivy Lark');
  expect(await says(pupil, `cancel ${reference}`)).toContain('I can only help members of the school’s staff.');
  await untouched();
});

test('a host who is no longer on the staff changes nothing', async () => {
  await says(senco, `cancel ${reference}`);
  const yes = await button(senco, 'Yes, cancel it');
  const back = regrouped(senco, []);
  try {
    expect(shown(await senco.act(yes.messageId, yes.verb, yes.data))).toContain(none);
  } finally {
    back();
  }
  await untouched();
});

test.each([
  ['a colleague', 'Owen Pryce, deputy, School, owen.pryce@school.example.org', 'This is a colleague’s address.'],
  ['a pupil', 'Ivy Lark, pupil, School, ivy.lark@pupils.school.example.org', 'one of the school’s own addresses'],
  ['on the list already', 'Jo Marsh, mum, Family, JO.MARSH@example.com', 'is on the list of this meeting already'],
  ['nobody with an address', 'Lee Ward, social worker, Children’s services', 'Please give each guest as'],
  ['somebody with half an address', 'Lee Ward, social worker, Children’s services, lee@', 'not an email address'],
  ['a tag', '<b>Lee</b>, social worker, Children’s services, lee@example.org', 'signs in it'],
])('a guest who is %s is not added', async (_, guest, why) => {
  expect(await says(senco, `add ${guest} to ${reference}`)).toContain(why);
  await untouched();
});

test('of two guests of whom one has half an address both come back, and both are added once it is whole', async () => {
  const [name, role, agency] = ['Lee Ward', 'social worker', 'Children’s services'];
  const typed = `${name}, ${role}, ${agency}, lee@; Ari Cole, nurse, Community Health, ari@example.org`;
  await says(senco, `add ${typed} to ${reference}`);
  const card = (await senco.messages()).at(-1)?.card;
  for (const field of [name, 'Ari Cole', 'ari@example.org'])
    expect(JSON.stringify(card)).toContain(`"value":"${field}"`);
  const second = { name2: 'Ari Cole', role2: 'nurse', agency2: 'Community Health', address2: 'ari@example.org' };
  const first = { name1: name, role1: role, agency1: agency, address1: 'lee@example.org' };
  await senco.presses('See what adding them does', { ...first, ...second });
  await senco.presses('Invite them');
  await senco.hears('Changed');
  const mails = await mailsAfter(school, invitations);
  expect(mails.toSorted()).toEqual(['invitation ari@example.org', 'invitation lee@example.org']);
});

test.each([
  ['to yesterday 3pm', 'has passed'],
  ['to 31/2 at 3pm', 'There is no 31 February'],
  ['to some time soon', 'I could not read a date in that.'],
  ['to Thursday morning', 'At what time'],
  ['to 3.15pm', 'It is like that already'],
  ['to 4pm for 10 minutes', 'A meeting can be 15 minutes to 3 hours long.'],
])('“move … %s” moves nothing and says what would be right', async (to, why) => {
  expect(await says(senco, `move ${reference} ${to}`)).toContain(why);
  await untouched();
});

test('who is not known is asked for, and the meeting’s own people are told apart', async () => {
  const line = (to: string) => `change second adult of ${reference} to ${to}`;
  expect(await says(senco, line('Nobody Atall'))).toContain('I cannot find a colleague of that name.');
  expect(await says(senco, line('Maya Okafor'))).toContain('They host the meeting');
  expect(await says(senco, line('Tom Birch'))).toContain('It is like that already');
  expect(await says(senco, `change host of ${reference} to Tom Birch`)).toContain('cannot be host and second adult');
  expect(await says(senco, `remove the postman from ${reference}`)).toContain('I cannot find that guest');
  await untouched();
});

test('the last guest cannot be removed', async () => {
  for (const role of ['school nurse', 'family worker']) {
    await says(senco, `remove ${role} from ${reference}`);
    await senco.presses('Remove them');
    await senco.hears('Changed');
    await settled(school, reference, 'arranged');
  }
  expect(await says(senco, `remove mum from ${reference}`)).toContain('That is the only guest');
});

const inventions: readonly (readonly [name: string, data: Record<string, unknown>])[] = [
  ['an address of a colleague that is none', { wanted: { to: 'change second adult', said: 'tom@example.org' } }],
  [
    'a colleague of its own making',
    { wanted: { to: 'change host', person: { id: idOf('Owen Pryce'), name: 'Owen', address: 'owen@example.org' } } },
  ],
  [
    'a guest of the school’s',
    {
      wanted: {
        to: 'add guests',
        guests: {
          rows: [{ name: 'Ivy Lark', role: 'friend', agency: 'School', address: 'ivy.lark@pupils.school.example.org' }],
        },
      },
    },
  ],
  ['a start in the past', { wanted: { to: 'move', when: { start: '2020-01-01T09:00:00Z', minutes: 45 } } }],
  ['a length nobody may have', { wanted: { to: 'move', when: { start: '2027-01-12T09:00:00Z', minutes: 6000 } } }],
  ['no wish at all', {}],
  ['a list', { wanted: [] }],
];

test.each(inventions)('a button that carries %s does nothing', async (_, data) => {
  await forged(senco, 'make the change', { reference, ...data });
  await untouched();
});

test('ticks that a card invents are no answer to what policy asks of a new address', async () => {
  const rows = [{ name: 'Lee Ward', role: 'social worker', agency: 'Children’s services', address: 'lee@example.org' }];
  const data = { reference, wanted: { to: 'add guests', guests: { rows } }, 'tick-addresses-checked': 'true' };
  expect(await forged(senco, 'make the change', data)).toContain('Please answer this first');
  await untouched();
});

test('cancel pressed twice, once at once and once later, is one cancellation mail each', async () => {
  await says(senco, `cancel ${reference}`);
  const { messageId, verb, data } = await button(senco, 'Yes, cancel it');
  await Promise.all([senco.act(messageId, verb, data), senco.act(messageId, verb, data)]);
  await settled(school, reference, 'cancelled');
  expect(shown(await senco.act(messageId, verb, data))).toContain('has been cancelled already');
  expect((await mailsAfter(school, invitations)).toSorted()).toEqual(eachOnce('cancellation').toSorted());
});

test('two changes at once: one is made, and the other says so', async () => {
  await says(senco, `remove school nurse from ${reference}`);
  const one = await button(senco, 'Remove them');
  await says(senco, `change second adult of ${reference} to Owen Pryce`);
  const other = await button(senco, 'Change the second adult');
  const answers = await Promise.all([one, other].map(({ messageId, verb, data }) => senco.act(messageId, verb, data)));
  expect(answers.map(shown).filter((answer) => answer.includes('I am making the change'))).toHaveLength(1);
  expect(answers.map(shown).filter((answer) => answer.includes('is under way already'))).toHaveLength(1);
  await senco.hears('Changed');
  await settled(school, reference, 'arranged');
  expect(school.broken(await school.look())).toEqual([]);
});

test('two moves at once: one takes the place, and the other is not arranged', async () => {
  await says(senco, `move ${reference} to 4pm`);
  const one = await button(senco, 'Move it');
  await says(senco, `move ${reference} to 10am`);
  const other = await button(senco, 'Move it');
  await Promise.all([one, other].map(({ messageId, verb, data }) => senco.act(messageId, verb, data)));
  const replacing = (status: string) => rested(school, (row) => row.replaces === reference && row.status === status);
  await Promise.all([replacing('arranged'), replacing('not arranged'), settled(school, reference, 'moved')]);
  expect(school.broken(await school.look())).toEqual([]);
});

test.each([
  ['cancelled', () => `cancel ${reference}`, 'Yes, cancel it'],
  ['given one guest fewer', () => `remove school nurse from ${reference}`, 'Remove them'],
])(
  'moved and %s at once: every promise holds, and the old link is good or the new one, never both',
  async (_, line, title) => {
    await says(senco, `move ${reference} to 4pm`);
    const move = await button(senco, 'Move it');
    await says(senco, line());
    const other = await button(senco, title);
    await Promise.all([move, other].map(({ messageId, verb, data }) => senco.act(messageId, verb, data)));
    await rested(school, (row) => row.replaces === reference && row.status !== 'arranging');
    const old = await rested(school, (row) => row.reference === reference && row.step === 'done');
    const seen = await school.look();
    expect(school.broken(seen)).toEqual([]);
    const standing = seen.rows.filter(({ status }) => status === 'arranged').length;
    expect([old.status, standing]).toEqual([expect.any(String), old.status === 'cancelled' ? 0 : 1]);
  },
);

test.each(['cancelled', 'moved'])('the buttons of a meeting that was %s find that', async (how) => {
  const told = await senco.hears('Arranged: the invitations have gone');
  const change = actionsIn(told.card).find(({ title }) => title === 'Change or cancel');
  await says(senco, `remove school nurse from ${reference}`);
  const remove = await button(senco, 'Remove them');
  await says(senco, how === 'moved' ? `move ${reference} to 4pm` : `cancel ${reference}`);
  await senco.presses(how === 'moved' ? 'Move it' : 'Yes, cancel it');
  await settled(school, reference, how);
  const why = how === 'moved' ? 'That meeting has been moved' : 'has been cancelled already';
  expect(shown(await senco.act(told.id, change?.verb ?? '', change?.data))).toContain(why);
  expect(shown(await senco.act(remove.messageId, remove.verb, remove.data))).toContain(why);
  expect(await says(senco, `add ${more} to ${reference}`)).toContain(why);
});

test('a meeting held elsewhere is changed where it is held', async () => {
  const [first = '', ...rest] = atFour().slice(1);
  for (const line of [`${first}, by phone`, ...rest]) await senco.says(line);
  await senco.presses('Write it down');
  const elsewhere = await rested(school, ({ status }) => status === 'held elsewhere');
  expect(await says(senco, `cancel ${elsewhere.reference}`)).toContain('Please change it where it is held');
  await untouched();
});

test('what the lists were edited to by hand is not acted on', async () => {
  const lists = await openLists(school);
  const [guest] = await lists.rows('Guests');
  await lists.edit('Guests', guest?.id ?? '', { Address: 'somebody.else@example.org' });
  expect(await says(senco, `cancel ${reference}`)).toContain('There is an entry in the register that I cannot read.');
  expect(await mailsAfter(school, invitations)).toEqual([]);
});

test('without a reference it is the one meeting there is; with several they choose', async () => {
  expect(await says(senco, 'remove school nurse')).toContain('Only the school nurse');
  for (const line of atFour()) await senco.says(line);
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  expect(await says(senco, 'cancel my meeting')).toContain('Which meeting is it?');
  expect(await says(senco, 'move to 12.15pm')).toContain('Which meeting is it?');
  const which = await button(senco, await titleOf(senco, reference));
  const answer = await presses(senco, await titleOf(senco, reference));
  expect([which.verb, answer]).toEqual(['change it so', expect.stringContaining('12.15pm to 1pm')]);
});

async function titleOf(person: Person, part: string): Promise<string> {
  const cards = (await person.messages()).toReversed();
  const titles = cards.flatMap(({ card }) => actionsIn(card)).map(({ title }) => title);
  return titles.find((title) => title.startsWith('TAC,') && title.includes(part)) ?? '';
}

test('while a meeting is being arranged, “move to …” is an answer like any other', async () => {
  await senco.says('TAC for CD Y5 with mum, school nurse and Early Help, tomorrow 3pm, 45 mins');
  expect(await says(senco, 'move to secondary school')).toContain('Who will be the second adult?');
  await senco.says('cancel');
});
